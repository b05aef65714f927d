#include "core/verify/proofform.h"

#include "core/jose/jwt.h"
#include "core/keys/keyreader.h"
#include "core/verify/embeddedproof_p.h"
#include "core/verify/unwrap.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

bool isHexDigit(QChar character)
{
    const char16_t c = character.toLower().unicode();
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
}

bool isAsciiLetterOrDigit(QChar character)
{
    return character.unicode() < 128 && character.isLetterOrNumber();
}

bool isBase64Url(QStringView text)
{
    return std::ranges::all_of(text,
                               [](QChar c) { return isAsciiLetterOrDigit(c) || c == u'-' || c == u'_'; });
}

bool isBase64(QStringView text)
{
    while (text.endsWith(u'=')) {
        text.chop(1);
    }
    return std::ranges::all_of(text,
                               [](QChar c) { return isAsciiLetterOrDigit(c) || c == u'+' || c == u'/'; });
}

ProofForm hexForm(qsizetype digits)
{
    switch (digits) {
    case 40:
        return ProofForm::HexSha1;
    case 64:
        return ProofForm::HexSha256;
    case 96:
        return ProofForm::HexSha384;
    case 128:
        return ProofForm::HexSha512;
    default:
        return ProofForm::HexOther;
    }
}

/// Of a JWE the second part, its key, may be empty.
bool hasPartsOfJwe(QStringView text)
{
    const auto parts = text.split(u'.');
    return parts.size() == 5 && !parts[2].isEmpty() && !parts[3].isEmpty() && !parts[4].isEmpty();
}

/// Dots where somebody, or a screen without room, left a part of it out.
bool isShortened(QStringView text)
{
    return text.contains(u'…') || text.contains("..."_L1) || (text.count(u'.') > 2 && text.endsWith(u'.'));
}

std::optional<ProofForm> tokenForm(QStringView text)
{
    const auto dots = text.count(u'.');
    if (beginsLikeToken(text) && hasPartsOfJwe(text)) {
        return ProofForm::EncryptedToken;
    }
    if (beginsLikeToken(text) && isShortened(text) && text.size() > 12) {
        return ProofForm::TruncatedToken;
    }
    if (dots == 2 && beginsLikeToken(text)) {
        return text.endsWith(u'.') ? ProofForm::UnsignedToken : ProofForm::SignedToken;
    }
    if (dots < 2 && beginsLikeToken(text) && text.size() > 12) {
        return ProofForm::TruncatedToken;
    }
    if (text.startsWith(u'{') && text.contains("\"signature"_L1)) {
        return ProofForm::JsonToken;
    }
    return std::nullopt;
}

bool isUuid(const QString &text)
{
    static const QRegularExpression pattern(
        u"\\A\\{?[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\}?\\z"_s);
    return pattern.match(text).hasMatch();
}

bool isEmail(QStringView text)
{
    const qsizetype at = text.indexOf(u'@');
    return at > 0 && text.indexOf(u'.', at) > at && !text.contains(u' ') && !text.contains(u'"') &&
           !text.contains(u'{');
}

ProofForm bareForm(const QString &text)
{
    if (const auto form = tokenForm(text)) {
        return *form;
    }
    if (std::ranges::all_of(text, isHexDigit)) {
        return hexForm(text.size());
    }
    if (isUuid(text)) {
        return ProofForm::Uuid;
    }
    if (isEmail(text)) {
        return ProofForm::Email;
    }
    if (text.size() == 43 && isBase64Url(text)) {
        return ProofForm::Base64UrlSha256;
    }
    if ((text.size() == 43 || (text.size() == 44 && text.endsWith(u'='))) && isBase64(text)) {
        return ProofForm::Base64Sha256;
    }
    return text.size() == 88 && isBase64(text) ? ProofForm::Base64OfHex : ProofForm::Text;
}

