#include "core/jose/jwsverifier.h"

using namespace Qt::StringLiterals;

namespace countersign::jose {
namespace {

QString algorithmNames(const VerificationKey &key)
{
    QStringList names;
    for (const crypto::JwsAlgorithm algorithm : key.algorithms()) {
        names << crypto::algorithmName(algorithm);
    }
    return names.join(u", "_s);
}

std::optional<JwtProblem> keyIdProblem(const UnverifiedJwt &jws, const VerificationKey &key)
{
    const JsonValue *named = findMember(jws.header, u"kid");
    if (!named || key.keyId().isEmpty() || *named == JsonValue(key.keyId())) {
        return std::nullopt;
    }
    return JwtProblem{JwtFailure::KeyIdMismatch,
                      u"the token's kid is \"%1\", the key's is \"%2\""_s.arg(jws.keyId(), key.keyId())};
}

JwtProblem signatureProblem(const UnverifiedJwt &jws, const VerificationKey &key,
                            crypto::JwsAlgorithm algorithm)
{
    if (const auto fault = key.signatureFormFault(algorithm, bytesOf(jws.signature))) {
        const bool isShort = jws.signature.size() < key.signatureSize(algorithm);
        return {isShort ? JwtFailure::SignatureTooShort : JwtFailure::SignatureForm, *fault};
    }
    return {JwtFailure::SignatureMismatch, u"the signature is not this key's over this token"_s};
}

} // namespace

QList<JwtProblem> checkSignature(const UnverifiedJwt &jws, const VerificationKey &key,
                                 crypto::JwsAlgorithm *algorithm)
{
    const auto named = crypto::algorithmNamed(jws.algorithm());
    if (!named || !key.allows(*named)) {
        return {{JwtFailure::AlgorithmNotAllowed,
                 u"the token says %1, the key is for %2"_s.arg(jws.algorithm(), algorithmNames(key))}};
    }
    *algorithm = *named;
    QList<JwtProblem> problems;
    if (const auto problem = keyIdProblem(jws, key)) {
        problems << *problem;
    }
    if (!key.verify(*named, bytesOf(jws.signingInput), bytesOf(jws.signature))) {
        problems << signatureProblem(jws, key, *named);
    }
    return problems;
}

QList<JwtProblem> problemsOf(const DecodedToken &token)
{
    QList<JwtProblem> problems;
    for (const TokenFinding &finding : token.findings) {
        const bool holdsNoClaims = finding.fault == TokenFault::InvalidPayloadJson ||
                                   finding.fault == TokenFault::PayloadNotAnObject;
        if (finding.fault != TokenFault::EmbeddedKey) {
            problems.append(
                {holdsNoClaims ? JwtFailure::ClaimsNotAnObject : JwtFailure::NotAcceptable, finding.detail});
        }
    }
    return problems;
}

std::expected<VerifiedJws, QList<JwtProblem>> verifyJws(const DecodedToken &token, const VerificationKey &key)
{
    if (!token.isAcceptableJws()) {
        return std::unexpected(problemsOf(token));
    }
    crypto::JwsAlgorithm algorithm{};
    if (auto problems = checkSignature(*token.jwt, key, &algorithm); !problems.isEmpty()) {
        return std::unexpected(std::move(problems));
    }
    return VerifiedJws(*token.jwt, algorithm);
}

} // namespace countersign::jose
