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
    const recipes::Recipe &recipe;
    recipes::Property property;
    std::vector<CandidateKey> keys;
    const Clock &clock;
};

IdentityVerifier::IdentityVerifier(const recipes::Recipe &recipe, recipes::Property property,
                                   std::vector<CandidateKey> keys, const Clock &clock)
    : d(std::make_unique<Private>(recipe, std::move(property), std::move(keys), clock))
{
    std::ranges::stable_sort(d->keys, comesBefore);
}

IdentityVerifier::~IdentityVerifier() = default;

Verdict IdentityVerifier::verify(const VerificationRequest &request) const
{
    const recipes::ProofRule *rule = ruleFor(d->recipe, request);
    if (!rule) {
        Verdict verdict;
        verdict.kind = VerdictKind::Unsupported;
        verdict.property = d->property.name;
        verdict.checkedAt = d->clock.now();
        return verdict;
    }
    const Verification verification{d->recipe, *rule, d->property, d->keys, d->clock, request};
    return rule->jwt() ? verifyToken(verification, *rule->jwt()) : verifyMac(verification, *rule->mac());
}

} // namespace countersign::verify
