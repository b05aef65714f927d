#include "core/verify/whosesearch_p.h"

#include "core/verify/exactsearch_p.h"
#include "core/verify/tokencauses.h"
#include "core/verify/unwrap.h"

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

CauseId causeOfOtherForm(ProofForm form)
{
    switch (form) {
    case ProofForm::Empty:
        return CauseId::NotAProofEmpty;
    case ProofForm::TooLarge:
        return CauseId::TokenTooLarge;
    default:
        return CauseId::NotAProofOther;
    }
}

} // namespace

WhoseSearch::WhoseSearch(std::vector<SearchedProperty> properties, const WhoseRequest &request,
                         const std::atomic<bool> *isCancelled, const WhoseObserver &observe)
    : m_keys(std::move(properties))
    , m_request(request)
    , m_progress(m_keys.places().size(), isCancelled, observe)
{
}

WhoseAnswer WhoseSearch::run(const Clock &clock)
{
    using std::chrono::steady_clock;
    const auto start = steady_clock::now();
    m_answer.propertiesSearched = static_cast<int>(m_keys.properties().size());
    m_answer.keyVersionsTried = static_cast<int>(m_keys.places().size());
    m_answer.outcome = outcome();
    if (m_progress.isCancelled()) {
        m_answer.outcome = WhoseOutcome::Cancelled;
    } else {
        m_answer.owners = ownersOf(std::move(m_found), m_keys, m_request, clock);
    }
    m_answer.took = std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - start);
    return std::move(m_answer);
}

WhoseOutcome WhoseSearch::outcome()
{
    const ProofForm form = proofFormOf(m_request.proof);
    if (form == ProofForm::Empty || form == ProofForm::TooLarge) {
        return outcomeOfOther(form);
    }
    if (m_keys.places().empty()) {
        return WhoseOutcome::NothingToTry;
    }
    // A secret where the proof belongs: whoever sent it has given the key away.
    if (note(m_keys.withText(m_request.proof))) {
        return WhoseOutcome::Found;
    }
    if (looksLikeToken(form)) {
        return outcomeOfToken();
    }
    return looksLikeHash(form) ? outcomeOfHash() : outcomeOfOther(form);
}

WhoseOutcome WhoseSearch::outcomeOfOther(ProofForm form)
{
    m_answer.causes.append(
        {causeOfOtherForm(form),
         {{u"found"_s, QString::fromLatin1(proofFormName(form))}, {u"expected"_s, u"a hash or a token"_s}},
         {},
         {}});
    return WhoseOutcome::NotAProof;
}

WhoseOutcome WhoseSearch::outcomeOfHash()
{
    const bool hasMessage = !m_request.userId.isEmpty() || !m_request.email.isEmpty();
    return hasMessage ? outcomeOf(targetOfHash(m_request)) : WhoseOutcome::NothingToTry;
}

WhoseOutcome WhoseSearch::outcomeOfToken()
{
    const jose::DecodedToken token = jose::decodeToken(unwrap(m_request.proof).text.toUtf8());
    if (!token.jwt || token.jwt->signature.isEmpty()) {
        m_answer.causes = causesOf(token, {});
        return WhoseOutcome::NotAProof;
    }
    const auto algorithm = crypto::algorithmNamed(token.jwt->algorithm());
    if (algorithm && crypto::keyTypeFor(*algorithm) != crypto::KeyType::Secret) {
        return note(pairsThatSigned(*token.jwt, *algorithm, m_keys, m_progress)) ? WhoseOutcome::Found
                                                                                 : WhoseOutcome::NotFound;
    }
    return outcomeOf(targetOfToken(*token.jwt));
}

WhoseOutcome WhoseSearch::outcomeOf(const ProofTarget &target)
{
    const bool isFound = note(secretsThatMade(target, m_keys, m_progress));
    return isFound ? WhoseOutcome::Found : outcomeWithMistakes(target);
}

WhoseOutcome WhoseSearch::outcomeWithMistakes(const ProofTarget &target)
{
    MistakeSearch search(target, m_keys, m_progress);
    const std::optional<SearchMatch> match = search.find();
    m_answer.hypothesesTried = search.hypothesesTried();
    return match ? outcomeOfMatch(*match) : WhoseOutcome::NotFound;
}

WhoseOutcome WhoseSearch::outcomeOfMatch(const SearchMatch &match)
{
    if (match.keyIndex < 0) {
        m_answer.causes = match.faults;
        return WhoseOutcome::NobodysKey;
    }
    const KeyPlace &place = m_keys.places()[static_cast<std::size_t>(match.keyIndex)];
    m_found = {m_keys.withSameKeyAs(place), match.faults};
    return WhoseOutcome::Found;
}

bool WhoseSearch::note(std::vector<KeyPlace> found)
{
    m_found.places = std::move(found);
    return !m_found.places.empty();
}

} // namespace countersign::verify
