#pragma once

#include "core/verify/construction.h"
#include "core/verify/messageform.h"
#include "core/verify/searchkeys.h"
#include "core/verify/tagreading.h"

#include <atomic>
#include <chrono>
#include <span>

namespace countersign::verify {

/// The hypothesis that reproduced the value.
struct SearchMatch
{
    Hypothesis hypothesis;
    int keyIndex = -1;   ///< -1: no key of the list
    QList<Cause> faults; ///< message, construction, writing, key: the most telling first
};

struct SearchResult
{
    std::optional<SearchMatch> match;
    int tried = 0;          ///< combinations computed; what another thread did beyond a match does not count
    bool isComplete = true; ///< false: not found, and hypotheses were left out that could have been it
    std::chrono::microseconds took{0};
};

/// Computes every combination of key form, message form and construction that could have the length of a
/// reading, the ones with the fewest mistakes first, and stops at the first that gives the value. Works on
/// every core of the processor where there is much to compute.
class HypothesisSearch final
{
public:
    /// `keys` must outlive it.
    HypothesisSearch(const SearchKeys &keys, std::vector<MessageForm> messages,
                     std::vector<Construction> constructions);
    ~HypothesisSearch();

    /// Ends early, and without a match incomplete, when another thread sets `isCancelled`.
    SearchResult find(const QList<TagReading> &readings,
                      const std::atomic<bool> *isCancelled = nullptr) const;
    /// The same among these hypotheses alone, with every form of the message.
    SearchResult findAmong(std::span<const Hypothesis> known, const QList<TagReading> &readings) const;
    /// How many single mistakes the combinations are made of.
    int knownMistakes() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign::verify
