#pragma once

#include "core/crypto/algorithm.h"

#include <cstdint>
#include <span>
#include <vector>

namespace countersign::crypto {

/// A message that many streams share: for each of its blocks, padding and all, the words that the rounds take
/// in (the message schedule with the round constants added).
struct SharedMessage
{
    const void *schedule; ///< words of the hash in the machine's byte order
    std::size_t blocks;
};

/// One way of running the compression function of a hash (FIPS 180-4 section 6) over several independent
/// streams at once.
struct HashKernel
{
    const char *name;
    std::size_t lanes; ///< at most maximumLanes
    /// Takes one block into each of the `lanes` states. A state is eight words of the hash (SHA-1: the first
    /// five) in the machine's byte order; no two may be the same.
    void (*compress)(void *const *states, const unsigned char *const *blocks);
    /// The HMACs of each message under `lanes` keys, of which only the first four bytes come out, as a
    /// number: a key's place is where its saved states stand, the inner and then the outer. Null where there
    /// is no way that is better than one by one.
    void (*sweep)(const unsigned char *const *keys, std::span<const SharedMessage> messages,
                  std::size_t digestSize, std::uint32_t *beginnings) = nullptr;
};

inline constexpr std::size_t maximumLanes = 16;

/// Every way this processor can run, the fastest first. The last is OpenSSL's own, one stream, on any
/// processor.
std::vector<const HashKernel *> kernelsFor(HashAlgorithm hash);
/// The first of them that agrees with OpenSSL in a self-test, made once in the life of the process.
const HashKernel &kernelFor(HashAlgorithm hash);
/// The first of them that puts shared messages under many keys and agrees with OpenSSL; null where there is
/// none.
const HashKernel *sweepKernelFor(HashAlgorithm hash);
/// OpenSSL's own.
const HashKernel &opensslKernel(HashAlgorithm hash);

/// Whether its MACs are OpenSSL's for keys and messages of every length up to a few blocks.
bool agreesWithOpenssl(const HashKernel &kernel, HashAlgorithm hash);

} // namespace countersign::crypto
