#pragma once

#include "core/verify/identityverifier.h"

#include <atomic>
#include <functional>

namespace countersign::verify {

/// A property with its keys, as read from the vault for one search.
struct SearchedProperty
{
    const recipes::Recipe *recipe; ///< never null
    recipes::Property property;
    std::vector<CandidateKey> keys;
};

/// What is in hand of a proof whose property nobody knows.
struct WhoseRequest
{
    QString userId;
    QString email; ///< of a hash, one of the two is needed
    QString proof; ///< the hash or token as pasted
};

/// A property whose key made the proof.
struct KeyOwner
{
    recipes::Property property;
    const recipes::Recipe *recipe;
    int keyVersion = 0;
    Verdict verdict; ///< what verifying it on that property's page says
};

enum class WhoseOutcome {
    Found,
    NobodysKey,   ///< reproduced, but with a sample key or none at all: the causes say how
    NotFound,     ///< no key of the vault, with any of the known mistakes
    NotAProof,    ///< nothing that a key could have made: the causes say what it is
    NothingToTry, ///< no user id and no e-mail for a hash, or no key in the vault
    Cancelled,
};

struct WhoseAnswer
{
    WhoseOutcome outcome = WhoseOutcome::NotFound;
    std::vector<KeyOwner> owners; ///< several where properties share a key
    QList<Cause> causes;          ///< where there is no owner
    int propertiesSearched = 0;
    int keyVersionsTried = 0;
    int hypothesesTried = 0; ///< 0: it was made without a mistake
    std::chrono::microseconds took{0};
};

/// How far a search is. It goes over all keys up to three times: as they are, with one mistake, with two.
struct WhoseProgress
{
    int mistakes = 0; ///< in each combination of this time round
    int keyVersionsDone = 0;
    int keyVersions = 0;
    int hypothesesTried = 0; ///< since the beginning
};

/// Called on the searching thread, some thousand times at most.
using WhoseObserver = std::function<void(const WhoseProgress &)>;

QString outcomeName(WhoseOutcome outcome); ///< "found", "nobodys-key", …: for JSON

/// Answers "which property and key version made this?". Tries every key as it is first, and then every key
/// with one mistake, and with two. Ends early when another thread sets `isCancelled`; `observe` is told how
/// far it is.
WhoseAnswer findOwner(std::vector<SearchedProperty> properties, const WhoseRequest &request,
                      const Clock &clock, const std::atomic<bool> *isCancelled = nullptr,
                      const WhoseObserver &observe = {});

} // namespace countersign::verify
