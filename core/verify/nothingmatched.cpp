#include "core/verify/foreignkeys_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

/// Enough to tell keys apart, far too little to stand for a hash.
constexpr qsizetype checkDigits = 6;
constexpr auto checkText = "countersign";

QString count(int number, const char *one, const char *many)
{
    return number == 1 ? QString::fromLatin1(one) : QString::fromLatin1(many).arg(number);
}

enum class Samples { Tried, NotTried };

QString keysTried(const Verdict &verdict, const Verification &verification, Samples samples)
{
    QStringList parts{count(static_cast<int>(verification.keys.size()),
                            "the one key version of this property", "the %1 key versions of this property")};
    if (verdict.otherKeyVersionsTried > 0) {
        parts.append(u"%1 of %2"_s.arg(
            count(verdict.otherKeyVersionsTried, "one key version", "%1 key versions"),
            count(verdict.otherPropertiesTried, "another property", "%1 other properties")));
    }
    if (samples == Samples::Tried) {
        parts.append(u"an empty key and the sample keys of documentation pages"_s);
    }
    return parts.join(u", "_s);
}

QString ruledOut(const Verdict &verdict, const Verification &verification, Samples samples)
{
    return u"%1, each with %2 known mistakes"_s.arg(keysTried(verdict, verification, samples))
        .arg(verdict.mistakesTried);
}

/// A value that was not given could not be tried.
QString notTried(const Verification &verification)
{
    const VerificationRequest &request = verification.request;
    if (request.email.isEmpty() && !request.userId.isEmpty() && !request.userId.contains(u'@')) {
        return u" The e-mail was not tried, because none was given."_s;
    }
    return request.userId.isEmpty() ? u" The user id was not tried, because none was given."_s : QString();
}

const CandidateKey *currentKey(const Verification &verification)
{
    const auto found = std::ranges::find_if(verification.keys, [](const CandidateKey &key) {
        return key.version.status == keys::KeyStatus::Current;
    });
    return found == verification.keys.end() ? nullptr : &*found;
}

QString variableOf(const Verification &verification)
{
    const QString &variable = verification.recipe.key.environmentVariable;
    return variable.isEmpty() ? u"KEY"_s : variable;
}

/// A question whose answer tells whether the server holds the right key, and gives nobody the key.
QString questionAboutSecret(const Verification &verification, const keys::SecretKey &secret)
{
    const auto key = crypto::MacKey::create(crypto::HashAlgorithm::Sha256, secret.bytes.bytes());
    if (!key || secret.encoding != keys::SecretEncoding::Text) {
        return {};
    }
    const QByteArray check = key->computeMac(bytesOf(checkText)).toHex().left(checkDigits);
    return u"Ask the developer to run on the server: printf %s %1 | openssl dgst -sha256 -hmac \"$%2\". With "
           u"the "
           "right key the answer begins with %3 after the equals sign."_s.arg(
               QLatin1StringView(checkText), variableOf(verification), QString::fromLatin1(check));
}

QString questionAboutPair(const CandidateKey &key)
{
    const QString digits = key.version.description.fingerprint.section(u':', 1).left(checkDigits);
    if (digits.isEmpty()) {
        return {};
    }
    return u"Ask the developer to run on the server: openssl pkey -in private.pem -pubout -outform DER | "
           u"openssl "
           "dgst -sha256. With the right key the answer begins with %1 after the equals sign."_s.arg(digits);
}

QString question(const Verification &verification)
{
    const CandidateKey *key = currentKey(verification);
    if (!key) {
        return u"Ask the developer which property's key the server holds."_s;
    }
    const auto *secret = std::get_if<keys::SecretKey>(&key->material);
    const QString text = secret ? questionAboutSecret(verification, *secret) : questionAboutPair(*key);
    return text.isEmpty() ? u"Ask the developer which property's key the server holds."_s : text;
}

} // namespace

Cause unknownKeyCause(const Verdict &verdict, const Verification &verification)
{
    return {CauseId::KeyUnknown,
            {{u"ruledOut"_s, ruledOut(verdict, verification, Samples::Tried)},
             {u"missing"_s, notTried(verification)},
             {u"question"_s, question(verification)}},
            {},
            {}};
}

Cause signatureCause(const Verdict &verdict, const Verification &verification, crypto::JwsAlgorithm algorithm)
{
    // A PKCS #1 v1.5 signature shows whose it is even when the token was changed; the others do not.
    const char *certainty =
        crypto::isPkcs1v15(algorithm)
            ? QT_TRANSLATE_NOOP(
                  "CauseValue",
                  "Another key made it, or the signature itself was damaged: had only header or claims been "
                  "changed, that would have shown.")
            : QT_TRANSLATE_NOOP("CauseValue", "Either another key made it, or the token was changed after "
                                              "signing: a signature of this kind does not tell which.");
    const bool isKeyed = crypto::keyTypeFor(algorithm) == crypto::KeyType::Secret;
    const QString tried = ruledOut(verdict, verification, isKeyed ? Samples::Tried : Samples::NotTried);
    return {CauseId::TokenSignature,
            {{u"ruledOut"_s, tried},
             {u"certainty"_s, QString::fromLatin1(certainty)},
             {u"question"_s, question(verification)}},
            {},
            {}};
}

} // namespace countersign::verify
