#include "core/keys/keywriter.h"
#include "core/recipes/proof.h"
#include "tests/snippets/runtime.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::recipes;
using namespace countersign::test;

/// The core's proofs against the libraries that the vendors and their customers use.
class TestPeers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void makesHuggysTokenLikeJsonwebtoken_data();
    void makesHuggysTokenLikeJsonwebtoken();
    void makesTawksHashLikeCryptoJs_data();
    void makesTawksHashLikeCryptoJs();
    void signsOrlosTokenLikeJsonwebtoken();
    void isVerifiedByJose();
    void isVerifiedByOpenssl();

private:
    const Recipe &recipe(QStringView id) const { return *m_catalog.find(id); }
    Proof orloProof() const;

    RecipeCatalog m_catalog;
    QTemporaryDir m_folder;
    keys::KeyMaterial m_rsaKey;
    QByteArray m_publicPem;
    QString m_publicPath;
};

namespace {

Proof secretProof(const Recipe &recipe, const QString &userId, QByteArrayView secret)
{
    Subject subject;
    subject.fields.insert(u"userId"_s, userId);
    const keys::KeyMaterial key =
        keys::SecretKey{SecretBytes::copyOf(bytesOf(secret)), keys::SecretEncoding::Text};
    return makeProof(recipe, *recipe.proof({}), subject, key, 1, Timestamp()).value();
}

} // namespace

void TestPeers::initTestCase()
{
    m_catalog = RecipeCatalog::builtIn().value();
    keys::GenerationRequest request;
    request.type = crypto::KeyType::Rsa;
    request.bits = 2048;
    m_rsaKey = std::move(keys::generateKey(request).value());
    m_publicPem = keys::publicKeyPem(*keys::publicKeyOf(m_rsaKey));
    m_publicPath = test::writeFile(m_folder.path(), u"public.pem"_s, m_publicPem);
}

Proof TestPeers::orloProof() const
{
    Subject subject;
    subject.fields = {
        {u"name"_s, u"Ada Lovelace"_s}, {u"isLoggedIn"_s, u"true"_s}, {u"email"_s, u"ada@example.org"_s}};
    subject.customClaims = {
        {u"User ID"_s, 124}, {u"Telephone"_s, u"01234567890"_s}, {u"Größe"_s, u"ß/\u2028\""_s}};
    return makeProof(recipe(u"orlo"), *recipe(u"orlo").proof({}), subject, m_rsaKey, 1, Timestamp()).value();
}

void TestPeers::makesHuggysTokenLikeJsonwebtoken_data()
{
    QTest::addColumn<QString>("userId");
    QTest::newRow("the vendor's example") << u"user1@company.com"_s;
    QTest::newRow("umlaut") << u"zoë"_s;
    QTest::newRow("quotes and slashes") << u"用户 \"x\" \\ / </script>"_s;
    QTest::newRow("emoji") << u"\U0001F600"_s;
}

void TestPeers::makesHuggysTokenLikeJsonwebtoken()
{
    QFETCH(QString, userId);
    // jsonwebtoken writes alg first on its own; toJSON gives it Huggy's order.
    const QString script =
        u"const header = { toJSON: () => ({ typ: 'JWT', alg: 'HS256' }) };"
        "console.log(require('jsonwebtoken').sign({ jti: process.argv[1] }, 'your_secret_key',"
        "  { algorithm: 'HS256', noTimestamp: true, header }))"_s;
    const Run result = run(u"node"_s, {u"-e"_s, script, userId});
    QCOMPARE(result.failure, QString());
    QCOMPARE(secretProof(recipe(u"huggy"), userId, "your_secret_key").value.toLatin1(), result.output);
}

void TestPeers::makesTawksHashLikeCryptoJs_data()
{
    QTest::addColumn<QString>("userId");
    QTest::newRow("TAU's example") << u"user123"_s;
    QTest::newRow("umlaut") << u"zoë"_s;
    QTest::newRow("Chinese") << u"用户-42"_s;
    QTest::newRow("emoji") << u"\U0001F600"_s;
}

void TestPeers::makesTawksHashLikeCryptoJs()
{
    QFETCH(QString, userId);
    const QString script =
        u"const c = require('crypto-js');"
        "console.log(c.enc.Hex.stringify(c.HmacSHA256(process.argv[1], 'your_secret_key')))"_s;
    const Run result = run(u"node"_s, {u"-e"_s, script, userId});
    QCOMPARE(result.failure, QString());
    QCOMPARE(secretProof(recipe(u"tawk-to"), userId, "your_secret_key").value.toLatin1(), result.output);
}

void TestPeers::signsOrlosTokenLikeJsonwebtoken()
{
    const SecretBytes pem = keys::privateKeyPem(std::get<crypto::PrivateKey>(m_rsaKey)).value();
    const QString keyPath =
        test::writeFile(m_folder.path(), u"private.pem"_s, viewOf(pem.bytes()).toByteArray());
    const QString script = u"const key = require('fs').readFileSync(process.argv[1]);"
                           "const header = { toJSON: () => ({ typ: 'JWT', alg: 'RS256' }) };"
                           "console.log(require('jsonwebtoken').sign(JSON.parse(process.argv[2]), key,"
                           "  { algorithm: 'RS256', noTimestamp: true, header }))"_s;
    const Proof proof = orloProof();
    const Run result = run(u"node"_s, {u"-e"_s, script, keyPath, QString::fromUtf8(proof.payloadJson)});
    QCOMPARE(result.failure, QString());
    QCOMPARE(proof.value.toLatin1(), result.output);
}

void TestPeers::isVerifiedByJose()
{
    const Proof proof = orloProof();
    const QString script = u"const jose = require('jose'); const [pem, token] = process.argv.slice(1);"
                           "jose.importSPKI(require('fs').readFileSync(pem, 'utf8'), 'RS256')"
                           "  .then((key) => jose.jwtVerify(token, key, { algorithms: ['RS256'] }))"
                           "  .then(({ payload }) => console.log(JSON.stringify(payload)))"_s;
    const Run result = run(u"node"_s, {u"-e"_s, script, m_publicPath, proof.value});
    QCOMPARE(result.failure, QString());
    QCOMPARE(result.output, proof.payloadJson);
}

void TestPeers::isVerifiedByOpenssl()
{
    const Proof proof = orloProof();
    const QByteArray signature =
        decode(proof.value.section(u'.', 2, 2).toLatin1(), Encoding::Base64Url).value();
    const QString signaturePath = test::writeFile(m_folder.path(), u"signature"_s, signature);
    const Run result = run(
        u"openssl"_s, {u"dgst"_s, u"-sha256"_s, u"-verify"_s, m_publicPath, u"-signature"_s, signaturePath},
        {}, proof.signedBytes);
    QCOMPARE(result.failure, QString());
    QCOMPARE(result.output, QByteArray("Verified OK"));
}

QTEST_GUILESS_MAIN(TestPeers)
#include "tst_peers.moc"
