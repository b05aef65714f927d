#pragma once

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/keys/keymaterial.h"

namespace countersign::jose {

/// base64url(header) || '.' || base64url(payload): what is signed (RFC 7515 section 5.1).
QByteArray makeSigningInput(QByteArrayView headerJson, QByteArrayView payload);

/// Signs with any payload and returns the compact serialization. Fails with UnsupportedAlgorithm when the
/// key is not of the algorithm's type, with WeakKey for RSA below 2048 bits, with InvalidKey for a public
/// key, and with InvalidInput when the header is not a JSON object whose `alg` is the algorithm.
Result<QByteArray> signCompact(const keys::KeyMaterial &key, crypto::JwsAlgorithm algorithm,
                               QByteArrayView headerJson, QByteArrayView payload);

} // namespace countersign::jose
