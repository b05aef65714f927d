#include "core/crypto/kdf.h"
#include "tests/support/corpora.h"
#include "tests/support/result.h"

#include <QTest>

using namespace countersign;
using namespace countersign::crypto;
using namespace Qt::StringLiterals;

namespace {

/// A parameter of a block: "Ctrl.salt = salt:NaCl" is "NaCl", "hexsalt:4e61" is the bytes it stands for.
QByteArray parameter(const test::EvpBlock &block, QByteArrayView name)
{
    QByteArray value;
    for (const auto &[key, text] : block) {
        const qsizetype mark = text.indexOf(':');
        const QByteArrayView kind = QByteArrayView(text).first(std::max<qsizetype>(mark, 0));
        if (kind == name) {
            value += text.sliced(mark + 1);
        } else if (kind == "hex" + name.toByteArray()) {
            value += QByteArray::fromHex(text.sliced(mark + 1));
        }
    }
    return value;
}

QByteArray field(const test::EvpBlock &block, QByteArrayView name)
{
    for (const auto &[key, text] : block) {
        if (key == name) {
            return text;
        }
    }
    return {};
}

} // namespace

class TestKdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scryptVectors_data();
    void scryptVectors();
    void scryptAtTheVaultsCost();
    void scryptRefuses_data();
    void scryptRefuses();
    void boundsWhatAVaultMayAsk_data();
    void boundsWhatAVaultMayAsk();
    void calibratesWithinItsBounds();
    void hkdfVectors_data();
    void hkdfVectors();
    void hkdfRefuses();
};

void TestKdf::scryptVectors_data()
{
    QTest::addColumn<test::EvpBlock>("block");
    REQUIRE_CORPUS(path, "openssl/evpkdf_scrypt.txt");
    const auto blocks = test::readEvpTests(path);
    QVERIFY(!blocks.isEmpty());
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        QTest::addRow("evpkdf_scrypt.txt %d", int(i) + 1) << blocks[i];
    }
}

void TestKdf::scryptVectors()
{
    QFETCH(test::EvpBlock, block);
    const ScryptParameters parameters{parameter(block, "n").toULongLong(), parameter(block, "r").toUInt(),
                                      parameter(block, "p").toUInt()};
    const QByteArray passphrase = parameter(block, "pass");
    const QByteArray salt = parameter(block, "salt");
    if (field(block, "Result") == "KDF_DERIVE_ERROR") {
        // OpenSSL's bound of 32 MiB does not hold here; 2 GiB and a minute for a test is too much all the
        // same.
        QVERIFY(!isAcceptableForVault(parameters));
        return;
    }
    const QByteArray expected = QByteArray::fromHex(field(block, "Output"));
    const auto derived = scrypt(bytesOf(passphrase), bytesOf(salt), parameters, std::size_t(expected.size()));
    QVERIFY_RESULT(derived);
    QCOMPARE(viewOf(derived->bytes()), expected);
}

void TestKdf::scryptAtTheVaultsCost()
{
    // Python 3.11: hashlib.scrypt(b'correct horse', salt=b'battery staple', n=1<<17, r=8, p=1, maxmem=1<<28,
    // dklen=32)
    const auto derived = scrypt(bytesOf("correct horse"), bytesOf("battery staple"), ScryptParameters(), 32);
    QVERIFY_RESULT(derived);
    QCOMPARE(viewOf(derived->bytes()).toByteArray().toHex(),
             "a6c689e3338a52532bdcd4c54747a478354a8b4b756061124a6db6d33deee7c7");
}

void TestKdf::scryptRefuses_data()
{
    QTest::addColumn<quint64>("cost");
    QTest::addColumn<quint32>("blockSize");
    QTest::addColumn<quint32>("parallelization");

    QTest::newRow("N of 0") << quint64{0} << 8U << 1U;
    QTest::newRow("N of 1") << quint64{1} << 8U << 1U;
    QTest::newRow("N not a power of two") << quint64{1000} << 8U << 1U;
    QTest::newRow("N of 2^63") << (quint64{1} << 63) << 8U << 1U;
    QTest::newRow("more than 4 GiB") << (quint64{1} << 24) << 8U << 1U;
    QTest::newRow("r of 0") << quint64{16} << 0U << 1U;
    QTest::newRow("r of 2^31") << quint64{16} << (1U << 31) << 1U;
    QTest::newRow("p of 0") << quint64{16} << 8U << 0U;
    QTest::newRow("p of 2^31") << quint64{16} << 8U << (1U << 31);
}

