#include "core/jose/headerchecks.h"

#include "core/keys/keytext.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::jose {
namespace {

constexpr qsizetype maximumTextLength = 512;

void add(QList<TokenFinding> *findings, TokenFault fault, const QString &detail)
{
    findings->append({fault, u"header: "_s + detail, TokenPart::Header});
}

QString kindOf(const JsonValue &value)
{
    return QString::fromLatin1(value.kindName());
}

void checkAlgorithm(const JsonObject &header, QList<TokenFinding> *findings)
{
    const JsonValue *value = findMember(header, u"alg");
    if (!value) {
        add(findings, TokenFault::MissingAlgorithm, u"no alg"_s);
        return;
    }
    const QString *name = value->asString();
    if (!name) {
        add(findings, TokenFault::MissingAlgorithm, u"alg is %1, not a string"_s.arg(kindOf(*value)));
    } else if (name->trimmed().compare(u"none", Qt::CaseInsensitive) == 0) {
        add(findings, TokenFault::Unsigned, u"alg is %1: the token is not signed"_s.arg(quoted(*name)));
    } else if (!crypto::algorithmNamed(*name)) {
        add(findings, TokenFault::UnsupportedAlgorithm,
            u"alg %1 is not one Countersign uses"_s.arg(quoted(*name)));
    }
}

/// `kid` is an opaque name and `typ` a media type: short strings, both.
void checkText(const JsonObject &header, const QString &name, QList<TokenFinding> *findings)
{
    const JsonValue *value = findMember(header, name);
    if (!value) {
        return;
    }
    if (!value->asString()) {
        add(findings, TokenFault::InvalidHeaderValue, u"%1 is %2, not a string"_s.arg(name, kindOf(*value)));
    } else if (value->asString()->size() > maximumTextLength) {
        add(findings, TokenFault::InvalidHeaderValue,
            u"%1 is longer than %2 characters"_s.arg(name).arg(maximumTextLength));
    }
}

bool isRegistered(const QString &name)
{
    static constexpr QStringView registered[] = {u"alg", u"jku",      u"jwk", u"kid", u"x5u", u"x5c",
                                                 u"x5t", u"x5t#S256", u"typ", u"cty", u"crit"};
    return std::ranges::find(registered, name) != std::end(registered);
}

/// What is wrong with one name in `crit` (RFC 7515 section 4.1.11).
QString critFault(const JsonObject &header, const JsonValue &entry, QSet<QString> *seen)
{
    const QString *name = entry.asString();
    if (!name) {
        return u"crit holds %1, not a name"_s.arg(kindOf(entry));
    }
    if (seen->contains(*name)) {
        return u"crit names %1 twice"_s.arg(quoted(*name));
    }
    seen->insert(*name);
    if (isRegistered(*name)) {
        return u"crit names %1, which is no extension"_s.arg(quoted(*name));
    }
    return findMember(header, *name) ? u"crit asks for %1, which is not understood here"_s.arg(quoted(*name))
                                     : u"crit names %1, which the header does not have"_s.arg(quoted(*name));
}

void checkCritical(const JsonObject &header, QList<TokenFinding> *findings)
{
    const JsonValue *crit = findMember(header, u"crit");
    if (!crit) {
        return;
    }
    if (!crit->asArray() || crit->asArray()->isEmpty()) {
        add(findings, TokenFault::CriticalHeader,
            crit->asArray() ? u"crit is empty"_s : u"crit is %1, not an array"_s.arg(kindOf(*crit)));
        return;
    }
    QSet<QString> seen;
    for (const JsonValue &entry : *crit->asArray()) {
        add(findings, TokenFault::CriticalHeader, critFault(header, entry, &seen));
    }
}

/// RFC 7797: an unencoded payload, which the compact form here does not read.
void checkUnencoded(const JsonObject &header, QList<TokenFinding> *findings)
{
    const JsonValue *b64 = findMember(header, u"b64");
    if (b64 && (!b64->asBool() || !*b64->asBool())) {
        add(findings, TokenFault::CriticalHeader,
            u"b64 is not true: an unencoded payload is not supported"_s);
    }
}

void checkEmbeddedKeys(const JsonObject &header, QList<TokenFinding> *findings)
{
    for (const QStringView name : {u"jwk", u"jku", u"x5u", u"x5c"}) {
        if (findMember(header, name)) {
            add(findings, TokenFault::EmbeddedKey, u"%1 offers a key; it is not used"_s.arg(name));
        }
    }
}

void checkContentType(const JsonObject &header, QList<TokenFinding> *findings)
{
    const JsonValue *type = findMember(header, u"cty");
    const QString text = type && type->asString() ? type->asString()->toLower() : QString();
    if (text == u"jwt"_s || text == u"application/jwt"_s) {
        findings->append({TokenFault::NestedToken, u"header: cty says that the payload is another token"_s,
                          TokenPart::Payload});
    }
}

} // namespace

void checkHeader(const JsonObject &header, QList<TokenFinding> *findings)
{
    checkAlgorithm(header, findings);
    checkText(header, u"kid"_s, findings);
    checkText(header, u"typ"_s, findings);
    checkCritical(header, findings);
    checkUnencoded(header, findings);
    checkEmbeddedKeys(header, findings);
    checkContentType(header, findings);
}

} // namespace countersign::jose
