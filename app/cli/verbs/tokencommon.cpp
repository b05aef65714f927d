#include "app/cli/verbs/tokencommon.h"

#include "core/base/utf8.h"
#include "core/crypto/algorithm.h"
#include "core/verify/tokencauses.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

constexpr std::int64_t latestPlausible = 99'999'999'999; // the year 5138; beyond it are milliseconds

QString remarkFor(const QString &name, std::int64_t seconds, const Clock &clock)
{
    const Timestamp time{std::chrono::seconds{seconds}};
    const auto ahead = time - clock.now();
    const QString amount = describeDuration(ahead.count() < 0 ? -ahead : ahead);
    const QString relative = ahead.count() < 0 ? amount + u" ago"_s : u"in "_s + amount;
    return u"%1: %2, %3"_s.arg(name, toRfc3339(time), relative);
}

} // namespace

Option algorithmOption(const QString &help)
{
    return {.name = u"alg"_s,
            .valueName = u"ALG"_s,
            .help = help,
            .kind = ValueKind::Choice,
            .repeat = Repeat::Many,
            .choices = {u"HS256"_s, u"HS384"_s, u"HS512"_s, u"RS256"_s, u"RS384"_s, u"RS512"_s, u"PS256"_s,
                        u"PS384"_s, u"PS512"_s, u"ES256"_s, u"ES384"_s, u"ES512"_s, u"EdDSA"_s}};
}

Failure unreadableToken(const QByteArray &text, const jose::DecodedToken &token)
{
    QStringList reasons;
    for (const jose::TokenFinding &finding : token.findings) {
        reasons.append(finding.detail);
    }
    Failure failure(Error{ErrorCode::InvalidToken, reasons.join(u"; "_s)});
    const QString pasted = fromUtf8Exactly(text);
    const auto shape = verify::causeOfShape(pasted, u"a signed token"_s);
    failure.causes = shape ? QList{*shape} : verify::causesOf(token, {});
    if (const verify::Unwrapped bare = verify::unwrap(pasted); !shape && !bare.isUnchanged()) {
        failure.causes.prepend(verify::wrappingCause(bare));
    }
    return failure;
}

QStringList timeRemarks(const JsonObject &claims, const Clock &clock)
{
    QStringList remarks;
    for (const QString &name : {u"exp"_s, u"nbf"_s, u"iat"_s}) {
        const JsonValue *value = findMember(claims, name);
        const std::int64_t *seconds = value != nullptr ? value->asInteger() : nullptr;
        if (seconds != nullptr && *seconds >= 0 && *seconds <= latestPlausible) {
            remarks.append(remarkFor(name, *seconds, clock));
        }
    }
    return remarks;
}

} // namespace countersign::cli
