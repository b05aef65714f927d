#include "core/recipes/proof.h"
#include "core/recipes/recipecatalog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::recipes;

namespace {

keys::KeyMaterial secret(QByteArrayView text)
{
    return keys::SecretKey{SecretBytes::copyOf(bytesOf(text)), keys::SecretEncoding::Text};
}

constexpr Timestamp now{std::chrono::seconds(1'700'000'000)};

} // namespace

/// Tags and tokens against values made by Python's hmac, Node's crypto and the npm package jsonwebtoken.
class TestProof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void makesTheTagOfTheVendorsExample_data();
    void makesTheTagOfTheVendorsExample();
    void showsWhatExactlyWasHashed();
    void makesHuggysToken();
    void writesOrloClaimsInTheOrderTheyWereGiven();
    void leavesOutAnOptionalClaimThatIsEmpty();
    void addsAnExpiryWhereTheVendorTakesOne();
    void namesTheFirstBadField();
    void refusesAKeyOfTheWrongKind();
    void readsClaimValuesAsJson_data();
    void readsClaimValuesAsJson();

private:
    const Recipe &recipe(QStringView id) const { return *m_catalog.find(id); }

    RecipeCatalog m_catalog;
};

void TestProof::initTestCase()
{
    m_catalog = RecipeCatalog::builtIn().value();
}

void TestProof::makesTheTagOfTheVendorsExample_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("tag");
    // TAU's page; Python, Node, crypto-js and OpenSSL agree.
    QTest::newRow("TAU") << u"tau"_s << u"user"_s << u"userId"_s << u"user123"_s
                         << u"988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221"_s;
    QTest::newRow("tawk.to login") << u"tawk-to"_s << u"login"_s << u"userId"_s << u"user123"_s
                                   << u"988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221"_s;
    // python3 -c 'import
    // hmac;print(hmac.new(b"your_secret_key","zoë@exämple.org".encode(),"sha256").hexdigest())'
    QTest::newRow("tawk.to visitor") << u"tawk-to"_s << u"visitor"_s << u"email"_s << u"zoë@exämple.org"_s
                                     << u"31dc14c413c1edf65b5d06d164c174d30b6ea3abb18ebc85c44e5653ef755cc8"_s;
}

void TestProof::makesTheTagOfTheVendorsExample()
{
    QFETCH(QString, vendor);
    QFETCH(QString, rule);
    QFETCH(QString, field);
    QFETCH(QString, value);
    Subject subject;
    subject.fields.insert(field, value);
    const Result<Proof> proof =
        makeProof(recipe(vendor), *recipe(vendor).proof(rule), subject, secret("your_secret_key"), 3, now);
    QVERIFY2(proof.has_value(), proof ? "" : qPrintable(proof.error().detail));
    QTEST(proof->value, "tag");
    QCOMPARE(proof->algorithm, u"HS256"_s);
    QCOMPARE(proof->keyVersion, 3);
    QCOMPARE(proof->ruleId, rule);
}

void TestProof::showsWhatExactlyWasHashed()
{
    Subject subject;
    subject.fields.insert(u"userId"_s, u"zoë"_s);
    const Recipe &tau = recipe(u"tau");
    const Result<Proof> proof = makeProof(tau, *tau.proof({}), subject, secret("k"), 1, now);
    QCOMPARE(proof->signedBytes, QByteArray("zo\xc3\xab"));
    QVERIFY(proof->headerJson.isEmpty());
}

void TestProof::makesHuggysToken()
{
    Subject subject;
    subject.fields.insert(u"userId"_s, u"user1@company.com"_s);
    const Recipe &huggy = recipe(u"huggy");
    const Result<Proof> proof =
        makeProof(huggy, *huggy.proof({}), subject, secret("your_secret_key"), 1, now);
    QCOMPARE(proof->headerJson, QByteArray(R"({"typ":"JWT","alg":"HS256"})"));
    QCOMPARE(proof->payloadJson, QByteArray(R"({"jti":"user1@company.com"})"));
    QVERIFY(proof->value.startsWith(
        u"eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJqdGkiOiJ1c2VyMUBjb21wYW55LmNvbSJ9."));
    QCOMPARE(proof->signedBytes, proof->value.section(u'.', 0, 1).toLatin1());
}

