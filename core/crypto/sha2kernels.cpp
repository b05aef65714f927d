#include "core/crypto/sha2kernels_p.h"

#include "core/crypto/processor_p.h"

namespace countersign::crypto {

#ifdef COUNTERSIGN_X86_64

namespace {

void addIf(bool isThere, const HashKernel &kernel, std::vector<const HashKernel *> &kernels)
{
    if (isThere) {
        kernels.push_back(&kernel);
    }
}

} // namespace

#endif

std::vector<const HashKernel *> processorKernels(HashAlgorithm hash)
{
    std::vector<const HashKernel *> kernels;
#ifdef COUNTERSIGN_X86_64
    if (hash == HashAlgorithm::Sha256) {
        addIf(processor::hasShaExtensions(), sha256ShaNi, kernels);
        addIf(processor::hasAvx512(), sha256Avx512, kernels);
        addIf(processor::hasAvx2(), sha256Avx2, kernels);
    }
    if (hash == HashAlgorithm::Sha384 || hash == HashAlgorithm::Sha512) {
        addIf(processor::hasAvx512(), sha512Avx512, kernels);
        addIf(processor::hasAvx2(), sha512Avx2, kernels);
    }
#endif
    return kernels;
}

} // namespace countersign::crypto
