#pragma once

#include "core/crypto/asymmetrickey.h"

namespace countersign::crypto {

/// Finds p and q from n, e and d and computes the CRT values: without them a signature takes
/// several times as long. Fails with InvalidKey when d does not belong to n and e.
Result<PrivateNumbers> withCrtValues(const PublicNumbers &publicNumbers, const SecretBytes &d);

/// Whether n = pq, ed = 1 modulo p-1 and q-1, and dp, dq, qi are what they must be.
bool areRsaNumbersConsistent(const PublicNumbers &publicNumbers, const PrivateNumbers &privateNumbers);

} // namespace countersign::crypto
