#pragma once

#include "core/jose/jwtverifier.h"
#include "core/verify/cause.h"

namespace countersign::verify {

/// The causes of what decoding found, without those that wrapping explains (see unwrap.h). `expected` is the
/// algorithm the vendor asks for.
QList<Cause> causesOf(const jose::DecodedToken &token, const QString &expected);
/// The cause of a finding, for the decoder too.
CauseId causeOfFault(jose::TokenFault fault);
/// The causes of failed claim checks; the signature's failures are not among them.
QList<Cause> causesOfClaims(const QList<jose::JwtProblem> &problems);

} // namespace countersign::verify
