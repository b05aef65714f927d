#pragma once

#include "core/keys/keyweakness.h"
#include "core/verify/hypothesissearch.h"
#include "core/verify/identityverifier.h"
#include "core/verify/proofform.h"

#include <array>
#include <mutex>

namespace countersign::verify {

class ForeignKeys;

/// The keys of a property and what is worked out from them once, on first use, by whichever thread.
class PreparedKeys final
{
public:
    /// The keys in the order they are tried, and what is mixed up with them.
    PreparedKeys(std::vector<CandidateKey> keys, KeyNeighbours neighbours);

    const std::vector<CandidateKey> &keys() const { return m_keys; }
    /// The secret keys in all their forms, and the samples.
    const SearchKeys &searchKeys() const;
    /// The gravest thing wrong with how strong a key is; how it is written is no matter of a proof.
    std::optional<keys::KeyWeakness> gravestWeakness(std::size_t index, crypto::HashAlgorithm hash) const;

private:
    using Weaknesses = std::array<std::optional<std::optional<keys::KeyWeakness>>, 4>; ///< by hash

    std::vector<CandidateKey> m_keys;
    KeyNeighbours m_neighbours;
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
    const ForeignKeys &others; ///< see foreignkeys_p.h
    OtherKeys otherKeys;       ///< where nothing is known yet
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
/// Notes what the search over the property's own keys did, and the match if there is one. Without a match
/// nothing is added.
void noteSearch(Verdict &verdict, const Verification &verification, const SearchResult &result,
                int mistakesTried);

/// The secrets in all their forms, and the samples.
std::vector<SearchKey> searchKeysOf(const std::vector<CandidateKey> &keys, const KeyNeighbours &neighbours);
/// What a property's keys are mixed up with.
KeyNeighbours neighboursOf(const recipes::Recipe &recipe, const recipes::Property &property);
/// Looks for what reproduces the value, as far as this verification goes.
SearchResult carryOut(const Verification &verification, const HypothesisSearch &search,
                      const QList<TagReading> &readings);
bool anyCanVerify(const std::vector<CandidateKey> &keys);

// legacyhashsearch.cpp

/// Whether the value is made with one of the property's keys and a hash function that no vendor asks for;
/// notes the causes and the key. `expected` names the right MAC.
bool searchLegacyHashes(Verdict &verdict, const Verification &verification,
                        const std::vector<MessageForm> &messages, const QList<TagReading> &readings,
                        const QString &expected);

// nothingmatched.cpp

/// No key gives this hash: what was ruled out, and what to ask for next.
Cause unknownKeyCause(const Verdict &verdict, const Verification &verification);
/// No key made this signature: likewise.
Cause signatureCause(const Verdict &verdict, const Verification &verification,
                     crypto::JwsAlgorithm algorithm);

// notaproof.cpp

/// A key, user id, e-mail, UUID… pasted where the proof belongs; nothing when it may be one.
std::optional<Cause> notAProof(const Verification &verification, const QString &expected);
/// The key of another property pasted there; asked for when nothing else explains the value.
std::optional<Cause> foreignKeyPasted(const Verification &verification, const QString &expected);

} // namespace countersign::verify
