#include "core/base/encoding.h"
#include "core/keys/keyformat.h"
#include "core/keys/keyreader.h"
#include "core/keys/keysurroundings.h"
#include "core/keys/keytext.h"

using namespace Qt::StringLiterals;

namespace countersign::keys {
namespace {

std::string_view withoutLineBreak(std::string_view text, QStringList *notes)
{
    const std::size_t size = text.ends_with("\r\n")                         ? 2
                             : text.ends_with('\n') || text.ends_with('\r') ? 1
                                                                            : 0;
    if (size > 0) {
        addNote(notes, u"the line break at the end is not part of the secret"_s);
    }
    return text.substr(0, text.size() - size);
}

Result<SecretBytes> readText(std::string_view text, QStringList *notes)
{
    if (text.starts_with("\xef\xbb\xbf")) {
        addNote(notes, u"the byte-order mark at the start is part of the secret"_s);
    }
    if (trimmed(text).size() != text.size()) {
        addNote(notes, u"the white space at an end is part of the secret"_s);
    }
    const std::string_view inner = trimmed(withoutByteOrderMark(text));
    if (withoutSurroundings(bytesOfText(inner)).size() != inner.size()) {
        addNote(notes, u"the quotes or the name of a setting around it are part of the secret"_s);
    }
    return SecretBytes::copyOf(bytesOfText(text));
}

/// Hex and base64 have no white space of their own, so what surrounds them is dropped.
std::string_view withoutWhiteSpace(std::string_view text, QStringList *notes)
{
    const std::string_view inner = trimmed(withoutByteOrderMark(text));
    if (inner.size() != text.size()) {
        addNote(notes, u"white space around the secret dropped"_s);
    }
    return inner;
}

/// What Python's urlsafe_b64encode and Java's getUrlEncoder write: base64url with the padding of base64. Only
/// up to a multiple of four, so that a text cut in its padding is still refused.
std::string_view withoutUrlPadding(std::string_view text)
{
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    return text.size() % 4 == 0 ? text.substr(0, text.size() - padding) : text;
}

bool isBase64Url(std::string_view text)
{
    return text.find_first_of("-_") != std::string_view::npos &&
           text.find_first_of("+/") == std::string_view::npos;
}

/// Either base64 alphabet: only one of them can be meant, as the strict readers share no text but what both
/// read alike. Padding is tried away only where base64 refused the text, so it is base64url then.
Result<SecretBytes> readBase64(std::string_view text, QStringList *notes)
{
    auto bytes = decodeSecret(bytesOfText(text), Encoding::Base64);
    if (bytes) {
        return bytes;
    }
    const std::string_view digits = withoutUrlPadding(text);
    auto urlBytes = decodeSecret(bytesOfText(digits), Encoding::Base64Url);
    if (!urlBytes) {
        return isBase64Url(digits) ? std::move(urlBytes) : std::move(bytes);
    }
    addNote(notes, u"read as base64url"_s);
    if (digits.size() != text.size()) {
        addNote(notes, u"the padding, which base64url has none of, dropped"_s);
    }
    return urlBytes;
}

Result<SecretBytes> readBytes(std::string_view text, SecretEncoding encoding, QStringList *notes)
{
    switch (encoding) {
    case SecretEncoding::Hex:
        return decodeSecret(bytesOfText(withoutWhiteSpace(text, notes)), Encoding::Hex);
    case SecretEncoding::Base64:
        return readBase64(withoutWhiteSpace(text, notes), notes);
    default:
        return readText(text, notes);
    }
}

std::unexpected<Error> emptyRefused()
{
    return failure(ErrorCode::InvalidKey, u"the secret is empty"_s);
}

std::unexpected<Error> keyFileRefused()
{
    return failure(ErrorCode::InvalidKey,
                   u"a key file, not a shared secret: import it as a key pair or public key"_s);
}

} // namespace

Result<ReadKey> readSecret(ByteView content, SecretEncoding encoding)
{
    if (looksLikeKeyFile(content)) {
        return keyFileRefused();
    }
    if (trimmed(textOf(content)).empty()) {
        return emptyRefused();
    }
    ReadKey key;
    auto bytes = readBytes(withoutLineBreak(textOf(content), &key.notes), encoding, &key.notes);
    if (!bytes) {
        return failure(bytes.error().code,
                       u"secret as %1: %2"_s.arg(secretEncodingName(encoding), bytes.error().detail));
    }
    if (bytes->isEmpty()) { // a byte-order mark was all there was
        return emptyRefused();
    }
    if (encoding != SecretEncoding::Text && looksLikeKeyFile(bytes->bytes())) {
        return keyFileRefused();
    }
    key.material = SecretKey{std::move(*bytes), encoding};
    key.form = u"Secret (%1)"_s.arg(secretEncodingName(encoding));
    return key;
}

} // namespace countersign::keys
