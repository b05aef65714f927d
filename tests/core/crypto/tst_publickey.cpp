#include "core/crypto/asymmetrickey.h"
#include "tests/core/crypto/opensslprogram.h"
#include "tests/support/result.h"

#include <QTest>

using namespace countersign;
using namespace countersign::crypto;
using namespace Qt::StringLiterals;

namespace {

PublicNumbers rsaNumbers(const QByteArray &n, const QByteArray &e)
{
    return {.type = KeyType::Rsa, .curve = {}, .n = n, .e = e, .x = {}, .y = {}};
}

PublicNumbers ecNumbers(std::optional<EcCurve> curve, const QByteArray &x, const QByteArray &y)
{
    return {.type = KeyType::Ec, .curve = curve, .n = {}, .e = {}, .x = x, .y = y};
}

PublicNumbers ed25519Numbers(const QByteArray &x)
{
    return {.type = KeyType::Ed25519, .curve = {}, .n = {}, .e = {}, .x = x, .y = {}};
}

// RFC 7515 appendix A.3
const auto p256X = QByteArray::fromHex("7fcdce2770f6c45d4183cbee6fdb4b7b580733357be9ef13bacf6e3c7bd15445");
const auto p256Y = QByteArray::fromHex("c7f144cd1bbd9b7e872cdfedb9eeb9f4b3695d6ea90b24ad8a4623288588e5ad");
const QByteArray modulus = QByteArray(1, '\xc5') + QByteArray(254, '\x5a') + '\x01';
const auto e65537 = QByteArray::fromHex("010001");

} // namespace

class TestPublicKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithOpenssl_data();
    void agreesWithOpenssl();
    void refusesOtherKinds_data();
    void refusesOtherKinds();
    void refusesNumbers_data();
    void refusesNumbers();
    void refusesTrailingAndCutBytes();
    void knowsItsSize();
    void compares();
};

void TestPublicKey::agreesWithOpenssl_data()
{
    QTest::addColumn<QStringList>("generate");
    QTest::addColumn<int>("bits");

    REQUIRE_OPENSSL_PROGRAM("agreesWithOpenssl");
    const auto rsa = [](int bits) {
        return QStringList{u"genpkey"_s, u"-algorithm"_s, u"RSA"_s, u"-pkeyopt"_s,
                           u"rsa_keygen_bits:%1"_s.arg(bits)};
    };
    const auto ec = [](const QString &curve) {
        return QStringList{u"genpkey"_s, u"-algorithm"_s, u"EC"_s, u"-pkeyopt"_s,
                           u"ec_paramgen_curve:"_s + curve};
    };
    QTest::newRow("RSA 1024") << rsa(1024) << 1024; // weak, and still read: verifying with it works
    QTest::newRow("RSA 2048") << rsa(2048) << 2048;
    QTest::newRow("RSA 2048, exponent 3") << (rsa(2048) << u"-pkeyopt"_s << u"rsa_keygen_pubexp:3"_s) << 2048;
    QTest::newRow("RSA 2050") << rsa(2050) << 2050; // not a multiple of eight
    QTest::newRow("P-256") << ec(u"P-256"_s) << 256;
    QTest::newRow("P-384") << ec(u"P-384"_s) << 384;
    QTest::newRow("P-521") << ec(u"P-521"_s) << 521;
    QTest::newRow("Ed25519") << QStringList{u"genpkey"_s, u"-algorithm"_s, u"ED25519"_s} << 256;
}

