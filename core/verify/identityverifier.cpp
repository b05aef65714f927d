#include "core/verify/identityverifier.h"

#include "core/verify/verification_p.h"

#include <algorithm>

namespace countersign::verify {

namespace {

int order(keys::KeyStatus status)
{
    switch (status) {
    case keys::KeyStatus::Current:
        return 0;
    case keys::KeyStatus::Previous:
        return 1;
    case keys::KeyStatus::Standby:
        return 2;
    case keys::KeyStatus::Revoked:
    case keys::KeyStatus::Destroyed:
        break;
    }
    return 3;
}

/// Likely keys first; among equals the newest.
bool comesBefore(const CandidateKey &left, const CandidateKey &right)
{
    const auto rank = [](const CandidateKey &key) {
        return std::pair(order(key.version.status), -key.version.number);
    };
    return rank(left) < rank(right);
}

std::vector<CandidateKey> inOrder(std::vector<CandidateKey> keys)
{
    std::ranges::stable_sort(keys, comesBefore);
    return keys;
}

/// The rule asked for, or the first of the recipe whose kind the pasted text has.
const recipes::ProofRule *ruleFor(const recipes::Recipe &recipe, const VerificationRequest &request)
{
    if (!request.proofRule.isEmpty() || recipe.proofs.isEmpty()) {
        return recipe.proof(request.proofRule);
    }
    const ProofForm form = proofFormOf(request.proof);
    const auto fits = [form](const recipes::ProofRule &rule) {
        return rule.jwt() ? looksLikeToken(form) : looksLikeHash(form);
    };
    const auto found = std::ranges::find_if(recipe.proofs, fits);
    return found == recipe.proofs.end() ? &recipe.proofs.first() : &*found;
}

} // namespace

struct IdentityVerifier::Private
{
    Private(const recipes::Recipe &theRecipe, recipes::Property theProperty, std::vector<CandidateKey> keys,
            const Clock &theClock)
        : recipe(theRecipe)
        , property(std::move(theProperty))
        , prepared(inOrder(std::move(keys)))
        , clock(theClock)
    {
    }

    const recipes::Recipe &recipe;
    recipes::Property property;
    PreparedKeys prepared;
    const Clock &clock;

    Verdict verify(const VerificationRequest &request,
                   std::optional<std::span<const Hypothesis>> known) const;
};

IdentityVerifier::IdentityVerifier(const recipes::Recipe &recipe, recipes::Property property,
                                   std::vector<CandidateKey> keys, const Clock &clock)
    : d(std::make_unique<Private>(recipe, std::move(property), std::move(keys), clock))
{
}

IdentityVerifier::~IdentityVerifier() = default;

Verdict IdentityVerifier::Private::verify(const VerificationRequest &request,
                                          std::optional<std::span<const Hypothesis>> known) const
{
    const recipes::ProofRule *rule = ruleFor(recipe, request);
    if (!rule) {
        Verdict verdict;
        verdict.kind = VerdictKind::Unsupported;
        verdict.property = property.name;
        verdict.checkedAt = clock.now();
        return verdict;
    }
    const Verification verification{recipe,          *rule, property, prepared,
                                    prepared.keys(), clock, request,  known};
    return rule->jwt() ? verifyToken(verification, *rule->jwt()) : verifyMac(verification, *rule->mac());
}

Verdict IdentityVerifier::verify(const VerificationRequest &request) const
{
    return d->verify(request, std::nullopt);
}

Verdict IdentityVerifier::verifyAmong(std::span<const Hypothesis> known,
                                      const VerificationRequest &request) const
{
    return d->verify(request, known);
}

} // namespace countersign::verify
