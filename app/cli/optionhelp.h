#pragma once

#include "app/cli/verb.h"

namespace countersign::cli {

/// An option's help with the choices, the value when it is not given and whether it may be repeated.
QString wholeHelpOf(const Option &option);

} // namespace countersign::cli
