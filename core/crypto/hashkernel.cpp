#include "core/crypto/hashkernel_p.h"

#include "core/crypto/mac.h"
#include "core/crypto/mackeyset.h"
#include "core/crypto/sha2kernels_p.h"

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
    MacKeySet(hash, keys, kernel).computeMacs(jobs, tags);
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        const auto key = MacKey::create(hash, keys[i]);
        if (!key || !key->verifyMac(jobs[i].message, ByteView(tags[i]).first(hashSize(hash)))) {
            return false;
        }
    }
    return true;
}

} // namespace countersign::crypto
