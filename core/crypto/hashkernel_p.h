#pragma once

#include "core/crypto/algorithm.h"

#include <vector>

namespace countersign::crypto {

/// One way of running the compression function of a hash (FIPS 180-4 section 6) over several independent
/// streams at once.
struct HashKernel
{
    const char *name;
    std::size_t lanes; ///< at most maximumLanes
    /// Takes one block into each of the `lanes` states. A state is eight words of the hash (SHA-1: the first
    /// five) in the machine's byte order; no two may be the same.
    void (*compress)(void *const *states, const unsigned char *const *blocks);
};

inline constexpr std::size_t maximumLanes = 16;

/// Every way this processor can run, the fastest first. The last is OpenSSL's own, one stream, on any
/// processor.
std::vector<const HashKernel *> kernelsFor(HashAlgorithm hash);
/// The first of them that agrees with OpenSSL in a self-test, made once in the life of the process.
const HashKernel &kernelFor(HashAlgorithm hash);
/// OpenSSL's own.
const HashKernel &opensslKernel(HashAlgorithm hash);

/// Whether its MACs are OpenSSL's for keys and messages of every length up to a few blocks.
bool agreesWithOpenssl(const HashKernel &kernel, HashAlgorithm hash);

} // namespace countersign::crypto
