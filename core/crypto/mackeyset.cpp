#include "core/crypto/mackeyset.h"

#include "core/crypto/digest.h"
#include "core/crypto/hashstreams_p.h"

namespace countersign::crypto {

namespace {

constexpr unsigned char innerPad = 0x36;
constexpr unsigned char outerPad = 0x5c;

template<HashWord Word>
constexpr std::size_t stateSize = sizeof(HashState<Word>);

/// RFC 2104 section 2: a key longer than a block is hashed first; a shorter one is filled up with zeros.
template<HashWord Word>
void padKey(HashAlgorithm hash, ByteView key, unsigned char pad, unsigned char *block)
{
    std::memset(block, pad, blockSizeOf<Word>);
    SecretBytes shortened;
    if (key.size() > blockSizeOf<Word>) {
        QByteArray hashed = digest(hash, key);
        shortened = SecretBytes::copyOf(bytesOf(hashed));
        wipe({reinterpret_cast<unsigned char *>(hashed.data()), static_cast<std::size_t>(hashed.size())});
        key = shortened.bytes();
    }
    for (std::size_t i = 0; i < key.size(); ++i) {
        block[i] ^= key[i];
    }
}

/// Takes the inner and the outer pad of each key into a state of its own: two streams a key.
template<HashWord Word>
class StateMaker
{
public:
    StateMaker(HashAlgorithm hash, const HashKernel &kernel)
        : m_hash(hash)
        , m_streams(kernel)
        , m_blocks(kernel.lanes * blockSizeOf<Word>)
    {
    }

    void make(std::span<const ByteView> keys, unsigned char *states)
    {
        const std::size_t count = 2 * keys.size();
        for (std::size_t first = 0; first < count; first += m_streams.lanes()) {
            const std::size_t size = std::min(m_streams.lanes(), count - first);
            for (std::size_t lane = 0; lane < size; ++lane) {
                begin(lane, keys[(first + lane) / 2], (first + lane) % 2 == 0 ? innerPad : outerPad);
            }
            m_streams.run(size);
            for (std::size_t lane = 0; lane < size; ++lane) {
                m_streams.saveState(lane, states + (first + lane) * stateSize<Word>);
            }
        }
    }

private:
    void begin(std::size_t lane, ByteView key, unsigned char pad)
    {
        unsigned char *block = m_blocks.writableBytes().data() + lane * blockSizeOf<Word>;
        padKey<Word>(m_hash, key, pad, block);
        m_streams.beginBare(lane, reinterpret_cast<const unsigned char *>(&initialState<Word>(m_hash)),
                            block);
    }

    HashAlgorithm m_hash;
    HashStreams<Word> m_streams;
    SecretBytes m_blocks;
};

/// Computes `count` tags. `statesOf` gives the saved states of each: the inner, then the outer; `beginInner`
/// begins its inner hash.
template<HashWord Word, typename StatesOf, typename BeginInner>
void computeAll(HashStreams<Word> &streams, std::size_t tagSize, std::span<MacTag> tags, StatesOf statesOf,
                BeginInner beginInner)
{
    for (std::size_t first = 0; first < tags.size(); first += streams.lanes()) {
        const std::size_t size = std::min(streams.lanes(), tags.size() - first);
        for (std::size_t lane = 0; lane < size; ++lane) {
            beginInner(lane, first + lane);
        }
        streams.run(size);
        for (std::size_t lane = 0; lane < size; ++lane) {
            streams.beginWithOwnDigest(lane, statesOf(first + lane) + stateSize<Word>, blockSizeOf<Word>,
                                       tagSize);
        }
        streams.run(size);
        for (std::size_t lane = 0; lane < size; ++lane) {
            streams.digest(lane, std::span(tags[first + lane]).template first<stateSize<Word>>());
        }
    }
}

} // namespace

MacKeySet::MacKeySet(HashAlgorithm hash, std::span<const ByteView> keys)
    : MacKeySet(hash, keys, kernelFor(hash))
{
}

MacKeySet::MacKeySet(HashAlgorithm hash, std::span<const ByteView> keys, const HashKernel &kernel)
    : m_hash(hash)
    , m_kernel(&kernel)
    , m_size(keys.size())
{
    withWordOf(hash, [&]<HashWord Word>(Word) {
        m_states = SecretBytes(2 * stateSize<Word> * keys.size());
        StateMaker<Word>(hash, kernel).make(keys, m_states.writableBytes().data());
    });
}

template<typename KeyAt, typename MessageAt>
void MacKeySet::compute(KeyAt keyAt, MessageAt messageAt, std::span<MacTag> tags) const
{
    withWordOf(m_hash, [&]<HashWord Word>(Word) {
        const auto statesOf = [&](std::size_t i) {
            return m_states.bytes().data() + 2 * stateSize<Word> * keyAt(i);
        };
        HashStreams<Word> streams(*m_kernel);
        computeAll<Word>(streams, tagSize(), tags, statesOf, [&](std::size_t lane, std::size_t i) {
            streams.begin(lane, statesOf(i), blockSizeOf<Word>, messageAt(i));
        });
    });
}

void MacKeySet::computeMacs(std::span<const MacJob> jobs, std::span<MacTag> tags) const
{
    compute([&](std::size_t i) { return jobs[i].key; }, [&](std::size_t i) { return jobs[i].message; },
            tags.first(jobs.size()));
}

void MacKeySet::computeMacs(std::size_t first, std::size_t count, ByteView message,
                            std::span<MacTag> tags) const
{
    compute([&](std::size_t i) { return first + i; }, [&](std::size_t) { return message; },
            tags.first(count));
}

void MacKeySet::computeMacs(std::size_t key, std::span<const ByteView> messages, std::span<MacTag> tags) const
{
    compute([&](std::size_t) { return key; }, [&](std::size_t i) { return messages[i]; },
            tags.first(messages.size()));
}

void MacKeySet::computeMacsOfBareBlock(std::span<const std::size_t> keys, ByteView block,
                                       std::span<MacTag> tags) const
{
    withWordOf(m_hash, [&]<HashWord Word>(Word) {
        Q_ASSERT(block.size() == blockSizeOf<Word>);
        const auto statesOf = [&](std::size_t i) {
            return m_states.bytes().data() + 2 * stateSize<Word> * keys[i];
        };
        HashStreams<Word> streams(*m_kernel);
        computeAll<Word>(
            streams, tagSize(), tags.first(keys.size()), statesOf,
            [&](std::size_t lane, std::size_t i) { streams.beginBare(lane, statesOf(i), block.data()); });
    });
}

} // namespace countersign::crypto
