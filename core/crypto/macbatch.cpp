#include "core/crypto/macbatch.h"

#include <algorithm>

namespace countersign::crypto {

namespace {

constexpr std::size_t tagsAtOnce = 64;

} // namespace

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

void MacBatch::verifyMacs(std::span<const ByteView> messages, std::span<const ByteView> tags,
                          std::span<bool> verified) const
{
    std::array<MacTag, tagsAtOnce> expected;
    for (std::size_t first = 0; first < messages.size(); first += tagsAtOnce) {
        const std::size_t count = std::min(tagsAtOnce, messages.size() - first);
        computeMacs(messages.subspan(first, count), expected);
        for (std::size_t i = 0; i < count; ++i) {
            verified[first + i] = equalConstantTime(ByteView(expected[i]).first(tagSize()), tags[first + i]);
        }
    }
}

} // namespace countersign::crypto
