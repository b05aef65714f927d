#pragma once

#include "core/verify/prooftarget_p.h"
#include "core/verify/propertykeys_p.h"
#include "core/verify/searchprogress_p.h"

namespace countersign::verify {

/// The secrets that, used as they are over the right text, give the proof. Fewer when cancelled.
std::vector<KeyPlace> secretsThatMade(const ProofTarget &target, const PropertyKeys &keys,
                                      const SearchProgress &progress);

/// The key pairs of the algorithm's kind that verify the token's signature. Fewer when cancelled.
std::vector<KeyPlace> pairsThatSigned(const jose::UnverifiedJwt &jwt, crypto::JwsAlgorithm algorithm,
                                      const PropertyKeys &keys, const SearchProgress &progress);

} // namespace countersign::verify
