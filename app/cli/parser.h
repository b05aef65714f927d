#pragma once

#include "app/cli/arguments.h"
#include "app/cli/verb.h"

#include <variant>

namespace countersign::cli {

struct HelpWanted
{
};

/// Reads the options and operands of a verb; every value is checked against its kind. Only this file and
/// helptext.cpp know CLI11, through commandapp.h.
CliResult<std::variant<Arguments, HelpWanted>> parseArguments(const Verb &verb, const QStringList &arguments);

} // namespace countersign::cli
