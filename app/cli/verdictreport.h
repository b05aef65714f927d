#pragma once

#include "app/cli/session.h"
#include "core/verify/verdict.h"

namespace countersign::cli {

/// Prints a verdict, as the contract's JSON or as lines for people, and turns it into the exit code.
ExitCode reportVerdict(Session &session, const verify::Verdict &verdict);

/// Each cause with its id, its sentence and what to do, for people.
QStringList linesOf(const QList<verify::Cause> &causes);

/// The members of a verdict in JSON.
QStringList verdictJsonKeys();

} // namespace countersign::cli
