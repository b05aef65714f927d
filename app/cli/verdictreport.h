#pragma once

#include "app/cli/session.h"
#include "core/verify/verdict.h"

namespace countersign::cli {

/// Prints a verdict, as the contract's JSON or as lines for people, and turns it into the exit code.
ExitCode reportVerdict(Session &session, const verify::Verdict &verdict);

/// The members of a verdict in JSON.
QStringList verdictJsonKeys();

} // namespace countersign::cli
