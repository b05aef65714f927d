#include "core/verify/keymistakes_p.h"

#include "core/base/encoding.h"
#include "core/crypto/digest.h"
#include "core/crypto/legacydigest.h"
#include "core/keys/keysurroundings.h"
#include "core/verify/bytejoining_p.h"

#include <algorithm>

namespace countersign::verify {

namespace {

template<std::size_t Size>
struct Literal
{
    // NOLINTNEXTLINE(google-explicit-constructor): a template argument is to be written as a literal
    constexpr Literal(const char (&from)[Size]) { std::ranges::copy(from, text); }

    QByteArrayView view() const { return {text, static_cast<qsizetype>(Size) - 1}; }

    char text[Size] = {};
};

template<Literal Before, Literal After>
std::optional<SecretBytes> between(ByteView text)
{
    return joined(Before.view(), text, After.view());
}

/// What stands around the kept key taken off.
std::optional<SecretBytes> bare(ByteView text)
{
    const ByteView inner = keys::withoutSurroundings(text);
    return inner.size() == text.size() || inner.empty() ? std::nullopt
                                                        : std::optional(SecretBytes::copyOf(inner));
}

template<std::size_t Size>
std::optional<SecretBytes> first(ByteView text)
{
    return text.size() > Size ? std::optional(SecretBytes::copyOf(text.first(Size))) : std::nullopt;
}

template<std::size_t Size>
std::optional<SecretBytes> last(ByteView text)
{
    return text.size() > Size ? std::optional(SecretBytes::copyOf(text.last(Size))) : std::nullopt;
}

template<crypto::HashAlgorithm Hash>
std::optional<SecretBytes> hashedInHex(ByteView text)
{
    return SecretBytes::copyOf(bytesOf(crypto::digest(Hash, text).toHex()));
}

std::optional<SecretBytes> md5InHex(ByteView text)
{
    const QByteArray hash = crypto::legacyDigest(crypto::LegacyHash::Md5, text);
    return hash.isEmpty() ? std::nullopt : std::optional(SecretBytes::copyOf(bytesOf(hash.toHex())));
}

std::optional<SecretBytes> hashedInBase64(ByteView text)
{
    return SecretBytes::copyOf(bytesOf(crypto::digest(crypto::HashAlgorithm::Sha256, text).toBase64()));
}

std::optional<SecretBytes> inBase64Url(ByteView text)
{
    return encodeSecret(text, Encoding::Base64Url);
}

/// Node's Buffer and PHP drop a last character that cannot stand for a byte.
std::optional<SecretBytes> decodedWithoutLast(ByteView text)
{
    if (text.size() % 4 != 1 || text.size() == 1) {
        return std::nullopt;
    }
    SecretBytes whole = SecretBytes::copyOf(text.first(text.size() - 1));
    Result<SecretBytes> bytes = decodeSecret(whole.bytes(), Encoding::Base64);
    return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
}

constexpr auto settingPhrase = QT_TRANSLATE_NOOP("CauseValue", "an equals sign in front");
constexpr auto quotesPhrase = QT_TRANSLATE_NOOP("CauseValue", "typographic quotes");

constexpr KeyMistake mistakes[] = {
    {CauseId::KeyKeptWithSurroundings,
     QT_TRANSLATE_NOOP("CauseValue", "quotes, a byte-order mark or the name of its setting around it"), bare},
    {CauseId::KeySettingsLine, settingPhrase, between<"=", "">},
    {CauseId::KeySettingsLine, settingPhrase, between<"= ", "">},
    {CauseId::KeySettingsLine, QT_TRANSLATE_NOOP("CauseValue", "double quotes and a comma"),
     between<"\"", "\",">},
    {CauseId::KeySettingsLine, QT_TRANSLATE_NOOP("CauseValue", "single quotes and a comma"),
     between<"'", "',">},
    {CauseId::KeySettingsLine, QT_TRANSLATE_NOOP("CauseValue", "double quotes and a semicolon"),
     between<"\"", "\";">},
    {CauseId::KeySettingsLine, QT_TRANSLATE_NOOP("CauseValue", "single quotes and a semicolon"),
     between<"'", "';">},
    {CauseId::KeyLineBreak, QT_TRANSLATE_NOOP("CauseValue", "two line breaks (LF) at its end"),
     between<"", "\n\n">},
    {CauseId::KeyLineBreak, QT_TRANSLATE_NOOP("CauseValue", "a space and a line break (LF) at its end"),
     between<"", " \n">},
    {CauseId::KeyLineBreak, QT_TRANSLATE_NOOP("CauseValue", "a line break (LF) in front"), between<"\n", "">},
    {CauseId::KeyWhiteSpace, QT_TRANSLATE_NOOP("CauseValue", "two spaces at its end"), between<"", "  ">},
    {CauseId::KeyWhiteSpace, QT_TRANSLATE_NOOP("CauseValue", "a zero byte at its end"), between<"", "\0">},
    {CauseId::KeyQuoted, quotesPhrase, between<"\xE2\x80\x9C", "\xE2\x80\x9D">},
    {CauseId::KeyQuoted, quotesPhrase, between<"\xE2\x80\x98", "\xE2\x80\x99">},
    {CauseId::KeyQuoted, QT_TRANSLATE_NOOP("CauseValue", "angle brackets"), between<"<", ">">},
    {CauseId::KeyQuoted, QT_TRANSLATE_NOOP("CauseValue", "braces"), between<"{", "}">},
    {CauseId::KeyEncoded, "base64url", inBase64Url},
    {CauseId::KeyHashed, QT_TRANSLATE_NOOP("CauseValue", "its SHA-256, in base64"), hashedInBase64},
    {CauseId::KeyHashed, QT_TRANSLATE_NOOP("CauseValue", "its SHA-1, in hex"),
     hashedInHex<crypto::HashAlgorithm::Sha1>},
    {CauseId::KeyHashed, QT_TRANSLATE_NOOP("CauseValue", "its MD5, in hex"), md5InHex},
    {CauseId::KeyHashed, QT_TRANSLATE_NOOP("CauseValue", "its SHA-512, in hex"),
     hashedInHex<crypto::HashAlgorithm::Sha512>},
    {CauseId::KeyBase64Decoded, nullptr, decodedWithoutLast},
    {CauseId::KeyTruncated, QT_TRANSLATE_NOOP("CauseValue", "only its first 38 characters were used"),
     first<38>},
    {CauseId::KeyTruncated, QT_TRANSLATE_NOOP("CauseValue", "only its first 36 characters were used"),
     first<36>},
    {CauseId::KeyTruncated, QT_TRANSLATE_NOOP("CauseValue", "only its first 30 characters were used"),
     first<30>},
    {CauseId::KeyTruncated, QT_TRANSLATE_NOOP("CauseValue", "only its first 64 characters were used"),
     first<64>},
    {CauseId::KeyTruncated, QT_TRANSLATE_NOOP("CauseValue", "only its last 32 characters were used"),
     last<32>},
    {CauseId::KeyTruncated, QT_TRANSLATE_NOOP("CauseValue", "only its first 8 characters were used"),
     first<8>},
};

} // namespace

std::span<const KeyMistake> rareKeyMistakes()
{
    return mistakes;
}

} // namespace countersign::verify
