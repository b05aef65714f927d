#pragma once

#include "app/cli/failure.h"

namespace countersign::cli {

/// "-" means standard output to most people. Where a verb writes files alone it is refused, so that none of
/// that name is made; `instead` is a sentence with what to do. "./-" is still a file.
CliResult<void> refuseStandardOutput(const QString &path, const QString &instead);

} // namespace countersign::cli
