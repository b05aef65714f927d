#include "core/snippets/testvector.h"

#include "core/keys/keyreader.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace countersign::snippets {

namespace {

Result<keys::KeyMaterial> sampleKey(const recipes::KeyRule &rule)
{
    if (rule.type == crypto::KeyType::Secret) {
        return keys::KeyMaterial(
            keys::SecretKey{SecretBytes::copyOf(bytesOf(sampleSecret)), rule.secretEncoding});
    }
    QFile file(u":/snippets/rfc7515-a2.pem"_s); // published, so no secret
    if (rule.type != crypto::KeyType::Rsa || !file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::UnsupportedKey, u"there is no sample key of this kind"_s);
    }
    Result<keys::ReadKey> key = keys::readSingleKey(bytesOf(file.readAll()));
    if (!key) {
        return std::unexpected(key.error());
    }
    return std::move(key->material);
}

} // namespace

QString exampleFor(const recipes::Recipe &recipe, const recipes::ProofRule &rule)
{
    const recipes::FieldRule *field =
        rule.fields.isEmpty() ? nullptr : recipe.visitorField(rule.fields.first());
    return field ? field->example : QString();
}

Result<recipes::Proof> testVectorFor(const recipes::Recipe &recipe, const recipes::ProofRule &rule)
{
    const Result<keys::KeyMaterial> key = sampleKey(recipe.key);
    if (!key) {
        return std::unexpected(key.error());
    }
    recipes::Subject subject;
    if (rule.jwt() && rule.jwt()->expiration == recipes::Presence::Required) {
        subject.expiresIn = std::chrono::hours(1);
    }
    for (const QString &id : rule.fields) {
        const recipes::FieldRule &field = *recipe.visitorField(id);
        if (recipes::presenceIn(rule, field) == recipes::Presence::Required) {
            subject.fields.insert(id, field.example);
        }
    }
    return recipes::makeProof(recipe, rule, subject, *key, 0, Timestamp());
}

} // namespace countersign::snippets
