#include "core/crypto/macbatch.h"

namespace countersign::crypto {

MacBatch::MacBatch(MacKeySet keys)
    : m_keys(std::move(keys))
{
}

Result<MacBatch> MacBatch::create(HashAlgorithm hash, ByteView key)
{
    if (key.empty()) {
        return failure(ErrorCode::InvalidKey, QStringLiteral("the secret is empty"));
    }
    return MacBatch(MacKeySet(hash, {&key, 1}));
}

void MacBatch::computeMacs(std::span<const ByteView> messages, std::span<MacTag> tags) const
{
    m_keys.computeMacs(0, messages, tags);
}

} // namespace countersign::crypto
