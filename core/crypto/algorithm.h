#pragma once

#include <QString>

#include <optional>

namespace countersign::crypto {

enum class HashAlgorithm { Sha1, Sha256, Sha384, Sha512 };

std::size_t hashSize(HashAlgorithm hash); ///< in bytes
QString hashName(HashAlgorithm hash);     ///< "SHA-256"
QString macName(HashAlgorithm hash);      ///< "HMAC-SHA256"
/// "HS256", as programs are told; macName() where JWS has no name for it (SHA-1).
QString macAlgorithmName(HashAlgorithm hash);

/// The JWS algorithms of RFC 7518 section 3.1 and RFC 8037 that Countersign uses; `none` is not one.
enum class JwsAlgorithm {
    HS256,
    HS384,
    HS512,
    RS256,
    RS384,
    RS512,
    PS256,
    PS384,
    PS512,
    ES256,
    ES384,
    ES512,
    EdDSA
};

enum class KeyType { Secret, Rsa, Ec, Ed25519 };
enum class EcCurve { P256, P384, P521 };

/// "RS256". Exact and case-sensitive both ways, as RFC 7515 section 4.1.1 asks.
QString algorithmName(JwsAlgorithm algorithm);
std::optional<JwsAlgorithm> algorithmNamed(QStringView name);

KeyType keyTypeFor(JwsAlgorithm algorithm);
HashAlgorithm hashFor(JwsAlgorithm algorithm); ///< SHA-512 for EdDSA
/// ES256 is P-256 and nothing else (RFC 7518 section 3.4).
std::optional<EcCurve> curveFor(JwsAlgorithm algorithm);
QString curveName(EcCurve curve); ///< "P-256"

} // namespace countersign::crypto
