#pragma once

#include "core/crypto/sharedmessages.h"
#include "core/verify/construction.h"
#include "core/verify/messageform.h"
#include "core/verify/searchkeys.h"

#include <array>
#include <mutex>

namespace countersign::verify {

/// One combination to compute: places of a key form and a message form.
struct TagJob
{
    std::size_t form = 0;
    std::size_t message = 0;

    auto operator<=>(const TagJob &) const = default;
};

struct TagScratch;

/// Computes the tags of many combinations at once. Keys and messages outlive it. For several threads at once.
class TagBatch final
{
public:
    TagBatch(const SearchKeys &keys, const std::vector<MessageForm> &messages);
    ~TagBatch();

    /// The combinations of each of `forms`, all of one group, with each of the messages that have so many
    /// faults whose tag begins with one of `wanted`, its first four bytes read as a big-endian number; in no
    /// order.
    std::vector<TagJob> find(const Construction &construction, std::span<const std::size_t> forms,
                             std::size_t messageFaults, std::span<const std::uint32_t> wanted) const;
    /// How many messages have so many faults; none beyond two.
    std::size_t messagesWith(std::size_t faults) const;
    /// Makes ready what find() needs for the group, so that many threads need not wait for one to do it.
    void prepare(const Construction &construction, std::size_t group) const;
    /// The tag of one combination.
    crypto::MacTag tagOf(const Construction &construction, const TagJob &job) const;

private:
    static constexpr std::size_t hashes = 4;
    static constexpr std::size_t groups = 3; ///< of messages, by their weight

    struct PreparedMessages; ///< for one hash
    using Shared = std::array<std::unique_ptr<crypto::SharedMessages>, groups>;

    /// Of the group of the form, and its place there.
    const crypto::MacKeySet &macKeysOf(crypto::HashAlgorithm hash, std::size_t form) const;
    std::size_t placeOf(std::size_t form) const { return m_keys.forms()[form].placeInGroup; }
    ByteView keyOf(const TagJob &job) const;
    ByteView messageOf(const TagJob &job) const;
    const PreparedMessages &prepared(crypto::HashAlgorithm hash) const;
    const crypto::SharedMessages &sharedMessages(const Construction &construction, std::size_t group) const;

    std::vector<TagJob> findShared(const Construction &construction, std::span<const std::size_t> forms,
                                   std::size_t group, std::span<const std::uint32_t> wanted) const;
    std::vector<TagJob> findSwapped(const Construction &construction, std::span<const std::size_t> forms,
                                    std::size_t group, std::span<const std::uint32_t> wanted) const;
    std::vector<TagJob> findJobByJob(const Construction &construction, std::span<const std::size_t> forms,
                                     std::size_t group, std::span<const std::uint32_t> wanted) const;

    /// Fills the tags of the jobs in `scratch`.
    void compute(const Construction &construction, TagScratch &scratch) const;
    void computeMacs(crypto::HashAlgorithm hash, TagScratch &scratch) const;
    void computeSwapped(crypto::HashAlgorithm hash, TagScratch &scratch) const;
    /// Plain hashes of several texts in a row.
    void computeHashes(const Construction &construction, TagScratch &scratch) const;
    std::array<ByteView, 3> hashedParts(const Construction &construction, const TagJob &job) const;
    void computeMacsOfHashes(const Construction &construction, TagScratch &scratch) const;
    void computeMacsOfKeys(crypto::HashAlgorithm hash, TagScratch &scratch) const;
    /// MACs or plain hashes of the MACs or of their hex text.
    void computeOverMacs(const Construction &construction, TagScratch &scratch) const;
    void computeCryptoJsNumbers(TagScratch &scratch) const;

    const SearchKeys &m_keys;
    const std::vector<MessageForm> &m_messages;
    std::array<std::vector<std::size_t>, groups> m_groups; ///< places of messages
    mutable std::mutex m_mutex;
    mutable std::array<std::unique_ptr<PreparedMessages>, hashes> m_prepared; ///< by hash
};

} // namespace countersign::verify
