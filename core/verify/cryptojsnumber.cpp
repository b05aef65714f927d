#include "core/verify/cryptojsnumber.h"

#include "core/base/secretbytes.h"
#include "core/crypto/digest.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace countersign::verify {

namespace {

constexpr std::size_t blockSize = 64;

using State = std::array<std::uint32_t, 8>;
using Block = std::array<std::uint32_t, 16>;

/// FIPS 180-4 section 5.3.3.
constexpr State initialState{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                             0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

/// FIPS 180-4 section 4.2.2.
constexpr std::array<std::uint32_t, 64> roundConstants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

std::array<std::uint32_t, 64> schedule(const Block &block)
{
    std::array<std::uint32_t, 64> words{};
    std::ranges::copy(block, words.begin());
    for (std::size_t t = 16; t < words.size(); ++t) {
        const std::uint32_t w15 = words[t - 15];
        const std::uint32_t w2 = words[t - 2];
        words[t] = (std::rotr(w2, 17) ^ std::rotr(w2, 19) ^ (w2 >> 10)) + words[t - 7] +
                   (std::rotr(w15, 7) ^ std::rotr(w15, 18) ^ (w15 >> 3)) + words[t - 16];
    }
    return words;
}

/// SHA-256's compression alone, which no library offers: the bug leaves out the padding around it.
void compress(State &state, const Block &block)
{
    const auto words = schedule(block);
    auto [a, b, c, d, e, f, g, h] = state;
    for (std::size_t t = 0; t < words.size(); ++t) {
        const std::uint32_t t1 = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) +
                                 ((e & f) ^ (~e & g)) + roundConstants[t] + words[t];
        const std::uint32_t t2 =
            (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = std::exchange(g, std::exchange(f, std::exchange(e, d + t1)));
        d = std::exchange(c, std::exchange(b, std::exchange(a, t1 + t2)));
    }
    const State worked{a, b, c, d, e, f, g, h};
    std::ranges::transform(state, worked, state.begin(), std::plus());
}

Block wordsOf(ByteView bytes)
{
    Block block{};
    for (std::size_t i = 0; i < blockSize; ++i) {
        block[i / 4] |= std::uint32_t{bytes[i]} << (24 - 8 * (i % 4));
    }
    return block;
}

QByteArray bytesOfState(const State &state)
{
    QByteArray bytes;
    for (const std::uint32_t word : state) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes.append(static_cast<char>(word >> shift));
        }
    }
    return bytes;
}

/// The key filled up to a block and combined with the pad of RFC 2104.
SecretBytes paddedKey(ByteView key, unsigned char pad)
{
    SecretBytes padded(blockSize);
    const QByteArray shortened =
        key.size() > blockSize ? crypto::digest(crypto::HashAlgorithm::Sha256, key) : QByteArray();
    std::ranges::copy(key.size() > blockSize ? bytesOf(shortened) : key, padded.writableBytes().begin());
    for (unsigned char &byte : padded.writableBytes()) {
        byte ^= pad;
    }
    return padded;
}

} // namespace

QByteArray cryptoJsHmacOfAnyNumber(ByteView key)
{
    State inner = initialState;
    compress(inner, wordsOf(paddedKey(key, 0x36).bytes()));
    // Its padding bit lands in the last byte of the first word, because the shift by NaN is none.
    compress(inner, Block{0x00000080});
    SecretBytes outer = paddedKey(key, 0x5c);
    outer.append(bytesOf(bytesOfState(inner)));
    return crypto::digest(crypto::HashAlgorithm::Sha256, outer.bytes());
}

} // namespace countersign::verify
