#include "app/cli/inputs.h"
#include "app/cli/tokencauses.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/tokencheck.h"
#include "app/cli/verdictreport.h"
#include "core/jose/jwtverifier.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

jose::JwtExpectations expectationsOf(const Arguments &arguments)
{
    jose::JwtExpectations expectations;
    expectations.issuer = arguments.optional(u"issuer"_s);
    expectations.audience = arguments.optional(u"audience"_s);
    expectations.clockSkew = std::chrono::seconds{arguments.number(u"clock-skew"_s)};
    if (arguments.has(u"allow-missing-expiration"_s)) {
        expectations.missingExpiration = jose::MissingExpiration::Allowed;
    }
    return expectations;
}

/// --now, or the moment itself.
CliResult<FixedClock> clockOf(const Session &session)
{
    const auto typed = session.arguments().optional(u"now"_s);
    if (!typed) {
        return FixedClock(session.clock().now());
    }
    const auto time = parseTime(*typed);
    if (!time) {
        return std::unexpected(time.error());
    }
    return FixedClock(*time);
}

/// The signature and every claim: what is wrong with the claims is said even when the signature is not right.
verify::Verdict verdictFor(const TokenCheck &check, const jose::JwtExpectations &expectations,
                           const Clock &clock)
{
    const jose::JwtVerifier verifier(expectations, clock);
    verify::Verdict verdict = emptyVerdict(check.token, clock);
    verdict.clockSkew = expectations.clockSkew;
    const auto verified = verifier.verify(check.token, check.verificationKey);
    if (verified) {
        verdict.kind = verify::VerdictKind::Verified;
        return verdict;
    }
    QList<jose::JwtProblem> problems = verified.error();
    const bool checkedClaims = std::ranges::none_of(problems, [](const jose::JwtProblem &problem) {
        return problem.failure == jose::JwtFailure::NotAcceptable ||
               problem.failure == jose::JwtFailure::AlgorithmNotAllowed ||
               problem.failure == jose::JwtFailure::KeyIdMismatch ||
               problem.failure == jose::JwtFailure::SignatureMismatch ||
               problem.failure == jose::JwtFailure::SignatureTooShort ||
               problem.failure == jose::JwtFailure::SignatureForm;
    });
    if (!checkedClaims && check.token.jwt->claims) {
        problems += verifier.checkClaims(*check.token.jwt->claims);
    }
    verdict.kind = verify::VerdictKind::Failed;
    verdict.causes = causesOf(check.token, problems, check.verificationKey.algorithms());
    return verdict;
}

VerbResult run(Session &session)
{
    const auto clock = clockOf(session);
    if (!clock) {
        return std::unexpected(clock.error());
    }
    const auto check = readTokenCheck(session);
    if (!check) {
        return std::unexpected(check.error());
    }
    if (const auto *decided = std::get_if<verify::Verdict>(&*check)) {
        return reportVerdict(session, *decided);
    }
    const TokenCheck &token = std::get<TokenCheck>(*check);
    return reportVerdict(
        session, asPasted(verdictFor(token, expectationsOf(session.arguments()), *clock), token.bare));
}

} // namespace

Verb jwtVerifyVerb()
{
    return {.path = u"jwt verify"_s,
            .summary = u"Check a token's signature and claims, and say all that is wrong"_s,
            .description =
                u"The algorithm comes from the key. A token without exp, or with an audience that was not "
                "asked for, fails unless an option says otherwise."_s,
            .operands = {{u"TOKEN"_s, u"a compact JWT; \"-\" reads standard input"_s}},
            .options = tokenCheckOptions() +
                       QList<Option>{
                           {.name = u"issuer"_s, .valueName = u"I"_s, .help = u"what iss must be"_s},
                           {.name = u"audience"_s, .valueName = u"A"_s, .help = u"what aud must hold"_s},
                           {.name = u"clock-skew"_s,
                            .valueName = u"S"_s,
                            .help = u"seconds by which two clocks may differ"_s,
                            .kind = ValueKind::Number,
                            .defaultValue = u"0"_s,
                            .minimum = 0,
                            .maximum = jose::maximumClockSkew.count()},
                           {.name = u"now"_s,
                            .valueName = u"T"_s,
                            .help = u"check as of this time: 2026-11-20T23:00:00Z, or seconds since 1970"_s},
                           {.name = u"allow-missing-expiration"_s,
                            .valueName = {},
                            .help = u"accept a token that never expires"_s,
                            .kind = ValueKind::Flag}},
            .examples = {u"countersign-cli jwt verify --key-file public.pem --alg RS256 \"$TOKEN\""_s},
            .jsonKeys = verdictJsonKeys(),
            .run = run};
}

} // namespace countersign::cli
