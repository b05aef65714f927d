#pragma once

#include "core/verify/propertykeys_p.h"

namespace countersign::verify {

/// The keys that made a proof, and what was wrong when they did.
struct FoundKeys
{
    std::vector<KeyPlace> places;
    QList<Cause> faults; ///< empty where they were used as they are
};

/// The properties that hold the keys, each once and with the lowest of its versions among them, in the order
/// of the search. Each has the verdict of its own page on the proof, for which its keys are taken out of
/// `keys`.
std::vector<KeyOwner> ownersOf(FoundKeys found, PropertyKeys &keys, const WhoseRequest &request,
                               const Clock &clock);

} // namespace countersign::verify
