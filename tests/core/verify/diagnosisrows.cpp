#include "diagnosisrows.h"

#include "core/keys/keyreader.h"
#include "tests/support/keystatus.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace countersign::verify {

using enum recipes::Presence;

namespace {

recipes::FieldRule field(const QString &id, recipes::FieldType type = recipes::FieldType::Text)
{
    recipes::FieldRule rule;
    rule.id = id;
    rule.label = id;
    rule.type = type;
    rule.defaultValue = type == recipes::FieldType::Boolean ? u"true"_s : QString();
    return rule;
}

recipes::ProofRule macRule(const QString &id, const QString &messageField, Encoding encoding)
{
    recipes::ProofRule rule;
    rule.id = id;
    rule.label = id + u"()"_s;
    rule.mechanism = recipes::MacRule{crypto::HashAlgorithm::Sha256, messageField, encoding};
    return rule;
}

keys::SecretEncoding encodingNamed(const QString &name)
{
    return name == u"hex"      ? keys::SecretEncoding::Hex
           : name == u"base64" ? keys::SecretEncoding::Base64
                               : keys::SecretEncoding::Text;
}

/// The reader drops a line break at the end; a row that wants one kept says so by having it.
keys::KeyMaterial materialOf(const QJsonObject &object)
{
    for (const auto &member : {"publicKey"_L1, "privateKey"_L1}) {
        if (object.contains(member)) {
            return std::move(keys::readSingleKey(bytesOf(object[member].toString().toUtf8()))->material);
        }
    }
    const QByteArray text = object["secret"_L1].toString().toUtf8();
    const auto encoding = encodingNamed(object["encoding"_L1].toString());
    if (encoding == keys::SecretEncoding::Text) {
        return keys::SecretKey{SecretBytes::copyOf(bytesOf(text)), encoding};
    }
    return std::move(keys::readSecret(bytesOf(text), encoding)->material);
}

QStringList expectedCodes(const QJsonObject &row)
{
    QStringList codes;
    for (const QJsonValue &code : row["causes"_L1].toArray()) {
        codes.append(code.toString());
    }
    return codes;
}

bool areCausesRight(const QJsonObject &row, const Verdict &verdict)
{
    QStringList expected = expectedCodes(row);
    QStringList found = codesOf(verdict).split(u' ', Qt::SkipEmptyParts);
    if (row["loose"_L1].toBool()) {
        return !found.isEmpty() && found.first() == expected.first();
    }
    if (row["unordered"_L1].toBool()) {
        expected.sort();
        found.sort();
    }
    return found == expected;
}

} // namespace

recipes::ProofRule jwtRule(crypto::JwsAlgorithm algorithm, const QList<recipes::ClaimRule> &claims)
{
    recipes::JwtRule jwt;
    jwt.algorithm = algorithm;
    jwt.claims = claims;
    recipes::ProofRule rule;
    rule.id = u"token"_s;
    rule.label = u"login"_s;
    rule.mechanism = jwt;
    return rule;
}

recipes::Recipe macRecipe()
{
    recipes::Recipe recipe;
    recipe.visitorFields = {field(u"userId"_s), field(u"email"_s, recipes::FieldType::Email)};
    recipe.visitorIdField = u"userId"_s;
    recipe.proofs = {macRule(u"login"_s, u"userId"_s, Encoding::Hex),
                     macRule(u"visitor"_s, u"email"_s, Encoding::Hex),
                     macRule(u"base64"_s, u"userId"_s, Encoding::Base64)};
    recipe.key.environmentVariable = u"TAWK_TO_KEY"_s;
    recipes::FieldRule propertyId = field(u"propertyId"_s);
    propertyId.label = u"Property ID"_s;
    recipe.propertyFields = {propertyId};
    return recipe;
}

namespace {

recipes::Recipe huggyRecipe()
{
    recipes::Recipe recipe;
    recipe.visitorFields = {field(u"userId"_s)};
    recipe.visitorIdField = u"userId"_s;
    recipe.visitorFields[0].example = u"user1@company.com"_s;
    recipe.key.environmentVariable = u"HUGGY_SECRET_KEY"_s;
    recipe.proofs = {jwtRule(crypto::JwsAlgorithm::HS256, {{u"jti"_s, u"userId"_s, Required}})};
    return recipe;
}

recipes::Recipe orloRecipe()
{
    recipes::Recipe recipe;
    recipe.visitorFields = {field(u"name"_s), field(u"isLoggedIn"_s, recipes::FieldType::Boolean),
                            field(u"email"_s, recipes::FieldType::Email)};
    recipe.proofs = {jwtRule(crypto::JwsAlgorithm::RS256, {{u"name"_s, u"name"_s, Required},
                                                           {u"isLoggedIn"_s, u"isLoggedIn"_s, Required},
                                                           {u"email"_s, u"email"_s, Optional}})};
    std::get<recipes::JwtRule>(recipe.proofs[0].mechanism).customClaims = recipes::CustomClaims::Allowed;
    return recipe;
}

recipes::Recipe expiringRecipe()
{
    recipes::Recipe recipe = huggyRecipe();
    auto &rule = std::get<recipes::JwtRule>(recipe.proofs[0].mechanism);
    rule.claims = {{u"sub"_s, u"userId"_s, Required}};
    rule.expiration = Required;
    rule.customClaims = recipes::CustomClaims::Allowed;
    return recipe;
}

} // namespace

