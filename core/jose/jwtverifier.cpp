#include "core/jose/jwtverifier.h"

#include "core/jose/claimchecks.h"
#include "core/jose/jwsverifier.h"

#include <algorithm>

namespace countersign::jose {

JwtVerifier::JwtVerifier(JwtExpectations expectations, const Clock &clock)
    : m_expectations(std::move(expectations))
    , m_clock(clock)
{
    m_expectations.clockSkew =
        std::clamp(m_expectations.clockSkew, std::chrono::seconds(0), maximumClockSkew);
}

std::expected<VerifiedJwt, QList<JwtProblem>> JwtVerifier::verify(const DecodedToken &token,
                                                                  const VerificationKey &key) const
{
    if (!token.isAcceptable()) {
        return std::unexpected(problemsOf(token));
    }
    crypto::JwsAlgorithm algorithm{};
    auto problems = checkSignature(*token.jwt, key, &algorithm);
    if (problems.isEmpty()) {
        problems = checkClaims(*token.jwt->claims);
    }
    if (!problems.isEmpty()) {
        return std::unexpected(std::move(problems));
    }
    return VerifiedJwt(*token.jwt, algorithm);
}

QList<JwtProblem> JwtVerifier::checkClaims(const JsonObject &claims) const
{
    QList<JwtProblem> problems = checkTimes(claims, m_expectations, m_clock.now());
    problems += checkIssuer(claims, m_expectations);
    problems += checkAudience(claims, m_expectations);
    return problems;
}

} // namespace countersign::jose
