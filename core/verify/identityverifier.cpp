#include "core/verify/identityverifier.h"

#include "core/verify/foreignkeys_p.h"
#include "core/verify/typedsubject_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

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

std::vector<CandidateKey> inTryingOrder(std::vector<CandidateKey> keys)
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
    if (recipe.proofs.size() == 1) {
        return &recipe.proofs.first(); // whatever was pasted
    }
    const ProofForm form = proofFormOf(request.proof);
    const auto fits = [form](const recipes::ProofRule &rule) {
        return rule.jwt() ? looksLikeToken(form) : looksLikeHash(form);
    };
    const auto found = std::ranges::find_if(recipe.proofs, fits);
    return found == recipe.proofs.end() ? &recipe.proofs.first() : &*found;
}

bool isOnlyForAnotherUser(const Verdict &verdict)
{
    return verdict.has(CauseId::ClaimSubjectMismatch) &&
           std::ranges::all_of(verdict.causes, [](const Cause &cause) {
               return cause.id == CauseId::ClaimSubjectMismatch || isRemark(cause.id);
           });
}

/// The verdict on the token where it is right for the value that was meant: something came along with the one
/// given here.
std::optional<Verdict> verifiedForBareSubject(const Verification &verification, SubjectKind kind)
{
    const bool isEmail = kind == SubjectKind::Email;
    VerificationRequest request = verification.request;
    QString &value = isEmail ? request.email : request.userId;
    for (const BareSubject &bare : bareSubjects(QString(value))) {
        value = bare.value;
        const Verification meant{verification.recipe,
                                 verification.rule,
                                 verification.property,
                                 verification.prepared,
                                 verification.keys,
                                 verification.clock,
                                 request,
                                 verification.known,
                                 verification.others,
                                 verification.otherKeys};
        Verdict verdict = verifyToken(meant, *verification.rule.jwt());
        if (verdict.kind == VerdictKind::Verified) {
            verdict.causes.prepend(
                {CauseId::SubjectTyped,
                 {{u"subject"_s, subjectPhrase(kind)}, {u"difference"_s, QString::fromUtf8(bare.difference)}},
                 {},
                 {}});
            verdict.kind = VerdictKind::Failed;
            return verdict;
        }
    }
    return std::nullopt;
}

Verdict verifyTokenOf(const Verification &verification)
{
    Verdict verdict = verifyToken(verification, *verification.rule.jwt());
    if (isOnlyForAnotherUser(verdict)) {
        for (const SubjectKind kind : {SubjectKind::UserId, SubjectKind::Email}) {
            if (auto meant = verifiedForBareSubject(verification, kind)) {
                return *meant;
            }
        }
    }
    return verdict;
}

} // namespace

Result<std::vector<CandidateKey>> candidateKeys(const recipes::Property &property, const KeyReader &read)
{
    std::vector<CandidateKey> candidates;
    for (const keys::KeyVersion &version : property.keys.versions()) {
        if (version.status == keys::KeyStatus::Destroyed) {
            continue;
        }
        Result<keys::KeyMaterial> material = read(property.id, version.number);
        if (!material) {
            return std::unexpected(material.error());
        }
        candidates.push_back({version, std::move(*material)});
    }
    return candidates;
}

std::vector<OtherProperty> otherProperties(const QList<recipes::Property> &properties,
                                           const recipes::PropertyId &checked, const KeyReader &read)
{
    std::vector<OtherProperty> others;
    for (const recipes::Property &property : properties) {
        if (property.id == checked) {
            continue;
        }
        if (auto keys = candidateKeys(property, read); keys && !keys->empty()) {
            others.push_back({property, std::move(*keys)});
        }
    }
    return others;
}

OtherProperties handOver(std::vector<OtherProperty> others)
{
    // Shared, because a std::function must be copyable and keys are not.
    return
        [held = std::make_shared<std::vector<OtherProperty>>(std::move(others))] { return std::move(*held); };
}

struct IdentityVerifier::Private
{
    Private(const recipes::Recipe &theRecipe, recipes::Property theProperty, std::vector<CandidateKey> keys,
            const Clock &theClock, OtherProperties theOthers)
        : recipe(theRecipe)
        , property(std::move(theProperty))
        , prepared(inTryingOrder(std::move(keys)), neighboursOf(theRecipe, property))
        , clock(theClock)
        , others(std::move(theOthers))
    {
    }

    const recipes::Recipe &recipe;
    recipes::Property property;
    PreparedKeys prepared;
    const Clock &clock;
    ForeignKeys others;

    Verdict verify(const VerificationRequest &request, OtherKeys otherKeys,
                   std::optional<std::span<const Hypothesis>> known) const;
};

IdentityVerifier::IdentityVerifier(const recipes::Recipe &recipe, recipes::Property property,
                                   std::vector<CandidateKey> keys, const Clock &clock, OtherProperties others)
    : d(std::make_unique<Private>(recipe, std::move(property), std::move(keys), clock, std::move(others)))
{
}

IdentityVerifier::~IdentityVerifier() = default;

const std::vector<CandidateKey> &IdentityVerifier::keys() const
{
    return d->prepared.keys();
}

Verdict IdentityVerifier::Private::verify(const VerificationRequest &request, OtherKeys otherKeys,
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
    const Verification verification{recipe, *rule,   property, prepared, prepared.keys(),
                                    clock,  request, known,    others,   otherKeys};
    return rule->jwt() ? verifyTokenOf(verification) : verifyMac(verification, *rule->mac());
}

Verdict IdentityVerifier::verify(const VerificationRequest &request, OtherKeys others) const
{
    return d->verify(request, others, std::nullopt);
}

Verdict IdentityVerifier::verifyAmong(std::span<const Hypothesis> known,
                                      const VerificationRequest &request) const
{
    return d->verify(request, OtherKeys::LeftOut, known);
}

int IdentityVerifier::otherKeyVersions() const
{
    return static_cast<int>(d->others.entries().size());
}

} // namespace countersign::verify
