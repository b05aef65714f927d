#pragma once

#include "app/cli/session.h"
#include "app/cli/verb.h"
#include "core/recipes/property.h"

namespace countersign::cli {

/// The options of `verify P --csv FILE`, beside those that both kinds of verifying take.
QList<Option> listOptions();
/// What of it the help says beyond the options.
QString listDescription();

/// Verifies a list row by row: progress on a terminal, a summary by cause, one verdict a row in `--out`.
VerbResult verifyList(Session &session, const recipes::Recipe &recipe, const recipes::Property &property);

} // namespace countersign::cli
