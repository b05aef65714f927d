#include "core/crypto/sha2constants_p.h"
#include "core/crypto/sha2kernels_p.h"

#ifdef COUNTERSIGN_X86_64

#include <cstdint>
#include <immintrin.h>
#include <utility>

// For this file alone: the program as a whole runs on processors without the instructions.
#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#elif defined(__GNUC__)
#pragma GCC target("avx2")
#endif

#include "core/crypto/sha2lanes_p.h"

namespace countersign::crypto {

namespace {

/// Eight words of 32 bits.
struct Words32
{
    using Word = std::uint32_t;
    static constexpr std::size_t count = 8;
    __m256i v;

    static COUNTERSIGN_ALWAYS_INLINE Words32 every(Word word)
    {
        return {_mm256_set1_epi32(static_cast<int>(word))};
    }
};

COUNTERSIGN_ALWAYS_INLINE Words32 operator+(Words32 a, Words32 b)
{
    return {_mm256_add_epi32(a.v, b.v)};
}

template<int Bits>
COUNTERSIGN_ALWAYS_INLINE Words32 rotate(Words32 a)
{
    return {_mm256_or_si256(_mm256_srli_epi32(a.v, Bits), _mm256_slli_epi32(a.v, 32 - Bits))};
}

template<int Bits>
COUNTERSIGN_ALWAYS_INLINE Words32 shift(Words32 a)
{
    return {_mm256_srli_epi32(a.v, Bits)};
}

/// Four words of 64 bits.
struct Words64
{
    using Word = std::uint64_t;
    static constexpr std::size_t count = 4;
    __m256i v;

