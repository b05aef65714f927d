#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"

namespace countersign::ui {

/// A time claim in words: "21 Nov 2026, 00:00:00 UTC, in 59 min".
struct ClaimTime
{
    QString name; ///< "Expires (exp)"
    QString text;
};

/// The registered time claims a token has, in the order people ask for them. What is no time says so.
QList<ClaimTime> claimTimes(const JsonObject &claims, Timestamp now);

} // namespace countersign::ui
