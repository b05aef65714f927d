#include "core/crypto/algorithm.h"

#include <QTest>

using namespace countersign::crypto;
using namespace Qt::StringLiterals;

class TestAlgorithm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesGoBothWays();
    void refusesOtherNames_data();
    void refusesOtherNames();
    void bindsAlgorithmsToKeys();
};

void TestAlgorithm::namesGoBothWays()
{
    for (int i = 0; i <= static_cast<int>(JwsAlgorithm::EdDSA); ++i) {
        const auto algorithm = static_cast<JwsAlgorithm>(i);
        QCOMPARE(algorithmNamed(algorithmName(algorithm)), algorithm);
    }
    QCOMPARE(algorithmName(JwsAlgorithm::HS256), u"HS256"_s);
    QCOMPARE(algorithmName(JwsAlgorithm::EdDSA), u"EdDSA"_s);
}

void TestAlgorithm::refusesOtherNames_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u""_s, u"none"_s, u"None"_s, u"hs256"_s, u"HS256 "_s, u"HS1"_s, u"HS256\0"_s,
                                u"ES256K"_s, u"Ed25519"_s, u"RSA-OAEP"_s, u"dir"_s}) {
        QTest::newRow(qPrintable(u'"' + name + u'"')) << name;
    }
}

void TestAlgorithm::refusesOtherNames()
{
    QFETCH(QString, name);
    QVERIFY(!algorithmNamed(name));
}

void TestAlgorithm::bindsAlgorithmsToKeys()
{
    QVERIFY(keyTypeFor(JwsAlgorithm::HS512) == KeyType::Secret);
    QVERIFY(keyTypeFor(JwsAlgorithm::PS384) == KeyType::Rsa);
    QVERIFY(hashFor(JwsAlgorithm::PS384) == HashAlgorithm::Sha384);
    QVERIFY(curveFor(JwsAlgorithm::ES256) == EcCurve::P256);
    QVERIFY(curveFor(JwsAlgorithm::ES384) == EcCurve::P384);
    QVERIFY(curveFor(JwsAlgorithm::ES512) == EcCurve::P521); // not a P-512
    QVERIFY(!curveFor(JwsAlgorithm::RS256) && !curveFor(JwsAlgorithm::EdDSA));
    QCOMPARE(curveName(EcCurve::P521), u"P-521"_s);
    QCOMPARE(hashSize(HashAlgorithm::Sha1), 20U);
    QCOMPARE(hashSize(HashAlgorithm::Sha512), 64U);
}

QTEST_GUILESS_MAIN(TestAlgorithm)
#include "tst_algorithm.moc"
