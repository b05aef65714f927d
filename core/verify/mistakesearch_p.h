#pragma once

#include "core/verify/hypothesissearch.h"
#include "core/verify/prooftarget_p.h"
#include "core/verify/propertykeys_p.h"
#include "core/verify/searchprogress_p.h"

namespace countersign::verify {

/// Looks for the key that gives a proof once some known mistakes are made with it.
class MistakeSearch final
{
public:
    /// All outlive it.
    MistakeSearch(const ProofTarget &target, const PropertyKeys &keys, const SearchProgress &progress);

    /// The samples with every combination of mistakes, then all keys with one, then with two. The match's
    /// `keyIndex` counts PropertyKeys::places(); -1: a sample key or none made it.
    std::optional<SearchMatch> find();
    /// What find() computed, without what other threads did beyond the match.
    int hypothesesTried() const { return m_hypothesesTried; }

private:
    std::optional<SearchMatch> findSample();
    std::optional<SearchMatch> findKey(int mistakes);
    /// The keys from `first` on, so many on each core at a time.
    std::optional<SearchMatch> findInRound(std::size_t first, int mistakes);
    std::vector<SearchResult> resultsOfRound(std::size_t first, int mistakes) const;
    SearchResult resultOf(std::vector<SearchKey> searched) const;
    std::optional<SearchMatch> counted(SearchResult result);

    std::vector<SearchKey> formsOfKeys(std::size_t first, int mistakes) const;
    /// None where nothing can be keyed with it.
    std::vector<KeyForm> formsOf(const KeyPlace &place) const;

    const ProofTarget &m_target;
    const PropertyKeys &m_keys;
    const SearchProgress &m_progress;
    int m_hypothesesTried = 0;
};

} // namespace countersign::verify
