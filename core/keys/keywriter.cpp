#include "core/keys/keywriter.h"

#include "core/base/encoding.h"
#include "core/base/json.h"
#include "core/keys/fingerprint.h"

using namespace Qt::StringLiterals;

namespace countersign::keys {
namespace {

JsonValue base64Url(const QByteArray &number)
{
    return QString::fromLatin1(encode(bytesOf(number), Encoding::Base64Url));
}

/// `kty` and the numbers (RFC 7518 section 6, RFC 8037 section 2).
JsonObject jwkOf(const crypto::PublicNumbers &numbers)
{
    switch (numbers.type) {
    case crypto::KeyType::Rsa:
        return {{u"kty"_s, u"RSA"_s}, {u"n"_s, base64Url(numbers.n)}, {u"e"_s, base64Url(numbers.e)}};
    case crypto::KeyType::Ec:
        return {{u"kty"_s, u"EC"_s},
                {u"crv"_s, crypto::curveName(*numbers.curve)},
                {u"x"_s, base64Url(numbers.x)},
                {u"y"_s, base64Url(numbers.y)}};
    default:
        return {{u"kty"_s, u"OKP"_s}, {u"crv"_s, u"Ed25519"_s}, {u"x"_s, base64Url(numbers.x)}};
    }
}

} // namespace

QByteArray publicKeyPem(const crypto::PublicKey &key)
{
    return key.spkiPem();
}

QByteArray publicKeyJwk(const crypto::PublicKey &key, const QString &keyId,
                        std::optional<crypto::JwsAlgorithm> algorithm)
{
    JsonObject jwk = jwkOf(key.numbers());
    jwk.append({u"use"_s, u"sig"_s});
    if (algorithm) {
        jwk.append({u"alg"_s, crypto::algorithmName(*algorithm)});
    }
    jwk.append({u"kid"_s, keyId.isEmpty() ? thumbprint(key) : keyId});
    return writeJson(jwk);
}

Result<SecretBytes> privateKeyPem(const crypto::PrivateKey &key, const SecretBytes *passphrase)
{
    if (passphrase) {
        return key.encryptedPkcs8Pem(*passphrase);
    }
    return key.pkcs8Pem();
}

} // namespace countersign::keys
