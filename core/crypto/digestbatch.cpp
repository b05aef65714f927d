#include "core/crypto/digestbatch.h"

#include "core/crypto/hashstreams_p.h"

namespace countersign::crypto {

namespace {

template<HashWord Word>
void computeAll(HashAlgorithm hash, std::span<const ByteView> messages, std::span<MacTag> digests,
                const HashKernel &kernel)
{
    HashStreams<Word> streams(kernel);
    const auto *initial = reinterpret_cast<const unsigned char *>(&initialState<Word>(hash));
    for (std::size_t first = 0; first < messages.size(); first += streams.lanes()) {
        const std::size_t size = std::min(streams.lanes(), messages.size() - first);
        for (std::size_t lane = 0; lane < size; ++lane) {
            streams.begin(lane, initial, 0, messages[first + lane]);
        }
        streams.run(size);
        for (std::size_t lane = 0; lane < size; ++lane) {
            streams.digest(lane, std::span(digests[first + lane]).template first<sizeof(HashState<Word>)>());
        }
    }
}

} // namespace

void computeDigests(HashAlgorithm hash, std::span<const ByteView> messages, std::span<MacTag> digests)
{
    computeDigests(hash, messages, digests, kernelFor(hash));
}

void computeDigests(HashAlgorithm hash, std::span<const ByteView> messages, std::span<MacTag> digests,
                    const HashKernel &kernel)
{
    withWordOf(hash, [&]<HashWord Word>(Word) { computeAll<Word>(hash, messages, digests, kernel); });
}

} // namespace countersign::crypto
