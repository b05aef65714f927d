#pragma once

#include "core/jose/jwt.h"
#include "core/keys/keyreader.h"

namespace countersign::jose {

/// The key of a file that a token is to be checked with. A single key is always the one; of a JWK Set it is
/// the one with the token's `kid` (RFC 7517 section 4.5), and of two kinds with one `kid` the kind its `alg`
/// needs. Fails with InvalidKey when no key or more than one is left.
Result<const keys::ReadKey *> chooseKey(const std::vector<keys::ReadKey> &keys, const UnverifiedJwt &token);

} // namespace countersign::jose
