#pragma once

#include "core/keys/keyweakness.h"
#include "core/verify/hypothesissearch.h"
#include "core/verify/identityverifier.h"
#include "core/verify/proofform.h"

#include <array>
#include <mutex>

namespace countersign::verify {

/// The keys of a property and what is worked out from them once, on first use, by whichever thread.
class PreparedKeys final
{
public:
    explicit PreparedKeys(std::vector<CandidateKey> keys); ///< in the order they are tried

    const std::vector<CandidateKey> &keys() const { return m_keys; }
    /// The secret keys in all their forms, and the samples.
    const SearchKeys &searchKeys() const;
    /// The gravest thing wrong with how strong a key is; how it is written is no matter of a proof.
    std::optional<keys::KeyWeakness> gravestWeakness(std::size_t index, crypto::HashAlgorithm hash) const;

private:
    using Weaknesses = std::array<std::optional<std::optional<keys::KeyWeakness>>, 4>; ///< by hash

    std::vector<CandidateKey> m_keys;
    mutable std::mutex m_mutex;
    mutable std::optional<SearchKeys> m_searchKeys;
    mutable std::vector<Weaknesses> m_weaknesses;
};

/// What one verification works with. Everything outlives it.
struct Verification
{
    const recipes::Recipe &recipe;
    const recipes::ProofRule &rule;
    const recipes::Property &property;
    const PreparedKeys &prepared;
    const std::vector<CandidateKey> &keys; ///< its own: current first, then previous, standby, revoked
    const Clock &clock;
    const VerificationRequest &request;
    /// Where given, a cause is looked for among these alone.
    std::optional<std::span<const Hypothesis>> known;
};

Verdict verifyMac(const Verification &verification, const recipes::MacRule &rule);
Verdict verifyToken(const Verification &verification, const recipes::JwtRule &rule);

// Shared by both.

/// A verdict with everything filled in but its kind and causes.
Verdict beginVerdict(const Verification &verification);
/// Notes the version that matched and what its status means for the proof; the key's own weakness too when
/// the proof verified.
void nameKey(Verdict &verdict, const Verification &verification, int keyIndex);
/// Marks the verdict failed unless all its causes are remarks; those go to the end.
void settle(Verdict &verdict);
/// Notes what the search did, and the match if there is one. Without a match nothing is added.
void noteSearch(Verdict &verdict, const Verification &verification, const SearchResult &result,
                int mistakesTried);

std::vector<SearchKey> searchKeysOf(const std::vector<CandidateKey> &keys);
/// Looks for what reproduces the value, as far as this verification goes.
SearchResult carryOut(const Verification &verification, const HypothesisSearch &search,
                      const QList<TagReading> &readings);
bool anyCanVerify(const std::vector<CandidateKey> &keys);

/// A key, user id, e-mail, UUID… pasted where the proof belongs; nothing when it may be one.
std::optional<Cause> notAProof(const Verification &verification, const QString &expected);

} // namespace countersign::verify
