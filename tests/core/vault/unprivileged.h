#pragma once

#include <functional>

#include <grp.h>
#include <sys/wait.h>
#include <unistd.h>

/// Runs a case as somebody without root's rights: in a child that gave them up when this is root, as CI is,
/// else here. Returns whether it held.
inline bool holdsUnprivileged(const std::function<bool()> &holds)
{
    if (geteuid() != 0) {
        return holds();
    }
    constexpr uid_t nobody = 65534;
    const pid_t child = fork();
    if (child == 0) {
        const bool gaveUp = setgroups(0, nullptr) == 0 && setgid(nobody) == 0 && setuid(nobody) == 0;
        _exit(gaveUp && holds() ? 0 : 1);
    }
    int status = 0;
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
