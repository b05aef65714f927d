#pragma once

#include "core/jose/jwtverifier.h"
#include "core/recipes/property.h"
#include "core/verify/proofform.h"

#include <memory>
#include <span>
#include <vector>

namespace countersign::verify {

/// A key version with its key, as read from the vault for one verification.
struct CandidateKey
{
    keys::KeyVersion version;
    keys::KeyMaterial material;
};

/// What support has in hand.
struct VerificationRequest
{
    QString userId;
    QString email;     ///< optional; helps to find the cause
    QString proof;     ///< the hash or token as pasted
    QString proofRule; ///< empty: the recipe's first whose form fits
    std::chrono::seconds clockSkew{0};
};

/// Checks one hash or token against a property's key versions and says why it fails. Never changes what
/// it checks: a proof that would only verify after trimming or re-encoding fails, with that as the cause.
/// Any number of threads may use one object at once.
class IdentityVerifier final
{
public:
    /// Keeps prepared keys; `recipe` and `clock` must outlive it.
    IdentityVerifier(const recipes::Recipe &recipe, recipes::Property property,
                     std::vector<CandidateKey> keys, const Clock &clock);
    ~IdentityVerifier();

    Verdict verify(const VerificationRequest &request) const;
    /// The same, but looks for a cause that takes a search among hypotheses that explained other proofs of
    /// this property alone. What they explain gets the verdict of verify(); of the rest
    /// Verdict::isSearchedInFull is false.
    Verdict verifyAmong(std::span<const Hypothesis> known, const VerificationRequest &request) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign::verify
