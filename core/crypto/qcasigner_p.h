#pragma once

#include "core/base/secretbytes.h"
#include "core/crypto/algorithm.h"

#include <QByteArray>

#include <memory>
#include <mutex>
#include <optional>

namespace countersign::crypto {

/// RS256, RS384 and RS512 through QCA. The QCA key is made at the first signature and kept, read from
/// PKCS#8 so that it has its CRT values: one built from n, e and d would sign eight times as slowly.
class QcaSigner final
{
public:
    QcaSigner();
    ~QcaSigner();

    static bool serves(JwsAlgorithm algorithm);

    /// Nothing when QCA has no provider or refused. From any thread: calls wait for each other, because a
    /// QCA key has one signing context. `privateKeyInfo` is called at most once.
    template<typename PrivateKeyInfo>
    std::optional<QByteArray> sign(JwsAlgorithm algorithm, ByteView message, PrivateKeyInfo privateKeyInfo)
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_key) {
            load(privateKeyInfo());
        }
        return signLocked(algorithm, message);
    }

private:
    struct Key;
    void load(const SecretBytes &privateKeyInfo);
    std::optional<QByteArray> signLocked(JwsAlgorithm algorithm, ByteView message);

    std::mutex m_mutex;
    std::unique_ptr<Key> m_key;
};

} // namespace countersign::crypto
