#include "core/crypto/hashstreams_p.h"

namespace countersign::crypto {

namespace {

constexpr HashState<std::uint32_t> sha1{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};

constexpr HashState<std::uint32_t> sha256{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                          0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

constexpr HashState<std::uint64_t> sha384{0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17,
                                          0x152fecd8f70e5939, 0x67332667ffc00b31, 0x8eb44a8768581511,
                                          0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4};

constexpr HashState<std::uint64_t> sha512{0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b,
                                          0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f,
                                          0x1f83d9abfb41bd6b, 0x5be0cd19137e2179};

} // namespace

template<>
const HashState<std::uint32_t> &initialState<std::uint32_t>(HashAlgorithm hash)
{
    return hash == HashAlgorithm::Sha1 ? sha1 : sha256;
}

template<>
const HashState<std::uint64_t> &initialState<std::uint64_t>(HashAlgorithm hash)
{
    return hash == HashAlgorithm::Sha384 ? sha384 : sha512;
}

} // namespace countersign::crypto
