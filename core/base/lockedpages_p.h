#pragma once

#include <cstddef>

namespace countersign {

/// Whole zero-filled pages, locked against swapping and left out of core dumps where the system
/// allows it: a small RLIMIT_MEMLOCK is not an error. Null when there is no memory.
void *allocateLockedPages(std::size_t size);
/// `size` as it was allocated. The caller has wiped what mattered.
void releaseLockedPages(void *pages, std::size_t size);

std::size_t pageSize();

} // namespace countersign
