#include "core/verify/identityverifier.h"
#include "core/verify/wording.h"
#include "diagnosisrows.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace countersign;
using namespace countersign::verify;
using namespace Qt::StringLiterals;
using enum recipes::Presence;

namespace {

recipes::Property shop()
{
    recipes::Property property;
    property.name = u"Shop EU"_s;
    return property;
}

} // namespace

/// Rows made by other implementations (tests/data/verify/make_*), each committing one mistake.
class VerificationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verifyingAgainGivesTheSame_data() { addAllRows(); }
    void verifyingAgainGivesTheSame();
    void aKnownHypothesisGivesTheVerdictOfTheFullSearch_data() { addAllRows(); }
    void aKnownHypothesisGivesTheVerdictOfTheFullSearch();
    void countsWhatTheSearchTried();
    void explainsWithinTheTimeAPersonWaits();
    void picksTheProofRuleByTheForm();
    void refusesAKeyOfTheWrongKind();
    void noThousandfoldWrapsAround();
    void hashOfTheKeyIsNotTheKey();
    void shortNumberIsNoHash();

private:
    static void addAllRows();
    static void addRows(const QString &file);
    static Verdict verifyRow();
};

void VerificationTest::addRows(const QString &file)
{
    const QJsonObject document = readCases(file);
    const QJsonArray rows = document["rows"_L1].toArray();
    QVERIFY2(!rows.isEmpty(), qPrintable(file));
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        const QString recipe = row["recipe"_L1].toString();
        QJsonArray keys = row.contains("keys"_L1) ? row["keys"_L1].toArray() : document["keys"_L1].toArray();
        if (!recipe.isEmpty()) {
            keys = row["noKeys"_L1].toBool() ? QJsonArray() : document["keySets"_L1][recipe].toArray();
        }
        QTest::newRow(
            qPrintable(file.section(u'_', 0, 0) + u", "_s + recipe + u' ' + row["name"_L1].toString()))
            << recipe << row << keys;
    }
}

void VerificationTest::addAllRows()
{
    QTest::addColumn<QString>("recipe");
    QTest::addColumn<QJsonObject>("row");
    QTest::addColumn<QJsonArray>("keys");
    addRows(u"hash_cases.json"_s);
    addRows(u"cryptojs_cases.json"_s);
    addRows(u"token_cases.json"_s);
}

Verdict VerificationTest::verifyRow()
{
    QFETCH(QString, recipe);
    QFETCH(QJsonObject, row);
    QFETCH(QJsonArray, keys);
    const recipes::Recipe scheme = recipeNamed(recipe);
    const FixedClock clock(now);
    const IdentityVerifier verifier(scheme, shop(), keysOf(keys), clock);
    VerificationRequest request;
    request.userId = row["userId"_L1].toString();
    request.email = row["email"_L1].toString();
    request.proof = row["proof"_L1].toString();
    request.proofRule = row["rule"_L1].toString();
    request.clockSkew = std::chrono::seconds(row["clockSkew"_L1].toInt());
    return verifier.verify(request);
}

void VerificationTest::verifyingAgainGivesTheSame()
{
    QFETCH(QString, recipe);
    QFETCH(QJsonObject, row);
    QFETCH(QJsonArray, keys);
    const recipes::Recipe scheme = recipeNamed(recipe);
    const FixedClock clock(now);
    const IdentityVerifier verifier(scheme, shop(), keysOf(keys), clock);
    const VerificationRequest request{row["userId"_L1].toString(), row["email"_L1].toString(),
                                      row["proof"_L1].toString(), row["rule"_L1].toString(),
                                      std::chrono::seconds(row["clockSkew"_L1].toInt())};
    const VerificationRequest before = request;
    const Verdict first = verifier.verify(request);
    const Verdict second = verifier.verify(request);
    QCOMPARE(request.proof, before.proof);
    QCOMPARE(request.userId, before.userId);
    QCOMPARE(second.kind, first.kind);
    QCOMPARE(second.causes, first.causes);
    QCOMPARE(second.hypothesesTried, first.hypothesesTried);
}

void VerificationTest::aKnownHypothesisGivesTheVerdictOfTheFullSearch()
{
    QFETCH(QString, recipe);
    QFETCH(QJsonObject, row);
    QFETCH(QJsonArray, keys);
    const recipes::Recipe scheme = recipeNamed(recipe);
    const FixedClock clock(now);
    const IdentityVerifier verifier(scheme, shop(), keysOf(keys), clock);
    const VerificationRequest request{row["userId"_L1].toString(), row["email"_L1].toString(),
                                      row["proof"_L1].toString(), row["rule"_L1].toString(),
                                      std::chrono::seconds(row["clockSkew"_L1].toInt())};
    const Verdict full = verifier.verify(request);
    std::vector<Hypothesis> known;
    if (full.hypothesis) {
        known.push_back(*full.hypothesis);
    }
    const Verdict again = verifier.verifyAmong(known, request);
    QVERIFY(full.isSearchedInFull);
    QCOMPARE(again.isSearchedInFull, full.hypothesis || full.hypothesesTried == 0);
    QCOMPARE(again.kind, full.kind);
    QCOMPARE(again.causes, full.causes);
    QCOMPARE(again.keyVersion, full.keyVersion);
    QVERIFY(again.hypothesesTried <= full.hypothesesTried + 1);
    QVERIFY(!verifier.verifyAmong({}, request).hypothesis);
}

