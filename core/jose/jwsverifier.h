#pragma once

#include "core/jose/jwt.h"
#include "core/jose/jwtproblem.h"
#include "core/jose/verificationkey.h"

namespace countersign::jose {

/// A signed payload of any kind whose signature was checked. Only verifyJws makes one.
class VerifiedJws final
{
public:
    const JsonObject &header() const { return m_jws.header; }
    const QByteArray &payload() const { return m_jws.payload; }
    crypto::JwsAlgorithm algorithm() const { return m_algorithm; }

private:
    friend std::expected<VerifiedJws, QList<JwtProblem>> verifyJws(const DecodedToken &,
                                                                   const VerificationKey &);
    VerifiedJws(UnverifiedJwt jws, crypto::JwsAlgorithm algorithm)
        : m_jws(std::move(jws))
        , m_algorithm(algorithm)
    {
    }

    UnverifiedJwt m_jws;
    crypto::JwsAlgorithm m_algorithm;
};

/// Checks what is signed and by which key (RFC 7515 section 5.2), whatever the payload.
///
/// The header's `alg` must be one the key is allowed. Where both the token and the key have a key identifier
/// they must be the same characters: RFC 7515 section 4.1.4 calls `kid` a hint, but a vendor that looks the
/// key up by it finds another key or none. A token without `kid`, and a key without a name, are checked by
/// the signature alone.
std::expected<VerifiedJws, QList<JwtProblem>> verifyJws(const DecodedToken &token,
                                                        const VerificationKey &key);

/// The checks verifyJws and JwtVerifier share, for a token that is acceptable; sets `algorithm`.
QList<JwtProblem> checkSignature(const UnverifiedJwt &jws, const VerificationKey &key,
                                 crypto::JwsAlgorithm *algorithm);

/// One NotAcceptable for each finding that counts.
QList<JwtProblem> problemsOf(const DecodedToken &token);

} // namespace countersign::jose
