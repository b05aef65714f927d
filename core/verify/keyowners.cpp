#include "core/verify/keyowners_p.h"

#include <algorithm>

namespace countersign::verify {

namespace {

void sortByVersion(std::vector<KeyPlace> &places, const PropertyKeys &keys)
{
    std::ranges::sort(places, {}, [&keys](const KeyPlace &place) {
        return std::pair(place.property, keys.versionAt(place).number);
    });
}

VerificationRequest verificationOf(const WhoseRequest &request)
{
    VerificationRequest verification;
    verification.userId = request.userId;
    verification.email = request.email;
    verification.proof = request.proof;
    return verification;
}

/// What the property's own page says. Takes the property's keys.
Verdict verdictAt(const KeyPlace &place, PropertyKeys &keys, const WhoseRequest &request, const Clock &clock)
{
    const SearchedProperty &owner = keys.propertyAt(place);
    const IdentityVerifier verifier(*owner.recipe, owner.property, keys.takeKeysOf(place.property), clock);
    return verifier.verify(verificationOf(request));
}

/// Where the page expects another kind of proof it does not name the key.
void nameVersion(Verdict &verdict, const keys::KeyVersion &version, const QList<Cause> &faults)
{
    if (!verdict.keyVersion && !faults.isEmpty()) {
        verdict.causes = faults;
    }
    verdict.keyVersion = verdict.keyVersion.value_or(version.number);
    verdict.keyFingerprint = version.description.fingerprint;
}

} // namespace

std::vector<KeyOwner> ownersOf(FoundKeys found, PropertyKeys &keys, const WhoseRequest &request,
                               const Clock &clock)
{
    sortByVersion(found.places, keys);
    std::vector<KeyOwner> owners;
    for (const KeyPlace &place : found.places) {
        const SearchedProperty &owner = keys.propertyAt(place);
        if (!owners.empty() && owners.back().property.id == owner.property.id) {
            continue;
        }
        const keys::KeyVersion version = keys.versionAt(place); // a copy: the verdict takes the keys
        owners.push_back(
            {owner.property, owner.recipe, version.number, verdictAt(place, keys, request, clock)});
        nameVersion(owners.back().verdict, version, found.faults);
    }
    return owners;
}

} // namespace countersign::verify
