#pragma once

#include "app/cli/session.h"
#include "app/cli/verb.h"

namespace countersign::cli {

/// --yes, for verbs that cannot be undone.
Option yesOption();
/// Goes on with --yes, or when the person at the terminal types `word`; `warning` says what will be lost.
CliResult<void> confirm(Session &session, const QString &warning, const QString &word);

} // namespace countersign::cli
