#pragma once

#include "core/verify/keyowners_p.h"
#include "core/verify/mistakesearch_p.h"

namespace countersign::verify {

/// One search from the pasted proof to the answer: decides what the proof is, looks for its key accordingly,
/// and names who holds that key.
class WhoseSearch final
{
public:
    /// All but the properties outlive it; `isCancelled` may be null and `observe` empty.
    WhoseSearch(std::vector<SearchedProperty> properties, const WhoseRequest &request,
                const std::atomic<bool> *isCancelled, const WhoseObserver &observe);

    /// Works once.
    WhoseAnswer run(const Clock &clock);

private:
    WhoseOutcome outcome();
    /// Of what no key could have made.
    WhoseOutcome outcomeOfOther(ProofForm form);
    WhoseOutcome outcomeOfHash();
    WhoseOutcome outcomeOfToken();
    WhoseOutcome outcomeOf(const ProofTarget &target);
    WhoseOutcome outcomeWithMistakes(const ProofTarget &target);
    WhoseOutcome outcomeOfMatch(const SearchMatch &match);
    /// Whether there are any.
    bool note(std::vector<KeyPlace> found);

    PropertyKeys m_keys;
    const WhoseRequest &m_request;
    SearchProgress m_progress;
    FoundKeys m_found;
    WhoseAnswer m_answer;
};

} // namespace countersign::verify
