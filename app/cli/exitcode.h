#pragma once

#include "core/base/error.h"
#include "core/verify/verdict.h"

namespace countersign::cli {

/// What the program tells its caller. Stable: scripts depend on these.
enum class ExitCode {
    Done = 0, ///< for a verification: verified
    VerificationFailed = 1,
    WrongUsage = 2,
    UnreadableInput = 3,   ///< a key file, token or recipe that cannot be parsed
    VaultProblem = 4,      ///< wrong passphrase, damaged, in use, unknown property
    NothingDecided = 5,    ///< nothing to check with, or unsupported
    InputOutputFailed = 6, ///< nothing was lost
    Cancelled = 130,
};

ExitCode exitCodeFor(ErrorCode code);
ExitCode exitCodeFor(verify::VerdictKind kind);

/// The code's name as JSON writes it: "WrongPassphrase".
QString errorCodeName(ErrorCode code);

} // namespace countersign::cli
