#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace countersign {

namespace {

thread_local bool isWorking = false; ///< within a call of forEachInParallel: every core has its work already

} // namespace

void forEachInParallel(std::size_t count, const std::function<void(std::size_t)> &work)
{
    std::atomic<std::size_t> next{0};
    const auto run = [&] {
        const bool wasWorking = std::exchange(isWorking, true);
        for (std::size_t i = next.fetch_add(1); i < count; i = next.fetch_add(1)) {
            work(i);
        }
        isWorking = wasWorking;
    };
    const std::size_t most = isWorking ? 1 : std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < std::min(count, most); ++i) {
        try {
            others.emplace_back(run);
        } catch (const std::system_error &) { // no more threads for this process: on with those there are
            break;
        }
    }
    run();
    for (std::thread &other : others) {
        other.join();
    }
}

} // namespace countersign