void VerificationTest::countsWhatTheSearchTried()
{
    const recipes::Recipe scheme = macRecipe();
    const FixedClock clock(now);
    const IdentityVerifier verifier(scheme, shop(),
                                    keysOf(readCases(u"hash_cases.json"_s)["keys"_L1].toArray()), clock);
    const Verdict verdict = verifier.verify({u"cust-1"_s, u"a@example.com"_s, QString(64, u'a'), {}, {}});
    QCOMPARE(verdict.kind, VerdictKind::Failed);
    QVERIFY(verdict.hypothesesTried > 10000);
    QCOMPARE(verdict.keyVersionsTried, 4);
    QVERIFY(verdict.mistakesTried > 100);
    QVERIFY(!searchSummary(verdict).isEmpty());
}

void VerificationTest::explainsWithinTheTimeAPersonWaits()
{
    const recipes::Recipe scheme = macRecipe();
    const FixedClock clock(now);
    const IdentityVerifier verifier(scheme, shop(),
                                    keysOf(readCases(u"hash_cases.json"_s)["keys"_L1].toArray()), clock);
    const Verdict verdict = verifier.verify({u"cust-1"_s, u"a@example.com"_s, QString(64, u'a'), {}, {}});
    qInfo().noquote() << searchSummary(verdict);
    QVERIFY(verdict.searchTime <
            std::chrono::seconds(20)); // far beyond what it takes, also under a sanitizer
}

void VerificationTest::picksTheProofRuleByTheForm()
{
    recipes::Recipe scheme = macRecipe();
    scheme.proofs.append(jwtRule(crypto::JwsAlgorithm::HS256, {{u"jti"_s, u"userId"_s, Required}}));
    const FixedClock clock(now);
    const IdentityVerifier verifier(scheme, shop(),
                                    keysOf(readCases(u"hash_cases.json"_s)["keys"_L1].toArray()), clock);
    const Verdict verdict =
        verifier.verify({u"u"_s, {}, u"eyJhbGciOiJIUzI1NiJ9.eyJqdGkiOiJ1In0.c2lnbmF0dXJl"_s, {}, {}});
    QVERIFY(verdict.claims);
    QVERIFY(verdict.has(CauseId::TokenTruncated));
}

void VerificationTest::refusesAKeyOfTheWrongKind()
{
    const recipes::Recipe scheme = macRecipe();
    const FixedClock clock(now);
    const QJsonArray rsa = readCases(u"token_cases.json"_s)["keySets"_L1]["orlo"_L1].toArray();
    const IdentityVerifier verifier(scheme, shop(), keysOf(rsa), clock);
    const Verdict verdict = verifier.verify({u"u"_s, {}, QString(64, u'a'), {}, {}});
    QCOMPARE(verdict.kind, VerdictKind::Unsupported);
    QCOMPARE(codesOf(verdict), u"IDV-KEY-UNSUPPORTED"_s);
}

/// The signature is of -1000, which the largest number times a thousand gives where it wraps.
void VerificationTest::noThousandfoldWrapsAround()
{
    recipes::Recipe scheme = macRecipe();
    scheme.proofs = {jwtRule(crypto::JwsAlgorithm::HS256, {{u"jti"_s, u"userId"_s, Required}})};
    const QJsonArray keys = readCases(u"hash_cases.json"_s)["keys"_L1].toArray();
    const FixedClock clock(now);
    const IdentityVerifier verifier(scheme, shop(), keysOf(keys), clock);
    const auto encoded = [](const QByteArray &part) {
        return part.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    const auto tokenWith = [&](const QByteArray &number) {
        return encoded(R"({"alg":"HS256"})") + '.' + encoded(R"({"jti":"u","n":)" + number + '}');
    };
    const QByteArray signature = QMessageAuthenticationCode::hash(
        tokenWith("-1000"), keys[0]["secret"_L1].toString().toUtf8(), QCryptographicHash::Sha256);
    const QByteArray token = tokenWith("9223372036854775807") + '.' + encoded(signature);
    const Verdict verdict = verifier.verify({u"u"_s, {}, QString::fromLatin1(token), {}, {}});
    QCOMPARE(verdict.kind, VerdictKind::Failed);
    QVERIFY2(!verdict.has(CauseId::TokenAltered), qPrintable(codesOf(verdict)));
}

void VerificationTest::hashOfTheKeyIsNotTheKey()
{
    const recipes::Recipe scheme = macRecipe();
    const FixedClock clock(now);
    const QJsonArray keys = readCases(u"hash_cases.json"_s)["keys"_L1].toArray();
    const IdentityVerifier verifier(scheme, shop(), keysOf(keys), clock);
    const QByteArray hash =
        QCryptographicHash::hash(keys[0]["secret"_L1].toString().toUtf8(), QCryptographicHash::Sha256);
    const Verdict verdict = verifier.verify({u"u"_s, {}, QString::fromLatin1(hash.toHex()), {}, {}});
    QCOMPARE(verdict.kind, VerdictKind::Failed);
    QVERIFY2(!verdict.has(CauseId::NotAProofKey), qPrintable(codesOf(verdict)));
}

void VerificationTest::shortNumberIsNoHash()
{
    recipes::Recipe scheme = macRecipe();
    scheme.proofs = {jwtRule(crypto::JwsAlgorithm::HS256, {{u"jti"_s, u"userId"_s, Required}})};
    const FixedClock clock(now);
    const IdentityVerifier verifier(scheme, shop(),
                                    keysOf(readCases(u"hash_cases.json"_s)["keys"_L1].toArray()), clock);
    const Verdict verdict = verifier.verify({u"u"_s, {}, u"20418"_s, {}, {}});
    QCOMPARE(verdict.kind, VerdictKind::Failed);
    QVERIFY2(!verdict.causes.isEmpty() && !verdict.has(CauseId::NotAProofHash), qPrintable(codesOf(verdict)));
}

QTEST_APPLESS_MAIN(VerificationTest)
#include "tst_verification.moc"
