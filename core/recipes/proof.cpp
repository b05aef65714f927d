#include "core/recipes/proof.h"

#include "core/crypto/mac.h"
#include "core/jose/compactjws.h"

using namespace Qt::StringLiterals;

namespace countersign::recipes {

namespace {

JsonValue claimValue(const FieldRule &field, const QString &text)
{
    switch (field.type) {
    case FieldType::Boolean:
        return text == u"true";
    case FieldType::UnixTime:
        return std::int64_t{text.toLongLong()};
    case FieldType::Number:
        return claimValueFromText(text);
    default:
        return text;
    }
}

JsonObject headerFor(const JwtRule &rule)
{
    JsonObject header;
    for (const QString &member : rule.header) {
        header.append({member, member == u"alg" ? crypto::algorithmName(rule.algorithm) : u"JWT"_s});
    }
    return header;
}

Result<void> requireValid(const Recipe &recipe, const ProofRule &rule, const Subject &subject)
{
    const QList<FieldProblem> problems = validateSubject(recipe, rule, subject);
    if (problems.isEmpty()) {
        return {};
    }
    const FieldProblem &first = problems.first();
    const FieldRule *field = recipe.visitorField(first.fieldId);
    const QString name = field ? field->label : first.fieldId;
    return failure(ErrorCode::InvalidInput, name + u": "_s + first.sentence().chopped(1)); // its full stop
}

Result<Proof> makeTag(const MacRule &rule, const Subject &subject, const keys::KeyMaterial &material)
{
    const auto *secret = std::get_if<keys::SecretKey>(&material);
    if (!secret) {
        return failure(ErrorCode::UnsupportedAlgorithm,
                       u"a hash is made with a secret, not with a key pair"_s);
    }
    const Result<crypto::MacKey> key = crypto::MacKey::create(rule.hash, secret->bytes.bytes());
    if (!key) {
        return std::unexpected(key.error());
    }
    Proof proof;
    proof.algorithm = crypto::macAlgorithmName(rule.hash);
    proof.signedBytes = subject.fields.value(rule.messageField).toUtf8();
    proof.value =
        QString::fromLatin1(encode(bytesOf(key->computeMac(bytesOf(proof.signedBytes))), rule.encoding));
    return proof;
}

Result<Proof> makeToken(const JwtRule &rule, const JsonObject &claims, const keys::KeyMaterial &material)
{
    Proof proof;
    proof.algorithm = crypto::algorithmName(rule.algorithm);
    proof.headerJson = writeJson(headerFor(rule));
    proof.payloadJson = writeJson(claims);
    proof.signedBytes = jose::makeSigningInput(proof.headerJson, proof.payloadJson);
    const Result<QByteArray> token =
        jose::signCompact(material, rule.algorithm, proof.headerJson, proof.payloadJson);
    if (!token) {
        return std::unexpected(token.error());
    }
    proof.value = QString::fromLatin1(*token);
    return proof;
}

} // namespace

Result<JsonObject> claimsFor(const Recipe &recipe, const ProofRule &rule, const Subject &subject,
                             Timestamp now)
{
    if (const Result<void> valid = requireValid(recipe, rule, subject); !valid) {
        return std::unexpected(valid.error());
    }
    JsonObject claims;
    if (const JwtRule *jwt = rule.jwt()) {
        for (const ClaimRule &claim : jwt->claims) {
            const QString text = subject.fields.value(claim.fieldId);
            if (!text.isEmpty()) {
                claims.append({claim.name, claimValue(*recipe.visitorField(claim.fieldId), text)});
            }
        }
        claims.append(subject.customClaims);
        if (subject.expiresIn) {
            claims.append({u"exp"_s, std::int64_t{(now + *subject.expiresIn).time_since_epoch().count()}});
        }
    }
    return claims;
}

Result<Proof> makeProof(const Recipe &recipe, const ProofRule &rule, const Subject &subject,
                        const keys::KeyMaterial &material, int keyVersion, Timestamp now)
{
    const Result<JsonObject> claims = claimsFor(recipe, rule, subject, now);
    if (!claims) {
        return std::unexpected(claims.error());
    }
    Result<Proof> proof =
        rule.mac() ? makeTag(*rule.mac(), subject, material) : makeToken(*rule.jwt(), *claims, material);
    if (proof) {
        proof->ruleId = rule.id;
        proof->keyVersion = keyVersion;
    }
    return proof;
}

} // namespace countersign::recipes
