#pragma once

#include "app/cli/session.h"
#include "app/cli/verb.h"
#include "core/jose/jwt.h"
#include "core/jose/jwtproblem.h"
#include "core/jose/verificationkey.h"
#include "core/verify/tokencauses.h"

namespace countersign::cli {

/// The key options and --alg of both verbs that verify a token.
QList<Option> tokenCheckOptions();

/// A token and the one key it is to be checked with.
struct TokenCheck
{
    jose::DecodedToken token; ///< without what stood around it
    verify::Unwrapped bare;   ///< says what that was
    keys::ReadKey key;
    jose::VerificationKey verificationKey;
};

/// Reads both. Where there is no checking, because the token is of an unsupported kind or no key is the
/// token's, the verdict that says so comes back instead.
CliResult<std::variant<TokenCheck, verify::Verdict>> readTokenCheck(Session &session);

/// The verdict on what was pasted, from the one on the token in it.
verify::Verdict asPasted(verify::Verdict verdict, const verify::Unwrapped &bare);

/// A verdict of this moment with nothing else in it.
verify::Verdict emptyVerdict(const jose::DecodedToken &token, const Clock &clock);

} // namespace countersign::cli
