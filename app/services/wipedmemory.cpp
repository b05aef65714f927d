#include "app/services/wipedmemory.h"

#include "core/base/sanitizer.h"
#include "core/crypto/wipedallocation.h"

#include <cstdlib>
#include <cstring>

// The sanitizer needs the allocator for itself, and can fill what is freed by an option of its own.
#if defined(__GLIBC__) && !defined(COUNTERSIGN_ASAN)

#include <malloc.h>

namespace {

/// glibc gives blocks of this size back to the system at once (DEFAULT_MMAP_THRESHOLD_MAX): nothing is left
/// to wipe, and moving them copies nothing.
constexpr std::size_t returnedAtOnce = 32U << 20;

} // namespace

// A program's own definition takes the place of the library's, for every library it loads.
extern "C" {

void *__libc_malloc(std::size_t size);
void *__libc_realloc(void *memory, std::size_t size);
void __libc_free(void *memory);

void free(void *memory) noexcept
{
    if (memory) {
        if (const std::size_t size = malloc_usable_size(memory); size < returnedAtOnce) {
            std::memset(memory, 0, size);
        }
        __libc_free(memory);
    }
}

void *realloc(void *memory, std::size_t size) noexcept
{
    const std::size_t before = memory ? malloc_usable_size(memory) : 0;
    if (!memory || size == 0 || before >= returnedAtOnce) {
        return __libc_realloc(memory, size);
    }
    if (size <= before && size >= before / 2) {
        std::memset(static_cast<char *>(memory) + size, 0, before - size);
        return memory;
    }
    void *moved = __libc_malloc(size);
    if (moved) {
        std::memcpy(moved, memory, size < before ? size : before);
        free(memory);
    }
    return moved;
}
}

#endif

namespace countersign::services {

bool wipeFreedMemory()
{
    return crypto::wipeFreedAllocations();
}

} // namespace countersign::services