const char *descriptionOf(ProofForm form)
{
    switch (form) {
    case ProofForm::Empty:
        return "";
    case ProofForm::TooLarge:
        return QT_TRANSLATE_NOOP("ProofForm", "%1 characters: too long for a hash or a token.");
    case ProofForm::HexSha1:
        return QT_TRANSLATE_NOOP("ProofForm",
                                 "40 hex digits: the form of a SHA-1 hash, or of a tawk.to key.");
    case ProofForm::HexSha256:
        return QT_TRANSLATE_NOOP("ProofForm", "64 hex digits: the form of an HMAC-SHA256.");
    case ProofForm::HexSha384:
        return QT_TRANSLATE_NOOP("ProofForm", "96 hex digits: the form of an HMAC-SHA384.");
    case ProofForm::HexSha512:
        return QT_TRANSLATE_NOOP("ProofForm", "128 hex digits: the form of an HMAC-SHA512.");
    case ProofForm::HexOther:
        return QT_TRANSLATE_NOOP("ProofForm", "%1 hex digits: no hash has this length.");
    case ProofForm::Base64Sha256:
        return QT_TRANSLATE_NOOP("ProofForm", "%1 characters of base64: 32 bytes, as an HMAC-SHA256 has.");
    case ProofForm::Base64UrlSha256:
        return QT_TRANSLATE_NOOP("ProofForm", "43 characters of base64url: 32 bytes, as an HMAC-SHA256 has.");
    case ProofForm::Base64OfHex:
        return QT_TRANSLATE_NOOP("ProofForm",
                                 "88 characters of base64: a SHA-512, or hex text put into base64.");
    case ProofForm::SignedToken:
        return QT_TRANSLATE_NOOP("ProofForm", "Three parts with dots between: a signed token (JWT).");
    case ProofForm::UnsignedToken:
        return QT_TRANSLATE_NOOP("ProofForm", "A token whose third part is empty: it is not signed.");
    case ProofForm::TruncatedToken:
        return QT_TRANSLATE_NOOP("ProofForm", "The beginning of a token: parts are missing.");
    case ProofForm::EncryptedToken:
        return QT_TRANSLATE_NOOP("ProofForm", "Five parts with dots between: an encrypted token (JWE).");
    case ProofForm::JsonToken:
        return QT_TRANSLATE_NOOP("ProofForm", "A token in JSON form.");
    case ProofForm::Uuid:
        return QT_TRANSLATE_NOOP("ProofForm", "A UUID: a random identifier, no proof.");
    case ProofForm::Email:
        return QT_TRANSLATE_NOOP("ProofForm", "An e-mail address, no proof.");
    case ProofForm::KeyFile:
        return QT_TRANSLATE_NOOP("ProofForm", "A key file, no proof. Keys do not belong here.");
    case ProofForm::Text:
        return QT_TRANSLATE_NOOP("ProofForm",
                                 "%1 characters of text: neither a hash nor a token by its form.");
    }
    Q_UNREACHABLE();
}

} // namespace

ProofForm proofFormOf(const QString &proof)
{
    if (proof.size() > jose::maximumTokenSize) {
        return ProofForm::TooLarge;
    }
    const QByteArray bytes = proof.toUtf8();
    if (bytes.contains("-----BEGIN ") && keys::looksLikeKeyFile(bytesOf(bytes))) {
        return ProofForm::KeyFile;
    }
    const QString bare = unwrap(proof).text;
    return bare.isEmpty() ? ProofForm::Empty : bareForm(bare);
}

bool looksLikeHash(ProofForm form)
{
    return form >= ProofForm::HexSha1 && form <= ProofForm::Base64OfHex;
}

bool looksLikeToken(ProofForm form)
{
    return form >= ProofForm::SignedToken && form <= ProofForm::JsonToken;
}

const char *proofFormName(ProofForm form)
{
    switch (form) {
    case ProofForm::Empty:
        return QT_TRANSLATE_NOOP("CauseValue", "nothing");
    case ProofForm::TooLarge:
        return QT_TRANSLATE_NOOP("CauseValue", "far too long a text");
    case ProofForm::Uuid:
        return QT_TRANSLATE_NOOP("CauseValue", "a UUID");
    case ProofForm::Email:
        return QT_TRANSLATE_NOOP("CauseValue", "an e-mail address");
    case ProofForm::KeyFile:
        return QT_TRANSLATE_NOOP("CauseValue", "a key file");
    case ProofForm::SignedToken:
    case ProofForm::UnsignedToken:
    case ProofForm::TruncatedToken:
    case ProofForm::EncryptedToken:
    case ProofForm::JsonToken:
        return QT_TRANSLATE_NOOP("CauseValue", "a token");
    case ProofForm::HexOther:
        return QT_TRANSLATE_NOOP("CauseValue", "hex of a length no hash has");
    case ProofForm::Text:
        return QT_TRANSLATE_NOOP("CauseValue", "some other text");
    default:
        return QT_TRANSLATE_NOOP("CauseValue", "a hash");
    }
}

QString describeProofForm(const QString &proof, const Translate &translate)
{
    const ProofForm form = proofFormOf(proof);
    QString sentence = translate("ProofForm", descriptionOf(form));
    if (sentence.contains("%1"_L1)) {
        const bool asPasted = form == ProofForm::TooLarge || form == ProofForm::Text;
        const qsizetype size = asPasted ? proof.trimmed().size() : unwrap(proof).text.size();
        sentence = sentence.arg(groupedNumber(size));
    }
    if (form > ProofForm::TooLarge && form < ProofForm::KeyFile && !unwrap(proof).isUnchanged()) {
        QStringList around;
        for (const QString &removed : unwrap(proof).removed) {
            around.append(translate("CauseValue", removed.toLatin1()));
        }
        //: %1: what stands around a pasted hash or token: "a line break at its end, quotes around it"
        sentence += u' ' + translate("ProofForm", QT_TRANSLATE_NOOP("ProofForm", "It comes with %1."))
                               .arg(around.join(u", "_s));
    }
    return sentence;
}

} // namespace countersign::verify
