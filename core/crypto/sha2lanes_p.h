#pragma once

// Included where a file's own instructions are already allowed, so that what is made of it may use them; it
// includes nothing of the standard library itself for the same reason.
#include "core/crypto/sha2constants_p.h"
#include "core/crypto/sha2kernels_p.h"

namespace countersign::crypto {

// SHA-256 and SHA-512 (FIPS 180-4) over as many streams as a register has words, each word of a stream in a
// register of its own. `Words` is such a register (`count` of `Word`, with +, rotate<N>, shift<N>, xor3,
// choose and majority); loadStates, loadBlocks, storeStates and storeBeginnings carry them from and to
// memory.

template<typename Words>
COUNTERSIGN_ALWAYS_INLINE Words bigSigma0(Words x)
{
    if constexpr (sizeof(typename Words::Word) == 4) {
        return xor3(rotate<2>(x), rotate<13>(x), rotate<22>(x));
    } else {
        return xor3(rotate<28>(x), rotate<34>(x), rotate<39>(x));
    }
}

template<typename Words>
COUNTERSIGN_ALWAYS_INLINE Words bigSigma1(Words x)
{
    if constexpr (sizeof(typename Words::Word) == 4) {
        return xor3(rotate<6>(x), rotate<11>(x), rotate<25>(x));
    } else {
        return xor3(rotate<14>(x), rotate<18>(x), rotate<41>(x));
    }
}

template<typename Words>
COUNTERSIGN_ALWAYS_INLINE Words smallSigma0(Words x)
{
    if constexpr (sizeof(typename Words::Word) == 4) {
        return xor3(rotate<7>(x), rotate<18>(x), shift<3>(x));
    } else {
        return xor3(rotate<1>(x), rotate<8>(x), shift<7>(x));
    }
}

template<typename Words>
COUNTERSIGN_ALWAYS_INLINE Words smallSigma1(Words x)
{
    if constexpr (sizeof(typename Words::Word) == 4) {
        return xor3(rotate<17>(x), rotate<19>(x), shift<10>(x));
    } else {
        return xor3(rotate<19>(x), rotate<61>(x), shift<6>(x));
    }
}

/// Round number `Round` of sixteen. Instead of moving, the eight words change their names.
template<int Round, typename Words>
COUNTERSIGN_ALWAYS_INLINE void oneRound(Words (&s)[8], Words input)
{
    constexpr auto at = [](int place) { return (place + 16 - Round) % 8; };
    Words &h = s[at(7)];
    const Words t1 = h + bigSigma1(s[at(4)]) + choose(s[at(4)], s[at(5)], s[at(6)]) + input;
    s[at(3)] = s[at(3)] + t1;
    h = t1 + bigSigma0(s[at(0)]) + majority(s[at(0)], s[at(1)], s[at(2)]);
}

template<int Round, typename Words>
COUNTERSIGN_ALWAYS_INLINE void expandOne(Words (&w)[16])
{
    w[Round] =
        w[Round] + smallSigma0(w[(Round + 1) % 16]) + w[(Round + 9) % 16] + smallSigma1(w[(Round + 14) % 16]);
}

template<typename Words, int... Round>
COUNTERSIGN_ALWAYS_INLINE void sixteenRounds(Words (&s)[8], const Words (&w)[16],
                                             const typename Words::Word *constants,
                                             std::integer_sequence<int, Round...>)
{
    (oneRound<Round>(s, w[Round] + Words::every(constants[Round])), ...);
}

template<typename Words, int... Round>
COUNTERSIGN_ALWAYS_INLINE void sixteenExpandedRounds(Words (&s)[8], Words (&w)[16],
                                                     const typename Words::Word *constants,
                                                     std::integer_sequence<int, Round...>)
{
    ((expandOne<Round>(w), oneRound<Round>(s, w[Round] + Words::every(constants[Round]))), ...);
}

/// All rounds on one block of each stream; what comes out is still to be added to the state before.
template<typename Words>
COUNTERSIGN_ALWAYS_INLINE void runRounds(Words (&s)[8], Words (&w)[16])
{
    using Word = typename Words::Word;
    constexpr std::make_integer_sequence<int, 16> sixteen;
    sixteenRounds(s, w, Sha2<Word>::constants, sixteen);
    for (int t = 16; t < Sha2<Word>::rounds; t += 16) {
        sixteenExpandedRounds(s, w, Sha2<Word>::constants + t, sixteen);
    }
}

template<typename Words, int... Round>
COUNTERSIGN_ALWAYS_INLINE void sixteenSharedRounds(Words (&s)[8], const typename Words::Word *inputs,
                                                   std::integer_sequence<int, Round...>)
{
    (oneRound<Round>(s, Words::every(inputs[Round])), ...);
}

/// The same for a block that all streams share, whose message schedule is worked out already.
template<typename Words>
COUNTERSIGN_ALWAYS_INLINE void runSharedRounds(Words (&s)[8], const typename Words::Word *schedule)
{
    constexpr std::make_integer_sequence<int, 16> sixteen;
    for (int t = 0; t < Sha2<typename Words::Word>::rounds; t += 16) {
        sixteenSharedRounds(s, schedule + t, sixteen);
    }
}

template<typename Words>
COUNTERSIGN_ALWAYS_INLINE void addTo(Words (&s)[8], const Words (&before)[8])
{
    for (int i = 0; i < 8; ++i) {
        s[i] = s[i] + before[i];
    }
}

template<typename Words>
void compress(void *const *states, const unsigned char *const *blocks)
{
    Words before[8];
    Words s[8];
    Words w[16];
    loadStates(before, states);
    loadBlocks(w, blocks);
    for (int i = 0; i < 8; ++i) {
        s[i] = before[i];
    }
    runRounds(s, w);
    addTo(s, before);
    storeStates(states, s);
}

/// The digest of the inner hash is the whole message of the outer one: one block.
template<typename Words>
COUNTERSIGN_ALWAYS_INLINE void makeOuterBlock(Words (&w)[16], const Words (&digest)[8],
                                              std::size_t digestSize)
{
    using Word = typename Words::Word;
    const std::size_t used = digestSize / sizeof(Word);
    for (std::size_t i = 0; i < 8; ++i) {
        w[i] = i < used ? digest[i] : Words::every(0);
    }
    for (std::size_t i = 8; i < 15; ++i) {
        w[i] = Words::every(0);
    }
    w[used] = Words::every(Word{1} << (8 * sizeof(Word) - 1));
    w[15] = Words::every(static_cast<Word>(8 * (16 * sizeof(Word) + digestSize)));
}

template<typename Words>
void sweep(const unsigned char *const *keys, std::span<const SharedMessage> messages, std::size_t digestSize,
           std::uint32_t *beginnings)
{
    using Word = typename Words::Word;
    const void *outerKeys[Words::count];
    for (std::size_t lane = 0; lane < Words::count; ++lane) {
        outerKeys[lane] = keys[lane] + 8 * sizeof(Word);
    }
    Words inner[8];
    Words outer[8];
    loadStates(inner, reinterpret_cast<const void *const *>(keys));
    loadStates(outer, outerKeys);
    for (const SharedMessage &message : messages) {
        Words s[8];
        Words before[8];
        for (int i = 0; i < 8; ++i) {
            s[i] = inner[i];
        }
        const Word *schedule = static_cast<const Word *>(message.schedule);
        for (std::size_t block = 0; block < message.blocks; ++block) {
            for (int i = 0; i < 8; ++i) {
                before[i] = s[i];
            }
            runSharedRounds(s, schedule + block * Sha2<Word>::rounds);
            addTo(s, before);
        }
        Words w[16];
        makeOuterBlock(w, s, digestSize);
        for (int i = 0; i < 8; ++i) {
            s[i] = outer[i];
        }
        runRounds(s, w);
        storeBeginnings(beginnings, s[0] + outer[0]);
        beginnings += Words::count;
    }
}

} // namespace countersign::crypto
