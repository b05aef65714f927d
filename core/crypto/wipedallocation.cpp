#include "core/crypto/wipedallocation.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace countersign::crypto {

namespace {

/// Stands before each block, because freeing is not told the size. As large as the strictest alignment.
struct alignas(std::max_align_t) Head
{
    std::size_t size;
};

Head *headOf(void *memory)
{
    return static_cast<Head *>(memory) - 1;
}

void *allocate(std::size_t size, const char *, int)
{
    if (size == 0 || size > SIZE_MAX - sizeof(Head)) {
        return nullptr;
    }
    auto *head = static_cast<Head *>(std::malloc(sizeof(Head) + size));
    if (!head) {
        return nullptr;
    }
    head->size = size;
    return head + 1;
}

void release(void *memory, const char *, int)
{
    if (memory) {
        Head *head = headOf(memory);
        OPENSSL_cleanse(memory, head->size);
        std::free(head);
    }
}

void *reallocate(void *memory, std::size_t size, const char *file, int line)
{
    if (!memory) {
        return allocate(size, file, line);
    }
    if (size == 0) {
        release(memory, file, line);
        return nullptr;
    }
    void *moved = allocate(size, file, line);
    if (moved) {
        std::memcpy(moved, memory, std::min(size, headOf(memory)->size));
        release(memory, file, line);
    }
    return moved;
}

} // namespace

bool wipeFreedAllocations()
{
    return CRYPTO_set_mem_functions(allocate, reallocate, release) == 1;
}

} // namespace countersign::crypto
