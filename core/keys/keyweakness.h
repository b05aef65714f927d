#pragma once

#include "core/keys/keymaterial.h"

#include <QList>

namespace countersign::keys {

/// What is wrong with a key that still works. Stable names for JSON; sentences for people.
enum class KeyWeakness {
    RsaTooShort, ///< below 2048 bits: refused for making proofs
    RsaSmallExponent,
    SecretTooShort,        ///< shorter than the hash it is used with (RFC 7518 section 3.2)
    SecretLowEntropy,      ///< few distinct characters
    SecretWellKnown,       ///< a sample secret from documentation
    SecretHasWhiteSpace,   ///< at an end: usually a line break that was copied along
    SecretHasSurroundings, ///< quotes, a byte-order mark or the name of its setting (keysurroundings.h)
    SecretLooksLikeHex,    ///< used as text
    SecretLooksLikeBase64,
};

/// `usedWith` is the hash a secret must be as long as; SHA-256 is the shortest in use.
QList<KeyWeakness> weaknessesOf(const KeyMaterial &material,
                                crypto::HashAlgorithm usedWith = crypto::HashAlgorithm::Sha256);
QString weaknessName(KeyWeakness weakness);         ///< "rsa-too-short"
const char *weaknessSentence(KeyWeakness weakness); ///< English, marked for translation in "KeyWeakness"
/// Whether a proof must not be made with it.
bool forbidsSigning(KeyWeakness weakness);
/// Fails with WeakKey when a proof must not be made with the key.
Result<void> checkStrengthForSigning(const KeyMaterial &material);

} // namespace countersign::keys
