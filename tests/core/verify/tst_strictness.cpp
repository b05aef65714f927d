#include "core/jose/jwtverifier.h"
#include "core/keys/keyreader.h"
#include "core/verify/identityverifier.h"
#include "core/verify/wording.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace countersign;
using namespace countersign::verify;
using namespace Qt::StringLiterals;

namespace {

QJsonObject readCases()
{
    QFile file(QStringLiteral(COUNTERSIGN_TEST_DATA_DIR "/strictness/strictness_cases.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

const QJsonObject &cases()
{
    static const QJsonObject document = readCases();
    return document;
}

FixedClock clockOfCases()
{
    return FixedClock(Timestamp(std::chrono::seconds(cases()["now"_L1].toInteger())));
}

/// The token; a long one is filled up only here.
QString tokenOf(const QJsonObject &row)
{
    return row["token"_L1].toString().leftJustified(row["pad"_L1].toInt(), u'A');
}

keys::ReadKey keyOf(const QJsonObject &row)
{
    if (row.contains("jwk"_L1)) {
        return *keys::readSingleKey(bytesOf(QJsonDocument(row["jwk"_L1].toObject()).toJson()));
    }
    const QByteArray text = cases()["keys"_L1][row["key"_L1].toString()].toString().toUtf8();
    return keys::looksLikeKeyFile(bytesOf(text))
               ? *keys::readSingleKey(bytesOf(text))
               : *keys::readSecret(bytesOf(text), keys::SecretEncoding::Text);
}

recipes::Recipe recipeFor(const QJsonObject &row)
{
    recipes::FieldRule field;
    field.id = u"userId"_s;
    recipes::JwtRule jwt;
    jwt.algorithm = *crypto::algorithmNamed(cases()["algorithms"_L1][row["key"_L1].toString()].toString());
    jwt.claims = {{u"sub"_s, u"userId"_s, recipes::Presence::Required}};
    jwt.customClaims = recipes::CustomClaims::Allowed;
    recipes::ProofRule rule;
    rule.mechanism = jwt;
    recipes::Recipe recipe;
    recipe.visitorFields = {field};
    recipe.proofs = {rule};
    return recipe;
}

std::vector<CandidateKey> candidateOf(const QJsonObject &row)
{
    std::vector<CandidateKey> keys;
    keys.push_back({{}, std::move(keyOf(row).material)});
    keys.back().version.number = 1;
    keys.back().version.status = keys::KeyStatus::Current;
    return keys;
}

QStringList codesOf(const Verdict &verdict)
{
    QStringList codes;
    for (const Cause &cause : verdict.causes) {
        codes << causeCode(cause.id);
    }
    return codes;
}

QString sentencesOf(const Verdict &verdict)
{
    QString sentences;
    for (const Cause &cause : verdict.causes) {
        sentences += causeSentence(cause);
    }
    return sentences;
}

/// Keys with conditions of their own, and issuers, are for JwtVerifier: a property has neither.
bool isForProperty(const QJsonObject &row)
{
    return !row.contains("jwk"_L1) && !row.contains("issuer"_L1);
}

void addRows()
{
    QTest::addColumn<QJsonObject>("row");
    for (const QJsonValue &value : cases()["rows"_L1].toArray()) {
        const QJsonObject row = value.toObject();
        const QString name = row["class"_L1].toString() + u": "_s + row["name"_L1].toString();
        QTest::newRow(qPrintable(name)) << row;
    }
}

} // namespace

/// One row for each thing a verifier must refuse, made by tests/data/strictness/make_strictness_cases.py.
/// tests/cli runs the same rows through the command line.
class StrictnessTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyClassHasRows();
    void theVerifierTakesNothingButWhatIsRight_data() { addRows(); }
    void theVerifierTakesNothingButWhatIsRight();
    void theVerdictNamesTheCause_data() { addRows(); }
    void theVerdictNamesTheCause();
};

void StrictnessTest::everyClassHasRows()
{
    QMap<QString, int> classes;
    for (const QJsonValue &row : cases()["rows"_L1].toArray()) {
        ++classes[row["class"_L1].toString()];
    }
    const QStringList expected{u"ECDSA"_s,         u"JSON"_s,      u"algorithm confusion"_s,
                               u"base64url"_s,     u"claims"_s,    u"crit"_s,
                               u"embedded keys"_s, u"key use"_s,   u"kid"_s,
                               u"right"_s,         u"size"_s,      u"truncated"_s,
                               u"unsigned"_s,      u"weak keys"_s, u"wrong kind"_s};
    QCOMPARE(classes.keys(), expected);
    QVERIFY(cases()["rows"_L1].toArray().size() >= 250);
}

void StrictnessTest::theVerifierTakesNothingButWhatIsRight()
{
    QFETCH(QJsonObject, row);
    const jose::DecodedToken token = jose::decodeToken(tokenOf(row).toUtf8());
    const auto key = jose::VerificationKey::create(keyOf(row));
    if (!key) {
        QVERIFY(row["causes"_L1].toArray().contains("IDV-KEY-USE"_L1));
        QVERIFY(!key.error().detail.isEmpty());
        return;
    }
    jose::JwtExpectations expectations;
    expectations.missingExpiration = jose::MissingExpiration::Allowed;
    if (row.contains("issuer"_L1)) {
        expectations.issuer = row["issuer"_L1].toString();
    }
    const FixedClock clock = clockOfCases();
    const auto verified = jose::JwtVerifier(expectations, clock).verify(token, *key);
    QCOMPARE(verified.has_value(), row["verified"_L1].toBool());
    QVERIFY(verified || !verified.error().isEmpty());
}

void StrictnessTest::theVerdictNamesTheCause()
{
    QFETCH(QJsonObject, row);
    if (!isForProperty(row)) {
        return; // the other test checks it, and the command line's
    }
    const recipes::Recipe recipe = recipeFor(row);
    const FixedClock clock = clockOfCases();
    const IdentityVerifier verifier(recipe, {}, candidateOf(row), clock);
    VerificationRequest request;
    request.userId = cases()["subject"_L1].toString();
    request.proof = tokenOf(row);
    const Verdict verdict = verifier.verify(request);
    const QStringList codes = codesOf(verdict);
    for (const QJsonValue &cause : row["causes"_L1].toArray()) {
        QVERIFY2(codes.contains(cause.toString()), qPrintable(codes.join(u' ')));
    }
    QCOMPARE(verdict.kind == VerdictKind::Verified, row["verified"_L1].toBool());
    QVERIFY2(sentencesOf(verdict).contains(row["says"_L1].toString()), qPrintable(sentencesOf(verdict)));
}

QTEST_GUILESS_MAIN(StrictnessTest)
#include "tst_strictness.moc"
