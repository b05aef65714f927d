#pragma once

#include "core/jose/jwt.h"
#include "core/jose/jwtproblem.h"
#include "core/jose/verificationkey.h"

#include <chrono>

namespace countersign::jose {

enum class MissingExpiration { Refused, Allowed };

inline constexpr std::chrono::seconds maximumClockSkew{600};

/// What the caller expects of the claims. Refuses by default: leaving a check out is said by name.
struct JwtExpectations
{
    std::optional<QString> issuer;   ///< compared exactly
    std::optional<QString> audience; ///< must be in `aud`; a token with an audience nobody expects fails
    MissingExpiration missingExpiration = MissingExpiration::Refused;
    std::chrono::seconds clockSkew{
        0}; ///< 0 to maximumClockSkew; anything else is taken as the nearer of them
};

/// Checks the signature, then every claim, and reports all claim failures at once. A key identifier is
/// compared as verifyJws says.
class JwtVerifier final
{
public:
    JwtVerifier(JwtExpectations expectations, const Clock &clock);

    std::expected<VerifiedJwt, QList<JwtProblem>> verify(const DecodedToken &token,
                                                         const VerificationKey &key) const;

    /// The claim checks alone: for saying what else is wrong with a token whose signature failed.
    QList<JwtProblem> checkClaims(const JsonObject &claims) const;

private:
    JwtExpectations m_expectations;
    const Clock &m_clock;
};

} // namespace countersign::jose
