#pragma once

#include "core/base/json.h"
#include "core/keys/keyreader.h"

namespace countersign::keys {

/// Reads `use`, `key_ops` and `alg` of a JWK into the key (RFC 7517 sections 4.2 to 4.4), whose material is
/// known. What is not for signatures forbids every use here and is noted; an `alg` that belongs to another
/// kind of key is refused with InvalidKey, as are members of the wrong JSON type.
Result<void> readJwkUse(const JsonObject &jwk, ReadKey *key);

} // namespace countersign::keys
