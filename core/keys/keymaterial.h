#pragma once

#include "core/base/secretbytes.h"
#include "core/crypto/asymmetrickey.h"
#include "core/keys/keyversion.h"

#include <variant>

namespace countersign::keys {

/// A shared secret: the bytes the MAC is keyed with, and how its text was read.
struct SecretKey
{
    SecretBytes bytes;
    SecretEncoding encoding = SecretEncoding::Text;
};

using KeyMaterial = std::variant<SecretKey, crypto::PrivateKey, crypto::PublicKey>;

KeyDescription describe(const KeyMaterial &material);
/// The public half; nothing for a secret.
std::optional<crypto::PublicKey> publicKeyOf(const KeyMaterial &material);

enum class GeneratedSecretForm {
    Hex,
    Base64Url ///< such that nobody can take it for base64 and decode it
};

/// What to make. `bits` is for RSA (2048, 3072, 4096) and for secrets (a multiple of 8, at least 128).
struct GenerationRequest
{
    crypto::KeyType type = crypto::KeyType::Secret;
    int bits = 256;
    crypto::EcCurve curve = crypto::EcCurve::P256;
    GeneratedSecretForm secretForm = GeneratedSecretForm::Hex; ///< the text people copy; keyed as text
};

Result<KeyMaterial> generateKey(const GenerationRequest &request);

/// The form the vault keeps: one kind byte, then the secret's encoding and bytes, PKCS#8 or SPKI.
SecretBytes serializeKeyMaterial(const KeyMaterial &material);
Result<KeyMaterial> deserializeKeyMaterial(ByteView bytes);

/// The secret as the text a person pastes at the vendor: the inverse of its encoding.
SecretBytes secretText(const SecretKey &secret);

} // namespace countersign::keys
