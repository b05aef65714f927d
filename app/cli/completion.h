#pragma once

#include "app/cli/verb.h"

namespace countersign::cli {

enum class Shell { Bash, Zsh, Fish };

/// The completion script for a shell, made from the verbs. The files in app/cli/completions/ are these.
QString completionScript(Shell shell, const QList<Verb> &verbs);

} // namespace countersign::cli
