#pragma once

#include "core/base/bytes.h"

namespace countersign::keys {

/// Whether an RSA modulus (big-endian) was made by the faulty generator of CVE-2017-15361: modulo each of
/// 38 small primes it is a power of 65537. One innocent modulus in 2^30 looks the same.
bool hasRocaPattern(ByteView modulus);

} // namespace countersign::keys
