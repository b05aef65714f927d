#include "core/keys/fingerprint.h"

#include "core/base/encoding.h"
#include "core/base/secretbytes.h"
#include "core/crypto/digest.h"

using namespace Qt::StringLiterals;

namespace countersign::keys {
namespace {

constexpr QByteArrayView secretLabel = "countersign secret fingerprint 1\n";
constexpr qsizetype secretFingerprintDigits = 16;

QString prefixed(const QByteArray &hex)
{
    return u"SHA256:"_s + QString::fromLatin1(hex);
}

QByteArray base64Url(const QByteArray &bytes)
{
    return encode(bytesOf(bytes), Encoding::Base64Url);
}

/// The required members in lexicographic order and no white space (RFC 7638 section 3, RFC 8037 section 2).
QByteArray thumbprintInput(const crypto::PublicNumbers &numbers)
{
    switch (numbers.type) {
    case crypto::KeyType::Rsa:
        return R"({"e":")" + base64Url(numbers.e) + R"(","kty":"RSA","n":")" + base64Url(numbers.n) + R"("})";
    case crypto::KeyType::Ec:
        return R"({"crv":")" + crypto::curveName(*numbers.curve).toLatin1() + R"(","kty":"EC","x":")" +
               base64Url(numbers.x) + R"(","y":")" + base64Url(numbers.y) + R"("})";
    default:
        return R"({"crv":"Ed25519","kty":"OKP","x":")" + base64Url(numbers.x) + R"("})";
    }
}

} // namespace

QString publicKeyFingerprint(const crypto::PublicKey &key)
{
    const QByteArray digest = crypto::digest(crypto::HashAlgorithm::Sha256, bytesOf(key.spkiDer()));
    return prefixed(encode(bytesOf(digest), Encoding::Hex));
}

QString secretFingerprint(ByteView secret)
{
    SecretBytes labelled = SecretBytes::copyOf(bytesOf(secretLabel));
    labelled.append(secret);
    const QByteArray digest = crypto::digest(crypto::HashAlgorithm::Sha256, labelled.bytes());
    return prefixed(encode(bytesOf(digest), Encoding::Hex).first(secretFingerprintDigits));
}

QString thumbprint(const crypto::PublicKey &key)
{
    const QByteArray input = thumbprintInput(key.numbers());
    return QString::fromLatin1(base64Url(crypto::digest(crypto::HashAlgorithm::Sha256, bytesOf(input))));
}

QString shortFingerprint(const QString &fingerprint)
{
    const qsizetype digits = fingerprint.indexOf(u':') + 1;
    if (fingerprint.size() - digits < 12) {
        return fingerprint;
    }
    return u"%1%2 %3 … %4"_s.arg(fingerprint.first(digits), fingerprint.mid(digits, 4),
                                 fingerprint.mid(digits + 4, 4), fingerprint.last(4));
}

} // namespace countersign::keys
