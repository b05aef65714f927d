#pragma once

#include "core/recipes/recipe.h"
#include "core/verify/cause.h"

namespace countersign::verify {

/// The customer as support knows them.
struct ExpectedSubject
{
    QString userId;
    QString email;
};

/// Everything about the claims that does not fit the vendor's recipe, all at once: missing, misnamed, of the
/// wrong type or value, not the vendor's, or of another customer. Times, issuer and audience are
/// JwtVerifier's.
QList<Cause> checkClaimsOfRecipe(const recipes::Recipe &recipe, const recipes::JwtRule &rule,
                                 const JsonObject &claims, const ExpectedSubject &subject);

/// The visitor field that says who the visitor is, as opposed to what they are called; Orlo has none.
const recipes::FieldRule *identifyingField(const recipes::Recipe &recipe);

} // namespace countersign::verify
