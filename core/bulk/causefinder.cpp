#include "core/bulk/causefinder.h"

#include <algorithm>

namespace countersign::bulk {

namespace {

/// A new cause is often the first of several, and a list rarely has this many.
constexpr int sampleAfterFinding = 64;
constexpr std::size_t mostKnown = 48;

} // namespace

verify::Verdict CauseFinder::verdictOf(const verify::VerificationRequest &request)
{
    const Known hypotheses = known();
    verify::Verdict verdict = m_verifier.verifyAmong(*hypotheses, request);
    if (verdict.isSearchedInFull || !takeSearch()) {
        return verdict;
    }
    const verify::OtherKeys others = otherKeys();
    verdict = m_verifier.verify(request, others);
    if (!verdict.keyVersion) {
        noteOtherKeys(others); // no key of its own explained it
    }
    if (verdict.hypothesis) {
        learn(*verdict.hypothesis);
    }
    return verdict;
}

verify::OtherKeys CauseFinder::otherKeys() const
{
    const int count = m_verifier.otherKeyVersions();
    const std::scoped_lock lock(m_mutex);
    return count <= m_withMistakesLeft ? verify::OtherKeys::WithMistakes
           : count <= m_asTheyAreLeft  ? verify::OtherKeys::AsTheyAre
                                       : verify::OtherKeys::LeftOut;
}

void CauseFinder::noteOtherKeys(verify::OtherKeys used)
{
    const int count = m_verifier.otherKeyVersions();
    const std::scoped_lock lock(m_mutex);
    m_withMistakesLeft -= used == verify::OtherKeys::WithMistakes ? count : 0;
    m_asTheyAreLeft -= used == verify::OtherKeys::AsTheyAre ? count : 0;
}

int CauseFinder::searches() const
{
    const std::scoped_lock lock(m_mutex);
    return m_searches;
}

CauseFinder::Known CauseFinder::known() const
{
    const std::scoped_lock lock(m_mutex);
    return m_known;
}

bool CauseFinder::takeSearch()
{
    const std::scoped_lock lock(m_mutex);
    ++m_unexplained;
    if (m_sample > 0) {
        --m_sample;
    } else if (m_unexplained >= m_nextSearch) {
        m_nextSearch = m_unexplained + std::max<quint64>(1, m_unexplained / 8);
    } else {
        return false;
    }
    ++m_searches;
    return true;
}

void CauseFinder::learn(const verify::Hypothesis &hypothesis)
{
    const std::scoped_lock lock(m_mutex);
    if (m_known->size() >= mostKnown || std::ranges::find(*m_known, hypothesis) != m_known->end()) {
        return;
    }
    auto more = std::make_shared<std::vector<verify::Hypothesis>>(*m_known);
    more->push_back(hypothesis);
    m_known = std::move(more);
    m_sample = std::max(m_sample, sampleAfterFinding);
}

} // namespace countersign::bulk
