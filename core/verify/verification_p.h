#pragma once

#include "core/verify/hypothesissearch.h"
#include "core/verify/identityverifier.h"
#include "core/verify/proofform.h"

namespace countersign::verify {

/// What one verification works with. Everything outlives it.
struct Verification
{
    const recipes::Recipe &recipe;
    const recipes::ProofRule &rule;
    const recipes::Property &property;
    const std::vector<CandidateKey> &keys; ///< current first, then previous, standby, revoked
    const Clock &clock;
    const VerificationRequest &request;
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

/// The secret keys of the property in all their forms, and the samples.
std::vector<SearchKey> searchKeysOf(const std::vector<CandidateKey> &keys);
bool anyCanVerify(const std::vector<CandidateKey> &keys);

/// A key, user id, e-mail, UUID… pasted where the proof belongs; nothing when it may be one.
std::optional<Cause> notAProof(const Verification &verification, const QString &expected);

} // namespace countersign::verify
