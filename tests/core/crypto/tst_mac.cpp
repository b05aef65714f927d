#include "core/crypto/mac.h"
#include "tests/support/corpora.h"
#include "tests/support/result.h"

#include <QMessageAuthenticationCode>
#include <QTest>

using namespace countersign;
using namespace countersign::crypto;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(countersign::crypto::HashAlgorithm)

class TestMac : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wycheproof_data();
    void wycheproof();
    void knowsTheVendorsExample();
    void agreesWithQt_data();
    void agreesWithQt();
    void isUsedManyTimes();
    void takesNothingForAMessage();
    void refusesAnyOtherLength();
    void refusesAnEmptyKey();
    void moves();
};

void TestMac::wycheproof_data()
{
    QTest::addColumn<HashAlgorithm>("hash");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("tag");
    QTest::addColumn<int>("tagSize");
    QTest::addColumn<bool>("valid");

    REQUIRE_CORPUS(folder, "wycheproof");
    const std::pair<HashAlgorithm, QString> files[] = {{HashAlgorithm::Sha256, u"hmac_sha256"_s},
                                                       {HashAlgorithm::Sha384, u"hmac_sha384"_s},
                                                       {HashAlgorithm::Sha512, u"hmac_sha512"_s}};
    for (const auto &[hash, name] : files) {
        const auto cases = test::readWycheproof(folder + u'/' + name + u"_test.json"_s);
        QVERIFY2(!cases.isEmpty(), qPrintable(name));
        for (const auto &each : cases) {
            QTest::newRow(name.toLatin1() + ' ' + each.name() + ' ' +
                          QByteArray::number(each.group["tagSize"_L1].toInt()))
                << hash << each.hex("key") << each.hex("msg") << each.hex("tag")
                << each.group["tagSize"_L1].toInt() / 8 << each.isValid();
        }
    }
}

void TestMac::wycheproof()
{
    QFETCH(HashAlgorithm, hash);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, tag);
    QFETCH(int, tagSize);
    QFETCH(bool, valid);

    const auto mac = MacKey::create(hash, bytesOf(key));
    QVERIFY_RESULT(mac);
    QCOMPARE(mac->computeMac(bytesOf(message)).first(tagSize) == tag, valid);
    // The half of the vectors that cut the tag must never verify here.
    QCOMPARE(mac->verifyMac(bytesOf(message), bytesOf(tag)),
             valid && tag.size() == qsizetype(hashSize(hash)));
}

void TestMac::knowsTheVendorsExample()
{
    const auto mac = MacKey::create(HashAlgorithm::Sha256, bytesOf("your_secret_key"));
    QVERIFY_RESULT(mac);
    QCOMPARE(mac->computeMac(bytesOf("user123")).toHex(),
             "988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221");
}

void TestMac::agreesWithQt_data()
{
    QTest::addColumn<HashAlgorithm>("hash");
    QTest::addColumn<QCryptographicHash::Algorithm>("qtHash");
    QTest::newRow("SHA-1") << HashAlgorithm::Sha1 << QCryptographicHash::Sha1;
    QTest::newRow("SHA-256") << HashAlgorithm::Sha256 << QCryptographicHash::Sha256;
    QTest::newRow("SHA-384") << HashAlgorithm::Sha384 << QCryptographicHash::Sha384;
    QTest::newRow("SHA-512") << HashAlgorithm::Sha512 << QCryptographicHash::Sha512;
}

void TestMac::agreesWithQt()
{
    QFETCH(HashAlgorithm, hash);
    QFETCH(QCryptographicHash::Algorithm, qtHash);
    for (int size = 1; size < 300; ++size) { // across the block sizes, where a long key is hashed first
        const QByteArray key(size, 'k');
        const QByteArray message(300 - size, 'm');
        QCOMPARE(MacKey::create(hash, bytesOf(key))->computeMac(bytesOf(message)),
                 QMessageAuthenticationCode::hash(message, key, qtHash));
    }
}

void TestMac::isUsedManyTimes()
{
    // The fault of OpenSSL 3.0.0 to 3.0.2 shows at the second use.
    const auto mac = MacKey::create(HashAlgorithm::Sha256, bytesOf("key"));
    for (int i = 0; i < 100; ++i) {
        const QByteArray message = QByteArray::number(i).repeated(i);
        QCOMPARE(mac->computeMac(bytesOf(message)),
                 QMessageAuthenticationCode::hash(message, "key", QCryptographicHash::Sha256));
        QVERIFY(!mac->verifyMac(bytesOf(message), bytesOf(QByteArray(32, '\0'))));
    }
}

void TestMac::takesNothingForAMessage()
{
    const auto mac = MacKey::create(HashAlgorithm::Sha256, bytesOf("key"));
    const QByteArray tag = QMessageAuthenticationCode::hash("", "key", QCryptographicHash::Sha256);
    QCOMPARE(mac->computeMac({}), tag);
    QVERIFY(mac->verifyMac({}, bytesOf(tag)));
}

void TestMac::refusesAnyOtherLength()
{
    const auto mac = MacKey::create(HashAlgorithm::Sha256, bytesOf("key"));
    const QByteArray tag = mac->computeMac(bytesOf("message"));
    QVERIFY(mac->verifyMac(bytesOf("message"), bytesOf(tag)));
    for (qsizetype size = 0; size < tag.size(); ++size) {
        QVERIFY(!mac->verifyMac(bytesOf("message"), bytesOf(tag.first(size))));
    }
    QVERIFY(!mac->verifyMac(bytesOf("message"), bytesOf(tag + '\0')));
    QVERIFY(!mac->verifyMac(bytesOf("message"), bytesOf(tag + tag)));
}

void TestMac::refusesAnEmptyKey()
{
    QCOMPARE_ERROR(MacKey::create(HashAlgorithm::Sha256, {}), ErrorCode::InvalidKey);
}

void TestMac::moves()
{
    auto first = MacKey::create(HashAlgorithm::Sha256, bytesOf("first"));
    const auto tag = first->computeMac(bytesOf("m"));
    MacKey moved = *std::move(first);
    QCOMPARE(moved.computeMac(bytesOf("m")), tag);
    moved = *MacKey::create(HashAlgorithm::Sha512, bytesOf("second"));
    QCOMPARE(moved.computeMac(bytesOf("m")).size(), 64);
}

QTEST_GUILESS_MAIN(TestMac)
#include "tst_mac.moc"
