#pragma once

#include "core/verify/identityverifier.h"

#include <mutex>

namespace countersign::bulk {

/// Finds the causes of many failing rows at a bounded cost. What explained a row is tried on the next ones
/// first; a full search is made of the first rows that stay unexplained, then of fewer and fewer of them, and
/// of more again once one found something new. Where the vault holds thousands of other keys, these are gone
/// through with their mistakes in few searches, as they are in more, and not in all. For several threads at
/// once.
class CauseFinder final
{
public:
    static constexpr int usualSample = 256;

    /// `sample`: how many unexplained rows in a row are searched in full.
    explicit CauseFinder(const verify::IdentityVerifier &verifier, int sample = usualSample)
        : m_verifier(verifier)
        , m_sample(sample)
    {
    }

    verify::Verdict verdictOf(const verify::VerificationRequest &request);

    /// Full searches made so far.
    int searches() const;

private:
    using Known = std::shared_ptr<const std::vector<verify::Hypothesis>>;

    Known known() const;
    bool takeSearch();
    /// How far the next search goes through the keys of other properties.
    verify::OtherKeys otherKeys() const;
    void noteOtherKeys(verify::OtherKeys used);
    void learn(const verify::Hypothesis &hypothesis);

    const verify::IdentityVerifier &m_verifier;
    mutable std::mutex m_mutex;
    Known m_known = std::make_shared<const std::vector<verify::Hypothesis>>();
    int m_searches = 0;
    quint64 m_unexplained = 0; ///< rows that no known hypothesis explained
    quint64 m_nextSearch = 0;  ///< which of them is searched next, once the sample is used up
    int m_sample;              ///< full searches allowed in a row
    // Keys of other properties that may still be gone through, all searches together.
    qint64 m_withMistakesLeft = 1'000;
    qint64 m_asTheyAreLeft = 2'000'000;
};

} // namespace countersign::bulk
