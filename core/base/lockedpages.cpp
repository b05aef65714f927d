#include "core/base/lockedpages_p.h"

#ifdef _WIN32
#include <windows.h>
#else
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace countersign {

#ifdef _WIN32

void *allocateLockedPages(std::size_t size)
{
    void *pages = VirtualAlloc(nullptr, size, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE);
    if (pages) {
        VirtualLock(pages, size); // may fail beyond the working set's minimum: best effort
    }
    return pages;
}

void releaseLockedPages(void *pages, std::size_t)
{
    VirtualFree(pages, 0, MEM_RELEASE);
}

std::size_t pageSize()
{
    SYSTEM_INFO info;
    GetSystemInfo(&info);
    return info.dwPageSize;
}

#else

void *allocateLockedPages(std::size_t size)
{
    void *pages = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0);
    if (pages == MAP_FAILED) {
        return nullptr;
    }
#ifdef MADV_DONTDUMP
    madvise(pages, size, MADV_DONTDUMP);
#endif
    static_cast<void>(mlock(pages, size)); // fails beyond RLIMIT_MEMLOCK: best effort
    return pages;
}

void releaseLockedPages(void *pages, std::size_t size)
{
    munmap(pages, size); // unlocks too
}

std::size_t pageSize()
{
    static const auto size = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    return size;
}

#endif

} // namespace countersign
