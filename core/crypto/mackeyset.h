#pragma once

#include "core/base/secretbytes.h"
#include "core/crypto/algorithm.h"

#include <array>
#include <cstdint>
#include <vector>

namespace countersign::crypto {

struct HashKernel;
class SharedMessages;

/// Room for a tag of any hash; the first hashSize() bytes count.
using MacTag = std::array<unsigned char, 64>;

struct MacJob
{
    std::size_t key = 0; ///< its place in the set
    ByteView message;
};

/// Which key of a search, and which message.
struct MacPlace
{
    std::size_t key = 0;
    std::size_t message = 0;
};

/// Many HMAC keys (RFC 2104) made ready at once, for computing many tags side by side. What is kept of a key
/// are the two digest states after its pads (section 4 there); they are as secret as the key and are kept so.
/// Any number of threads may use one object at once.
class MacKeySet final
{
public:
    /// Any key length is taken, none too: RFC 2104 fills a key up with zeros, so an empty one keys like a
    /// zero byte. Whoever takes a key from a person refuses an empty one before.
    MacKeySet(HashAlgorithm hash, std::span<const ByteView> keys);
    /// With a way of computing of the caller's choice (hashkernel_p.h), for tests and benchmarks.
    MacKeySet(HashAlgorithm hash, std::span<const ByteView> keys, const HashKernel &kernel);

    std::size_t size() const { return m_size; }
    std::size_t tagSize() const { return hashSize(m_hash); }
    /// The place of each job's key is below size(); `tags` must be at least as long as `jobs`.
    void computeMacs(std::span<const MacJob> jobs, std::span<MacTag> tags) const;
    /// The same message under `count` keys from `first` on.
    void computeMacs(std::size_t first, std::size_t count, ByteView message, std::span<MacTag> tags) const;
    /// Many messages under one key.
    void computeMacs(std::size_t key, std::span<const ByteView> messages, std::span<MacTag> tags) const;
    /// What comes out when the inner hash takes `block`, one block of the hash, as it is: without padding and
    /// length. No HMAC, but what a faulty library makes. For each of `keys`, places in the set.
    void computeMacsOfBareBlock(std::span<const std::size_t> keys, ByteView block,
                                std::span<MacTag> tags) const;
    /// Computes every message's tag under every one of `keys`, places in the set, and gives those that begin
    /// with one of `wanted`: a tag's first four bytes, read as a big-endian number. Places are within `keys`
    /// and within the messages, which must be made for this hash; their order is of no meaning.
    std::vector<MacPlace> find(std::span<const std::size_t> keys, const SharedMessages &messages,
                               std::span<const std::uint32_t> wanted) const;

private:
    MacKeySet(HashAlgorithm hash, std::span<const ByteView> keys, const HashKernel &kernel,
              const HashKernel *sweepKernel);
    std::vector<MacPlace> findOneByOne(std::span<const std::size_t> keys, const SharedMessages &messages,
                                       std::span<const std::uint32_t> wanted) const;
    std::vector<MacPlace> findSideBySide(std::span<const std::size_t> keys, const SharedMessages &messages,
                                         std::span<const std::uint32_t> wanted) const;
    template<typename KeyAt, typename MessageAt>
    void compute(KeyAt keyAt, MessageAt messageAt, std::span<MacTag> tags) const;

    HashAlgorithm m_hash;
    const HashKernel *m_kernel;
    const HashKernel *m_sweepKernel; ///< null where there is none
    std::size_t m_size;
    SecretBytes m_states; ///< of each key: the inner, then the outer
};

} // namespace countersign::crypto
