#include "core/jose/compactjws.h"

#include "core/base/encoding.h"
#include "core/crypto/mac.h"
#include "core/keys/keyweakness.h"

using namespace Qt::StringLiterals;

namespace countersign::jose {
namespace {

Result<void> checkHeader(QByteArrayView headerJson, crypto::JwsAlgorithm algorithm)
{
    const auto header = parseJsonObject(headerJson);
    if (!header) {
        return failure(ErrorCode::InvalidInput, u"header: "_s + header.error().detail);
    }
    const JsonValue *named = findMember(*header, u"alg");
    const QString name = crypto::algorithmName(algorithm);
    if (!named || *named != JsonValue(name)) {
        return failure(ErrorCode::InvalidInput, u"header: alg must be \"%1\""_s.arg(name));
    }
    return {};
}

Result<void> checkKey(const keys::KeyMaterial &key, crypto::JwsAlgorithm algorithm)
{
    const keys::KeyDescription description = keys::describe(key);
    if (!crypto::isUsedWith(algorithm, description.type, description.curve)) {
        return failure(ErrorCode::UnsupportedAlgorithm,
                       u"%1 cannot be made with %2"_s.arg(crypto::algorithmName(algorithm),
                                                          keys::describeKey(description)));
    }
    if (!description.hasPrivatePart) {
        return failure(ErrorCode::InvalidKey, u"a public key cannot sign"_s);
    }
    return keys::checkStrengthForSigning(key);
}

Result<QByteArray> makeSignature(const keys::KeyMaterial &key, crypto::JwsAlgorithm algorithm,
                                 ByteView signingInput)
{
    if (const auto *pair = std::get_if<crypto::PrivateKey>(&key)) {
        return pair->sign(algorithm, signingInput);
    }
    const auto &secret = std::get<keys::SecretKey>(key);
    const auto macKey = crypto::MacKey::create(crypto::hashFor(algorithm), secret.bytes.bytes());
    if (!macKey) {
        return std::unexpected(macKey.error());
    }
    return macKey->computeMac(signingInput);
}

} // namespace

QByteArray makeSigningInput(QByteArrayView headerJson, QByteArrayView payload)
{
    return encode(bytesOf(headerJson), Encoding::Base64Url) + '.' +
           encode(bytesOf(payload), Encoding::Base64Url);
}

Result<QByteArray> signCompact(const keys::KeyMaterial &key, crypto::JwsAlgorithm algorithm,
                               QByteArrayView headerJson, QByteArrayView payload)
{
    if (const auto checked = checkKey(key, algorithm); !checked) {
        return std::unexpected(checked.error());
    }
    if (const auto checked = checkHeader(headerJson, algorithm); !checked) {
        return std::unexpected(checked.error());
    }
    const QByteArray signingInput = makeSigningInput(headerJson, payload);
    const auto signature = makeSignature(key, algorithm, bytesOf(signingInput));
    if (!signature) {
        return std::unexpected(signature.error());
    }
    return signingInput + '.' + encode(bytesOf(*signature), Encoding::Base64Url);
}

} // namespace countersign::jose
