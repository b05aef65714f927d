#pragma once

#include "core/base/error.h"
#include "core/crypto/algorithm.h"

#include <openssl/types.h>

#include <optional>

namespace countersign::crypto {

struct KeyKind
{
    KeyType type;
    std::optional<EcCurve> curve;

    /// Whether a key of this kind is one the algorithm is used with.
    bool suits(JwsAlgorithm algorithm) const;
};

/// What a key read by OpenSSL is. Fails with UnsupportedKey for other types and curves, for curves
/// written out by their parameters, and with InvalidKey for RSA numbers that cannot be a key.
Result<KeyKind> kindOf(const EVP_PKEY *pkey);

const char *groupName(EcCurve curve); ///< OpenSSL's own: "prime256v1"

} // namespace countersign::crypto
