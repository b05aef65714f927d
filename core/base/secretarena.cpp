#include "core/base/secretarena_p.h"

#include "core/base/lockedpages_p.h"
#include "core/base/sanitizer.h"

#include <QtGlobal>

#include <bit>

namespace countersign {

SecretArena &SecretArena::instance()
{
    // Never destroyed: secrets in static objects may outlive any order of destruction.
    static auto *arena = new SecretArena;
    return *arena;
}

std::size_t SecretArena::capacityFor(std::size_t size)
{
    if (size <= smallestSlot) {
        return smallestSlot;
    }
    if (size <= largestSlot) {
        return std::bit_ceil(size);
    }
    return (size + pageSize() - 1) / pageSize() * pageSize();
}

std::size_t SecretArena::slotClass(std::size_t capacity)
{
    return static_cast<std::size_t>(std::countr_zero(capacity / smallestSlot));
}

unsigned char *SecretArena::allocate(std::size_t capacity)
{
    if (capacity > largestSlot) {
        auto *pages = static_cast<unsigned char *>(allocateLockedPages(capacity));
        Q_CHECK_PTR(pages);
        return pages;
    }
    const std::scoped_lock lock(m_mutex);
    FreeSlot *&head = m_free[slotClass(capacity)];
    if (!head) {
        addSlab(capacity);
    }
    FreeSlot *slot = head;
    ASAN_UNPOISON_MEMORY_REGION(slot, capacity);
    head = slot->next;
    slot->next = nullptr; // the only bytes of a free slot that are not zero
    return reinterpret_cast<unsigned char *>(slot);
}

void SecretArena::release(unsigned char *memory, std::size_t capacity)
{
    if (capacity > largestSlot) {
        releaseLockedPages(memory, capacity);
        return;
    }
    const std::scoped_lock lock(m_mutex);
    FreeSlot *&head = m_free[slotClass(capacity)];
    head = new (memory) FreeSlot{head};
    // As freed as anything from malloc: a read of it is an error too.
    ASAN_POISON_MEMORY_REGION(memory, capacity);
}

void SecretArena::addSlab(std::size_t capacity)
{
    auto *slab = static_cast<unsigned char *>(allocateLockedPages(slabSize));
    Q_CHECK_PTR(slab);
    FreeSlot *&head = m_free[slotClass(capacity)];
    for (std::size_t end = slabSize; end >= capacity; end -= capacity) {
        head = new (slab + end - capacity) FreeSlot{head};
    }
    ASAN_POISON_MEMORY_REGION(slab, slabSize);
}

} // namespace countersign
