#pragma once

#include "core/base/bytes.h"
#include "core/crypto/algorithm.h"
#include "core/crypto/opensslhandles_p.h"

#include <QByteArray>

#include <array>
#include <mutex>
#include <optional>
#include <vector>

namespace countersign::crypto {

/// Signs and verifies with one EVP_PKEY from any thread. Setting up an EVP_PKEY_CTX costs a good part
/// of an RSA verification, and a context serves one thread at a time: finished ones wait here for the next.
class SignatureContexts final
{
public:
    /// A key is used either to sign or to verify.
    enum class Purpose { Sign, Verify };

    explicit SignatureContexts(Purpose purpose)
        : m_purpose(purpose)
    {
    }

    bool verify(EVP_PKEY *pkey, JwsAlgorithm algorithm, ByteView message, ByteView signature);
    std::optional<QByteArray> sign(EVP_PKEY *pkey, JwsAlgorithm algorithm, ByteView message);

private:
    PkeyContextPtr take(EVP_PKEY *pkey, JwsAlgorithm algorithm);
    void giveBack(JwsAlgorithm algorithm, PkeyContextPtr context);
    PkeyContextPtr prepare(EVP_PKEY *pkey, JwsAlgorithm algorithm) const;

    static constexpr std::size_t algorithms = static_cast<std::size_t>(JwsAlgorithm::EdDSA) + 1;
    static constexpr std::size_t mostIdle = 4;

    Purpose m_purpose;
    std::mutex m_mutex;
    std::array<std::vector<PkeyContextPtr>, algorithms> m_idle;
};

} // namespace countersign::crypto
