#pragma once

// What the address sanitizer has to be told; nothing in any other build.
#if defined(__SANITIZE_ADDRESS__)
#define COUNTERSIGN_ASAN
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define COUNTERSIGN_ASAN
#endif
#endif

#ifdef COUNTERSIGN_ASAN
#include <sanitizer/asan_interface.h>
#include <sanitizer/lsan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(address, size) static_cast<void>(0)
#define ASAN_UNPOISON_MEMORY_REGION(address, size) static_cast<void>(0)
#endif

namespace countersign {

/// While it lives, what this thread allocates is not reported as a leak: for libraries that never free.
class LeakAmnesty
{
public:
#ifdef COUNTERSIGN_ASAN
    LeakAmnesty() { __lsan_disable(); }
    ~LeakAmnesty() { __lsan_enable(); }
#else
    LeakAmnesty() = default;
    ~LeakAmnesty() = default;
#endif
    LeakAmnesty(const LeakAmnesty &) = delete;
    LeakAmnesty &operator=(const LeakAmnesty &) = delete;
};

} // namespace countersign
