#pragma once

#include "core/jose/jwtverifier.h"
#include "core/verify/unwrap.h"
#include "core/verify/verdict.h"

namespace countersign::verify {

/// The causes of what decoding found, without those that wrapping explains (see unwrap.h). `expected` is the
/// algorithm the vendor asks for.
QList<Cause> causesOf(const jose::DecodedToken &token, const QString &expected);
/// What a text is that by its shape alone cannot be a token: a hash, a cut-off paste, four parts; nothing
/// when it may be one. `expected` ("a token signed with HS256") is for the sentences.
std::optional<Cause> causeOfShape(const QString &proof, const QString &expected);
/// What stands around a pasted token.
Cause wrappingCause(const Unwrapped &bare);
/// Makes the verdict on a token without what stood around it one on what was pasted: failed for that first.
Verdict failedForWrapping(Verdict inner, const Unwrapped &bare);
/// A signature whose bytes the algorithm ("ES256") never makes. `fault` says why.
Cause signatureFormCause(const QString &algorithm, const QString &fault);
/// The causes of failed claim checks; the signature's failures are not among them.
QList<Cause> causesOfClaims(const QList<jose::JwtProblem> &problems);

} // namespace countersign::verify
