#pragma once

#include "core/jose/jwtverifier.h"
#include "core/recipes/property.h"
#include "core/verify/proofform.h"

#include <functional>
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

/// Another property of the vault, whose keys are tried only to name the one that was used by mistake.
struct OtherProperty
{
    recipes::Property property;
    std::vector<CandidateKey> keys;
};

/// The same of properties that were read together with their keys, as a vault hands them out.
template<typename PropertyWithKeys>
std::vector<OtherProperty> otherProperties(std::vector<PropertyWithKeys> properties,
                                           const recipes::PropertyId &checked);

/// How far the keys of other properties are gone through when nothing else explains a proof.
enum class OtherKeys {
    LeftOut,
    AsTheyAre,    ///< over the right text alone
    WithMistakes, ///< like the property's own, though with fewer mistakes at once
};

/// Fetches them; called at most once, and only when the property's own keys explain nothing.
using OtherProperties = std::function<std::vector<OtherProperty>()>;

/// Hands over what was fetched already; works once.
OtherProperties handOver(std::vector<OtherProperty> others);

/// Reads the key of one version, as the vault does.
using KeyReader = std::function<Result<keys::KeyMaterial>(const recipes::PropertyId &, int version)>;

/// Every version that still has its key, whatever its status: a revoked one is tried to be named.
Result<std::vector<CandidateKey>> candidateKeys(const recipes::Property &property, const KeyReader &read);
/// The same of every property but `checked`. What cannot be read is left out: it only serves to explain.
std::vector<OtherProperty> otherProperties(const QList<recipes::Property> &properties,
                                           const recipes::PropertyId &checked, const KeyReader &read);

/// Whether a user id of no characters is one to check with, or means that none was given.
enum class EmptyUserId { NotGiven, IsMeant };

/// What support has in hand.
struct VerificationRequest
{
    QString userId;
    QString email;     ///< optional; helps to find the cause
    QString proof;     ///< the hash or token as pasted
    QString proofRule; ///< empty: the recipe's first whose form fits
    std::chrono::seconds clockSkew{0};
    EmptyUserId emptyUserId = EmptyUserId::NotGiven;
};

/// Checks one hash or token against a property's key versions and says why it fails. Never changes what
/// it checks: a proof that would only verify after trimming or re-encoding fails, with that as the cause.
/// Any number of threads may use one object at once.
class IdentityVerifier final
{
public:
    /// Keeps prepared keys; `recipe` and `clock` must outlive it.
    IdentityVerifier(const recipes::Recipe &recipe, recipes::Property property,
                     std::vector<CandidateKey> keys, const Clock &clock, OtherProperties others = {});
    ~IdentityVerifier();

    /// In the order they are tried: current first, then previous, standby, revoked; among equals the newest
    /// first.
    const std::vector<CandidateKey> &keys() const;

    Verdict verify(const VerificationRequest &request, OtherKeys others = OtherKeys::WithMistakes) const;
    /// The same, but looks for a cause that takes a search among hypotheses that explained other proofs of
    /// this property alone. What they explain gets the verdict of verify(); of the rest
    /// Verdict::isSearchedInFull is false.
    Verdict verifyAmong(std::span<const Hypothesis> known, const VerificationRequest &request) const;
    /// How many versions the other properties have; fetches them.
    int otherKeyVersions() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

template<typename PropertyWithKeys>
std::vector<OtherProperty> otherProperties(std::vector<PropertyWithKeys> properties,
                                           const recipes::PropertyId &checked)
{
    std::vector<OtherProperty> others;
    for (PropertyWithKeys &each : properties) {
        if (each.property.id == checked || each.keys.empty()) {
            continue;
        }
        OtherProperty &other = others.emplace_back(std::move(each.property), std::vector<CandidateKey>());
        for (auto &[version, material] : each.keys) {
            other.keys.push_back({std::move(version), std::move(material)});
        }
    }
    return others;
}

} // namespace countersign::verify
