#include "app/services/processhardening.h"

#include "app/services/wipedmemory.h"
#include "core/base/sanitizer.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif
#ifdef Q_OS_MACOS
#include <sys/ptrace.h>
#include <sys/types.h>
#endif
#ifdef Q_OS_WIN
#include <windows.h>

#include <aclapi.h>
#include <array>
#endif

namespace countersign::services {

namespace {

void forbidDumps()
{
#ifdef Q_OS_UNIX
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef Q_OS_WIN
    // No error box, and with it no report that holds the memory.
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
#endif
}

#ifdef Q_OS_WIN
/// Others may end this process and wait for it, not read it. An administrator can still take ownership.
void forbidReading()
{
    std::array<BYTE, SECURITY_MAX_SID_SIZE> everyone{};
    DWORD sidSize = DWORD(everyone.size());
    std::array<BYTE, 256> list{};
    auto *acl = reinterpret_cast<PACL>(list.data());
    constexpr DWORD allowed = PROCESS_QUERY_LIMITED_INFORMATION | PROCESS_TERMINATE | SYNCHRONIZE;
    if (CreateWellKnownSid(WinWorldSid, nullptr, everyone.data(), &sidSize) &&
        InitializeAcl(acl, DWORD(list.size()), ACL_REVISION) &&
        AddAccessAllowedAce(acl, ACL_REVISION, allowed, everyone.data())) {
        SetSecurityInfo(GetCurrentProcess(), SE_KERNEL_OBJECT,
                        DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION, nullptr, nullptr,
                        acl, nullptr);
    }
}
#else
void forbidReading()
{
#if defined(COUNTERSIGN_ASAN)
    // The leak check reads the process from outside.
#elif defined(Q_OS_LINUX)
    prctl(PR_SET_DUMPABLE, 0);
#elif defined(Q_OS_MACOS)
    ptrace(PT_DENY_ATTACH, 0, nullptr, 0);
#endif
}
#endif

} // namespace

void hardenProcess()
{
    wipeFreedMemory();
    forbidDumps();
    forbidReading();
}

} // namespace countersign::services
