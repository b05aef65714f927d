#pragma once

#include "core/verify/construction.h"
#include "core/verify/keyform.h"
#include "core/verify/messageform.h"
#include "core/verify/tagreading.h"

#include <chrono>
#include <span>

namespace countersign::verify {

/// A key to try in all its forms. The search knows no properties: whoever asks keeps the list the indexes
/// point into, be it one property's versions or a whole vault's.
struct SearchKey
{
    int index = -1; ///< -1: a sample, nobody's key
    std::vector<KeyForm> forms;
};

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
    int tried = 0;          ///< combinations computed
    bool isComplete = true; ///< false: not found, and hypotheses were left out that could have been it
    std::chrono::microseconds took{0};
};

/// Computes every combination of key form, message form and construction that could have the length of a
/// reading, the ones with the fewest mistakes first, and stops at the first that gives the value.
class HypothesisSearch final
{
public:
    /// `keys` must outlive it.
    HypothesisSearch(const std::vector<SearchKey> &keys, std::vector<MessageForm> messages,
                     std::vector<Construction> constructions);
    ~HypothesisSearch();

    SearchResult find(const QList<TagReading> &readings) const;
    /// The same among these hypotheses alone, with every form of the message.
    SearchResult findAmong(std::span<const Hypothesis> known, const QList<TagReading> &readings) const;
    /// How many single mistakes the combinations are made of.
    int knownMistakes() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign::verify
