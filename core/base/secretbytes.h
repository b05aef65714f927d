#pragma once

#include "core/base/bytes.h"

namespace countersign {

/// The one home of a secret: passphrases, HMAC secrets, private keys, data keys.
///
/// Move-only; the memory is locked against swapping where the system allows it, left out of
/// core dumps, and wiped when the object dies or shrinks. There is no conversion to a Qt type:
/// search for `bytes()` to audit every read of a secret.
class SecretBytes final
{
public:
    SecretBytes() = default;
    explicit SecretBytes(std::size_t size); ///< zero-filled
    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;
    ~SecretBytes();

    static SecretBytes copyOf(ByteView bytes);

    /// A deliberate second copy.
    SecretBytes clone() const { return copyOf(bytes()); }

    ByteView bytes() const { return {m_data, m_size}; }
    std::span<unsigned char> writableBytes() { return {m_data, m_size}; }
    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }

    /// Cuts to the first `size` bytes and wipes the rest; `size` must not exceed size().
    void truncate(std::size_t size);
    void append(ByteView bytes);
    /// Wipes and releases.
    void clear();

    /// Constant-time in the contents; lengths are not secret.
    bool equals(const SecretBytes &other) const;

private:
    unsigned char *m_data = nullptr;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

/// Constant-time comparison for tags. Different lengths are unequal.
bool equalConstantTime(ByteView left, ByteView right);

/// Overwrites memory in a way the compiler keeps.
void wipe(std::span<unsigned char> memory);

} // namespace countersign
