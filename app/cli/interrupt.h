#pragma once

namespace countersign::cli {

/// Makes Ctrl+C end the program at once with exit code 130 and the terminal as it was. That is safe at any
/// moment: files are written beside their target and renamed, and the vault changes in transactions. A
/// reader that closes its pipe is met as a failed write, not as a signal.
void handleSignals();

} // namespace countersign::cli
