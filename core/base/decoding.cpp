#include "core/base/alphabets_p.h"
#include "core/base/decodingrefusal_p.h"

using namespace Qt::StringLiterals;

namespace countersign {

namespace {

Result<void> decodeHex(ByteView text, unsigned char *out)
{
    unsigned char strange = 0;
    for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
        const unsigned char high = hexDigits[text[i]];
        const unsigned char low = hexDigits[text[i + 1]];
        strange |= high | low;
        *out++ = static_cast<unsigned char>(high << 4 | (low & 0x0f));
    }
    if (text.size() % 2 != 0) {
        strange |= hexDigits[text.back()];
    }
    if (strange & 0xf0) {
        return refuseStranger(text, Encoding::Hex);
    }
    if (text.size() % 2 != 0) {
        return refuseAt(text.size() - 1, u"half a byte: hex has two digits a byte"_s);
    }
    return {};
}

/// The last two or three digits, which stand for one or two bytes.
Result<void> decodeTail(ByteView text, std::size_t tail, const DigitTable &table, unsigned char *out)
{
    const std::size_t start = text.size() - tail;
    const unsigned first = table[text[start]];
    const unsigned second = table[text[start + 1]];
    const unsigned third = tail == 3 ? table[text[start + 2]] : 0U;
    *out = static_cast<unsigned char>(first << 2 | second >> 4);
    if (tail == 3) {
        out[1] = static_cast<unsigned char>(second << 4 | third >> 2);
    }
    const unsigned unused = tail == 2 ? second & 0x0f : third & 0x03;
    if (unused != 0) {
        return refuseAt(text.size() - 1, u"unused bits are not zero: the text was cut or changed"_s);
    }
    return {};
}

/// `text` without its padding.
Result<void> decodeDigits(ByteView text, Encoding encoding, unsigned char *out)
{
    const DigitTable &table = digitsFor(encoding);
    const std::size_t tail = text.size() % 4;
    const std::size_t whole = text.size() - tail;
    unsigned strange = 0;
    for (std::size_t i = 0; i < whole; i += 4) {
        const unsigned a = table[text[i]], b = table[text[i + 1]], c = table[text[i + 2]],
                       d = table[text[i + 3]];
        strange |= a | b | c | d;
        *out++ = static_cast<unsigned char>(a << 2 | b >> 4);
        *out++ = static_cast<unsigned char>(b << 4 | c >> 2);
        *out++ = static_cast<unsigned char>(c << 6 | d);
    }
    for (std::size_t i = whole; i < text.size(); ++i) {
        strange |= table[text[i]];
    }
    if (strange & 0xc0) {
        return refuseStranger(text, encoding);
    }
    if (tail == 1) {
        return refuseAt(text.size() - 1, u"a lone trailing character: the text was cut"_s);
    }
    return tail == 0 ? Result<void>{} : decodeTail(text, tail, table, out);
}

ByteView withoutPadding(ByteView text)
{
    for (int i = 0; i < 2 && !text.empty() && text.back() == '='; ++i) {
        text = text.first(text.size() - 1);
    }
    return text;
}

Result<void> decodeBase64(ByteView text, unsigned char *out)
{
    const ByteView digits = withoutPadding(text);
    const auto decoded = decodeDigits(digits, Encoding::Base64, out);
    if (decoded && text.size() - digits.size() != (4 - digits.size() % 4) % 4) {
        return refuseAt(digits.size(), u"wrong padding: base64 ends in '=' up to a multiple of four"_s);
    }
    return decoded;
}

Result<void> decodeInto(ByteView text, Encoding encoding, unsigned char *out)
{
    switch (encoding) {
    case Encoding::Hex:
        return decodeHex(text, out);
    case Encoding::Base64:
        return decodeBase64(text, out);
    case Encoding::Base64Url:
        return decodeDigits(text, encoding, out);
    }
    Q_UNREACHABLE();
}

/// Exact for text that decodes, and enough for what is written before other text is refused.
std::size_t decodedSize(ByteView text, Encoding encoding)
{
    switch (encoding) {
    case Encoding::Hex:
        return text.size() / 2;
    case Encoding::Base64:
        return withoutPadding(text).size() * 3 / 4;
    case Encoding::Base64Url:
        return text.size() * 3 / 4;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<QByteArray> decode(QByteArrayView text, Encoding encoding)
{
    const ByteView digits = bytesOf(text);
    QByteArray bytes(static_cast<qsizetype>(decodedSize(digits, encoding)), Qt::Uninitialized);
    if (auto decoded = decodeInto(digits, encoding, reinterpret_cast<unsigned char *>(bytes.data()));
        !decoded) {
        return std::unexpected(decoded.error());
    }
    return bytes;
}

Result<SecretBytes> decodeSecret(ByteView text, Encoding encoding)
{
    SecretBytes bytes(decodedSize(text, encoding));
    if (auto decoded = decodeInto(text, encoding, bytes.writableBytes().data()); !decoded) {
        return std::unexpected(decoded.error());
    }
    return bytes;
}

} // namespace countersign
