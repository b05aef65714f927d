#pragma once

#include "core/base/error.h"
#include "core/crypto/mackeyset.h"

namespace countersign::crypto {

/// HMACs (RFC 2104) of many messages under one key, several computed side by side where the processor can.
/// Any number of threads may use one object at once. The more messages a call gets, the better: 64 is plenty.
class MacBatch final
{
public:
    /// Any key length is taken; an empty key fails with InvalidKey.
    static Result<MacBatch> create(HashAlgorithm hash, ByteView key);

    std::size_t tagSize() const { return m_keys.tagSize(); }

    /// One tag for each message; `tags` must be at least as long as `messages`. What stands in a
    /// tag past tagSize() is of no meaning.
    void computeMacs(std::span<const ByteView> messages, std::span<MacTag> tags) const;

private:
    explicit MacBatch(MacKeySet keys);
    MacKeySet m_keys; ///< of one
};

} // namespace countersign::crypto
