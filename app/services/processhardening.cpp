#include "app/services/processhardening.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace countersign::services {

void hardenProcess()
{
#ifdef Q_OS_UNIX
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
    // Not in a debug build: debuggers and the leak checker need to look inside.
#if defined(Q_OS_LINUX) && defined(NDEBUG)
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

} // namespace countersign::services
