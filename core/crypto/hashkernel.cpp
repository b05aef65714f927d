#include "core/crypto/hashkernel_p.h"

#include "core/crypto/mac.h"
#include "core/crypto/mackeyset.h"
#include "core/crypto/sha2kernels_p.h"
#include "core/crypto/sharedmessages.h"

#include <QtEndian>

#include <algorithm>

namespace countersign::crypto {

namespace {

constexpr std::size_t testedLength = 300; // past two blocks of SHA-512

/// Texts of every length that differ from each other.
std::vector<QByteArray> testTexts()
{
    std::vector<QByteArray> texts;
    for (std::size_t size = 1; size <= testedLength; size += 1 + size / 16) {
        QByteArray text(static_cast<qsizetype>(size), Qt::Uninitialized);
        for (qsizetype i = 0; i < text.size(); ++i) {
            text[i] = static_cast<char>(31 * i + 7 * text.size());
        }
        texts.push_back(text);
    }
    return texts;
}

/// Whether each of the jobs is found among all that the set makes of their messages.
bool findsAll(const MacKeySet &set, const SharedMessages &messages, std::span<const MacJob> jobs,
              std::span<const MacTag> tags)
{
    std::vector<std::size_t> places;
    std::vector<std::uint32_t> wanted;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        places.push_back(i);
        wanted.push_back(qFromBigEndian<std::uint32_t>(tags[i].data()));
    }
    const std::vector<MacPlace> found = set.find(places, messages, wanted);
    return std::ranges::all_of(places, [&](std::size_t i) {
        return std::ranges::any_of(
            found, [&](const MacPlace &place) { return place.key == jobs[i].key && place.message == i; });
    });
}

const HashKernel &firstThatAgrees(HashAlgorithm hash)
{
    for (const HashKernel *kernel : kernelsFor(hash)) {
        if (agreesWithOpenssl(*kernel, hash)) {
            return *kernel;
        }
    }
    return opensslKernel(hash);
}

template<HashAlgorithm Hash>
const HashKernel &chosenKernel()
{
    static const HashKernel &chosen = firstThatAgrees(Hash);
    return chosen;
}

const HashKernel *firstSweepThatAgrees(HashAlgorithm hash)
{
    const std::vector<const HashKernel *> kernels = kernelsFor(hash);
    const auto found = std::ranges::find_if(kernels, [hash](const HashKernel *kernel) {
        return kernel->sweep && agreesWithOpenssl(*kernel, hash);
    });
    return found == kernels.end() ? nullptr : *found;
}

template<HashAlgorithm Hash>
const HashKernel *chosenSweepKernel()
{
    static const HashKernel *const chosen = firstSweepThatAgrees(Hash);
    return chosen;
}

} // namespace

std::vector<const HashKernel *> kernelsFor(HashAlgorithm hash)
{
    std::vector<const HashKernel *> kernels = processorKernels(hash);
    kernels.push_back(&opensslKernel(hash));
    return kernels;
}

const HashKernel &kernelFor(HashAlgorithm hash)
{
    switch (hash) {
    case HashAlgorithm::Sha1:
        return chosenKernel<HashAlgorithm::Sha1>();
    case HashAlgorithm::Sha256:
        return chosenKernel<HashAlgorithm::Sha256>();
    case HashAlgorithm::Sha384:
        return chosenKernel<HashAlgorithm::Sha384>();
    case HashAlgorithm::Sha512:
        break;
    }
    return chosenKernel<HashAlgorithm::Sha512>();
}

const HashKernel *sweepKernelFor(HashAlgorithm hash)
{
    switch (hash) {
    case HashAlgorithm::Sha1:
        return chosenSweepKernel<HashAlgorithm::Sha1>();
    case HashAlgorithm::Sha256:
        return chosenSweepKernel<HashAlgorithm::Sha256>();
    case HashAlgorithm::Sha384:
        return chosenSweepKernel<HashAlgorithm::Sha384>();
    case HashAlgorithm::Sha512:
        break;
    }
    return chosenSweepKernel<HashAlgorithm::Sha512>();
}

bool agreesWithOpenssl(const HashKernel &kernel, HashAlgorithm hash)
{
    const std::vector<QByteArray> texts = testTexts();
    std::vector<ByteView> keys;
    std::vector<MacJob> jobs;
    for (const QByteArray &text : texts) {
        jobs.push_back({keys.size(), bytesOf(texts[texts.size() - 1 - keys.size()])});
        keys.push_back(bytesOf(text));
    }
    std::vector<MacTag> tags(jobs.size());
    const MacKeySet set(hash, keys, kernel);
    set.computeMacs(jobs, tags);
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        const auto key = MacKey::create(hash, keys[i]);
        if (!key || !key->verifyMac(jobs[i].message, ByteView(tags[i]).first(hashSize(hash)))) {
            return false;
        }
    }
    std::vector<ByteView> messages;
    std::ranges::transform(jobs, std::back_inserter(messages), &MacJob::message);
    return findsAll(set, SharedMessages(hash, std::move(messages), kernel), jobs, tags);
}

} // namespace countersign::crypto
