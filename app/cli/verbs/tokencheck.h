#pragma once

#include "app/cli/session.h"
#include "app/cli/verb.h"
#include "core/jose/jwt.h"
#include "core/jose/jwtproblem.h"
#include "core/jose/verificationkey.h"
#include "core/verify/verdict.h"

namespace countersign::cli {

/// The key options and --alg of both verbs that verify a token.
QList<Option> tokenCheckOptions();

/// A token and the one key it is to be checked with.
struct TokenCheck
{
    jose::DecodedToken token;
    keys::ReadKey key;
    jose::VerificationKey verificationKey;
};

/// Reads both. Where there is no checking, because the token is of an unsupported kind or no key is the
/// token's, the verdict that says so comes back instead.
CliResult<std::variant<TokenCheck, verify::Verdict>> readTokenCheck(Session &session);

/// A verdict of this moment with nothing else in it.
verify::Verdict emptyVerdict(const jose::DecodedToken &token, const Clock &clock);

} // namespace countersign::cli
