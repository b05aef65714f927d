#pragma once

#include "app/cli/session.h"

#include <QStringList>

namespace countersign::cli {

/// The whole program but for its process: runs what the arguments (without the program's name) ask for and
/// returns the exit code of cli.md. Everything it reads and writes is in the environment.
int runCli(const QStringList &arguments, Environment &environment);

} // namespace countersign::cli
