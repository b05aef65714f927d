#pragma once

#include "core/recipes/proof.h"

namespace countersign::snippets {

/// The secret that sample code is tried with: the one vendors' pages use.
inline constexpr const char *sampleSecret = "your_secret_key";

/// The proof that server code must print for the example visitor: keyed with `sampleSecret`, or signed with
/// the published RSA key of RFC 7515, appendix A.2. Takes the examples of the rule's needed fields,
/// and an hour where the vendor needs an expiry.
Result<recipes::Proof> testVectorFor(const recipes::Recipe &recipe, const recipes::ProofRule &rule);

/// The example of the first field of the proof: what the sample command passes.
QString exampleFor(const recipes::Recipe &recipe, const recipes::ProofRule &rule);

} // namespace countersign::snippets
