#include "core/crypto/aead.h"
#include "tests/support/corpora.h"
#include "tests/support/result.h"

#include <QSet>
#include <QTest>

using namespace countersign;
using namespace countersign::crypto;
using namespace Qt::StringLiterals;

namespace {

SecretBytes secret(QByteArrayView bytes)
{
    return SecretBytes::copyOf(bytesOf(bytes));
}

AeadKey testKey(char filler = 'k')
{
    return *AeadKey::create(secret(QByteArray(32, filler)));
}

} // namespace

class TestAead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wycheproof_data();
    void wycheproof();
    void sealsUnderAFreshNonce();
    void opensWhatItSealed_data();
    void opensWhatItSealed();
    void refusesEveryFlippedBit();
    void refusesEveryCut();
    void refusesAnotherKeyOrName();
    void refusesOtherKeySizes();
    void goesOnAfterARefusal();
};

void TestAead::wycheproof_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("nonce");
    QTest::addColumn<QByteArray>("associatedData");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("ciphertext");
    QTest::addColumn<QByteArray>("tag");
    QTest::addColumn<bool>("valid");

    REQUIRE_CORPUS(path, "wycheproof/aes_gcm_test.json");
    const auto cases = test::readWycheproof(path);
    QVERIFY(!cases.isEmpty());
    for (const auto &each : cases) {
        QTest::newRow(each.name()) << each.hex("key") << each.hex("iv") << each.hex("aad") << each.hex("msg")
                                   << each.hex("ct") << each.hex("tag") << each.isValid();
    }
}

void TestAead::wycheproof()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, nonce);
    QFETCH(QByteArray, associatedData);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, ciphertext);
    QFETCH(QByteArray, tag);
    QFETCH(bool, valid);

    const auto aead = AeadKey::create(secret(key));
    if (key.size() != 32) { // the file has shorter keys too; here they are refused
        QCOMPARE_ERROR(aead, ErrorCode::InvalidKey);
        return;
    }
    QVERIFY_RESULT(aead);
    const auto sealed = aead->sealWithNonce(bytesOf(nonce), bytesOf(message), bytesOf(associatedData));
    if (nonce.size() != 12) {
        QCOMPARE_ERROR(sealed, ErrorCode::InvalidInput);
        return;
    }
    QVERIFY_RESULT(sealed);
    QCOMPARE(*sealed == nonce + ciphertext + tag, valid);
    const auto opened = aead->open(bytesOf(nonce + ciphertext + tag), bytesOf(associatedData));
    QCOMPARE(opened.has_value(), valid);
    QVERIFY(!valid || viewOf(opened->bytes()) == message);
}

void TestAead::sealsUnderAFreshNonce()
{
    const AeadKey key = testKey();
    QSet<QByteArray> nonces;
    for (int i = 0; i < 1000; ++i) {
        nonces.insert(key.seal(bytesOf("message"), {})->first(aeadNonceSize));
    }
    QCOMPARE(nonces.size(), 1000);
}

void TestAead::opensWhatItSealed_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QByteArray>("associatedData");
    for (const int size : {0, 1, 15, 16, 17, 100, 100000}) {
        QTest::addRow("%d bytes", size) << size << QByteArray();
        QTest::addRow("%d bytes, bound", size) << size << "vault|record|kind|7"_ba;
    }
}

void TestAead::opensWhatItSealed()
{
    QFETCH(int, size);
    QFETCH(QByteArray, associatedData);
    const AeadKey key = testKey();
    const QByteArray message(size, 'm');
    const auto sealed = key.seal(bytesOf(message), bytesOf(associatedData));
    QVERIFY_RESULT(sealed);
    QCOMPARE(sealed->size(), qsizetype(aeadNonceSize + aeadTagSize) + size);
    const auto opened = key.open(bytesOf(*sealed), bytesOf(associatedData));
    QVERIFY_RESULT(opened);
    QCOMPARE(viewOf(opened->bytes()), message);
}

void TestAead::refusesEveryFlippedBit()
{
    const AeadKey key = testKey();
    const QByteArray sealed = *key.seal(bytesOf("the message"), bytesOf("name"));
    for (qsizetype bit = 0; bit < sealed.size() * 8; ++bit) {
        QByteArray changed = sealed;
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ 1 << bit % 8);
        QCOMPARE_ERROR(key.open(bytesOf(changed), bytesOf("name")), ErrorCode::CryptoFailed);
    }
}

void TestAead::refusesEveryCut()
{
    const AeadKey key = testKey();
    const QByteArray sealed = *key.seal(bytesOf("the message"), bytesOf("name"));
    for (qsizetype size = 0; size < sealed.size(); ++size) { // among them tags of 1 to 15 bytes
        QCOMPARE_ERROR(key.open(bytesOf(sealed.first(size)), bytesOf("name")), ErrorCode::CryptoFailed);
        QCOMPARE_ERROR(key.open(bytesOf(sealed.last(size)), bytesOf("name")), ErrorCode::CryptoFailed);
    }
    QCOMPARE_ERROR(key.open(bytesOf(sealed + '\0'), bytesOf("name")), ErrorCode::CryptoFailed);
}

void TestAead::refusesAnotherKeyOrName()
{
    const QByteArray sealed = *testKey().seal(bytesOf("the message"), bytesOf("name"));
    QCOMPARE_ERROR(testKey('x').open(bytesOf(sealed), bytesOf("name")), ErrorCode::CryptoFailed);
    QCOMPARE_ERROR(testKey().open(bytesOf(sealed), bytesOf("nam")), ErrorCode::CryptoFailed);
    QCOMPARE_ERROR(testKey().open(bytesOf(sealed), {}), ErrorCode::CryptoFailed);
}

void TestAead::refusesOtherKeySizes()
{
    for (const qsizetype size : {0, 1, 16, 24, 31, 33, 64}) {
        QCOMPARE_ERROR(AeadKey::create(secret(QByteArray(size, 'k'))), ErrorCode::InvalidKey);
    }
    QCOMPARE_ERROR(testKey().sealWithNonce(bytesOf("short"), {}, {}), ErrorCode::InvalidInput);
}

void TestAead::goesOnAfterARefusal()
{
    const AeadKey key = testKey();
    const QByteArray sealed = *key.seal(bytesOf("the message"), {});
    QVERIFY(!key.open(bytesOf(sealed), bytesOf("other")));
    const auto opened = key.open(bytesOf(sealed), {});
    QVERIFY_RESULT(opened);
    QCOMPARE(viewOf(opened->bytes()), QByteArrayView("the message"));
}

QTEST_GUILESS_MAIN(TestAead)
#include "tst_aead.moc"
