#include "app/cli/tokencauses.h"

#include "core/verify/tokencauses.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

using verify::CauseId;

QString expectedNames(const QList<crypto::JwsAlgorithm> &algorithms)
{
    QStringList names;
    for (const crypto::JwsAlgorithm algorithm : algorithms) {
        names.append(crypto::algorithmName(algorithm));
    }
    return names.isEmpty() ? u"an algorithm of the key"_s : names.join(u" or "_s);
}

/// What the signature check objects to; findings and claims are told elsewhere.
std::optional<CauseId> causeOfSignature(jose::JwtFailure failure)
{
    switch (failure) {
    case jose::JwtFailure::AlgorithmNotAllowed:
        return CauseId::TokenAlgorithm;
    case jose::JwtFailure::KeyIdMismatch:
        return CauseId::TokenKeyId;
    case jose::JwtFailure::SignatureMismatch:
        return CauseId::TokenSignature;
    case jose::JwtFailure::SignatureTooShort:
        return CauseId::TokenTruncated;
    default:
        return std::nullopt;
    }
}

} // namespace

QList<verify::Cause> causesOf(const jose::DecodedToken &token, const QList<jose::JwtProblem> &problems,
                              const QList<crypto::JwsAlgorithm> &allowed)
{
    const QString expected = expectedNames(allowed);
    QList<verify::Cause> causes = verify::causesOf(token, expected);
    for (const jose::JwtProblem &problem : problems) {
        if (problem.failure == jose::JwtFailure::SignatureForm) {
            causes.append(verify::signatureFormCause(token.jwt->algorithm(), problem.detail));
        } else if (const auto id = causeOfSignature(problem.failure)) {
            causes.append({*id,
                           {{u"found"_s, token.jwt->algorithm()},
                            {u"expected"_s, expected},
                            {u"detail"_s, problem.detail},
                            {u"certainty"_s, u"The key given here did not make it, or the token was changed "
                                             "after signing."_s},
                            {u"ruledOut"_s, u"the key given here, as it was read"_s},
                            {u"question"_s, u"Ask the developer which key the server holds."_s}},
                           {},
                           {}});
        }
    }
    causes += verify::causesOfClaims(problems);
    std::ranges::stable_partition(
        causes, [](const verify::Cause &cause) { return cause.id != CauseId::TokenEmbeddedKey; });
    return causes;
}

bool isUnsupported(const jose::DecodedToken &token)
{
    return token.has(jose::TokenFault::EncryptedToken) || token.has(jose::TokenFault::JsonSerialization) ||
           token.has(jose::TokenFault::UnsupportedAlgorithm);
}

} // namespace countersign::cli