recipes::Recipe recipeNamed(const QString &name)
{
    if (name == u"huggy") {
        return huggyRecipe();
    }
    if (name == u"orlo") {
        return orloRecipe();
    }
    return name == u"expiring" ? expiringRecipe() : macRecipe();
}

std::vector<CandidateKey> keysOf(const QJsonArray &array)
{
    std::vector<CandidateKey> found;
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        if (object.isEmpty()) {
            continue;
        }
        CandidateKey key{{}, materialOf(object)};
        key.version.number = object["version"_L1].toInt();
        key.version.status = statusNamed(object["status"_L1].toString());
        key.version.statusSince = now - std::chrono::days(17);
        found.push_back(std::move(key));
    }
    return found;
}

QJsonObject readCases(const QString &name)
{
    QFile file(QStringLiteral(COUNTERSIGN_TEST_DATA_DIR "/verify/") + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

std::vector<OtherProperty> othersOf(const QJsonObject &document)
{
    std::vector<OtherProperty> others;
    for (const QJsonValue &value : document["others"_L1].toArray()) {
        others.push_back(
            {propertyOf(QJsonObject{{u"property"_s, value}}), keysOf(value["keys"_L1].toArray())});
    }
    return others;
}

recipes::Property propertyOf(const QJsonObject &document)
{
    const QJsonObject object = document["property"_L1].toObject();
    recipes::Property property;
    property.name = object["name"_L1].toString(u"Shop EU"_s);
    property.environment = object["environment"_L1].toString();
    property.platform = object["platform"_L1].toString();
    const QJsonObject fields = object["fields"_L1].toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        property.fields.insert(field.key(), field.value().toString());
    }
    return property;
}

VerificationRequest requestOf(const QJsonObject &row)
{
    VerificationRequest request;
    request.userId = row["userId"_L1].toString();
    request.email = row["email"_L1].toString();
    request.proof = row["proof"_L1].toString();
    request.proofRule = row["rule"_L1].toString();
    request.clockSkew = std::chrono::seconds(row["clockSkew"_L1].toInt());
    return request;
}

QString codesOf(const Verdict &verdict)
{
    QStringList codes;
    for (const Cause &cause : verdict.causes) {
        codes.append(causeCode(cause.id));
    }
    return codes.join(u' ');
}

QList<DiagnosisRow> allDiagnosisRows()
{
    QList<DiagnosisRow> rows;
    const QDir folder(QStringLiteral(COUNTERSIGN_TEST_DATA_DIR "/verify"));
    for (const QString &file : folder.entryList({u"*_cases.json"_s})) {
        const QJsonObject document = readCases(file);
        for (const QJsonValue &value : document["rows"_L1].toArray()) {
            const QJsonObject row = value.toObject();
            const QString recipe = row["recipe"_L1].toString();
            QJsonArray keys =
                row.contains("keys"_L1) ? row["keys"_L1].toArray() : document["keys"_L1].toArray();
            if (!recipe.isEmpty()) {
                keys = row["noKeys"_L1].toBool() ? QJsonArray() : document["keySets"_L1][recipe].toArray();
            }
            const QString name =
                file.section(u"_cases"_s, 0, 0) + u", "_s + recipe + u' ' + row["name"_L1].toString();
            rows.append({name, recipe, row, keys, document});
        }
    }
    return rows;
}

Verdict verdictOf(const DiagnosisRow &row)
{
    const recipes::Recipe scheme = recipeNamed(row.recipe);
    const FixedClock clock(now);
    const IdentityVerifier verifier(scheme, propertyOf(row.document), keysOf(row.keys), clock,
                                    [&row] { return othersOf(row.document); });
    return verifier.verify(requestOf(row.row));
}

bool isNamedRightly(const DiagnosisRow &row, const Verdict &verdict)
{
    const QJsonValue version = row.row["keyVersion"_L1];
    const int expected = version.isNull() ? 0 : version.toInt(); // versions count from 1
    return areCausesRight(row.row, verdict) && verdict.keyVersion.value_or(0) == expected &&
           verdictName(verdict.kind) == row.row["verdict"_L1].toString();
}

} // namespace countersign::verify
