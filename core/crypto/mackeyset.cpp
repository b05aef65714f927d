#include "core/crypto/mackeyset.h"

#include "core/base/parallel.h"
#include "core/crypto/digest.h"
#include "core/crypto/hashstreams_p.h"
#include "core/crypto/sharedmessages.h"

namespace countersign::crypto {

namespace {

constexpr unsigned char innerPad = 0x36;
constexpr unsigned char outerPad = 0x5c;
constexpr std::size_t keysAtOnce = 4096; ///< made ready by one thread; fewer are not worth a second

template<HashWord Word>
constexpr std::size_t stateSize = sizeof(HashState<Word>);

/// RFC 2104 section 2: a key longer than a block is hashed first; a shorter one is filled up with zeros.
template<HashWord Word>
void padKey(HashAlgorithm hash, ByteView key, unsigned char pad, unsigned char *block)
{
    SecretBytes shortened;
    if (key.size() > blockSizeOf<Word>) {
        QByteArray hashed = digest(hash, key);
        shortened = SecretBytes::copyOf(bytesOf(hashed));
        wipe({reinterpret_cast<unsigned char *>(hashed.data()), static_cast<std::size_t>(hashed.size())});
        key = shortened.bytes();
    }
    std::memset(block, 0, blockSizeOf<Word>);
    copyShort(block, key.data(), key.size());
    for (std::size_t i = 0; i < blockSizeOf<Word>; ++i) {
        block[i] ^= pad;
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
    : MacKeySet(hash, keys, kernelFor(hash), sweepKernelFor(hash))
{
}

MacKeySet::MacKeySet(HashAlgorithm hash, std::span<const ByteView> keys, const HashKernel &kernel)
    : MacKeySet(hash, keys, kernel, kernel.sweep ? &kernel : nullptr)
{
}

MacKeySet::MacKeySet(HashAlgorithm hash, std::span<const ByteView> keys, const HashKernel &kernel,
                     const HashKernel *sweepKernel)
    : m_hash(hash)
    , m_kernel(&kernel)
    , m_sweepKernel(sweepKernel)
    , m_size(keys.size())
{
    withWordOf(hash, [&]<HashWord Word>(Word) {
        m_states = SecretBytes(2 * stateSize<Word> * keys.size());
        forEachInParallel((keys.size() + keysAtOnce - 1) / keysAtOnce, [&](std::size_t piece) {
            const auto some = keys.subspan(piece * keysAtOnce);
            StateMaker<Word>(hash, kernel)
                .make(some.first(std::min(keysAtOnce, some.size())),
                      m_states.writableBytes().data() + 2 * stateSize<Word> * piece * keysAtOnce);
        });
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

std::vector<MacPlace> MacKeySet::find(std::span<const std::size_t> keys, const SharedMessages &messages,
                                      std::span<const std::uint32_t> wanted) const
{
    const bool hasSchedules = m_sweepKernel && !messages.schedules().empty();
    // Idle streams cost as much as busy ones.
    const bool isWorthIt = hasSchedules && 4 * keys.size() >= m_sweepKernel->lanes;
    return isWorthIt ? findSideBySide(keys, messages, wanted) : findOneByOne(keys, messages, wanted);
}

std::vector<MacPlace> MacKeySet::findOneByOne(std::span<const std::size_t> keys,
                                              const SharedMessages &messages,
                                              std::span<const std::uint32_t> wanted) const
{
    constexpr std::size_t tagsAtOnce = 256;
    std::vector<MacPlace> found;
    std::vector<MacTag> tags(tagsAtOnce);
    const std::size_t count = keys.size() * messages.size();
    for (std::size_t first = 0; first < count; first += tagsAtOnce) {
        const auto place = [&](std::size_t i) {
            return MacPlace{(first + i) / messages.size(), (first + i) % messages.size()};
        };
        const std::size_t size = std::min(tagsAtOnce, count - first);
        compute([&](std::size_t i) { return keys[place(i).key]; },
                [&](std::size_t i) { return messages.texts()[place(i).message]; },
                std::span(tags).first(size));
        for (std::size_t i = 0; i < size; ++i) {
            std::uint32_t beginning = 0;
            std::memcpy(&beginning, tags[i].data(), sizeof beginning);
            if (std::ranges::find(wanted, bigEndian(beginning)) != wanted.end()) {
                found.push_back(place(i));
            }
        }
    }
    return found;
}

std::vector<MacPlace> MacKeySet::findSideBySide(std::span<const std::size_t> keys,
                                                const SharedMessages &messages,
                                                std::span<const std::uint32_t> wanted) const
{
    const std::size_t lanes = m_sweepKernel->lanes;
    const std::size_t keySize = m_states.size() / m_size;
    std::vector<std::uint32_t> beginnings(lanes * messages.size());
    std::array<const unsigned char *, maximumLanes> states;
    std::vector<MacPlace> found;
    for (std::size_t first = 0; first < keys.size(); first += lanes) {
        for (std::size_t lane = 0; lane < lanes; ++lane) { // the last key again where there are no more
            states[lane] = m_states.bytes().data() + keySize * keys[std::min(first + lane, keys.size() - 1)];
        }
        m_sweepKernel->sweep(states.data(), messages.schedules(), tagSize(), beginnings.data());
        for (const std::uint32_t one : wanted) {
            for (auto at = std::ranges::find(beginnings, one); at != beginnings.end();
                 at = std::find(at + 1, beginnings.end(), one)) {
                const auto place = static_cast<std::size_t>(at - beginnings.begin());
                if (first + place % lanes < keys.size()) {
                    found.push_back({first + place % lanes, place / lanes});
                }
            }
        }
    }
    return found;
}

} // namespace countersign::crypto
