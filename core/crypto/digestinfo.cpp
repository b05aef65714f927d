#include "core/crypto/digestinfo_p.h"

namespace countersign::crypto {

namespace {

struct Prefix
{
    HashAlgorithm hash;
    QByteArrayView bytes; ///< everything in front of the digest
};

template<std::size_t Size>
constexpr QByteArrayView bytes(const char (&text)[Size])
{
    return {text, static_cast<qsizetype>(Size) - 1}; // a zero byte is no end of it
}

// RFC 8017 section 9.2, note 1.
constexpr Prefix prefixes[] = {
    {HashAlgorithm::Sha1, bytes("\x30\x21\x30\x09\x06\x05\x2b\x0e\x03\x02\x1a\x05\x00\x04\x14")},
    {HashAlgorithm::Sha256,
     bytes("\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20")},
    {HashAlgorithm::Sha384,
     bytes("\x30\x41\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x02\x05\x00\x04\x30")},
    {HashAlgorithm::Sha512,
     bytes("\x30\x51\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x03\x05\x00\x04\x40")},
};

} // namespace

SignedDigest readDigestInfo(const QByteArray &content)
{
    for (const Prefix &prefix : prefixes) {
        const auto digestSize = static_cast<qsizetype>(hashSize(prefix.hash));
        if (content.startsWith(prefix.bytes) && content.size() == prefix.bytes.size() + digestSize) {
            return {prefix.hash, content.last(digestSize)};
        }
    }
    return {std::nullopt, content};
}

} // namespace countersign::crypto