    static COUNTERSIGN_ALWAYS_INLINE Words64 every(Word word)
    {
        return {_mm256_set1_epi64x(static_cast<long long>(word))};
    }
};

COUNTERSIGN_ALWAYS_INLINE Words64 operator+(Words64 a, Words64 b)
{
    return {_mm256_add_epi64(a.v, b.v)};
}

template<int Bits>
COUNTERSIGN_ALWAYS_INLINE Words64 rotate(Words64 a)
{
    return {_mm256_or_si256(_mm256_srli_epi64(a.v, Bits), _mm256_slli_epi64(a.v, 64 - Bits))};
}

template<int Bits>
COUNTERSIGN_ALWAYS_INLINE Words64 shift(Words64 a)
{
    return {_mm256_srli_epi64(a.v, Bits)};
}

template<typename Words>
COUNTERSIGN_ALWAYS_INLINE Words xor3(Words a, Words b, Words c)
{
    return {_mm256_xor_si256(_mm256_xor_si256(a.v, b.v), c.v)};
}

template<typename Words>
COUNTERSIGN_ALWAYS_INLINE Words choose(Words x, Words y, Words z)
{
    return {_mm256_xor_si256(z.v, _mm256_and_si256(x.v, _mm256_xor_si256(y.v, z.v)))};
}

template<typename Words>
COUNTERSIGN_ALWAYS_INLINE Words majority(Words x, Words y, Words z)
{
    return {_mm256_xor_si256(y.v, _mm256_and_si256(_mm256_xor_si256(x.v, y.v), _mm256_xor_si256(y.v, z.v)))};
}

/// Half a register from each of two places, `quarter` registers of half the width behind their beginnings.
COUNTERSIGN_ALWAYS_INLINE __m256i loadHalves(const void *low, const void *high, int quarter)
{
    const __m128i half = _mm_loadu_si128(static_cast<const __m128i *>(low) + quarter);
    return _mm256_inserti128_si256(_mm256_castsi128_si256(half),
                                   _mm_loadu_si128(static_cast<const __m128i *>(high) + quarter), 1);
}

COUNTERSIGN_ALWAYS_INLINE void storeHalves(void *low, void *high, int quarter, __m256i value)
{
    _mm_storeu_si128(static_cast<__m128i *>(low) + quarter, _mm256_castsi256_si128(value));
    _mm_storeu_si128(static_cast<__m128i *>(high) + quarter, _mm256_extracti128_si256(value, 1));
}

/// Within each half, four rows of four words become columns, and the reverse.
COUNTERSIGN_ALWAYS_INLINE void transposeHalves32(__m256i (&r)[4])
{
    const __m256i a = _mm256_unpacklo_epi32(r[0], r[1]);
    const __m256i b = _mm256_unpackhi_epi32(r[0], r[1]);
    const __m256i c = _mm256_unpacklo_epi32(r[2], r[3]);
    const __m256i d = _mm256_unpackhi_epi32(r[2], r[3]);
    r[0] = _mm256_unpacklo_epi64(a, c);
    r[1] = _mm256_unpackhi_epi64(a, c);
    r[2] = _mm256_unpacklo_epi64(b, d);
    r[3] = _mm256_unpackhi_epi64(b, d);
}

COUNTERSIGN_ALWAYS_INLINE void loadStates(Words32 (&s)[8], const void *const *states)
{
    for (int quarter = 0; quarter < 2; ++quarter) {
        __m256i r[4];
        for (int i = 0; i < 4; ++i) {
            r[i] = loadHalves(states[i], states[4 + i], quarter);
        }
        transposeHalves32(r);
        for (int i = 0; i < 4; ++i) {
            s[4 * quarter + i].v = r[i];
        }
    }
}

COUNTERSIGN_ALWAYS_INLINE void storeStates(void *const *states, const Words32 (&s)[8])
{
    for (int quarter = 0; quarter < 2; ++quarter) {
        __m256i r[4];
        for (int i = 0; i < 4; ++i) {
            r[i] = s[4 * quarter + i].v;
        }
        transposeHalves32(r);
        for (int i = 0; i < 4; ++i) {
            storeHalves(states[i], states[4 + i], quarter, r[i]);
        }
    }
}

COUNTERSIGN_ALWAYS_INLINE void loadBlocks(Words32 (&w)[16], const unsigned char *const *blocks)
{
    const __m256i swapped =
        _mm256_broadcastsi128_si256(_mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203));
    for (int quarter = 0; quarter < 4; ++quarter) {
        __m256i r[4];
        for (int i = 0; i < 4; ++i) {
            r[i] = _mm256_shuffle_epi8(loadHalves(blocks[i], blocks[4 + i], quarter), swapped);
        }
        transposeHalves32(r);
        for (int i = 0; i < 4; ++i) {
            w[4 * quarter + i].v = r[i];
        }
    }
}

COUNTERSIGN_ALWAYS_INLINE void storeBeginnings(std::uint32_t *out, Words32 first)
{
    _mm256_storeu_si256(reinterpret_cast<__m256i *>(out), first.v);
}

COUNTERSIGN_ALWAYS_INLINE void loadStates(Words64 (&s)[8], const void *const *states)
{
    for (int pair = 0; pair < 4; ++pair) {
        const __m256i even = loadHalves(states[0], states[2], pair);
        const __m256i odd = loadHalves(states[1], states[3], pair);
        s[2 * pair].v = _mm256_unpacklo_epi64(even, odd);
        s[2 * pair + 1].v = _mm256_unpackhi_epi64(even, odd);
    }
}

COUNTERSIGN_ALWAYS_INLINE void storeStates(void *const *states, const Words64 (&s)[8])
{
    for (int pair = 0; pair < 4; ++pair) {
        storeHalves(states[0], states[2], pair, _mm256_unpacklo_epi64(s[2 * pair].v, s[2 * pair + 1].v));
        storeHalves(states[1], states[3], pair, _mm256_unpackhi_epi64(s[2 * pair].v, s[2 * pair + 1].v));
    }
}

COUNTERSIGN_ALWAYS_INLINE void loadBlocks(Words64 (&w)[16], const unsigned char *const *blocks)
{
    const __m256i swapped =
        _mm256_broadcastsi128_si256(_mm_set_epi64x(0x08090a0b0c0d0e0f, 0x0001020304050607));
    for (int pair = 0; pair < 8; ++pair) {
        const __m256i even = _mm256_shuffle_epi8(loadHalves(blocks[0], blocks[2], pair), swapped);
        const __m256i odd = _mm256_shuffle_epi8(loadHalves(blocks[1], blocks[3], pair), swapped);
        w[2 * pair].v = _mm256_unpacklo_epi64(even, odd);
        w[2 * pair + 1].v = _mm256_unpackhi_epi64(even, odd);
    }
}

COUNTERSIGN_ALWAYS_INLINE void storeBeginnings(std::uint32_t *out, Words64 first)
{
    std::uint64_t words[Words64::count];
    _mm256_storeu_si256(reinterpret_cast<__m256i *>(words), first.v);
    for (std::size_t lane = 0; lane < Words64::count; ++lane) {
        out[lane] = static_cast<std::uint32_t>(words[lane] >> 32);
    }
}

} // namespace

const HashKernel sha256Avx2{"AVX2, eight streams", Words32::count, compress<Words32>, sweep<Words32>};
const HashKernel sha512Avx2{"AVX2, four streams", Words64::count, compress<Words64>, sweep<Words64>};

} // namespace countersign::crypto

#if defined(__clang__)
#pragma clang attribute pop
#endif

#endif // COUNTERSIGN_X86_64