void TestKdf::scryptRefuses()
{
    QFETCH(quint64, cost);
    QFETCH(quint32, blockSize);
    QFETCH(quint32, parallelization);
    QCOMPARE_ERROR(scrypt(bytesOf("p"), bytesOf("s"), {cost, blockSize, parallelization}, 32),
                   ErrorCode::InvalidInput);
}

void TestKdf::boundsWhatAVaultMayAsk_data()
{
    QTest::addColumn<quint64>("cost");
    QTest::addColumn<quint32>("blockSize");
    QTest::addColumn<quint32>("parallelization");
    QTest::addColumn<bool>("acceptable");

    QTest::newRow("default") << quint64{1U << 17} << 8U << 1U << true;
    QTest::newRow("largest") << quint64{1U << 20} << 8U << 4U << true;
    QTest::newRow("too cheap") << quint64{1U << 16} << 8U << 1U << false;
    QTest::newRow("N of 1") << quint64{1} << 8U << 1U << false;
    QTest::newRow("too dear") << quint64{1U << 21} << 8U << 1U << false;
    QTest::newRow("not a power of two") << quint64{(1U << 17) + 1} << 8U << 1U << false;
    QTest::newRow("smaller blocks") << quint64{1U << 17} << 1U << 1U << false;
    QTest::newRow("larger blocks") << quint64{1U << 17} << 16U << 1U << false;
    QTest::newRow("p of 0") << quint64{1U << 17} << 8U << 0U << false;
    QTest::newRow("p of 5") << quint64{1U << 17} << 8U << 5U << false;
}

void TestKdf::boundsWhatAVaultMayAsk()
{
    QFETCH(quint64, cost);
    QFETCH(quint32, blockSize);
    QFETCH(quint32, parallelization);
    QTEST(isAcceptableForVault({cost, blockSize, parallelization}), "acceptable");
}

void TestKdf::calibratesWithinItsBounds()
{
    using std::chrono::milliseconds;
    QCOMPARE(calibrateScrypt(milliseconds(0)).cost, minimumVaultScryptCost);
    const ScryptParameters slow = calibrateScrypt(std::chrono::hours(1));
    QCOMPARE(slow.cost, maximumCalibratedScryptCost);
    QVERIFY(isAcceptableForVault(slow));
}

void TestKdf::hkdfVectors_data()
{
    QTest::addColumn<test::EvpBlock>("block");
    REQUIRE_CORPUS(path, "openssl/evpkdf_hkdf.txt");
    int number = 0;
    for (const auto &block : test::readEvpTests(path)) {
        ++number;
        // Extract and expand together, with SHA-256, is what there is here.
        if (parameter(block, "digest") == "SHA256" && parameter(block, "mode").isEmpty() &&
            !field(block, "Output").isEmpty()) {
            QTest::addRow("evpkdf_hkdf.txt %d", number) << block;
        }
    }
    QVERIFY(number > 0);
}

void TestKdf::hkdfVectors()
{
    QFETCH(test::EvpBlock, block);
    const QByteArray expected = QByteArray::fromHex(field(block, "Output"));
    const auto derived =
        hkdf(SecretBytes::copyOf(bytesOf(parameter(block, "key"))), bytesOf(parameter(block, "salt")),
             bytesOf(parameter(block, "info")), std::size_t(expected.size()));
    QVERIFY_RESULT(derived);
    QCOMPARE(viewOf(derived->bytes()), expected);
}

void TestKdf::hkdfRefuses()
{
    const SecretBytes key = SecretBytes::copyOf(bytesOf("key"));
    QCOMPARE_ERROR(hkdf(SecretBytes(), {}, {}, 32), ErrorCode::InvalidInput);
    QCOMPARE_ERROR(hkdf(key, {}, {}, 0), ErrorCode::InvalidInput);
    QCOMPARE_ERROR(hkdf(key, {}, {}, 255 * 32 + 1), ErrorCode::InvalidInput);
    QVERIFY_RESULT(hkdf(key, {}, {}, 255 * 32));
}

QTEST_GUILESS_MAIN(TestKdf)
#include "tst_kdf.moc"
