#include "core/crypto/sha2constants_p.h"
#include "core/crypto/sha2kernels_p.h"

#ifdef COUNTERSIGN_X86_64

#include <cstdint>
#include <immintrin.h>
#include <utility>

// For this file alone: the program as a whole runs on processors without the instructions.
#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512bw"))), apply_to = function)
#elif defined(__GNUC__)
#pragma GCC target("avx512f,avx512bw")
// GCC 12 takes the undefined half of its own intrinsics' results for a mistake (its bug 105593).
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include "core/crypto/sha2lanes_p.h"

namespace countersign::crypto {

namespace {

/// Truth tables of three inputs, as the ternary instruction takes them.
constexpr int exclusiveOr = 0x96;
constexpr int choice = 0xca;
constexpr int majorityOf = 0xe8;

/// Sixteen words of 32 bits.
struct Words32
{
    using Word = std::uint32_t;
    static constexpr std::size_t count = 16;
    __m512i v;

    static COUNTERSIGN_ALWAYS_INLINE Words32 every(Word word)
    {
        return {_mm512_set1_epi32(static_cast<int>(word))};
    }
};

COUNTERSIGN_ALWAYS_INLINE Words32 operator+(Words32 a, Words32 b)
{
    return {_mm512_add_epi32(a.v, b.v)};
}

template<int Bits>
COUNTERSIGN_ALWAYS_INLINE Words32 rotate(Words32 a)
{
    return {_mm512_ror_epi32(a.v, Bits)};
}

template<int Bits>
COUNTERSIGN_ALWAYS_INLINE Words32 shift(Words32 a)
{
    return {_mm512_srli_epi32(a.v, Bits)};
}

/// Eight words of 64 bits.
struct Words64
{
    using Word = std::uint64_t;
    static constexpr std::size_t count = 8;
    __m512i v;

