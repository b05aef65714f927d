#pragma once

#include "core/verify/cause.h"

#include <QtGlobal>

#include <span>

namespace countersign::verify {

struct CauseRow
{
    CauseId id;
    CauseTexts texts;
};

/// The table of causes, in parts that follow the groups of CauseId.
std::span<const CauseRow> keyCauses();
std::span<const CauseRow> messageCauses();
std::span<const CauseRow> constructionCauses();
std::span<const CauseRow> tokenCauses();
std::span<const CauseRow> claimCauses();
std::span<const CauseRow> otherCauses();

} // namespace countersign::verify
