#pragma once

#include <atomic>
#include <cstddef>
#include <functional>

namespace countersign {

/// Calls `work` with each number below `count`, about in their order, on as many threads as the processor
/// runs at once, the calling one among them. Returns when all calls have returned. Within such a call another
/// one stays on its thread. `work` must not throw.
void forEachInParallel(std::size_t count, const std::function<void(std::size_t)> &work);

/// Makes the number the smaller of what it is and `to`, whatever other threads do to it.
inline void lower(std::atomic<std::size_t> &number, std::size_t to)
{
    std::size_t now = number.load();
    while (to < now && !number.compare_exchange_weak(now, to)) {
    }
}

} // namespace countersign