    static COUNTERSIGN_ALWAYS_INLINE Words64 every(Word word)
    {
        return {_mm512_set1_epi64(static_cast<long long>(word))};
    }
};

COUNTERSIGN_ALWAYS_INLINE Words64 operator+(Words64 a, Words64 b)
{
    return {_mm512_add_epi64(a.v, b.v)};
}

template<int Bits>
COUNTERSIGN_ALWAYS_INLINE Words64 rotate(Words64 a)
{
    return {_mm512_ror_epi64(a.v, Bits)};
}

template<int Bits>
COUNTERSIGN_ALWAYS_INLINE Words64 shift(Words64 a)
{
    return {_mm512_srli_epi64(a.v, Bits)};
}

template<typename Words>
COUNTERSIGN_ALWAYS_INLINE Words xor3(Words a, Words b, Words c)
{
    return {_mm512_ternarylogic_epi64(a.v, b.v, c.v, exclusiveOr)};
}

template<typename Words>
COUNTERSIGN_ALWAYS_INLINE Words choose(Words x, Words y, Words z)
{
    return {_mm512_ternarylogic_epi64(x.v, y.v, z.v, choice)};
}

template<typename Words>
COUNTERSIGN_ALWAYS_INLINE Words majority(Words x, Words y, Words z)
{
    return {_mm512_ternarylogic_epi64(x.v, y.v, z.v, majorityOf)};
}

/// Half a register from each of two places.
COUNTERSIGN_ALWAYS_INLINE __m512i loadHalves(const void *low, const void *high)
{
    const __m512i half = _mm512_castsi256_si512(_mm256_loadu_si256(static_cast<const __m256i *>(low)));
    return _mm512_inserti64x4(half, _mm256_loadu_si256(static_cast<const __m256i *>(high)), 1);
}

/// Within each quarter, rows of four words become columns: the transposition's first half.
template<int Rows>
COUNTERSIGN_ALWAYS_INLINE void transposeQuarters32(__m512i (&r)[Rows])
{
    for (int i = 0; i < Rows; i += 4) {
        const __m512i a = _mm512_unpacklo_epi32(r[i], r[i + 1]);
        const __m512i b = _mm512_unpackhi_epi32(r[i], r[i + 1]);
        const __m512i c = _mm512_unpacklo_epi32(r[i + 2], r[i + 3]);
        const __m512i d = _mm512_unpackhi_epi32(r[i + 2], r[i + 3]);
        r[i] = _mm512_unpacklo_epi64(a, c);
        r[i + 1] = _mm512_unpackhi_epi64(a, c);
        r[i + 2] = _mm512_unpacklo_epi64(b, d);
        r[i + 3] = _mm512_unpackhi_epi64(b, d);
    }
}

COUNTERSIGN_ALWAYS_INLINE void loadStates(Words32 (&s)[8], const void *const *states)
{
    __m512i r[8];
    for (int i = 0; i < 4; ++i) {
        r[i] = loadHalves(states[i], states[4 + i]);
        r[4 + i] = loadHalves(states[8 + i], states[12 + i]);
    }
    transposeQuarters32(r);
    for (int i = 0; i < 4; ++i) {
        s[i].v = _mm512_shuffle_i32x4(r[i], r[4 + i], 0x88);
        s[4 + i].v = _mm512_shuffle_i32x4(r[i], r[4 + i], 0xdd);
    }
}

template<int Quarter>
COUNTERSIGN_ALWAYS_INLINE void storeQuarter(void *const *states, const __m512i (&r)[8])
{
    for (int i = 0; i < 4; ++i) {
        auto *state = static_cast<__m128i *>(states[4 * Quarter + i]);
        _mm_storeu_si128(state, _mm512_extracti32x4_epi32(r[i], Quarter));
        _mm_storeu_si128(state + 1, _mm512_extracti32x4_epi32(r[4 + i], Quarter));
    }
}

COUNTERSIGN_ALWAYS_INLINE void storeStates(void *const *states, const Words32 (&s)[8])
{
    __m512i r[8];
    for (int i = 0; i < 8; ++i) {
        r[i] = s[i].v;
    }
    transposeQuarters32(r);
    storeQuarter<0>(states, r);
    storeQuarter<1>(states, r);
    storeQuarter<2>(states, r);
    storeQuarter<3>(states, r);
}

COUNTERSIGN_ALWAYS_INLINE void loadBlocks(Words32 (&w)[16], const unsigned char *const *blocks)
{
    const __m512i swapped = _mm512_set4_epi32(0x0c0d0e0f, 0x08090a0b, 0x04050607, 0x00010203);
    __m512i r[16];
    for (int i = 0; i < 16; ++i) {
        r[i] = _mm512_shuffle_epi8(_mm512_loadu_si512(blocks[i]), swapped);
    }
    transposeQuarters32(r);
    for (int i = 0; i < 4; ++i) {
        const __m512i even = _mm512_shuffle_i32x4(r[i], r[4 + i], 0x88);
        const __m512i odd = _mm512_shuffle_i32x4(r[i], r[4 + i], 0xdd);
        const __m512i laterEven = _mm512_shuffle_i32x4(r[8 + i], r[12 + i], 0x88);
        const __m512i laterOdd = _mm512_shuffle_i32x4(r[8 + i], r[12 + i], 0xdd);
        w[i].v = _mm512_shuffle_i32x4(even, laterEven, 0x88);
        w[4 + i].v = _mm512_shuffle_i32x4(odd, laterOdd, 0x88);
        w[8 + i].v = _mm512_shuffle_i32x4(even, laterEven, 0xdd);
        w[12 + i].v = _mm512_shuffle_i32x4(odd, laterOdd, 0xdd);
    }
}

COUNTERSIGN_ALWAYS_INLINE void storeBeginnings(std::uint32_t *out, Words32 first)
{
    _mm512_storeu_si512(out, first.v);
}

/// Eight rows of eight words of 64 bits become columns, and the reverse.
COUNTERSIGN_ALWAYS_INLINE void transpose64(__m512i (&r)[8])
{
    __m512i a[8];
    for (int i = 0; i < 8; i += 2) {
        a[i] = _mm512_unpacklo_epi64(r[i], r[i + 1]);
        a[i + 1] = _mm512_unpackhi_epi64(r[i], r[i + 1]);
    }
    for (int i = 0; i < 2; ++i) {
        const __m512i even = _mm512_shuffle_i64x2(a[i], a[2 + i], 0x88);
        const __m512i odd = _mm512_shuffle_i64x2(a[i], a[2 + i], 0xdd);
        const __m512i laterEven = _mm512_shuffle_i64x2(a[4 + i], a[6 + i], 0x88);
        const __m512i laterOdd = _mm512_shuffle_i64x2(a[4 + i], a[6 + i], 0xdd);
        r[i] = _mm512_shuffle_i64x2(even, laterEven, 0x88);
        r[2 + i] = _mm512_shuffle_i64x2(odd, laterOdd, 0x88);
        r[4 + i] = _mm512_shuffle_i64x2(even, laterEven, 0xdd);
        r[6 + i] = _mm512_shuffle_i64x2(odd, laterOdd, 0xdd);
    }
}

COUNTERSIGN_ALWAYS_INLINE void loadStates(Words64 (&s)[8], const void *const *states)
{
    __m512i r[8];
    for (int i = 0; i < 8; ++i) {
        r[i] = _mm512_loadu_si512(states[i]);
    }
    transpose64(r);
    for (int i = 0; i < 8; ++i) {
        s[i].v = r[i];
    }
}

COUNTERSIGN_ALWAYS_INLINE void storeStates(void *const *states, const Words64 (&s)[8])
{
    __m512i r[8];
    for (int i = 0; i < 8; ++i) {
        r[i] = s[i].v;
    }
    transpose64(r);
    for (int i = 0; i < 8; ++i) {
        _mm512_storeu_si512(states[i], r[i]);
    }
}

COUNTERSIGN_ALWAYS_INLINE void loadBlocks(Words64 (&w)[16], const unsigned char *const *blocks)
{
    const __m512i swapped = _mm512_set4_epi32(0x08090a0b, 0x0c0d0e0f, 0x00010203, 0x04050607);
    for (int half = 0; half < 2; ++half) {
        __m512i r[8];
        for (int i = 0; i < 8; ++i) {
            r[i] = _mm512_shuffle_epi8(_mm512_loadu_si512(blocks[i] + 64 * half), swapped);
        }
        transpose64(r);
        for (int i = 0; i < 8; ++i) {
            w[8 * half + i].v = r[i];
        }
    }
}

COUNTERSIGN_ALWAYS_INLINE void storeBeginnings(std::uint32_t *out, Words64 first)
{
    const __m256i upper = _mm512_cvtepi64_epi32(_mm512_srli_epi64(first.v, 32));
    _mm256_storeu_si256(reinterpret_cast<__m256i *>(out), upper);
}

} // namespace

const HashKernel sha256Avx512{"AVX-512, sixteen streams", Words32::count, compress<Words32>, sweep<Words32>};
const HashKernel sha512Avx512{"AVX-512, eight streams", Words64::count, compress<Words64>, sweep<Words64>};

} // namespace countersign::crypto

#if defined(__clang__)
#pragma clang attribute pop
#endif

#endif // COUNTERSIGN_X86_64
