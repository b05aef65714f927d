#pragma once

#include "core/base/secretbytes.h"
#include "core/crypto/hashkernel_p.h"
#include "core/crypto/mackeyset.h"

#include <algorithm>
#include <array>
#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>

namespace countersign::crypto {

template<typename T>
concept HashWord = std::same_as<T, std::uint32_t> || std::same_as<T, std::uint64_t>;

template<HashWord Word>
using HashState = std::array<Word, 8>;

template<HashWord Word>
inline constexpr std::size_t blockSizeOf = 16 * sizeof(Word);

/// FIPS 180-4 section 5.3; SHA-1 leaves the last three words unused.
template<HashWord Word>
const HashState<Word> &initialState(HashAlgorithm hash);

template<HashWord Word>
Word bigEndian(Word word)
{
    return std::endian::native == std::endian::big ? word : std::byteswap(word);
}

/// Calls with a word of the hash's kind: 32 bits up to SHA-256, 64 beyond.
template<typename Function>
auto withWordOf(HashAlgorithm hash, Function function)
{
    return hash == HashAlgorithm::Sha1 || hash == HashAlgorithm::Sha256 ? function(std::uint32_t{})
                                                                        : function(std::uint64_t{});
}

/// Up to `lanes` hash computations from saved states, side by side. The states of keys pass through it: it
/// wipes itself.
template<HashWord Word>
class HashStreams
{
public:
    explicit HashStreams(const HashKernel &kernel)
        : m_kernel(kernel)
    {
    }
    HashStreams(const HashStreams &) = delete;
    HashStreams &operator=(const HashStreams &) = delete;
    ~HashStreams()
    {
        wipeLanes(m_states);
        wipeLanes(m_idle);
        wipeLanes(m_tails);
    }

    std::size_t lanes() const { return m_kernel.lanes; }

    /// The stream goes on from `state`, which has taken `before` bytes in, with `message` to its end.
    void begin(std::size_t lane, const unsigned char *state, std::size_t before, ByteView message)
    {
        std::memcpy(m_states[lane].data(), state, sizeof m_states[lane]);
        Stream &stream = m_streams[lane];
        stream.data = message.data();
        stream.wholeBlocks = message.size() / blockSize;
        const std::size_t rest = message.size() % blockSize;
        stream.blocks = stream.wholeBlocks + (rest + 1 + lengthSize > blockSize ? 2 : 1);
        writeTail(lane, message.last(rest), before + message.size());
    }

    /// One block as it is, without padding.
    void beginBare(std::size_t lane, const unsigned char *state, const unsigned char *block)
    {
        std::memcpy(m_states[lane].data(), state, sizeof m_states[lane]);
        m_streams[lane] = {block, 1, 1};
    }

    /// Runs the streams begun on the first `count` lanes to their ends.
    void run(std::size_t count)
    {
        std::size_t longest = 0;
        for (std::size_t lane = 0; lane < count; ++lane) {
            longest = std::max(longest, m_streams[lane].blocks);
        }
        for (std::size_t step = 0; step < longest; ++step) {
            compress(step, count);
        }
    }

    /// The first `size` bytes of the digest of a stream that has run.
    void digest(std::size_t lane, unsigned char *out, std::size_t size) const
    {
        HashState<Word> words;
        for (std::size_t i = 0; i < words.size(); ++i) {
            words[i] = bigEndian(m_states[lane][i]);
        }
        std::memcpy(out, words.data(), size);
    }

    /// The state itself, as begin() takes it.
    void saveState(std::size_t lane, unsigned char *out) const
    {
        std::memcpy(out, m_states[lane].data(), sizeof m_states[lane]);
    }

private:
    static constexpr std::size_t blockSize = blockSizeOf<Word>;
    static constexpr std::size_t lengthSize = 2 * sizeof(Word);

    struct Stream
    {
        const unsigned char *data = nullptr;
        std::size_t wholeBlocks = 0;
        std::size_t blocks = 0;
    };
    using Tail = std::array<unsigned char, 2 * blockSize>;

    template<typename T>
    void wipeLanes(std::array<T, maximumLanes> &lanes)
    {
        wipe({reinterpret_cast<unsigned char *>(lanes.data()), m_kernel.lanes * sizeof(T)});
    }

    /// FIPS 180-4 section 5.1: a one bit, zeros, and the length in bits at the end of the last block.
    void writeTail(std::size_t lane, ByteView rest, std::size_t bytes)
    {
        Tail &tail = m_tails[lane];
        const std::size_t size = (m_streams[lane].blocks - m_streams[lane].wholeBlocks) * blockSize;
        std::memset(tail.data(), 0, size);
        if (!rest.empty()) {
            std::memcpy(tail.data(), rest.data(), rest.size());
        }
        tail[rest.size()] = 0x80;
        const std::uint64_t bits = bigEndian(std::uint64_t{bytes} * 8);
        std::memcpy(tail.data() + size - sizeof bits, &bits, sizeof bits);
    }

    const unsigned char *block(std::size_t lane, std::size_t step) const
    {
        const Stream &stream = m_streams[lane];
        return step < stream.wholeBlocks ? stream.data + step * blockSize
                                         : m_tails[lane].data() + (step - stream.wholeBlocks) * blockSize;
    }

    /// Streams at their end, and lanes without one, run on the spot: their result goes nowhere.
    void compress(std::size_t step, std::size_t count)
    {
        std::array<void *, maximumLanes> states;
        std::array<const unsigned char *, maximumLanes> blocks;
        for (std::size_t lane = 0; lane < m_kernel.lanes; ++lane) {
            const bool runs = lane < count && step < m_streams[lane].blocks;
            states[lane] = runs ? m_states[lane].data() : m_idle[lane].data();
            blocks[lane] = runs ? block(lane, step) : m_tails[0].data();
        }
        m_kernel.compress(states.data(), blocks.data());
    }

    const HashKernel &m_kernel;
    std::array<HashState<Word>, maximumLanes> m_states;
    std::array<HashState<Word>, maximumLanes> m_idle{};
    std::array<Tail, maximumLanes> m_tails;
    std::array<Stream, maximumLanes> m_streams;
};

} // namespace countersign::crypto
