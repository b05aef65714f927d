#include "core/crypto/sha2constants_p.h"
#include "core/crypto/sha2kernels_p.h"

#ifdef COUNTERSIGN_X86_64

#include <cstdint>
#include <immintrin.h>

// For this file alone: the program as a whole runs on processors without the instructions.
#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("sha,sse4.1,ssse3"))), apply_to = function)
#elif defined(__GNUC__)
#pragma GCC target("sha,sse4.1,ssse3")
#endif

namespace countersign::crypto {

namespace {

/// One stream does not keep the unit busy: each step waits for the one before. Four do.
constexpr std::size_t lanes = 4;

/// A state as the instructions want it: A, B, E, F in one register and C, D, G, H in the other.
struct Stream
{
    __m128i abef;
    __m128i cdgh;
    __m128i words[4]; ///< the last sixteen of the message schedule
};

COUNTERSIGN_ALWAYS_INLINE void load(Stream &stream, const void *state, const unsigned char *block)
{
    const __m128i bytesOfWords = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    const auto *words = static_cast<const __m128i *>(state);
    const __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128(words), 0xb1);
    const __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128(words + 1), 0x1b);
    stream.abef = _mm_alignr_epi8(cdab, efgh, 8);
    stream.cdgh = _mm_blend_epi16(efgh, cdab, 0xf0);
    for (int i = 0; i < 4; ++i) {
        const auto *quarter = reinterpret_cast<const __m128i *>(block) + i;
        stream.words[i] = _mm_shuffle_epi8(_mm_loadu_si128(quarter), bytesOfWords);
    }
}

/// The next four words of the message schedule take the place of the oldest four.
template<int Quad>
COUNTERSIGN_ALWAYS_INLINE void expand(Stream &stream)
{
    __m128i &w0 = stream.words[Quad % 4];
    const __m128i w1 = stream.words[(Quad + 1) % 4];
    const __m128i w2 = stream.words[(Quad + 2) % 4];
    const __m128i w3 = stream.words[(Quad + 3) % 4];
    w0 = _mm_sha256msg2_epu32(_mm_add_epi32(_mm_sha256msg1_epu32(w0, w1), _mm_alignr_epi8(w3, w2, 4)), w3);
}

template<int Quad>
COUNTERSIGN_ALWAYS_INLINE void fourRounds(Stream &stream, __m128i constants)
{
    if constexpr (Quad >= 4) {
        expand<Quad>(stream);
    }
    const __m128i input = _mm_add_epi32(stream.words[Quad % 4], constants);
    stream.cdgh = _mm_sha256rnds2_epu32(stream.cdgh, stream.abef, input);
    stream.abef = _mm_sha256rnds2_epu32(stream.abef, stream.cdgh, _mm_shuffle_epi32(input, 0x0e));
}

/// The rounds of all streams in turns, written out so that what fits stays in registers.
template<int Quad>
COUNTERSIGN_ALWAYS_INLINE void roundsFrom(Stream (&streams)[lanes])
{
    const __m128i constants =
        _mm_load_si128(reinterpret_cast<const __m128i *>(Sha2<std::uint32_t>::constants) + Quad);
    fourRounds<Quad>(streams[0], constants);
    fourRounds<Quad>(streams[1], constants);
    fourRounds<Quad>(streams[2], constants);
    fourRounds<Quad>(streams[3], constants);
    if constexpr (Quad < 15) {
        roundsFrom<Quad + 1>(streams);
    }
}

/// The result is added to what the state was before the block.
COUNTERSIGN_ALWAYS_INLINE void addTo(void *state, const Stream &stream)
{
    const __m128i feba = _mm_shuffle_epi32(stream.abef, 0x1b);
    const __m128i dchg = _mm_shuffle_epi32(stream.cdgh, 0xb1);
    auto *words = static_cast<__m128i *>(state);
    const __m128i dcba = _mm_blend_epi16(feba, dchg, 0xf0);
    const __m128i hgfe = _mm_alignr_epi8(dchg, feba, 8);
    _mm_storeu_si128(words, _mm_add_epi32(_mm_loadu_si128(words), dcba));
    _mm_storeu_si128(words + 1, _mm_add_epi32(_mm_loadu_si128(words + 1), hgfe));
}

void compress(void *const *states, const unsigned char *const *blocks)
{
    Stream streams[lanes];
    load(streams[0], states[0], blocks[0]);
    load(streams[1], states[1], blocks[1]);
    load(streams[2], states[2], blocks[2]);
    load(streams[3], states[3], blocks[3]);
    roundsFrom<0>(streams);
    addTo(states[0], streams[0]);
    addTo(states[1], streams[1]);
    addTo(states[2], streams[2]);
    addTo(states[3], streams[3]);
}

} // namespace

const HashKernel sha256ShaNi{"SHA extensions, four streams", lanes, compress};

} // namespace countersign::crypto

#if defined(__clang__)
#pragma clang attribute pop
#endif

#endif // COUNTERSIGN_X86_64
