#include "core/base/secretbytes.h"

#include "core/base/secretarena_p.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace countersign {

namespace {

void copyInto(unsigned char *target, ByteView source)
{
    if (!source.empty()) { // memcpy wants a real address even for nothing
        std::memcpy(target, source.data(), source.size());
    }
}

} // namespace

SecretBytes::SecretBytes(std::size_t size)
{
    if (size > 0) {
        m_capacity = SecretArena::capacityFor(size);
        m_data = SecretArena::instance().allocate(m_capacity);
        m_size = size;
    }
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
    , m_capacity(std::exchange(other.m_capacity, 0))
{
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    if (this != &other) {
        clear();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
        m_capacity = std::exchange(other.m_capacity, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes()
{
    clear();
}

SecretBytes SecretBytes::copyOf(ByteView bytes)
{
    SecretBytes copy(bytes.size());
    copyInto(copy.m_data, bytes);
    return copy;
}

void SecretBytes::truncate(std::size_t size)
{
    Q_ASSERT(size <= m_size);
    if (size < m_size) {
        wipe({m_data + size, m_size - size});
        m_size = size;
    }
}

void SecretBytes::append(ByteView bytes)
{
    if (bytes.size() > m_capacity - m_size) {
        // The new memory is filled before the old is wiped: `bytes` may be a part of this object.
        SecretBytes larger(std::max(m_size + bytes.size(), 2 * m_size));
        copyInto(larger.m_data, this->bytes());
        copyInto(larger.m_data + m_size, bytes);
        larger.m_size = m_size + bytes.size();
        *this = std::move(larger);
        return;
    }
    copyInto(m_data + m_size, bytes);
    m_size += bytes.size();
}

void SecretBytes::clear()
{
    if (m_data) {
        wipe({m_data, m_size}); // beyond m_size the memory is zero already
        SecretArena::instance().release(m_data, m_capacity);
        m_data = nullptr;
        m_size = 0;
        m_capacity = 0;
    }
}

bool SecretBytes::equals(const SecretBytes &other) const
{
    return equalConstantTime(bytes(), other.bytes());
}

bool equalConstantTime(ByteView left, ByteView right)
{
    return left.size() == right.size() && CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

void wipe(std::span<unsigned char> memory)
{
    OPENSSL_cleanse(memory.data(), memory.size());
}

} // namespace countersign
