#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/crypto/algorithm.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace countersign::jose {

inline constexpr qsizetype maximumTokenSize = 256 * 1024;

/// A compact JWS taken apart (RFC 7515 section 7.1): three parts, decoded strictly, nothing checked
/// against a key. What the decoder shows; never a reason to trust a claim.
struct UnverifiedJwt
{
    QByteArray signingInput; ///< the first two parts and the dot, as they came
    QByteArray headerJson;
    QByteArray payload;
    QByteArray signature;
    JsonObject header;
    std::optional<JsonObject> claims; ///< nothing when the payload is not a JSON object

    QString algorithm() const; ///< the header's `alg` as text, for display
    QString keyId() const;
};

/// What is wrong with the text of a token, found before any key is looked at.
enum class TokenFault {
    Empty,
    TooLarge,
    NotThreeParts,
    EncryptedToken,    ///< five parts, or its JSON serialization: a JWE
    JsonSerialization, ///< JWS JSON instead of compact (RFC 7515 section 7.2)
    LooksLikeHash,     ///< hex or base64 of a MAC
    BearerPrefix,
    Quoted,
    LineBreaks, ///< wrapped by a mail client or copied from a header
    InvalidBase64Url,
    InvalidHeaderJson,  ///< also JSON that is no object
    InvalidHeaderValue, ///< `kid` or `typ` that is not a short string
    InvalidPayloadJson, ///< not JSON: perhaps a JWS, but no JWT
    PayloadNotAnObject, ///< nothing, or JSON that holds no claims
    DuplicateMember,
    MissingAlgorithm, ///< absent or not a string
    Unsigned,         ///< `alg` none in any letter case, or no signature
    UnsupportedAlgorithm,
    CriticalHeader, ///< `crit`, or `b64` false: nothing here understands an extension
    EmbeddedKey,    ///< `jwk`, `jku`, `x5u`, `x5c`: never used; reported
    NestedToken,    ///< `cty` JWT, or a payload that is a token
};

enum class TokenPart { Whole, Header, Payload, Signature };

struct TokenFinding
{
    TokenFault fault;
    QString detail; ///< "header: the member \"alg\" occurs twice"; no claim values
    TokenPart part = TokenPart::Whole;
};

/// What could be read, and everything that is wrong with it. `jwt` is empty when nothing could be shown.
struct DecodedToken
{
    std::optional<UnverifiedJwt> jwt;
    QList<TokenFinding> findings; ///< the text as a whole first, then header, payload and signature

    bool has(TokenFault fault) const;
    /// Whether a verifier may look at it: parsed, and no finding but EmbeddedKey.
    bool isAcceptable() const;
    /// The same for a JWS, whose payload may be anything: findings about the payload do not count either.
    bool isAcceptableJws() const;
};

/// Takes a token apart strictly (strictness rules of RFC 8725 and beyond). Never fails: what is refused is
/// a finding, and what can still be shown is shown. Size is looked at before anything else, and dots are
/// counted before anything is split.
DecodedToken decodeToken(QByteArrayView token);

/// A token whose signature and claims were checked. Only JwtVerifier makes one.
class VerifiedJwt final
{
public:
    const JsonObject &header() const { return m_jwt.header; }
    const JsonObject &claims() const { return *m_jwt.claims; }
    crypto::JwsAlgorithm algorithm() const { return m_algorithm; }

private:
    friend class JwtVerifier;
    VerifiedJwt(UnverifiedJwt jwt, crypto::JwsAlgorithm algorithm)
        : m_jwt(std::move(jwt))
        , m_algorithm(algorithm)
    {
    }

    UnverifiedJwt m_jwt;
    crypto::JwsAlgorithm m_algorithm;
};

} // namespace countersign::jose
