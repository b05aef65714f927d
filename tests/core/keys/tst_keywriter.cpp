#include "core/base/json.h"
#include "core/keys/fingerprint.h"
#include "core/keys/keyreader.h"
#include "core/keys/keywriter.h"
#include "tests/support/opensslcommand.h"
#include "tests/support/result.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using test::openssl;

namespace {

QByteArray textOf(const SecretBytes &secret)
{
    return viewOf(secret.bytes()).toByteArray();
}

} // namespace

class tst_KeyWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatOpensslWrites_data();
    void writesWhatOpensslWrites();
    void writesRsaAsTheRsaCommandDoes();
    void writesEncryptedPemThatOpensslReads();
    void writesJwkThatReadsBack_data();
    void writesJwkThatReadsBack();
    void writesMembersInOrder();
    void fingerprintIsOpensslsDigestOfTheSpki();

private:
    static QByteArray makeKey(const QStringList &options);
    static void addKeyRows();
};

QByteArray tst_KeyWriter::makeKey(const QStringList &options)
{
    return openssl(QStringList{u"genpkey"_s, u"-algorithm"_s} + options);
}

void tst_KeyWriter::addKeyRows()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("RSA 2048") << QStringList{u"RSA"_s, u"-pkeyopt"_s, u"rsa_keygen_bits:2048"_s};
    QTest::newRow("RSA 3072") << QStringList{u"RSA"_s, u"-pkeyopt"_s, u"rsa_keygen_bits:3072"_s};
    QTest::newRow("EC P-256") << QStringList{u"EC"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s};
    QTest::newRow("EC P-384") << QStringList{u"EC"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-384"_s};
    QTest::newRow("EC P-521") << QStringList{u"EC"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-521"_s};
    QTest::newRow("Ed25519") << QStringList{u"ED25519"_s};
}

void tst_KeyWriter::writesWhatOpensslWrites_data()
{
    addKeyRows();
}

void tst_KeyWriter::writesWhatOpensslWrites()
{
    QFETCH(QStringList, options);
    const QByteArray pem = makeKey(options);
    const auto key = keys::readSingleKey(bytesOf(pem));
    QVERIFY_RESULT(key);
    QCOMPARE(keys::publicKeyPem(*keys::publicKeyOf(key->material)), openssl({u"pkey"_s, u"-pubout"_s}, pem));
    const auto written = keys::privateKeyPem(std::get<crypto::PrivateKey>(key->material));
    QVERIFY_RESULT(written);
    QCOMPARE(textOf(*written), pem);
}

void tst_KeyWriter::writesRsaAsTheRsaCommandDoes()
{
    const QByteArray pem = makeKey({u"RSA"_s, u"-pkeyopt"_s, u"rsa_keygen_bits:2048"_s});
    const auto key = keys::readSingleKey(bytesOf(pem));
    QVERIFY_RESULT(key);
    QCOMPARE(keys::publicKeyPem(*keys::publicKeyOf(key->material)), openssl({u"rsa"_s, u"-pubout"_s}, pem));
}

void tst_KeyWriter::writesEncryptedPemThatOpensslReads()
{
    const QByteArray pem = makeKey({u"EC"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s});
    const auto key = keys::readSingleKey(bytesOf(pem));
    QVERIFY_RESULT(key);
    const SecretBytes passphrase = SecretBytes::copyOf(bytesOf("correct horse"));
    const auto written = keys::privateKeyPem(std::get<crypto::PrivateKey>(key->material), &passphrase);
    QVERIFY_RESULT(written);
    QVERIFY(textOf(*written).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
    QCOMPARE(openssl({u"pkey"_s, u"-passin"_s, u"pass:correct horse"_s}, textOf(*written)), pem);
    QVERIFY(keys::needsPassphrase(written->bytes()));
    QVERIFY_RESULT(keys::readSingleKey(written->bytes(), &passphrase));
}

void tst_KeyWriter::writesJwkThatReadsBack_data()
{
    addKeyRows();
}

void tst_KeyWriter::writesJwkThatReadsBack()
{
    QFETCH(QStringList, options);
    const auto key = keys::readSingleKey(bytesOf(makeKey(options)));
    QVERIFY_RESULT(key);
    const auto publicKey = keys::publicKeyOf(key->material);
    const auto readBack = keys::readSingleKey(bytesOf(keys::publicKeyJwk(*publicKey)));
    QVERIFY_RESULT(readBack);
    QVERIFY(std::get<crypto::PublicKey>(readBack->material) == *publicKey);
    QCOMPARE(readBack->keyId, keys::thumbprint(*publicKey));
    QVERIFY(readBack->mayVerify);
}

void tst_KeyWriter::writesMembersInOrder()
{
    const auto key = crypto::PrivateKey::generateEd25519();
    QVERIFY_RESULT(key);
    const auto jwk =
        parseJsonObject(keys::publicKeyJwk(key->publicKey(), u"mine"_s, crypto::JwsAlgorithm::EdDSA));
    QVERIFY_RESULT(jwk);
    QStringList names;
    for (const auto &[name, value] : *jwk) {
        names << name;
    }
    QCOMPARE(names, (QStringList{u"kty"_s, u"crv"_s, u"x"_s, u"use"_s, u"alg"_s, u"kid"_s}));
    QCOMPARE(*findMember(*jwk, u"kid"), JsonValue(u"mine"_s));
    QCOMPARE(*findMember(*jwk, u"alg"), JsonValue(u"EdDSA"_s));
}

void tst_KeyWriter::fingerprintIsOpensslsDigestOfTheSpki()
{
    const QByteArray pem = makeKey({u"RSA"_s, u"-pkeyopt"_s, u"rsa_keygen_bits:2048"_s});
    const auto key = keys::readSingleKey(bytesOf(pem));
    QVERIFY_RESULT(key);
    const QByteArray der = openssl({u"pkey"_s, u"-pubout"_s, u"-outform"_s, u"DER"_s}, pem);
    const QByteArray digest = openssl({u"dgst"_s, u"-sha256"_s, u"-r"_s}, der).split(' ').constFirst();
    QCOMPARE(keys::describe(key->material).fingerprint, u"SHA256:"_s + QString::fromLatin1(digest));
}

QTEST_GUILESS_MAIN(tst_KeyWriter)
#include "tst_keywriter.moc"
