#pragma once

#include "core/verify/whose.h"
#include "core/verify/wording.h"

namespace countersign::verify {

/// The answer in large type: "Shop EU, key version 2", "No key in this vault made it".
QString whoseHeadline(const WhoseAnswer &answer, const Translate &translate = inEnglish);
/// One or two sentences under it: what else is to know, or what to do next.
QString whoseExplanation(const WhoseAnswer &answer, const Translate &translate = inEnglish);
/// "50,000 key versions of 10,000 properties, 3,450,000 combinations, in 812 ms".
QString whoseSummary(const WhoseAnswer &answer, const Translate &translate = inEnglish);

} // namespace countersign::verify
