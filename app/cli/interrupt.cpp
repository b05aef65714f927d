#include "app/cli/interrupt.h"

#include "app/cli/exitcode.h"
#include "app/cli/terminal.h"

#include <QtGlobal>

#include <csignal>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <unistd.h>
#endif

namespace countersign::cli {

namespace {

std::atomic<bool> isNoted{false};
std::atomic<bool> isOnlyToBeNoted{false};
static_assert(std::atomic<bool>::is_always_lock_free); // a signal handler may touch nothing else

/// Whether this interrupt is to end the program.
bool endsTheProgram()
{
    return !isOnlyToBeNoted || isNoted.exchange(true);
}

#ifdef Q_OS_WIN
BOOL WINAPI onConsoleEvent(DWORD event)
{
    if (event != CTRL_C_EVENT && event != CTRL_BREAK_EVENT) {
        return FALSE;
    }
    if (!endsTheProgram()) {
        return TRUE;
    }
    restoreTerminal();
    ExitProcess(static_cast<UINT>(ExitCode::Cancelled));
}
#else
// 128 and the signal's number is what a shell reports, and for Ctrl+C it is ExitCode::Cancelled.
extern "C" void onSignal(int signal)
{
    if (!endsTheProgram()) {
        return;
    }
    restoreTerminal();
    _exit(128 + signal);
}
static_assert(128 + SIGINT == static_cast<int>(ExitCode::Cancelled));

/// Unless whoever started us asked for it to be ignored, as nohup does.
void endOn(int signal)
{
    struct sigaction before = {};
    if (sigaction(signal, nullptr, &before) != 0 || before.sa_handler == SIG_IGN) {
        return;
    }
    struct sigaction action = {};
    action.sa_handler = onSignal;
    sigaction(signal, &action, nullptr);
}
#endif

} // namespace

void handleSignals()
{
#ifdef Q_OS_WIN
    SetConsoleCtrlHandler(onConsoleEvent, TRUE);
#else
    endOn(SIGINT);
    endOn(SIGTERM);
    endOn(SIGHUP);
    std::signal(SIGPIPE, SIG_IGN);
#endif
}

InterruptFlag::InterruptFlag()
{
    isNoted = false;
    isOnlyToBeNoted = true;
}

InterruptFlag::~InterruptFlag()
{
    isOnlyToBeNoted = false;
}

const std::atomic<bool> &InterruptFlag::isSet() const
{
    return isNoted;
}

} // namespace countersign::cli
