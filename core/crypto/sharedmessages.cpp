#include "core/crypto/sharedmessages.h"

#include "core/crypto/hashstreams_p.h"
#include "core/crypto/sha2constants_p.h"

namespace countersign::crypto {

namespace {

/// Of a message behind one block of key, with its padding (FIPS 180-4 section 5.1).
template<HashWord Word>
std::size_t blocksOf(ByteView text)
{
    constexpr std::size_t lengthSize = 2 * sizeof(Word);
    return (text.size() + 1 + lengthSize + blockSizeOf<Word> - 1) / blockSizeOf<Word>;
}

template<HashWord Word>
Word smallSigma0(Word x)
{
    return sizeof(Word) == 4 ? std::rotr(x, 7) ^ std::rotr(x, 18) ^ (x >> 3)
                             : std::rotr(x, 1) ^ std::rotr(x, 8) ^ (x >> 7);
}

template<HashWord Word>
Word smallSigma1(Word x)
{
    return sizeof(Word) == 4 ? std::rotr(x, 17) ^ std::rotr(x, 19) ^ (x >> 10)
                             : std::rotr(x, 19) ^ std::rotr(x, 61) ^ (x >> 6);
}

/// FIPS 180-4, section 6.2.2 step 1 or 6.4.2 step 1, with the round constants added.
template<HashWord Word>
void makeSchedule(const unsigned char *block, Word *words)
{
    std::memcpy(words, block, blockSizeOf<Word>);
    for (int t = 0; t < 16; ++t) {
        words[t] = bigEndian(words[t]);
    }
    for (int t = 16; t < Sha2<Word>::rounds; ++t) {
        words[t] = smallSigma1(words[t - 2]) + words[t - 7] + smallSigma0(words[t - 15]) + words[t - 16];
    }
    for (int t = 0; t < Sha2<Word>::rounds; ++t) {
        words[t] += Sha2<Word>::constants[t];
    }
}

SecretBytes padded(ByteView text, std::size_t size, std::size_t before)
{
    SecretBytes bytes(size);
    copyShort(bytes.writableBytes().data(), text.data(), text.size());
    bytes.writableBytes()[text.size()] = 0x80;
    const std::uint64_t bits = bigEndian(std::uint64_t{before + text.size()} * 8);
    std::memcpy(bytes.writableBytes().data() + size - sizeof bits, &bits, sizeof bits);
    return bytes;
}

template<HashWord Word>
void makeSchedules(const std::vector<ByteView> &texts, SecretBytes &words,
                   std::vector<SharedMessage> &schedules)
{
    constexpr std::size_t scheduleSize = Sha2<Word>::rounds * sizeof(Word);
    std::size_t blocks = 0;
    for (const ByteView text : texts) {
        blocks += blocksOf<Word>(text);
    }
    words = SecretBytes(blocks * scheduleSize);
    unsigned char *out = words.writableBytes().data();
    for (const ByteView text : texts) {
        const std::size_t count = blocksOf<Word>(text);
        const SecretBytes whole = padded(text, count * blockSizeOf<Word>, blockSizeOf<Word>);
        schedules.push_back({out, count});
        for (std::size_t block = 0; block < count; ++block) {
            makeSchedule(whole.bytes().data() + block * blockSizeOf<Word>, reinterpret_cast<Word *>(out));
            out += scheduleSize;
        }
    }
}

} // namespace

SharedMessages::SharedMessages(HashAlgorithm hash, std::vector<ByteView> texts)
    : SharedMessages(hash, std::move(texts), sweepKernelFor(hash))
{
}

SharedMessages::SharedMessages(HashAlgorithm hash, std::vector<ByteView> texts, const HashKernel &kernel)
    : SharedMessages(hash, std::move(texts), &kernel)
{
}

SharedMessages::SharedMessages(HashAlgorithm hash, std::vector<ByteView> texts, const HashKernel *kernel)
    : m_texts(std::move(texts))
{
    if (kernel && kernel->sweep) {
        withWordOf(hash, [&]<HashWord Word>(Word) { makeSchedules<Word>(m_texts, m_words, m_schedules); });
    }
}

SharedMessages::~SharedMessages() = default;

} // namespace countersign::crypto
