#pragma once

#include "core/jose/jwtverifier.h"

namespace countersign::jose {

/// `exp`, `nbf` and `iat` (RFC 7519 section 4.1). A NumericDate may have a fraction (section 2). A token that
/// expires now is expired. A number beyond 10^11 is no second of this age: it is named as milliseconds.
QList<JwtProblem> checkTimes(const JsonObject &claims, const JwtExpectations &expectations, Timestamp now);
/// `iss`: the same characters, or fails.
QList<JwtProblem> checkIssuer(const JsonObject &claims, const JwtExpectations &expectations);
/// `aud`: a string or an array of strings, one of which is the expected one.
QList<JwtProblem> checkAudience(const JsonObject &claims, const JwtExpectations &expectations);

} // namespace countersign::jose
