#pragma once

#include "core/base/error.h"
#include "core/base/secretbytes.h"

#include <QByteArray>

#include <memory>

namespace countersign::crypto {

inline constexpr std::size_t aeadKeySize = 32;
inline constexpr std::size_t aeadNonceSize = 12;
inline constexpr std::size_t aeadTagSize = 16;

/// AES-256-GCM (SP 800-38D) under one key, made ready once. Not for two threads at once.
/// Sealed data is nonce (12) || ciphertext || tag (16); nothing is released before the tag is checked.
class AeadKey final
{
public:
    static Result<AeadKey> create(const SecretBytes &key); ///< exactly 32 bytes

    AeadKey(AeadKey &&) noexcept;
    AeadKey &operator=(AeadKey &&) noexcept;
    ~AeadKey();

    /// Under a fresh random nonce.
    Result<QByteArray> seal(ByteView plaintext, ByteView associatedData) const;
    /// Fails with CryptoFailed when anything was changed or the key or the associated data is another.
    Result<SecretBytes> open(ByteView sealed, ByteView associatedData) const;
    /// For vectors: a given nonce of 12 bytes.
    Result<QByteArray> sealWithNonce(ByteView nonce, ByteView plaintext, ByteView associatedData) const;

private:
    struct State;
    explicit AeadKey(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace countersign::crypto
