#pragma once

#include "core/bulk/listsummary.h"
#include "core/vault/activity.h"

#include <optional>

namespace countersign::events {

/// What the activity says of a check: how it ended and why, never of whom.
struct CheckEvent
{
    vault::ActivityKind kind{};
    QString detail; ///< "IDV-MESSAGE-EMAIL", "14 verified, 2 failed"

    bool operator==(const CheckEvent &) const = default;
};

/// Nothing for what could not be decided: that is no event.
std::optional<CheckEvent> eventOf(const verify::Verdict &verdict);
/// Of a whole list. Nothing when no row of it could be decided.
std::optional<CheckEvent> eventOf(const bulk::ListSummary &summary);

} // namespace countersign::events
