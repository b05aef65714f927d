#pragma once

#include "app/cli/verb.h"

namespace countersign::cli {

/// What `--help` prints for a verb, with its worked example.
QString verbHelp(const Verb &verb);
/// The same for a group of verbs ("keys"), or for the whole program when `words` is empty.
QString groupHelp(const QList<Verb> &verbs, const QStringList &words);

} // namespace countersign::cli
