#pragma once

#include "core/crypto/mac.h"
#include "core/keys/keyreader.h"

#include <memory>
#include <variant>

namespace countersign::jose {

/// A key ready to check signatures, with the algorithms it may be used for. The algorithm comes from here,
/// never from the token: an RSA key cannot check an HMAC however the header asks. With a shared secret, not
/// for two threads at once.
class VerificationKey final
{
public:
    /// `allowed` narrows the algorithms of the key's type and curve; empty means all of them. Fails with
    /// UnsupportedAlgorithm when none is left. MAC keys are made ready for the allowed algorithms only.
    static Result<VerificationKey> create(const keys::KeyMaterial &material,
                                          QList<crypto::JwsAlgorithm> allowed = {}, QString keyId = {});
    /// The same for a key from a file, with its `kid`, narrowed to its `alg`. Fails with UnsupportedKey when
    /// its `use`, `key_ops` or `alg` forbid verifying.
    static Result<VerificationKey> create(const keys::ReadKey &key, QList<crypto::JwsAlgorithm> allowed = {});

    bool allows(crypto::JwsAlgorithm algorithm) const;
    const QList<crypto::JwsAlgorithm> &algorithms() const { return m_allowed; }
    const QString &keyId() const { return m_keyId; }
    /// False for an algorithm that is not allowed.
    bool verify(crypto::JwsAlgorithm algorithm, ByteView signingInput, ByteView signature) const;
    /// Why these bytes cannot be a signature by this key, whatever was signed: another length, or for ECDSA
    /// an r or s out of range (RFC 7518 section 3.4). For messages.
    std::optional<QString> signatureFormFault(crypto::JwsAlgorithm algorithm, ByteView signature) const;
    /// How many bytes a signature by this key has; for messages.
    qsizetype signatureSize(crypto::JwsAlgorithm algorithm) const;

private:
    VerificationKey() = default;
    std::vector<std::pair<crypto::JwsAlgorithm, crypto::MacKey>> m_macKeys;
    std::optional<crypto::PublicKey> m_publicKey;
    QList<crypto::JwsAlgorithm> m_allowed;
    QString m_keyId;
};

} // namespace countersign::jose
