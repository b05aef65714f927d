#pragma once

#include "app/cli/verb.h"

namespace countersign::cli {

/// countersign-cli(1) in roff, made from the verbs. The file app/cli/countersign-cli.1 is this.
QString manPage(const QList<Verb> &verbs);

} // namespace countersign::cli