void TestProof::writesOrloClaimsInTheOrderTheyWereGiven()
{
    Subject subject;
    subject.fields = {
        {u"name"_s, u"Ada Lovelace"_s}, {u"isLoggedIn"_s, u"true"_s}, {u"email"_s, u"ada@example.org"_s}};
    subject.customClaims = {{u"User ID"_s, 124}, {u"Telephone"_s, u"01234567890"_s}};
    const Recipe &orlo = recipe(u"orlo");
    const Result<JsonObject> claims = claimsFor(orlo, *orlo.proof({}), subject, now);
    QVERIFY2(claims.has_value(), claims ? "" : qPrintable(claims.error().detail));
    QCOMPARE(writeJson(*claims),
             QByteArray(R"({"name":"Ada Lovelace","isLoggedIn":true,"email":"ada@example.org","User ID":124,)"
                        R"("Telephone":"01234567890"})"));
}

void TestProof::leavesOutAnOptionalClaimThatIsEmpty()
{
    Subject subject;
    subject.fields = {{u"name"_s, u"Ada"_s}, {u"isLoggedIn"_s, u"true"_s}, {u"email"_s, QString()}};
    const Recipe &orlo = recipe(u"orlo");
    QCOMPARE(writeJson(*claimsFor(orlo, *orlo.proof({}), subject, now)),
             QByteArray(R"({"name":"Ada","isLoggedIn":true})"));
}

void TestProof::addsAnExpiryWhereTheVendorTakesOne()
{
    Subject subject;
    subject.fields = {{u"name"_s, u"Ada"_s}, {u"isLoggedIn"_s, u"true"_s}};
    subject.expiresIn = std::chrono::hours(1);
    const Recipe &orlo = recipe(u"orlo");
    QCOMPARE(writeJson(*claimsFor(orlo, *orlo.proof({}), subject, now)),
             QByteArray(R"({"name":"Ada","isLoggedIn":true,"exp":1700003600})"));
}

void TestProof::namesTheFirstBadField()
{
    const Recipe &orlo = recipe(u"orlo");
    const Result<Proof> proof = makeProof(orlo, *orlo.proof({}), {}, secret("k"), 1, now);
    QVERIFY(!proof);
    QCOMPARE(proof.error(), (Error{ErrorCode::InvalidInput, u"Name: This is needed"_s}));
}

void TestProof::refusesAKeyOfTheWrongKind()
{
    Subject subject;
    subject.fields = {{u"name"_s, u"Ada"_s}, {u"isLoggedIn"_s, u"true"_s}};
    const Recipe &orlo = recipe(u"orlo");
    const Result<Proof> token = makeProof(orlo, *orlo.proof({}), subject, secret("your_secret_key"), 1, now);
    QCOMPARE(token.error().code, ErrorCode::UnsupportedAlgorithm);

    Subject visitor;
    visitor.fields.insert(u"userId"_s, u"user123"_s);
    const keys::KeyMaterial pair = crypto::PrivateKey::generateEc(crypto::EcCurve::P256).value();
    const Result<Proof> tag = makeProof(recipe(u"tau"), *recipe(u"tau").proof({}), visitor, pair, 1, now);
    QCOMPARE(tag.error().code, ErrorCode::UnsupportedAlgorithm);
}

void TestProof::readsClaimValuesAsJson_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("number") << u"124"_s << QByteArray("124");
    QTest::newRow("leading zero is text") << u"01234567890"_s << QByteArray("\"01234567890\"");
    QTest::newRow("plus is text") << u"+15551234567"_s << QByteArray("\"+15551234567\"");
    QTest::newRow("true") << u"true"_s << QByteArray("true");
    QTest::newRow("null") << u"null"_s << QByteArray("null");
    QTest::newRow("quoted number is text") << u"\"124\""_s << QByteArray("\"124\"");
    QTest::newRow("array") << u"[1, \"a\"]"_s << QByteArray("[1,\"a\"]");
    QTest::newRow("object") << u"{\"a\": false}"_s << QByteArray("{\"a\":false}");
    QTest::newRow("words are text") << u"Ada Lovelace"_s << QByteArray("\"Ada Lovelace\"");
    QTest::newRow("broken object is text") << u"{a}"_s << QByteArray("\"{a}\"");
    QTest::newRow("empty is text") << QString() << QByteArray("\"\"");
    QTest::newRow("NaN is text") << u"NaN"_s << QByteArray("\"NaN\"");
}

void TestProof::readsClaimValuesAsJson()
{
    QFETCH(QString, text);
    QTEST(writeJson(claimValueFromText(text)), "json");
}

QTEST_GUILESS_MAIN(TestProof)
#include "tst_proof.moc"
