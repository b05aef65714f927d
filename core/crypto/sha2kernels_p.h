#pragma once

#include "core/crypto/hashkernel_p.h"

#if defined(__x86_64__) || defined(_M_X64)
#define COUNTERSIGN_X86_64
#endif

#ifdef _MSC_VER
#define COUNTERSIGN_ALWAYS_INLINE __forceinline
#else
#define COUNTERSIGN_ALWAYS_INLINE inline __attribute__((always_inline))
#endif

namespace countersign::crypto {

/// The kernels of ours that this processor and its system can run, the fastest first; none on a processor
/// they were not written for.
std::vector<const HashKernel *> processorKernels(HashAlgorithm hash);

#ifdef COUNTERSIGN_X86_64
extern const HashKernel sha256ShaNi; ///< the SHA extensions
extern const HashKernel sha256Avx2;
extern const HashKernel sha512Avx2; ///< SHA-384 too
extern const HashKernel sha256Avx512;
extern const HashKernel sha512Avx512; ///< SHA-384 too
#endif

} // namespace countersign::crypto
