#pragma once

#include <array>
#include <cstddef>
#include <mutex>

namespace countersign {

/// Where the bytes of SecretBytes live.
///
/// Locking works on whole pages, so secrets that share a page must not unlock it one by one: small ones
/// are slots of slabs that stay locked for the life of the process and are used again. Large ones get
/// pages of their own. Memory comes zero-filled and goes back wiped by the caller, so that free
/// memory never holds a secret.
class SecretArena final
{
public:
    static SecretArena &instance();

    /// What a request of `size` bytes really gets.
    static std::size_t capacityFor(std::size_t size);
    /// `capacity` zero bytes; `capacity` comes from capacityFor(). Ends the program when memory is out.
    unsigned char *allocate(std::size_t capacity);
    void release(unsigned char *memory, std::size_t capacity);

private:
    struct FreeSlot
    {
        FreeSlot *next;
    };
    static constexpr std::size_t smallestSlot = 32;
    static constexpr std::size_t slotClasses = 8; // 32 bytes to 4 KiB
    static constexpr std::size_t largestSlot = smallestSlot << (slotClasses - 1);
    static constexpr std::size_t slabSize = 64 * 1024;

    static std::size_t slotClass(std::size_t capacity);
    void addSlab(std::size_t capacity);

    std::mutex m_mutex;
    std::array<FreeSlot *, slotClasses> m_free{};
};

} // namespace countersign
