#pragma once

#include "core/base/json.h"
#include "core/keys/keyreader.h"
#include "core/keys/redactedjson.h"

namespace countersign::keys {

/// Reads one JWK (RFC 7517, 7518 section 6, 8037 section 2): `kty` RSA, EC (P-256, P-384, P-521), OKP
/// (Ed25519) or oct. Numbers must have the length their curve asks for, the CRT values of an RSA key come all
/// or not at all, and private numbers must belong to the public ones. Certificates (`x5c`, `x5u`, `x5t`) are
/// left out with a note, members nobody defined without one (RFC 7517 section 4).
///
/// `source` is where the JSON came from: it holds the private values.
Result<ReadKey> readJwk(const JsonObject &jwk, const RedactedJson &source);

} // namespace countersign::keys
