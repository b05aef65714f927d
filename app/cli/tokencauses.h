#pragma once

#include "core/jose/jwt.h"
#include "core/jose/jwtproblem.h"
#include "core/verify/verdict.h"

namespace countersign::cli {

/// Everything that is wrong with a token, as causes with stable ids: the findings of its text, then what the
/// verifier objects to. `allowed` are the algorithms the key may be used with.
QList<verify::Cause> causesOf(const jose::DecodedToken &token, const QList<jose::JwtProblem> &problems,
                              const QList<crypto::JwsAlgorithm> &allowed);

/// Whether the token is of a kind that Countersign does not check, rather than a bad one.
bool isUnsupported(const jose::DecodedToken &token);

} // namespace countersign::cli
