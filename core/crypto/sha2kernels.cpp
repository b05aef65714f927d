#include "core/crypto/sha2kernels_p.h"

#include "core/crypto/processor_p.h"

namespace countersign::crypto {

std::vector<const HashKernel *> processorKernels(HashAlgorithm hash)
{
    std::vector<const HashKernel *> kernels;
#ifdef COUNTERSIGN_X86_64
    if (hash == HashAlgorithm::Sha256 && processor::hasShaExtensions()) {
        kernels.push_back(&sha256ShaNi);
    }
    if (hash == HashAlgorithm::Sha256 && processor::hasAvx512()) {
        kernels.push_back(&sha256Avx512);
    }
    if ((hash == HashAlgorithm::Sha384 || hash == HashAlgorithm::Sha512) && processor::hasAvx512()) {
        kernels.push_back(&sha512Avx512);
    }
#endif
    return kernels;
}

} // namespace countersign::crypto
