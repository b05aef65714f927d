#include "core/verify/keyform.h"

#include "core/base/encoding.h"
#include "core/keys/keywriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

using Transformation = std::optional<SecretBytes> (*)(ByteView text);

SecretBytes joined(QByteArrayView before, ByteView text, QByteArrayView after)
{
    SecretBytes result = SecretBytes::copyOf(bytesOf(before));
    result.append(text);
    result.append(bytesOf(after));
    return result;
}

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

bool isSpace(unsigned char character)
{
    return character == ' ' || (character >= '\t' && character <= '\r');
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

template<Encoding From>
std::optional<SecretBytes> decoded(ByteView text)
{
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

struct Mistake
{
    CauseId id;
    const char *difference;
    Transformation apply;
};

/// What servers do to a key's text. Hypotheses are data: a new mistake is a new row.
constexpr Mistake mistakes[] = {
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
};

/// Keys that stand in documentation pages, tutorials and templates. None is a secret.
constexpr const char *samples[] = {
    "your_secret_key",
    "your-secret-key",
    "your_secret",
    "your-secret",
    "YOUR_SECRET_KEY",
    "YOUR-SECRET-KEY",
    "YOUR_SECRET",
    "your-256-bit-secret",
    "your-384-bit-secret",
    "your-512-bit-secret",
    "yourSecretKey",
    "your_api_key",
    "YOUR_API_KEY",
    "your-api-key",
    "secret",
    "Secret",
    "SECRET",
    "SECRET_KEY",
    "secret_key",
    "secret-key",
    "secretkey",
    "secretKey",
    "my_secret_key",
    "my-secret-key",
    "mysecretkey",
    "my_secret",
    "my-secret",
    "mysecret",
    "MY_SECRET_KEY",
    "supersecret",
    "super-secret",
    "super_secret",
    "shhhhh",
    "shhhhhared-secret",
    "changeme",
    "change-me",
    "CHANGE_ME",
    "password",
    "123456",
    "test",
    "test-secret",
    "test_secret",
    "key",
    "example",
    "example_key",
    "undefined",
    "null",
    "None",
    "false",
    "[object Object]",
    "HMAC_SECRET",
    "JWT_SECRET",
    "a-string-secret-at-least-256-bits-long",
    "TAWK_API_KEY",
    "HUGGY_KEY",
    "<your_secret_key>",
    "{YOUR_SECRET_KEY}",
    "qwertyuiopasdfghjklzxcvbnm123456",
};

Cause keyCause(CauseId id, const char *difference)
{
    Cause cause{id, {}, {}, {}};
    if (difference) {
        cause.values.insert(u"difference"_s, QString::fromLatin1(difference));
    }
    return cause;
}

bool holds(const std::vector<KeyForm> &forms, const SecretBytes &bytes)
{
    return std::ranges::any_of(forms, [&](const KeyForm &form) { return form.bytes.equals(bytes); });
}

void addForm(std::vector<KeyForm> &forms, std::optional<SecretBytes> bytes, Cause fault)
{
    if (bytes && !holds(forms, *bytes)) {
        forms.push_back({std::move(*bytes), std::move(fault)});
    }
}

/// A key kept as hex or base64 whose characters were used as they are.
void addUndecoded(std::vector<KeyForm> &forms, const keys::SecretKey &secret, const SecretBytes &text)
{
    if (secret.encoding != keys::SecretEncoding::Text) {
        addForm(
            forms, text.clone(),
            {CauseId::KeyUsedAsText, {{u"encoding"_s, keys::secretEncodingName(secret.encoding)}}, {}, {}});
    }
}

Cause confusionCause(const char *form, const QString &found, const QString &expected)
{
    return {CauseId::TokenAlgorithmConfusion,
            {{u"form"_s, QString::fromLatin1(form)}, {u"found"_s, found}, {u"expected"_s, expected}},
            {},
            {}};
}

/// The PEM text as files and environment variables carry it.
void addPemForms(std::vector<KeyForm> &forms, const QByteArray &pem, const QString &found,
                 const QString &expected)
{
    const QByteArray trimmedPem = pem.trimmed();
    QByteArray windows = pem;
    windows.replace('\n', "\r\n");
    QByteArray escaped = trimmedPem;
    escaped.replace('\n', "\\n");
    QByteArray oneLine = pem;
    oneLine.remove(0, oneLine.indexOf('\n') + 1).truncate(oneLine.indexOf("-----END"));
    const QByteArray body = oneLine.replace("\n", "");
    for (const QByteArray &text : {pem, trimmedPem, windows, escaped, QByteArray(' ' + pem),
                                   QByteArray('\n' + pem), QByteArray(escaped + "\\n"), body}) {
        addForm(forms, SecretBytes::copyOf(bytesOf(text)), confusionCause("PEM", found, expected));
    }
}

} // namespace

std::vector<KeyForm> formsOfSecret(const keys::SecretKey &secret)
{
    std::vector<KeyForm> forms;
    forms.push_back({secret.bytes.clone(), std::nullopt});
    const SecretBytes text = keys::secretText(secret);
    addUndecoded(forms, secret, text);
    for (const Mistake &mistake : mistakes) {
        addForm(forms, mistake.apply(text.bytes()), keyCause(mistake.id, mistake.difference));
    }
    return forms;
}

std::vector<KeyForm> sampleKeyForms()
{
    std::vector<KeyForm> forms;
    // RFC 2104 fills a key up with zeros, so one zero byte keys like no key at all.
    forms.push_back({SecretBytes(1), keyCause(CauseId::KeyEmpty, nullptr)});
    for (const char *sample : samples) {
        addForm(forms, SecretBytes::copyOf(bytesOf(sample)),
                {CauseId::KeyWellKnownSample, {{u"sample"_s, QString::fromLatin1(sample)}}, {}, {}});
    }
    return forms;
}

std::vector<KeyForm> formsOfPublicKey(const crypto::PublicKey &key, const QString &found,
                                      const QString &expected)
{
    std::vector<KeyForm> forms;
    addPemForms(forms, keys::publicKeyPem(key), found, expected);
    addForm(forms, SecretBytes::copyOf(bytesOf(key.spkiDer())), confusionCause("DER", found, expected));
    for (const QByteArray &jwk : {keys::publicKeyJwk(key), keys::publicKeyJwk(key).trimmed()}) {
        addForm(forms, SecretBytes::copyOf(bytesOf(jwk)), confusionCause("JWK", found, expected));
    }
    return forms;
}

} // namespace countersign::verify
