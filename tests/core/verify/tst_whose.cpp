#include "core/jose/compactjws.h"
#include "core/verify/whosewording.h"

#include <QMessageAuthenticationCode>
#include <QTest>

using namespace countersign;
using namespace countersign::verify;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(countersign::verify::WhoseOutcome)

namespace {

constexpr Timestamp now{std::chrono::seconds(1795215600)}; // 2026-11-20T23:00:00Z

recipes::Recipe recipeWith(std::variant<recipes::MacRule, recipes::JwtRule> mechanism)
{
    recipes::FieldRule field;
    field.id = u"userId"_s;
    recipes::ProofRule rule;
    rule.mechanism = std::move(mechanism);
    recipes::Recipe recipe;
    recipe.visitorFields = {field};
    recipe.proofs = {rule};
    return recipe;
}

const recipes::Recipe macRecipe =
    recipeWith(recipes::MacRule{crypto::HashAlgorithm::Sha256, u"userId"_s, Encoding::Hex});

recipes::JwtRule tokenRule(crypto::JwsAlgorithm algorithm)
{
    recipes::JwtRule rule;
    rule.algorithm = algorithm;
    rule.claims = {{u"sub"_s, u"userId"_s, recipes::Presence::Required}};
    return rule;
}

const recipes::Recipe hsRecipe = recipeWith(tokenRule(crypto::JwsAlgorithm::HS256));
const recipes::Recipe esRecipe = recipeWith(tokenRule(crypto::JwsAlgorithm::ES256));

keys::KeyMaterial secret(const QByteArray &text)
{
    return keys::SecretKey{SecretBytes::copyOf(bytesOf(text)), keys::SecretEncoding::Text};
}

CandidateKey candidate(int number, keys::KeyMaterial material)
{
    CandidateKey key{{}, std::move(material)};
    key.version.number = number;
    key.version.status = number == 1 ? keys::KeyStatus::Revoked : keys::KeyStatus::Current;
    key.version.statusSince = now - std::chrono::days(17);
    return key;
}

SearchedProperty propertyOf(const recipes::Recipe &recipe, const QString &name)
{
    SearchedProperty found{&recipe, {}, {}};
    found.property.id = name;
    found.property.name = name;
    return found;
}

QByteArray secretOf(int property, int version)
{
    return "secret-of-property-" + QByteArray::number(property) + "-version-" + QByteArray::number(version);
}

/// More than are searched at a time, two versions each.
std::vector<SearchedProperty> manyProperties()
{
    std::vector<SearchedProperty> properties;
    for (int i = 0; i < 300; ++i) {
        properties.push_back(propertyOf(macRecipe, u"Property %1"_s.arg(i)));
        for (const int version : {1, 2}) {
            properties.back().keys.push_back(candidate(version, secret(secretOf(i, version))));
        }
    }
    return properties;
}

QString hashOf(const QByteArray &message, const QByteArray &key,
               QCryptographicHash::Algorithm hash = QCryptographicHash::Sha256)
{
    return QString::fromLatin1(QMessageAuthenticationCode::hash(message, key, hash).toHex());
}

QList<CauseId> idsOf(const QList<Cause> &causes)
{
    QList<CauseId> ids;
    std::ranges::transform(causes, std::back_inserter(ids), &Cause::id);
    return ids;
}

WhoseAnswer find(std::vector<SearchedProperty> properties, const QString &proof,
                 const QString &userId = u"user123"_s, const QString &email = u"ada@example.com"_s)
{
    const FixedClock clock(now);
    return findOwner(std::move(properties), {userId, email, proof}, clock);
}

} // namespace

class TestWhose : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesPropertyAndVersion_data();
    void namesPropertyAndVersion();
    void namesEveryPropertyThatHoldsTheKey();
    void writesAPercentSignInANameAsItIs();
    void namesTheSignerOfAToken_data();
    void namesTheSignerOfAToken();
    void namesTheOwnerOfAPastedKey();
    void saysWhenNobodysKeyWasUsed();
    void endsWithoutAnOwner_data();
    void endsWithoutAnOwner();
    void givesUpWhenCancelled();
};