void TestPublicKey::agreesWithOpenssl()
{
    QFETCH(QStringList, generate);
    QFETCH(int, bits);
    const QByteArray pem = test::runOpenssl({u"pkey"_s, u"-pubout"_s}, test::runOpenssl(generate));
    const QByteArray der = test::derInPem(pem);
    QVERIFY(!der.isEmpty());

    const auto key = PublicKey::fromSpkiDer(bytesOf(der));
    QVERIFY_RESULT(key);
    QCOMPARE(key->bits(), bits);
    QCOMPARE(key->spkiDer(), der);
    QCOMPARE(key->spkiPem(), pem);
    const auto rebuilt = PublicKey::fromNumbers(key->numbers());
    QVERIFY_RESULT(rebuilt);
    QVERIFY(*rebuilt == *key);
    QCOMPARE(rebuilt->spkiPem(), pem);
    if (key->type() == KeyType::Rsa) {
        const QByteArray pkcs1 =
            test::runOpenssl({u"rsa"_s, u"-pubin"_s, u"-RSAPublicKey_out"_s, u"-outform"_s, u"DER"_s}, pem);
        const auto fromPkcs1 = PublicKey::fromPkcs1Der(bytesOf(pkcs1));
        QVERIFY_RESULT(fromPkcs1);
        QVERIFY(*fromPkcs1 == *key);
        QCOMPARE_ERROR(PublicKey::fromPkcs1Der(bytesOf(pkcs1 + '\0')), ErrorCode::InvalidKey);
        QCOMPARE_ERROR(PublicKey::fromPkcs1Der(bytesOf(der)), ErrorCode::InvalidKey);
        QCOMPARE_ERROR(PublicKey::fromSpkiDer(bytesOf(pkcs1)), ErrorCode::InvalidKey);
    }
}

void TestPublicKey::refusesOtherKinds_data()
{
    QTest::addColumn<QStringList>("generate");

    REQUIRE_OPENSSL_PROGRAM("refusesOtherKinds");
    const auto genpkey = [](const QString &algorithm, const QStringList &options = {}) {
        QStringList arguments{u"genpkey"_s, u"-algorithm"_s, algorithm};
        for (const QString &option : options) {
            arguments << u"-pkeyopt"_s << option;
        }
        return arguments;
    };
    QTest::newRow("RSA-PSS") << genpkey(u"RSA-PSS"_s, {u"rsa_keygen_bits:2048"_s});
    QTest::newRow("X25519") << genpkey(u"X25519"_s);
    QTest::newRow("Ed448") << genpkey(u"ED448"_s);
    QTest::newRow("secp256k1") << genpkey(u"EC"_s, {u"ec_paramgen_curve:secp256k1"_s});
    QTest::newRow("brainpoolP256r1") << genpkey(u"EC"_s, {u"ec_paramgen_curve:brainpoolP256r1"_s});
    QTest::newRow("P-224") << genpkey(u"EC"_s, {u"ec_paramgen_curve:P-224"_s});
    QTest::newRow("P-256 by its parameters")
        << genpkey(u"EC"_s, {u"ec_paramgen_curve:P-256"_s, u"ec_param_enc:explicit"_s});
}

void TestPublicKey::refusesOtherKinds()
{
    QFETCH(QStringList, generate);
    const QByteArray pem = test::runOpenssl(generate);
    const QByteArray publicDer = test::runOpenssl({u"pkey"_s, u"-pubout"_s, u"-outform"_s, u"DER"_s}, pem);
    QVERIFY(!publicDer.isEmpty());
    const auto key = PublicKey::fromSpkiDer(bytesOf(publicDer));
    QCOMPARE_ERROR(key, ErrorCode::UnsupportedKey);
    QVERIFY(!key.error().detail.isEmpty());
    QCOMPARE_ERROR(PrivateKey::fromPkcs8Der(bytesOf(test::derInPem(pem))), ErrorCode::UnsupportedKey);
}

