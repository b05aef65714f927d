#pragma once

#include "core/crypto/mackeyset.h"

namespace countersign::crypto {

/// The digests of many messages, several computed side by side where the processor can. `digests` must be at
/// least as long as `messages`; what stands in one past hashSize() is of no meaning.
void computeDigests(HashAlgorithm hash, std::span<const ByteView> messages, std::span<MacTag> digests);
/// With a way of computing of the caller's choice (hashkernel_p.h), for tests.
void computeDigests(HashAlgorithm hash, std::span<const ByteView> messages, std::span<MacTag> digests,
                    const HashKernel &kernel);

} // namespace countersign::crypto