void TestWhose::namesPropertyAndVersion_data()
{
    QTest::addColumn<QString>("proof");
    QTest::addColumn<int>("version");
    QTest::addColumn<QList<CauseId>>("causes");
    const QByteArray second = secretOf(299, 2);
    const auto mac = [](const QByteArray &message, const QByteArray &key) { return hashOf(message, key); };
    QTest::newRow("right") << mac("user123", second) << 2 << QList<CauseId>{};
    QTest::newRow("revoked") << mac("user123", secretOf(299, 1)) << 1 << QList{CauseId::KeyRevoked};
    QTest::newRow("e-mail") << mac("ada@example.com", second) << 2 << QList{CauseId::MessageEmail};
    QTest::newRow("capital letters") << mac("user123", second).toUpper() << 2 << QList{CauseId::TagUpperCase};
    QTest::newRow("key with a line break")
        << mac("user123", second + '\n') << 2 << QList{CauseId::KeyLineBreak};
    QTest::newRow("message and key") << mac("USER123", second + '\n') << 2
                                     << QList{CauseId::MessageOtherCase, CauseId::KeyLineBreak};
    QTest::newRow("SHA-512, cut off") << hashOf("user123", second, QCryptographicHash::Sha512).first(64) << 2
                                      << QList{CauseId::OtherHash, CauseId::TagTruncated};
}

void TestWhose::namesPropertyAndVersion()
{
    QFETCH(QString, proof);
    QFETCH(int, version);
    QFETCH(QList<CauseId>, causes);
    const WhoseAnswer answer = find(manyProperties(), proof);
    QCOMPARE(answer.outcome, WhoseOutcome::Found);
    QCOMPARE(answer.owners.size(), 1);
    const KeyOwner &owner = answer.owners.front();
    QCOMPARE(owner.property.name, u"Property 299"_s);
    QCOMPARE(owner.keyVersion, version);
    QCOMPARE(owner.verdict.kind == VerdictKind::Verified, causes.isEmpty());
    for (const CauseId id : causes) {
        QVERIFY2(owner.verdict.has(id), qPrintable(causeCode(id)));
    }
    QCOMPARE(answer.propertiesSearched, 300);
    QCOMPARE(answer.keyVersionsTried, 600);
    QCOMPARE(whoseHeadline(answer), u"Property 299, key version %1"_s.arg(version));
}

void TestWhose::namesEveryPropertyThatHoldsTheKey()
{
    for (const char *key : {"shared", "shared\n"}) {
        auto properties = manyProperties();
        properties[3].keys.push_back(candidate(7, secret("shared")));
        properties[290].keys.push_back(candidate(9, secret("shared")));
        const WhoseAnswer answer = find(std::move(properties), hashOf("user123", key));
        QCOMPARE(answer.owners.size(), 2);
        QCOMPARE(answer.owners[0].property.name, u"Property 3"_s);
        QCOMPARE(answer.owners[0].keyVersion, 7);
        QCOMPARE(answer.owners[1].property.name, u"Property 290"_s);
        QVERIFY(!whoseExplanation(answer).isEmpty());
    }
}

void TestWhose::writesAPercentSignInANameAsItIs()
{
    std::vector<SearchedProperty> properties;
    properties.push_back(propertyOf(macRecipe, u"20%2 off"_s));
    properties.front().keys.push_back(candidate(7, secret("of its own")));
    const QString headline = whoseHeadline(find(std::move(properties), hashOf("user123", "of its own")));
    QVERIFY2(headline.contains(u"20%2 off"_s) && headline.contains(u'7'), qPrintable(headline));
}

void TestWhose::namesTheSignerOfAToken_data()
{
    QTest::addColumn<crypto::JwsAlgorithm>("algorithm");
    QTest::newRow("HS256") << crypto::JwsAlgorithm::HS256;
    QTest::newRow("ES256") << crypto::JwsAlgorithm::ES256;
}

