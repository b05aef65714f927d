#include "core/jose/verificationkey.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::jose {
namespace {

using enum crypto::JwsAlgorithm;

constexpr crypto::JwsAlgorithm everyAlgorithm[] = {HS256, HS384, HS512, RS256, RS384, RS512, PS256,
                                                   PS384, PS512, ES256, ES384, ES512, EdDSA};

/// The algorithms of the key's type and curve, in the order asked for, or all of them.
QList<crypto::JwsAlgorithm> allowedFor(const keys::KeyDescription &key, QList<crypto::JwsAlgorithm> allowed)
{
    if (allowed.isEmpty()) {
        allowed = {std::begin(everyAlgorithm), std::end(everyAlgorithm)};
    }
    allowed.removeIf([&key](crypto::JwsAlgorithm algorithm) {
        return !crypto::isUsedWith(algorithm, key.type, key.curve);
    });
    return allowed;
}

} // namespace

Result<VerificationKey> VerificationKey::create(const keys::KeyMaterial &material,
                                                QList<crypto::JwsAlgorithm> allowed, QString keyId)
{
    VerificationKey key;
    key.m_keyId = std::move(keyId);
    key.m_publicKey = keys::publicKeyOf(material);
    keys::KeyDescription description;
    if (key.m_publicKey) {
        description.type = key.m_publicKey->type();
        description.curve = key.m_publicKey->curve();
    }
    key.m_allowed = allowedFor(description, std::move(allowed));
    if (key.m_allowed.isEmpty()) {
        return failure(ErrorCode::UnsupportedAlgorithm,
                       u"none of the algorithms asked for is one of the key's"_s);
    }
    if (const auto *secret = std::get_if<keys::SecretKey>(&material)) {
        for (const crypto::JwsAlgorithm algorithm : key.m_allowed) {
            auto macKey = crypto::MacKey::create(crypto::hashFor(algorithm), secret->bytes.bytes());
            if (!macKey) {
                return std::unexpected(macKey.error());
            }
            key.m_macKeys.emplace_back(algorithm, std::move(*macKey));
        }
    }
    return key;
}

Result<VerificationKey> VerificationKey::create(const keys::ReadKey &key, QList<crypto::JwsAlgorithm> allowed)
{
    if (!key.mayVerify) {
        return failure(ErrorCode::UnsupportedKey,
                       u"not a key for verifying: %1"_s.arg(key.notes.join(u"; "_s)));
    }
    if (key.algorithm) {
        const bool isAllowed = allowed.isEmpty() || allowed.contains(*key.algorithm);
        if (!isAllowed) {
            return failure(ErrorCode::UnsupportedAlgorithm,
                           u"the key is for %1 only"_s.arg(crypto::algorithmName(*key.algorithm)));
        }
        allowed = {*key.algorithm};
    }
    return create(key.material, std::move(allowed), key.keyId);
}

bool VerificationKey::allows(crypto::JwsAlgorithm algorithm) const
{
    return m_allowed.contains(algorithm);
}

bool VerificationKey::verify(crypto::JwsAlgorithm algorithm, ByteView signingInput, ByteView signature) const
{
    if (m_publicKey) {
        return allows(algorithm) && m_publicKey->verify(algorithm, signingInput, signature);
    }
    const auto found =
        std::ranges::find(m_macKeys, algorithm, &std::pair<crypto::JwsAlgorithm, crypto::MacKey>::first);
    return found != m_macKeys.end() && found->second.verifyMac(signingInput, signature);
}

std::optional<QString> VerificationKey::signatureFormFault(crypto::JwsAlgorithm algorithm,
                                                           ByteView signature) const
{
    const QString name = crypto::algorithmName(algorithm);
    if (std::cmp_not_equal(signature.size(), signatureSize(algorithm))) {
        return u"the signature has %1 bytes where %2 with this key has %3"_s.arg(signature.size())
            .arg(name)
            .arg(signatureSize(algorithm));
    }
    if (m_publicKey && m_publicKey->curve() && !crypto::isEcdsaSignature(signature, *m_publicKey->curve())) {
        return u"r or s of the %1 signature is zero or beyond the curve's order"_s.arg(name);
    }
    return std::nullopt;
}

qsizetype VerificationKey::signatureSize(crypto::JwsAlgorithm algorithm) const
{
    if (!m_publicKey) {
        return static_cast<qsizetype>(crypto::hashSize(crypto::hashFor(algorithm)));
    }
    const int bits = m_publicKey->bits();
    return m_publicKey->type() == crypto::KeyType::Rsa ? (bits + 7) / 8 : 2 * ((bits + 7) / 8);
}

} // namespace countersign::jose
