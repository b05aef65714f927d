#pragma once

#include <atomic>

namespace countersign::cli {

/// Makes Ctrl+C end the program at once with exit code 130 and the terminal as it was. That is safe at any
/// moment: files are written beside their target and renamed, and the vault changes in transactions. A
/// reader that closes its pipe is met as a failed write, not as a signal.
void handleSignals();

/// While one lives, the first Ctrl+C (or end of the session) is only noted, so that long work can stop by
/// itself and leave nothing behind; a second one ends the program as usual. There is one at a time.
class InterruptFlag final
{
public:
    InterruptFlag();
    ~InterruptFlag();
    InterruptFlag(const InterruptFlag &) = delete;
    InterruptFlag &operator=(const InterruptFlag &) = delete;

    const std::atomic<bool> &isSet() const;
};

} // namespace countersign::cli
