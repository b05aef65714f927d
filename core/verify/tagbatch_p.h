#pragma once

#include "core/verify/construction.h"
#include "core/verify/messageform.h"
#include "core/verify/searchkeys.h"

#include <array>

namespace countersign::verify {

/// One combination to compute: places of a key form and a message form.
struct TagJob
{
    std::size_t form = 0;
    std::size_t message = 0;
};

/// Computes the tags of one construction for many combinations at once. Keys and messages outlive it.
class TagBatch final
{
public:
    TagBatch(const SearchKeys &keys, const std::vector<MessageForm> &messages);
    ~TagBatch();

    /// `tags` must be at least as long as `jobs`.
    void compute(const Construction &construction, std::span<const TagJob> jobs,
                 std::span<crypto::MacTag> tags);

private:
    struct PreparedMessages; ///< for one hash

    ByteView keyOf(const TagJob &job) const;
    ByteView messageOf(const TagJob &job) const;
    PreparedMessages &prepared(crypto::HashAlgorithm hash);

    void computeMacs(crypto::HashAlgorithm hash, std::span<const TagJob> jobs,
                     std::span<crypto::MacTag> tags);
    void computeSwapped(crypto::HashAlgorithm hash, std::span<const TagJob> jobs,
                        std::span<crypto::MacTag> tags);
    /// Plain hashes of two texts in a row.
    void computeHashes(const Construction &construction, std::span<const TagJob> jobs,
                       std::span<crypto::MacTag> tags);
    void computeMacsOfHashes(crypto::HashAlgorithm hash, std::span<const TagJob> jobs,
                             std::span<crypto::MacTag> tags);
    /// MACs or plain hashes of the hex text of the MACs.
    void computeOverMacs(const Construction &construction, std::span<const TagJob> jobs,
                         std::span<crypto::MacTag> tags);
    void computeCryptoJsNumbers(std::span<const TagJob> jobs, std::span<crypto::MacTag> tags);

    const SearchKeys &m_keys;
    const std::vector<MessageForm> &m_messages;
    std::array<std::unique_ptr<PreparedMessages>, 4> m_prepared; ///< by hash
};

} // namespace countersign::verify
