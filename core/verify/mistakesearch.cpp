#include "core/verify/mistakesearch_p.h"

#include "core/base/parallel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

/// So many keys get their forms at a time: a large vault's would fill the memory.
constexpr std::size_t keysAtOnce = 500;
/// So many are gone through between two words about how far the search is.
constexpr std::size_t keysInARound = 16 * keysAtOnce;

} // namespace

MistakeSearch::MistakeSearch(const ProofTarget &target, const PropertyKeys &keys,
                             const SearchProgress &progress)
    : m_target(target)
    , m_keys(keys)
    , m_progress(progress)
{
}

std::optional<SearchMatch> MistakeSearch::find()
{
    return findSample().or_else([this] { return findKey(1); }).or_else([this] { return findKey(2); });
}

std::optional<SearchMatch> MistakeSearch::findSample()
{
    std::vector<SearchKey> samples;
    samples.push_back({-1, sampleKeyForms()});
    return counted(resultOf(std::move(samples)));
}

std::optional<SearchMatch> MistakeSearch::findKey(int mistakes)
{
    for (std::size_t first = 0; first < m_keys.places().size() && !m_progress.isCancelled();
         first += keysInARound) {
        if (auto match = findInRound(first, mistakes)) {
            return match;
        }
        m_progress.report(mistakes, first + keysInARound, m_hypothesesTried);
    }
    return std::nullopt;
}

std::optional<SearchMatch> MistakeSearch::findInRound(std::size_t first, int mistakes)
{
    for (SearchResult &result : resultsOfRound(first, mistakes)) {
        if (auto match = counted(std::move(result))) {
            return match;
        }
    }
    return std::nullopt;
}

std::vector<SearchResult> MistakeSearch::resultsOfRound(std::size_t first, int mistakes) const
{
    const std::size_t keys = std::min(keysInARound, m_keys.places().size() - first);
    std::vector<SearchResult> results((keys + keysAtOnce - 1) / keysAtOnce);
    std::atomic<std::size_t> firstFound = results.size();
    forEachInParallel(results.size(), [&](std::size_t i) {
        if (i < firstFound && !m_progress.isCancelled()) {
            results[i] = resultOf(formsOfKeys(first + i * keysAtOnce, mistakes));
            lower(firstFound, results[i].match ? i : results.size());
        }
    });
    return results;
}

SearchResult MistakeSearch::resultOf(std::vector<SearchKey> searched) const
{
    const SearchKeys keys(std::move(searched));
    const HypothesisSearch search(keys, m_target.messages, constructionsFor(m_target.hash));
    return search.find(m_target.readings, m_progress.cancellation());
}

std::optional<SearchMatch> MistakeSearch::counted(SearchResult result)
{
    m_hypothesesTried += result.tried;
    return std::move(result.match);
}

std::vector<SearchKey> MistakeSearch::formsOfKeys(std::size_t first, int mistakes) const
{
    std::vector<SearchKey> searched;
    for (std::size_t i = first; i < std::min(first + keysAtOnce, m_keys.places().size()); ++i) {
        if (std::vector<KeyForm> forms = formsOf(m_keys.places()[i]); !forms.empty()) {
            searched.push_back({static_cast<int>(i), std::move(forms), mistakes});
        }
    }
    return searched;
}

std::vector<KeyForm> MistakeSearch::formsOf(const KeyPlace &place) const
{
    if (const keys::SecretKey *secret = m_keys.secretAt(place)) {
        return formsOfSecret(*secret);
    }
    const auto key = keys::publicKeyOf(m_keys.keyAt(place).material);
    return key ? formsOfPublicKey(*key, u"HMAC"_s, u"RSA"_s) : std::vector<KeyForm>();
}

} // namespace countersign::verify
