#pragma once

#include "core/jose/jwt.h"
#include "core/verify/tagreading.h"
#include "core/verify/verification_p.h"

namespace countersign::verify {

/// Explains a signature that no key of the property verifies as the token stands: known mistakes with the
/// key, with what was signed and with how, the keys of other properties, and changes after signing. Notes
/// what was tried and, when something was found, its causes and key. `readings` are those of the third part,
/// which may be more lenient than the token.
bool searchForSigner(Verdict &verdict, const Verification &verification, const recipes::JwtRule &rule,
                     const jose::UnverifiedJwt &jwt, const QList<TagReading> &readings);

/// Notes that the header's `kid` names another version of the property than the one that signed.
void checkKeyId(Verdict &verdict, const Verification &verification, const jose::UnverifiedJwt &jwt);

} // namespace countersign::verify
