#include "core/base/encoding.h"

#include "core/base/alphabets_p.h"

#include <algorithm>

namespace countersign {

namespace {

std::size_t encodedSize(std::size_t size, Encoding encoding)
{
    switch (encoding) {
    case Encoding::Hex:
        return size * 2;
    case Encoding::Base64:
        return (size + 2) / 3 * 4;
    case Encoding::Base64Url:
        return (size * 4 + 2) / 3;
    }
    Q_UNREACHABLE();
}

void encodeHex(ByteView bytes, char *out)
{
    for (const unsigned char byte : bytes) {
        *out++ = hexAlphabet[byte >> 4];
        *out++ = hexAlphabet[byte & 0x0f];
    }
}

/// Writes the digits and returns where the padding would go.
char *encodeDigits(ByteView bytes, std::string_view alphabet, char *out)
{
    std::size_t i = 0;
    for (; i + 3 <= bytes.size(); i += 3) {
        const unsigned group = unsigned(bytes[i]) << 16 | unsigned(bytes[i + 1]) << 8 | bytes[i + 2];
        for (const int shift : {18, 12, 6, 0}) {
            *out++ = alphabet[group >> shift & 0x3f];
        }
    }
    if (i < bytes.size()) {
        const bool two = i + 2 == bytes.size();
        const unsigned group = unsigned(bytes[i]) << 16 | (two ? unsigned(bytes[i + 1]) << 8 : 0U);
        *out++ = alphabet[group >> 18 & 0x3f];
        *out++ = alphabet[group >> 12 & 0x3f];
        if (two) {
            *out++ = alphabet[group >> 6 & 0x3f];
        }
    }
    return out;
}

void encodeInto(ByteView bytes, Encoding encoding, std::span<char> out)
{
    if (encoding == Encoding::Hex) {
        encodeHex(bytes, out.data());
        return;
    }
    const auto alphabet = encoding == Encoding::Base64 ? base64Alphabet : base64UrlAlphabet;
    std::fill(encodeDigits(bytes, alphabet, out.data()), out.data() + out.size(), '=');
}

} // namespace

QByteArray encode(ByteView bytes, Encoding encoding)
{
    QByteArray text(static_cast<qsizetype>(encodedSize(bytes.size(), encoding)), Qt::Uninitialized);
    encodeInto(bytes, encoding, {text.data(), static_cast<std::size_t>(text.size())});
    return text;
}

SecretBytes encodeSecret(ByteView bytes, Encoding encoding)
{
    SecretBytes text(encodedSize(bytes.size(), encoding));
    const auto out = text.writableBytes();
    encodeInto(bytes, encoding, {reinterpret_cast<char *>(out.data()), out.size()});
    return text;
}

} // namespace countersign
