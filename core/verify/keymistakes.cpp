#include "core/verify/keymistakes_p.h"

#include "core/base/ascii.h"
#include "core/base/encoding.h"
#include "core/crypto/digest.h"
#include "core/verify/bytejoining_p.h"

#include <QtGlobal>

#include <algorithm>

namespace countersign::verify {

namespace {

template<char... Characters>
std::optional<SecretBytes> after(ByteView text)
{
    constexpr char characters[] = {Characters...};
    return joined({}, text, {characters, sizeof characters});
}

template<char... Characters>
std::optional<SecretBytes> before(ByteView text)
{
    constexpr char characters[] = {Characters...};
    return joined({characters, sizeof characters}, text, {});
}

template<char Around>
std::optional<SecretBytes> around(ByteView text)
{
    constexpr char characters[] = {Around};
    return joined({characters, 1}, text, {characters, 1});
}

std::optional<SecretBytes> trimmed(ByteView text)
{
    const auto first = std::ranges::find_if_not(text, isSpace);
    auto rest = text.subspan(static_cast<std::size_t>(first - text.begin()));
    while (!rest.empty() && isSpace(rest.back())) {
        rest = rest.first(rest.size() - 1);
    }
    return rest.size() == text.size() ? std::nullopt : std::optional(SecretBytes::copyOf(rest));
}

std::optional<SecretBytes> mapped(ByteView text, unsigned char (*map)(unsigned char))
{
    SecretBytes result = SecretBytes::copyOf(text);
    std::ranges::transform(result.writableBytes(), result.writableBytes().begin(), map);
    return result;
}

std::optional<SecretBytes> upperCase(ByteView text)
{
    return mapped(text, [](unsigned char c) -> unsigned char { return c >= 'a' && c <= 'z' ? c - 32 : c; });
}

std::optional<SecretBytes> lowerCase(ByteView text)
{
    return mapped(text, [](unsigned char c) -> unsigned char { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
}

/// Asked first: to word a refusal that nobody reads takes longer than all other mistakes together.
template<Encoding From>
bool mayDecode(ByteView text)
{
    if constexpr (From == Encoding::Hex) {
        return text.size() % 2 == 0 && std::ranges::all_of(text, isHexDigit);
    }
    const auto isForeign = [](unsigned char c) {
        return From == Encoding::Base64 ? c == '-' || c == '_' : c == '+' || c == '/' || c == '=';
    };
    return (From == Encoding::Base64Url ? text.size() % 4 != 1 : text.size() % 4 == 0) &&
           std::ranges::none_of(text, isForeign);
}

template<Encoding From>
std::optional<SecretBytes> decoded(ByteView text)
{
    if (!mayDecode<From>(text)) {
        return std::nullopt;
    }
    Result<SecretBytes> bytes = decodeSecret(text, From);
    return bytes && !bytes->isEmpty() ? std::optional(std::move(*bytes)) : std::nullopt;
}

/// Base64 as lenient decoders take it: padding missing, or missing bits.
std::optional<SecretBytes> decodedUnpadded(ByteView text)
{
    SecretBytes padded = SecretBytes::copyOf(text);
    while (padded.size() % 4 != 0) {
        padded.append(bytesOf("="));
    }
    return padded.size() == text.size() ? std::nullopt : decoded<Encoding::Base64>(padded.bytes());
}

template<Encoding To>
std::optional<SecretBytes> encoded(ByteView text)
{
    return encodeSecret(text, To);
}

/// Keys of programs that write text as UTF-16.
std::optional<SecretBytes> asUtf16(ByteView text)
{
    SecretBytes wide(text.size() * 2);
    for (std::size_t i = 0; i < text.size(); ++i) {
        wide.writableBytes()[2 * i] = text[i];
    }
    return wide;
}

template<std::size_t Size>
std::optional<SecretBytes> first(ByteView text)
{
    return text.size() > Size ? std::optional(SecretBytes::copyOf(text.first(Size))) : std::nullopt;
}

std::optional<SecretBytes> withoutLast(ByteView text)
{
    return text.size() > 8 ? std::optional(SecretBytes::copyOf(text.first(text.size() - 1))) : std::nullopt;
}

std::optional<SecretBytes> withoutFirst(ByteView text)
{
    return text.size() > 8 ? std::optional(SecretBytes::copyOf(text.subspan(1))) : std::nullopt;
}

std::optional<SecretBytes> twice(ByteView text)
{
    return joined({}, text, viewOf(text));
}

std::optional<SecretBytes> hashed(ByteView text)
{
    return SecretBytes::copyOf(bytesOf(crypto::digest(crypto::HashAlgorithm::Sha256, text)));
}

std::optional<SecretBytes> hashedInHex(ByteView text)
{
    return SecretBytes::copyOf(bytesOf(crypto::digest(crypto::HashAlgorithm::Sha256, text).toHex()));
}

std::optional<SecretBytes> asPythonBytes(ByteView text)
{
    return joined("b'", text, "'");
}

constexpr KeyMistake mistakes[] = {
    {CauseId::KeyLineBreak, QT_TRANSLATE_NOOP("CauseValue", "a line break (LF) at its end"), after<'\n'>},
    {CauseId::KeyLineBreak, QT_TRANSLATE_NOOP("CauseValue", "a Windows line break (CR LF) at its end"),
     after<'\r', '\n'>},
    {CauseId::KeyLineBreak, QT_TRANSLATE_NOOP("CauseValue", "a carriage return (CR) at its end"),
     after<'\r'>},
    {CauseId::KeyLineBreak, QT_TRANSLATE_NOOP("CauseValue", "the characters \\n at its end"),
     after<'\\', 'n'>},
    {CauseId::KeyWhiteSpace, QT_TRANSLATE_NOOP("CauseValue", "a space at its end"), after<' '>},
    {CauseId::KeyWhiteSpace, QT_TRANSLATE_NOOP("CauseValue", "a tab at its end"), after<'\t'>},
    {CauseId::KeyWhiteSpace, QT_TRANSLATE_NOOP("CauseValue", "a space in front"), before<' '>},
    {CauseId::KeyWhiteSpace, QT_TRANSLATE_NOOP("CauseValue", "a tab in front"), before<'\t'>},
    {CauseId::KeyWhiteSpace, QT_TRANSLATE_NOOP("CauseValue", "spaces around it"), around<' '>},
    {CauseId::KeyKeptWithWhiteSpace, nullptr, trimmed},
    {CauseId::KeyWhiteSpace, QT_TRANSLATE_NOOP("CauseValue", "a byte-order mark in front"),
     before<'\xEF', '\xBB', '\xBF'>},
    {CauseId::KeyQuoted, QT_TRANSLATE_NOOP("CauseValue", "double quotes"), around<'"'>},
    {CauseId::KeyQuoted, QT_TRANSLATE_NOOP("CauseValue", "single quotes"), around<'\''>},
    {CauseId::KeyQuoted, QT_TRANSLATE_NOOP("CauseValue", "backquotes"), around<'`'>},
    {CauseId::KeyHexDecoded, nullptr, decoded<Encoding::Hex>},
    {CauseId::KeyBase64Decoded, nullptr, decoded<Encoding::Base64>},
    {CauseId::KeyBase64Decoded, nullptr, decoded<Encoding::Base64Url>},
    {CauseId::KeyBase64Decoded, nullptr, decodedUnpadded},
    {CauseId::KeyOtherCase, QT_TRANSLATE_NOOP("CauseValue", "capital letters"), upperCase},
    {CauseId::KeyOtherCase, QT_TRANSLATE_NOOP("CauseValue", "small letters"), lowerCase},
    {CauseId::KeyWhiteSpace, QT_TRANSLATE_NOOP("CauseValue", "a no-break space at its end"),
     after<'\xC2', '\xA0'>},
    {CauseId::KeyWhiteSpace, QT_TRANSLATE_NOOP("CauseValue", "a zero-width space at its end"),
     after<'\xE2', '\x80', '\x8B'>},
    {CauseId::KeyQuoted, QT_TRANSLATE_NOOP("CauseValue", "b'…', as Python prints bytes"), asPythonBytes},
    {CauseId::KeySettingsLine, QT_TRANSLATE_NOOP("CauseValue", "a semicolon at its end"), after<';'>},
    {CauseId::KeySettingsLine, QT_TRANSLATE_NOOP("CauseValue", "a comma at its end"), after<','>},
    {CauseId::KeyEncoded, "base64", encoded<Encoding::Base64>},
    {CauseId::KeyEncoded, "hex", encoded<Encoding::Hex>},
    {CauseId::KeyEncoded, "UTF-16", asUtf16},
    {CauseId::KeyHashed, QT_TRANSLATE_NOOP("CauseValue", "its SHA-256, in bytes"), hashed},
    {CauseId::KeyHashed, QT_TRANSLATE_NOOP("CauseValue", "its SHA-256, in hex"), hashedInHex},
    {CauseId::KeyTruncated, QT_TRANSLATE_NOOP("CauseValue", "its last character is missing"), withoutLast},
    {CauseId::KeyTruncated, QT_TRANSLATE_NOOP("CauseValue", "its first character is missing"), withoutFirst},
    {CauseId::KeyTruncated, QT_TRANSLATE_NOOP("CauseValue", "only its first 32 characters were used"),
     first<32>},
    {CauseId::KeyTruncated, QT_TRANSLATE_NOOP("CauseValue", "only its first 24 characters were used"),
     first<24>},
    {CauseId::KeyTruncated, QT_TRANSLATE_NOOP("CauseValue", "only its first 20 characters were used"),
     first<20>},
    {CauseId::KeyTruncated, QT_TRANSLATE_NOOP("CauseValue", "only its first 16 characters were used"),
     first<16>},
    {CauseId::KeyTruncated, QT_TRANSLATE_NOOP("CauseValue", "it stands there twice"), twice},
};

constexpr const char *noKeyWords[] = {"undefined",   "null",   "None",  "nil",  "NaN",
                                      "false",       "true",   "0",     "NULL", "[object Object]",
                                      "undefined\n", "null\n", "None\n"};

constexpr const char *samples[] = {
    "your_secret_key", "your-secret-key", "your_secret", "your-secret", "YOUR_SECRET_KEY", "YOUR-SECRET-KEY",
    "YOUR_SECRET", "your-256-bit-secret", "your-384-bit-secret", "your-512-bit-secret", "yourSecretKey",
    "your_api_key", "YOUR_API_KEY", "your-api-key", "secret", "Secret", "SECRET", "SECRET_KEY", "secret_key",
    "secret-key", "secretkey", "secretKey", "my_secret_key", "my-secret-key", "mysecretkey", "my_secret",
    "my-secret", "mysecret", "MY_SECRET_KEY", "supersecret", "super-secret", "super_secret", "shhhhh",
    "shhhhhared-secret", "changeme", "change-me", "CHANGE_ME", "password", "123456", "test", "test-secret",
    "test_secret", "key", "example", "example_key", "HMAC_SECRET", "JWT_SECRET",
    "a-string-secret-at-least-256-bits-long", "TAWK_API_KEY", "HUGGY_KEY", "<your_secret_key>",
    "{YOUR_SECRET_KEY}", "qwertyuiopasdfghjklzxcvbnm123456",
    // the vendors' own pages and the samples of their libraries
    "YOUR_APP_ID", "YOUR_IDENTITY_VERIFICATION_SECRET", "YOUR_SECRET_KEY_HERE", "your_secret_key_here",
    "your-secret-key-here", "YOUR_TAWK_API_KEY", "YOUR_SITE_API_KEY", "API_KEY", "apiKey", "key123",
    "<YOUR_SECRET_KEY>", "xxx", "xxxx", "xxxxxxxx", "12345678", "top-secret", "topsecret", "s3cr3t",
    "default", "dev", "private_key", "hmac_secret", "jwt_secret", "your_key", "your-key", "YOUR_KEY", "<key>",
    "my_key", "secret123", "admin", "12345", "1234567890", "token", "KEY",
    "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow", // RFC 7515, A.1
};

} // namespace

std::span<const KeyMistake> keyMistakes()
{
    return mistakes;
}

std::span<const char *const> wordsForNoKey()
{
    return noKeyWords;
}

std::span<const char *const> sampleKeys()
{
    return samples;
}

} // namespace countersign::verify
