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
/// Whether a key of this type and curve is one the algorithm is used with.
bool isUsedWith(JwsAlgorithm algorithm, KeyType type, std::optional<EcCurve> curve);
bool isPkcs1v15(JwsAlgorithm algorithm); ///< RS256, RS384, RS512: RFC 8017 section 8.2

QString curveName(EcCurve curve); ///< "P-256"
std::optional<EcCurve> curveNamed(QStringView name);
std::size_t coordinateSize(EcCurve curve);        ///< in bytes: 32, 48, 66
inline constexpr std::size_t ed25519KeySize = 32; ///< in bytes, of either half

} // namespace countersign::crypto
