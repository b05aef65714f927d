#include "core/keys/keymaterial.h"

#include "core/base/encoding.h"
#include "core/crypto/random.h"
#include "core/keys/fingerprint.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace countersign::keys {
namespace {

constexpr int minimumSecretBits = 128;
constexpr int maximumSecretBits = 4096;

// The first byte of what the vault keeps. Never renumbered.
enum class StoredKind : unsigned char { Secret = 1, PrivateKey = 2, PublicKey = 3 };

KeyDescription describeSecret(const SecretKey &secret)
{
    KeyDescription description;
    description.type = crypto::KeyType::Secret;
    description.bits = static_cast<int>(secret.bytes.size() * 8);
    description.secretEncoding = secret.encoding;
    description.fingerprint = secretFingerprint(secret.bytes.bytes());
    return description;
}

KeyDescription describePair(const crypto::PublicKey &key)
{
    KeyDescription description;
    description.type = key.type();
    description.bits = key.bits();
    description.curve = key.curve();
    description.fingerprint = publicKeyFingerprint(key);
    return description;
}

/// Base64url that is not base64 as well: by its length without padding, or by a "-" or "_". One in eight of
/// the shortest that could be both is drawn again, which costs a fraction of a bit.
SecretBytes unmistakableText(std::size_t size)
{
    for (;;) {
        SecretBytes text = encodeSecret(crypto::randomSecret(size).bytes(), Encoding::Base64Url);
        const auto isOwn = [](unsigned char c) { return c == '-' || c == '_'; };
        if (text.size() % 4 != 0 || std::ranges::any_of(text.bytes(), isOwn)) {
            return text;
        }
    }
}

Result<KeyMaterial> generateSecret(const GenerationRequest &request)
{
    if (request.bits % 8 != 0 || request.bits < minimumSecretBits || request.bits > maximumSecretBits) {
        return failure(
            ErrorCode::InvalidInput,
            u"a secret has %1 to %2 bits, in whole bytes"_s.arg(minimumSecretBits).arg(maximumSecretBits));
    }
    const auto size = static_cast<std::size_t>(request.bits / 8);
    SecretBytes text = request.secretForm == GeneratedSecretForm::Hex
                           ? encodeSecret(crypto::randomSecret(size).bytes(), Encoding::Hex)
                           : unmistakableText(size);
    return KeyMaterial(SecretKey{std::move(text), SecretEncoding::Text});
}

Result<crypto::PrivateKey> generatePair(const GenerationRequest &request)
{
    if (request.type == crypto::KeyType::Ec) {
        return crypto::PrivateKey::generateEc(request.curve);
    }
    if (request.type == crypto::KeyType::Ed25519) {
        return crypto::PrivateKey::generateEd25519();
    }
    return crypto::PrivateKey::generateRsa(request.bits);
}

template<typename Key>
Result<KeyMaterial> asMaterial(Result<Key> key)
{
    if (!key) {
        return std::unexpected(key.error());
    }
    return KeyMaterial(std::move(*key));
}

SecretBytes stored(std::initializer_list<unsigned char> head, ByteView body)
{
    SecretBytes bytes = SecretBytes::copyOf({head.begin(), head.size()});
    bytes.append(body);
    return bytes;
}

Result<KeyMaterial> restoreSecret(ByteView body)
{
    if (body.size() < 2 || body[0] > static_cast<unsigned char>(SecretEncoding::Base64)) {
        return failure(ErrorCode::InvalidKey, u"stored secret: unknown encoding or no bytes"_s);
    }
    return KeyMaterial(SecretKey{SecretBytes::copyOf(body.subspan(1)), static_cast<SecretEncoding>(body[0])});
}

} // namespace

KeyDescription describe(const KeyMaterial &material)
{
    if (const auto *secret = std::get_if<SecretKey>(&material)) {
        return describeSecret(*secret);
    }
    KeyDescription description = describePair(*publicKeyOf(material));
    description.hasPrivatePart = std::holds_alternative<crypto::PrivateKey>(material);
    return description;
}

std::optional<crypto::PublicKey> publicKeyOf(const KeyMaterial &material)
{
    if (const auto *key = std::get_if<crypto::PrivateKey>(&material)) {
        return key->publicKey();
    }
    if (const auto *key = std::get_if<crypto::PublicKey>(&material)) {
        return *key;
    }
    return std::nullopt;
}

Result<KeyMaterial> generateKey(const GenerationRequest &request)
{
    return request.type == crypto::KeyType::Secret ? generateSecret(request)
                                                   : asMaterial(generatePair(request));
}

SecretBytes serializeKeyMaterial(const KeyMaterial &material)
{
    if (const auto *secret = std::get_if<SecretKey>(&material)) {
        return stored(
            {static_cast<unsigned char>(StoredKind::Secret), static_cast<unsigned char>(secret->encoding)},
            secret->bytes.bytes());
    }
    if (const auto *key = std::get_if<crypto::PrivateKey>(&material)) {
        return stored({static_cast<unsigned char>(StoredKind::PrivateKey)}, key->pkcs8Der().bytes());
    }
    const QByteArray der = std::get<crypto::PublicKey>(material).spkiDer();
    return stored({static_cast<unsigned char>(StoredKind::PublicKey)}, bytesOf(der));
}

Result<KeyMaterial> deserializeKeyMaterial(ByteView bytes)
{
    const ByteView body = bytes.empty() ? bytes : bytes.subspan(1);
    switch (bytes.empty() ? StoredKind{} : static_cast<StoredKind>(bytes[0])) {
    case StoredKind::Secret:
        return restoreSecret(body);
    case StoredKind::PrivateKey:
        return asMaterial(crypto::PrivateKey::fromPkcs8Der(body));
    case StoredKind::PublicKey:
        return asMaterial(crypto::PublicKey::fromSpkiDer(body));
    }
    return failure(ErrorCode::InvalidKey, u"stored key of an unknown kind"_s);
}

SecretBytes secretText(const SecretKey &secret)
{
    switch (secret.encoding) {
    case SecretEncoding::Hex:
        return encodeSecret(secret.bytes.bytes(), Encoding::Hex);
    case SecretEncoding::Base64:
        return encodeSecret(secret.bytes.bytes(), Encoding::Base64);
    default:
        return secret.bytes.clone();
    }
}

} // namespace countersign::keys
