#pragma once

#include "app/cli/session.h"
#include "app/cli/verb.h"

namespace countersign::cli {

inline constexpr int mostActivityEntries = 1'000'000;

/// "--property P" and "--kind KIND", for the verbs that choose entries.
QList<Option> activityOptions();
/// The entries they choose, newest first, at most `limit`.
CliResult<QList<vault::ActivityEntry>> chosenActivity(Session &session, int limit);

} // namespace countersign::cli