void TestPublicKey::refusesNumbers_data()
{
    QTest::addColumn<PublicNumbers>("numbers");
    const auto row = [](const char *name, const PublicNumbers &numbers) { QTest::newRow(name) << numbers; };

    row("RSA without n", rsaNumbers({}, e65537));
    row("RSA without e", rsaNumbers(modulus, {}));
    row("RSA with an even n", rsaNumbers(QByteArray(256, '\xc2'), e65537));
    row("RSA with n of 0", rsaNumbers(QByteArray(256, '\0'), e65537));
    row("RSA with n of 511 bits", rsaNumbers(QByteArray(64, '\x5b'), e65537));
    row("RSA with n too long", rsaNumbers(QByteArray(2049, '\x5b'), e65537));
    row("RSA with e of 0", rsaNumbers(modulus, QByteArray(1, '\0')));
    row("RSA with e of 1", rsaNumbers(modulus, QByteArray(1, '\1')));
    row("RSA with an even e", rsaNumbers(modulus, QByteArray(1, '\4')));
    row("RSA with e of 65 bits", rsaNumbers(modulus, QByteArray::fromHex("010000000000000001")));
    row("EC without a curve", ecNumbers({}, p256X, p256Y));
    row("EC with x and y swapped", ecNumbers(EcCurve::P256, p256Y, p256X));
    row("EC off the curve", ecNumbers(EcCurve::P256, p256X, p256X));
    row("EC at the origin", ecNumbers(EcCurve::P256, QByteArray(32, '\0'), QByteArray(32, '\0')));
    row("EC on another curve", ecNumbers(EcCurve::P384, p256X, p256Y));
    row("EC with a short x", ecNumbers(EcCurve::P256, p256X.first(31), p256Y));
    row("EC with a padded y", ecNumbers(EcCurve::P256, p256X, '\0' + p256Y));
    row("EC without y", ecNumbers(EcCurve::P256, p256X, {}));
    row("EC with x beyond the field", ecNumbers(EcCurve::P256, QByteArray(32, '\xff'), p256Y));
    row("Ed25519 of 31 bytes", ed25519Numbers(QByteArray(31, 'x')));
    row("Ed25519 of 33 bytes", ed25519Numbers(QByteArray(33, 'x')));
    row("Ed25519 of nothing", ed25519Numbers({}));
    row("a secret", {.type = KeyType::Secret, .curve = {}, .n = {}, .e = {}, .x = {}, .y = {}});
}

void TestPublicKey::refusesNumbers()
{
    QFETCH(PublicNumbers, numbers);
    const auto key = PublicKey::fromNumbers(numbers);
    QCOMPARE_ERROR(key, ErrorCode::InvalidKey);
    QVERIFY(!key.error().detail.isEmpty());
}

void TestPublicKey::refusesTrailingAndCutBytes()
{
    const auto key = PublicKey::fromNumbers(ecNumbers(EcCurve::P256, p256X, p256Y));
    QVERIFY_RESULT(key);
    const QByteArray der = key->spkiDer();
    QVERIFY_RESULT(PublicKey::fromSpkiDer(bytesOf(der)));
    QCOMPARE_ERROR(PublicKey::fromSpkiDer(bytesOf(der + '\0')), ErrorCode::InvalidKey);
    QCOMPARE_ERROR(PublicKey::fromSpkiDer(bytesOf(der + der)), ErrorCode::InvalidKey);
    for (qsizetype size = 0; size < der.size(); ++size) {
        QCOMPARE_ERROR(PublicKey::fromSpkiDer(bytesOf(der.first(size))), ErrorCode::InvalidKey);
    }
}

void TestPublicKey::knowsItsSize()
{
    QCOMPARE(PublicKey::fromNumbers(rsaNumbers(modulus, e65537))->bits(), 2048);
    QCOMPARE(PublicKey::fromNumbers(ecNumbers(EcCurve::P256, p256X, p256Y))->bits(), 256);
    QCOMPARE(PublicKey::fromNumbers(ecNumbers(EcCurve::P256, p256X, p256Y))->curve(), EcCurve::P256);
}

void TestPublicKey::compares()
{
    const auto one = PublicKey::fromNumbers(ecNumbers(EcCurve::P256, p256X, p256Y));
    const auto same = PublicKey::fromSpkiDer(bytesOf(one->spkiDer()));
    const auto other = PublicKey::fromNumbers(rsaNumbers(modulus, e65537));
    QVERIFY(*one == *same);
    QVERIFY(*one != *other);
    QVERIFY(*one != PrivateKey::generateEc(EcCurve::P256)->publicKey());
}

QTEST_GUILESS_MAIN(TestPublicKey)
#include "tst_publickey.moc"
