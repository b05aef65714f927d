#pragma once

#include "core/base/clock.h"
#include "core/keys/keymaterial.h"
#include "core/recipes/property.h"

namespace countersign::recipes {

/// The visitor a proof is made for.
struct Subject
{
    QMap<QString, QString> fields; ///< by FieldRule::id, as typed
    QList<std::pair<QString, JsonValue>> customClaims;
    std::optional<std::chrono::seconds> expiresIn;
};

/// A proof and everything it was made from, for showing: no key material.
struct Proof
{
    QString ruleId;
    int keyVersion = 0;
    QString algorithm;      ///< "HS256", "RS256", for a hash too
    QString value;          ///< the tag as the vendor writes it, or the token
    QByteArray signedBytes; ///< exactly what was keyed: the message, or the JWS Signing Input
    QByteArray headerJson;  ///< tokens only
    QByteArray payloadJson; ///< tokens only
};

/// All that is missing or malformed for this rule, by field; custom claims by their name.
QList<FieldProblem> validateSubject(const Recipe &recipe, const ProofRule &rule, const Subject &subject);

/// The claims exactly as they will be signed (tokens), in order.
Result<JsonObject> claimsFor(const Recipe &recipe, const ProofRule &rule, const Subject &subject,
                             Timestamp now);

/// Makes a proof. Fails with InvalidInput naming the first bad field, UnsupportedAlgorithm when the key is of
/// the wrong type, WeakKey when it must not sign.
Result<Proof> makeProof(const Recipe &recipe, const ProofRule &rule, const Subject &subject,
                        const keys::KeyMaterial &material, int keyVersion, Timestamp now);

/// What a person typed as a claim's value: JSON when it parses as a number, true, false, null, an array, an
/// object or a quoted string; otherwise text.
JsonValue claimValueFromText(const QString &text);

} // namespace countersign::recipes
