#pragma once

#include "core/crypto/mac.h"
#include "core/keys/keyreader.h"

#include <memory>
#include <variant>

namespace countersign::jose {

/// A key ready to check signatures, with the algorithms it may be used for. The algorithm comes from here,
/// never from the token: an RSA key cannot check an HMAC however the header asks.
class VerificationKey final
{
public:
    /// `allowed` narrows the algorithms of the key's type; empty means all of them.
    static Result<VerificationKey> create(const keys::KeyMaterial &material, QList<crypto::JwsAlgorithm> allowed = {},
                                          QString keyId = {});

    bool allows(crypto::JwsAlgorithm algorithm) const;
    const QList<crypto::JwsAlgorithm> &algorithms() const { return m_allowed; }
    const QString &keyId() const { return m_keyId; }
    bool verify(crypto::JwsAlgorithm algorithm, ByteView signingInput, ByteView signature) const;

private:
    VerificationKey() = default;
    std::vector<std::pair<crypto::JwsAlgorithm, crypto::MacKey>> m_macKeys;
    std::optional<crypto::PublicKey> m_publicKey;
    QList<crypto::JwsAlgorithm> m_allowed;
    QString m_keyId;
};

} // namespace countersign::jose
