#include "app/cli/tokencauses.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

using verify::CauseId;

CauseId causeOf(jose::TokenFault fault)
{
    switch (fault) {
    case jose::TokenFault::Empty:
        return CauseId::NotAProofEmpty;
    case jose::TokenFault::TooLarge:
        return CauseId::TokenTooLarge;
    case jose::TokenFault::EncryptedToken:
        return CauseId::TokenEncrypted;
    case jose::TokenFault::JsonSerialization:
        return CauseId::TokenJsonSerialization;
    case jose::TokenFault::LooksLikeHash:
        return CauseId::NotAProofHash;
    case jose::TokenFault::BearerPrefix:
    case jose::TokenFault::Quoted:
    case jose::TokenFault::LineBreaks:
        return CauseId::TokenWrapped;
    case jose::TokenFault::DuplicateMember:
        return CauseId::TokenDuplicateMember;
    case jose::TokenFault::Unsigned:
        return CauseId::TokenUnsigned;
    case jose::TokenFault::UnsupportedAlgorithm:
        return CauseId::TokenUnsupportedAlgorithm;
    case jose::TokenFault::CriticalHeader:
        return CauseId::TokenCritical;
    case jose::TokenFault::EmbeddedKey:
        return CauseId::TokenEmbeddedKey;
    case jose::TokenFault::NestedToken:
        return CauseId::TokenNested;
    case jose::TokenFault::NotThreeParts:
    case jose::TokenFault::InvalidBase64Url:
    case jose::TokenFault::InvalidHeaderJson:
    case jose::TokenFault::InvalidPayloadJson:
    case jose::TokenFault::MissingAlgorithm:
        break;
    }
    return CauseId::TokenMalformed;
}

CauseId causeOf(jose::JwtFailure failure)
{
    switch (failure) {
    case jose::JwtFailure::AlgorithmNotAllowed:
        return CauseId::TokenAlgorithm;
    case jose::JwtFailure::KeyIdMismatch:
        return CauseId::TokenKeyId;
    case jose::JwtFailure::SignatureMismatch:
        return CauseId::TokenSignature;
    case jose::JwtFailure::Expired:
        return CauseId::TokenExpired;
    case jose::JwtFailure::ExpirationMissing:
        return CauseId::TokenExpirationMissing;
    case jose::JwtFailure::NotYetValid:
        return CauseId::TokenNotYetValid;
    case jose::JwtFailure::IssuedInFuture:
        return CauseId::TokenIssuedInFuture;
    case jose::JwtFailure::ExpirationInMilliseconds:
    case jose::JwtFailure::NotBeforeInMilliseconds:
    case jose::JwtFailure::IssuedAtInMilliseconds:
        return CauseId::TokenTimeUnit;
    case jose::JwtFailure::ExpirationNotANumber:
    case jose::JwtFailure::NotBeforeNotANumber:
    case jose::JwtFailure::IssuedAtNotANumber:
        return CauseId::TokenTimeType;
    case jose::JwtFailure::IssuerMismatch:
    case jose::JwtFailure::IssuerMissing:
        return CauseId::TokenIssuer;
    case jose::JwtFailure::AudienceMismatch:
    case jose::JwtFailure::AudienceMissing:
    case jose::JwtFailure::AudienceUnexpected:
        return CauseId::TokenAudience;
    case jose::JwtFailure::NotAcceptable:
    case jose::JwtFailure::ClaimsNotAnObject:
        break;
    }
    return CauseId::TokenMalformed;
}

verify::Cause causeWith(CauseId id, const QString &detail)
{
    return {id, {{u"detail"_s, detail}}, std::nullopt, {}};
}

} // namespace

QList<verify::Cause> causesOf(const jose::DecodedToken &token, const QList<jose::JwtProblem> &problems)
{
    QList<verify::Cause> causes;
    for (const jose::TokenFinding &finding : token.findings) {
        causes.append(causeWith(causeOf(finding.fault), finding.detail));
    }
    for (const jose::JwtProblem &problem : problems) {
        // The findings have said these already.
        if (problem.failure != jose::JwtFailure::NotAcceptable &&
            problem.failure != jose::JwtFailure::ClaimsNotAnObject) {
            causes.append(causeWith(causeOf(problem.failure), problem.detail));
        }
    }
    return causes;
}

bool isUnsupported(const jose::DecodedToken &token)
{
    return token.has(jose::TokenFault::EncryptedToken) || token.has(jose::TokenFault::JsonSerialization) ||
           token.has(jose::TokenFault::UnsupportedAlgorithm);
}

} // namespace countersign::cli