void TestWhose::namesTheSignerOfAToken()
{
    QFETCH(crypto::JwsAlgorithm, algorithm);
    const bool isSecret = algorithm == crypto::JwsAlgorithm::HS256;
    std::vector<SearchedProperty> properties;
    QByteArray token;
    for (int i = 0; i < 3; ++i) {
        properties.push_back(propertyOf(isSecret ? hsRecipe : esRecipe, u"Property %1"_s.arg(i)));
        keys::KeyMaterial key =
            isSecret ? secret("secret " + QByteArray::number(i))
                     : keys::KeyMaterial(*crypto::PrivateKey::generateEc(crypto::EcCurve::P256));
        token =
            *jose::signCompact(key, algorithm, R"({"alg":")" + algorithmName(algorithm).toLatin1() + R"("})",
                               R"({"sub":"user123"})");
        properties.back().keys.push_back(candidate(4, std::move(key)));
    }
    const WhoseAnswer answer = find(std::move(properties), QString::fromLatin1(token));
    QCOMPARE(answer.owners.size(), 1);
    QCOMPARE(answer.owners[0].property.name, u"Property 2"_s);
    QCOMPARE(answer.owners[0].keyVersion, 4);
    QCOMPARE(answer.owners[0].verdict.kind, VerdictKind::Verified);
}

void TestWhose::namesTheOwnerOfAPastedKey()
{
    const WhoseAnswer answer = find(manyProperties(), QString::fromLatin1(secretOf(7, 1)));
    QCOMPARE(answer.outcome, WhoseOutcome::Found);
    QCOMPARE(answer.owners.front().property.name, u"Property 7"_s);
    QVERIFY(answer.owners.front().verdict.has(CauseId::NotAProofKey));
}

void TestWhose::saysWhenNobodysKeyWasUsed()
{
    const WhoseAnswer answer = find(manyProperties(), hashOf("user123", "your_secret_key"));
    QCOMPARE(answer.outcome, WhoseOutcome::NobodysKey);
    QVERIFY(answer.owners.empty());
    QCOMPARE(idsOf(answer.causes), QList{CauseId::KeyWellKnownSample});
}

void TestWhose::endsWithoutAnOwner_data()
{
    QTest::addColumn<QString>("proof");
    QTest::addColumn<QString>("userId");
    QTest::addColumn<bool>("hasKeys");
    QTest::addColumn<WhoseOutcome>("outcome");
    const QString stranger = hashOf("user123", "a stranger's key");
    QTest::newRow("another key") << stranger << u"user123"_s << true << WhoseOutcome::NotFound;
    QTest::newRow("no user id, no e-mail") << stranger << QString() << true << WhoseOutcome::NothingToTry;
    QTest::newRow("no keys") << stranger << u"user123"_s << false << WhoseOutcome::NothingToTry;
    QTest::newRow("nothing") << QString() << u"user123"_s << true << WhoseOutcome::NotAProof;
    QTest::newRow("a text") << u"what is this?"_s << u"user123"_s << true << WhoseOutcome::NotAProof;
    QTest::newRow("an unsigned token") << u"eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1c2VyMTIzIn0."_s << u"user123"_s
                                       << true << WhoseOutcome::NotAProof;
}

void TestWhose::endsWithoutAnOwner()
{
    QFETCH(QString, proof);
    QFETCH(QString, userId);
    QFETCH(bool, hasKeys);
    QFETCH(WhoseOutcome, outcome);
    std::vector<SearchedProperty> properties;
    properties.push_back(propertyOf(macRecipe, u"Shop"_s));
    if (hasKeys) {
        properties.back().keys.push_back(candidate(2, secret(secretOf(1, 2))));
    }
    const WhoseAnswer answer = find(std::move(properties), proof, userId, {});
    QCOMPARE(outcomeName(answer.outcome), outcomeName(outcome));
    QVERIFY(answer.owners.empty());
    QCOMPARE(!answer.causes.isEmpty(), outcome == WhoseOutcome::NotAProof);
}

void TestWhose::givesUpWhenCancelled()
{
    const std::atomic<bool> isCancelled = true;
    const FixedClock clock(now);
    const WhoseAnswer answer = findOwner(
        manyProperties(), {u"user123"_s, {}, hashOf("user123", secretOf(299, 2))}, clock, &isCancelled);
    QCOMPARE(answer.outcome, WhoseOutcome::Cancelled);
    QVERIFY(answer.owners.empty());
}

QTEST_GUILESS_MAIN(TestWhose)
#include "tst_whose.moc"
