#pragma once

#include <QList>
#include <QString>

namespace countersign::jose {

/// Why a token is not verified.
enum class JwtFailure {
    NotAcceptable,       ///< see DecodedToken::findings
    AlgorithmNotAllowed, ///< not one of the key's
    KeyIdMismatch,
    SignatureMismatch,
    SignatureTooShort, ///< fewer bytes than the algorithm's signatures have
    SignatureForm,     ///< more bytes, or ECDSA numbers that no signature has
    ClaimsNotAnObject,
    Expired,
    ExpirationMissing,
    ExpirationNotANumber,
    ExpirationInMilliseconds,
    NotYetValid,
    NotBeforeNotANumber,
    NotBeforeInMilliseconds,
    IssuedInFuture,
    IssuedAtNotANumber,
    IssuedAtInMilliseconds,
    IssuerMismatch,
    IssuerMissing,
    AudienceMismatch,
    AudienceMissing,
    AudienceUnexpected,
};

struct JwtProblem
{
    JwtFailure failure;
    QString detail; ///< "expired 2 h 3 min ago, at 2026-11-20T21:00:00Z"
};

} // namespace countersign::jose
