#include "core/base/encoding.h"

#include <algorithm>
#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace countersign {

namespace {

constexpr std::string_view hexAlphabet = "0123456789abcdef";
constexpr std::string_view base64Alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view base64UrlAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr unsigned char noDigit = 0xff;

using DigitTable = std::array<unsigned char, 256>;

constexpr DigitTable digitsOf(std::string_view alphabet)
{
    DigitTable table;
    table.fill(noDigit);
    for (std::size_t i = 0; i < alphabet.size(); ++i) {
        table[static_cast<unsigned char>(alphabet[i])] = static_cast<unsigned char>(i);
    }
    return table;
}

constexpr DigitTable hexDigits = [] {
    DigitTable table = digitsOf(hexAlphabet);
    for (unsigned char c = 'A'; c <= 'F'; ++c) {
        table[c] = static_cast<unsigned char>(c - 'A' + 10);
    }
    return table;
}();
constexpr DigitTable base64Digits = digitsOf(base64Alphabet);
constexpr DigitTable base64UrlDigits = digitsOf(base64UrlAlphabet);

/// What is wrong with a character, without repeating it: it may be part of a secret.
QString describeStranger(unsigned char c, Encoding encoding)
{
    const auto name = encoding == Encoding::Hex      ? "hex"_L1
                      : encoding == Encoding::Base64 ? "base64"_L1
                                                     : "base64url"_L1;
    if (c == '\n' || c == '\r') {
        return u"a line break"_s;
    }
    if (c == ' ' || c == '\t') {
        return u"white space"_s;
    }
    if (c == '=') {
        return encoding == Encoding::Base64 ? u"padding before the end"_s
                                            : u"padding, which %1 has none of"_s.arg(name);
    }
    if (encoding == Encoding::Base64Url && (c == '+' || c == '/')) {
        return u"'+' or '/': this looks like base64, which base64url writes with '-' and '_'"_s;
    }
    if (encoding == Encoding::Base64 && (c == '-' || c == '_')) {
        return u"'-' or '_': this looks like base64url, which base64 writes with '+' and '/'"_s;
    }
    return u"not a character of %1"_s.arg(name);
}

std::unexpected<Error> refuseAt(std::size_t index, const QString &reason)
{
    return failure(ErrorCode::InvalidEncoding, u"character %1: %2"_s.arg(index + 1).arg(reason));
}

std::unexpected<Error> refuseStranger(ByteView text, const DigitTable &table, Encoding encoding)
{
    std::size_t i = 0;
    while (table[text[i]] != noDigit) {
        ++i;
    }
    return refuseAt(i, describeStranger(text[i], encoding));
}

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
        return refuseStranger(text, hexDigits, Encoding::Hex);
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
    const DigitTable &table = encoding == Encoding::Base64 ? base64Digits : base64UrlDigits;
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
        return refuseStranger(text, table, encoding);
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

SecretBytes encodeSecret(ByteView bytes, Encoding encoding)
{
    SecretBytes text(encodedSize(bytes.size(), encoding));
    const auto out = text.writableBytes();
    encodeInto(bytes, encoding, {reinterpret_cast<char *>(out.data()), out.size()});
    return text;
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
