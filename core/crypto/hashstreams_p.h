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

/// Copies fewer than a hundred-odd bytes without the call, and the guessing of lengths, that memcpy costs.
inline void copyShort(unsigned char *to, const unsigned char *from, std::size_t size)
{
    constexpr std::size_t step = 16;
    if (size >= step) {
        for (std::size_t i = 0; i + step <= size; i += step) {
            std::memcpy(to + i, from + i, step);
        }
        std::memcpy(to + size - step, from + size - step, step);
    } else if (size >= 8) {
        std::memcpy(to, from, 8);
        std::memcpy(to + size - 8, from + size - 8, 8);
    } else {
        for (std::size_t i = 0; i < size; ++i) {
            to[i] = from[i];
        }
    }
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
        for (std::size_t lane = 0; lane < lanes(); ++lane) {
            m_blocks[lane] = m_tails[lane].data();
            m_running[lane] = m_states[lane].data();
        }
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
        const std::size_t wholeBlocks = message.size() / blockSize;
        const std::size_t rest = message.size() % blockSize;
        const std::size_t tailBlocks = rest + 1 + lengthSize > blockSize ? 2 : 1;
        writeTail(m_tails[lane], tailBlocks, message.last(rest), before + message.size());
        setStream(lane, {message.data(), wholeBlocks, wholeBlocks + tailBlocks});
    }

    /// One block as it is, without padding.
    void beginBare(std::size_t lane, const unsigned char *state, const unsigned char *block)
    {
        std::memcpy(m_states[lane].data(), state, sizeof m_states[lane]);
        setStream(lane, {block, 1, 1});
    }

    /// The digest the stream has come to, of `size` bytes, becomes its next message, from `state`.
    void beginWithOwnDigest(std::size_t lane, const unsigned char *state, std::size_t before,
                            std::size_t size)
    {
        std::array<unsigned char, sizeof(HashState<Word>)> message;
        digest(lane, message);
        std::memcpy(m_states[lane].data(), state, sizeof m_states[lane]);
        Tail &tail = m_tails[lane];
        std::memset(tail.data(), 0, blockSize);
        std::memcpy(tail.data(), message.data(), message.size());
        std::memset(tail.data() + size, 0, message.size() - size);
        endTail(tail, size, blockSize, before + size);
        setStream(lane, {nullptr, 0, 1});
    }

    /// Runs the streams begun on the first `count` lanes to their ends.
    void run(std::size_t count)
    {
        for (std::size_t lane = count; lane < lanes(); ++lane) {
            rest(lane);
        }
        m_kernel.compress(m_running.data(), m_blocks.data());
        for (std::size_t step = 1; step < m_longest; ++step) {
            for (std::size_t lane = 0; lane < count; ++lane) {
                advance(lane, step);
            }
            m_kernel.compress(m_running.data(), m_blocks.data());
        }
        m_longest = 1;
    }

    /// The digest of a stream that has run; SHA-1 and SHA-384 leave out the end of it.
    void digest(std::size_t lane, std::span<unsigned char, sizeof(HashState<Word>)> out) const
    {
        HashState<Word> words;
        for (std::size_t i = 0; i < words.size(); ++i) {
            words[i] = bigEndian(m_states[lane][i]);
        }
        std::memcpy(out.data(), words.data(), sizeof words);
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
    static void writeTail(Tail &tail, std::size_t blocks, ByteView rest, std::size_t bytes)
    {
        std::memset(tail.data(), 0, blockSize);
        if (blocks == 2) {
            std::memset(tail.data() + blockSize, 0, blockSize);
        }
        copyShort(tail.data(), rest.data(), rest.size());
        endTail(tail, rest.size(), blocks * blockSize, bytes);
    }

    static void endTail(Tail &tail, std::size_t used, std::size_t size, std::size_t bytes)
    {
        tail[used] = 0x80;
        const std::uint64_t bits = bigEndian(std::uint64_t{bytes} * 8);
        std::memcpy(tail.data() + size - sizeof bits, &bits, sizeof bits);
    }

    void setStream(std::size_t lane, const Stream &stream)
    {
        m_streams[lane] = stream;
        m_running[lane] = m_states[lane].data();
        m_blocks[lane] = stream.wholeBlocks > 0 ? stream.data : m_tails[lane].data();
        m_longest = std::max(m_longest, stream.blocks);
    }

    /// A lane without a stream, or with one at its end, runs on the spot: its result goes nowhere.
    void rest(std::size_t lane)
    {
        m_running[lane] = m_idle[lane].data();
        m_blocks[lane] = m_tails[0].data();
    }

    void advance(std::size_t lane, std::size_t step)
    {
        const Stream &stream = m_streams[lane];
        if (step >= stream.blocks) {
            rest(lane);
        } else if (step < stream.wholeBlocks) {
            m_blocks[lane] = stream.data + step * blockSize;
        } else {
            m_blocks[lane] = m_tails[lane].data() + (step - stream.wholeBlocks) * blockSize;
        }
    }

    const HashKernel &m_kernel;
    std::size_t m_longest = 1;
    std::array<Stream, maximumLanes> m_streams;
    std::array<void *, maximumLanes> m_running;
    std::array<const unsigned char *, maximumLanes> m_blocks;
    std::array<HashState<Word>, maximumLanes> m_states;
    std::array<HashState<Word>, maximumLanes> m_idle{};
    alignas(64) std::array<Tail, maximumLanes> m_tails;
};

} // namespace countersign::crypto
