#pragma once

#include "core/base/clock.h"
#include "core/crypto/algorithm.h"

#include <QString>

#include <optional>

namespace countersign::keys {

/// SP 800-57 words. A version moves forward through these, but for promoting, which leads back from Previous
/// and Revoked to Current; only Destroyed cannot be left.
enum class KeyStatus {
    Standby,  ///< made, not in use yet
    Current,  ///< signs and verifies; at most one in a set
    Previous, ///< verifies
    Revoked,  ///< neither; kept so that a proof made with it can be named
    Destroyed ///< the material is gone
};

enum class KeyOrigin { Generated, Imported };

/// How the characters of a secret become the bytes of the key.
enum class SecretEncoding { Text, Hex, Base64 };

/// What a key is, without the key.
struct KeyDescription
{
    crypto::KeyType type = crypto::KeyType::Secret;
    int bits = 0; ///< for a secret: eight times its length in bytes
    std::optional<crypto::EcCurve> curve;
    std::optional<SecretEncoding> secretEncoding; ///< secrets only
    bool hasPrivatePart = true;                   ///< false for an imported public key, which can only verify
    QString fingerprint;                          ///< see fingerprint.h

    bool operator==(const KeyDescription &) const = default;
};

/// "text", "hex" or "base64", as JSON, the vault and messages write it.
QString secretEncodingName(SecretEncoding encoding);

/// "RSA 2048", "Secret, 40 bytes, text", "EC P-256".
QString describeKey(const KeyDescription &description);

/// One version of a key: immutable but for its status. Holds no key material.
struct KeyVersion
{
    int number = 0; ///< from 1, never reused
    KeyStatus status = KeyStatus::Standby;
    KeyDescription description;
    KeyOrigin origin = KeyOrigin::Generated;
    Timestamp createdAt{};
    Timestamp statusSince{};
    std::optional<Timestamp> lastUsedAt; ///< last time a proof was made with it here

    bool operator==(const KeyVersion &) const = default;
};

QString statusName(KeyStatus status); ///< "standby", as JSON and the vault write it
bool canVerify(KeyStatus status);
bool isOfUse(KeyStatus status); ///< neither revoked nor destroyed

} // namespace countersign::keys
