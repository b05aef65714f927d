#include "core/keys/keyweakness.h"

#include "core/base/ascii.h"
#include "core/keys/keysurroundings.h"
#include "core/keys/keytext.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cmath>

using namespace Qt::StringLiterals;

namespace countersign::keys {
namespace {

constexpr int minimumRsaBits = 2048;
constexpr std::size_t fewCharacters = 8;
constexpr double enoughEntropyBits = 64;
constexpr std::size_t encodedSecretSize = 16; // shorter hex or base64 may be chance

/// Secrets printed in vendors' pages, libraries' readmes and the debugger at jwt.io; in lower case.
constexpr std::array<std::string_view, 22> wellKnownSecrets = {"secret",
                                                               "secretkey",
                                                               "secret_key",
                                                               "secret-key",
                                                               "supersecret",
                                                               "my_secret",
                                                               "my-secret",
                                                               "mysecret",
                                                               "your_secret",
                                                               "your-secret",
                                                               "your_secret_key",
                                                               "your-secret-key",
                                                               "your_api_key",
                                                               "changeme",
                                                               "password",
                                                               "test",
                                                               "shhhhh",
                                                               "shhhhhared-secret",
                                                               "your-256-bit-secret",
                                                               "your-384-bit-secret",
                                                               "your-512-bit-secret",
                                                               "a-string-secret-at-least-256-bits-long"};

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isBase64Character(char c)
{
    return isUpper(c) || isLower(c) || isDigit(c) || c == '+' || c == '/';
}

bool looksLikeHex(std::string_view text)
{
    return text.size() >= encodedSecretSize && text.size() % 2 == 0 && std::ranges::all_of(text, isHexDigit);
}

/// Padding, or all three kinds of letters and digits in a length that base64 has.
bool looksLikeBase64(std::string_view text)
{
    if (text.size() < encodedSecretSize || text.size() % 4 != 0 || looksLikeHex(text)) {
        return false;
    }
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    const std::string_view body = text.substr(0, text.size() - padding);
    if (!std::ranges::all_of(body, isBase64Character)) {
        return false;
    }
    return padding > 0 || (std::ranges::any_of(body, isUpper) && std::ranges::any_of(body, isLower) &&
                           std::ranges::any_of(body, isDigit));
}

/// An upper bound: as if each character were drawn at random from those that occur.
bool hasLowEntropy(ByteView secret)
{
    std::bitset<256> seen;
    for (const unsigned char byte : secret) {
        seen.set(byte);
    }
    const double bits = static_cast<double>(secret.size()) *
                        std::log2(static_cast<double>(std::max<std::size_t>(seen.count(), 1)));
    return seen.count() < fewCharacters || bits < enoughEntropyBits;
}

bool hasSurroundings(ByteView secret)
{
    return withoutSurroundings(secret).size() != secret.size();
}

bool isWellKnown(std::string_view text)
{
    const auto lower = [](char c) { return isUpper(c) ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::any_of(wellKnownSecrets, [&](std::string_view known) {
        return std::ranges::equal(known, text, {}, {}, lower);
    });
}

QList<KeyWeakness> weaknessesOfSecret(const SecretKey &secret, std::size_t minimumSize)
{
    const std::string_view text = textOf(secret.bytes.bytes());
    const bool isText = secret.encoding == SecretEncoding::Text;
    const std::pair<bool, KeyWeakness> found[] = {
        {isText && isWellKnown(trimmed(text)), KeyWeakness::SecretWellKnown},
        {text.size() < minimumSize, KeyWeakness::SecretTooShort},
        {hasLowEntropy(secret.bytes.bytes()), KeyWeakness::SecretLowEntropy},
        {isText && trimmed(text).size() != text.size(), KeyWeakness::SecretHasWhiteSpace},
        {isText && hasSurroundings(secret.bytes.bytes()), KeyWeakness::SecretHasSurroundings},
        {isText && looksLikeHex(text), KeyWeakness::SecretLooksLikeHex},
        {isText && looksLikeBase64(text), KeyWeakness::SecretLooksLikeBase64},
    };
    QList<KeyWeakness> weaknesses;
    for (const auto &[present, weakness] : found) {
        if (present) {
            weaknesses << weakness;
        }
    }
    return weaknesses;
}

QList<KeyWeakness> weaknessesOfRsa(const crypto::PublicKey &key)
{
    QList<KeyWeakness> weaknesses;
    if (key.bits() < minimumRsaBits) {
        weaknesses << KeyWeakness::RsaTooShort;
    }
    if (key.numbers().e.size() < 3) { // 65537 has three bytes
        weaknesses << KeyWeakness::RsaSmallExponent;
    }
    return weaknesses;
}

struct WeaknessText
{
    KeyWeakness weakness;
    QStringView name;
    const char *sentence;
};

#define MARKED(text) QT_TRANSLATE_NOOP("KeyWeakness", text)
constexpr WeaknessText texts[] = {
    {KeyWeakness::RsaTooShort, u"rsa-too-short",
     MARKED("The RSA key has fewer than 2048 bits and can be broken; make a new pair.")},
    {KeyWeakness::RsaSmallExponent, u"rsa-small-exponent",
     MARKED("The RSA key has a small public exponent; new keys use 65537.")},
    {KeyWeakness::SecretTooShort, u"secret-too-short",
     MARKED("The secret is too short: RFC 7518 asks for at least as many bytes as the hash has, which is "
            "32 for SHA-256, 48 for SHA-384 and 64 for SHA-512.")},
    {KeyWeakness::SecretLowEntropy, u"secret-low-entropy",
     MARKED("The secret has few different characters and may be guessed.")},
    {KeyWeakness::SecretWellKnown, u"secret-well-known",
     MARKED("The secret is a sample from documentation that everybody knows.")},
    {KeyWeakness::SecretHasWhiteSpace, u"secret-has-white-space",
     MARKED("The secret starts or ends with white space, usually a line break that was copied along.")},
    {KeyWeakness::SecretHasSurroundings, u"secret-has-surroundings",
     MARKED(
         "The secret comes with quotes, a byte-order mark or the name of its setting, usually copied along "
         "with it.")},
    {KeyWeakness::SecretLooksLikeHex, u"secret-looks-like-hex",
     MARKED("The secret looks like hex and is used as text; check which of the two the vendor means.")},
    {KeyWeakness::SecretLooksLikeBase64, u"secret-looks-like-base64",
     MARKED("The secret looks like base64 and is used as text; check which of the two the vendor means.")},
};
#undef MARKED

const WeaknessText &textFor(KeyWeakness weakness)
{
    return *std::ranges::find(texts, weakness, &WeaknessText::weakness);
}

} // namespace

QList<KeyWeakness> weaknessesOf(const KeyMaterial &material, crypto::HashAlgorithm usedWith)
{
    if (const auto *secret = std::get_if<SecretKey>(&material)) {
        return weaknessesOfSecret(*secret, crypto::hashSize(usedWith));
    }
    const auto key = publicKeyOf(material);
    return key->type() == crypto::KeyType::Rsa ? weaknessesOfRsa(*key) : QList<KeyWeakness>();
}

QString weaknessName(KeyWeakness weakness)
{
    return textFor(weakness).name.toString();
}

const char *weaknessSentence(KeyWeakness weakness)
{
    return textFor(weakness).sentence;
}

bool forbidsSigning(KeyWeakness weakness)
{
    return weakness == KeyWeakness::RsaTooShort;
}

Result<void> checkStrengthForSigning(const KeyMaterial &material)
{
    if (std::ranges::none_of(weaknessesOf(material), forbidsSigning)) {
        return {};
    }
    return failure(
        ErrorCode::WeakKey,
        u"%1, where %2 bits are the least"_s.arg(describeKey(describe(material))).arg(minimumRsaBits));
}

} // namespace countersign::keys
