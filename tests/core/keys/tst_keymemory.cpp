#include "core/base/files.h"
#include "core/keys/keyreader.h"
#include "tests/support/memorysearch.h"
#include "tests/support/opensslcommand.h"
#include "tests/support/result.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView passphrase = "correct horse";

/// The hex digits behind a label of `openssl pkey -text`, which writes "00:c1:…" over several lines. Taken
/// one digit at a time into the mask: the number itself stands nowhere in this process.
test::MaskedBytes numberIn(const QByteArray &text, const QByteArray &label)
{
    test::MaskedBytes number;
    const QList<QByteArray> lines = text.mid(text.indexOf('\n' + label) + 1).split('\n');
    for (const QByteArray &line : lines.mid(1)) {
        if (!line.startsWith("    ")) {
            break;
        }
        for (const QByteArray &byte : line.trimmed().split(':')) {
            if (!byte.isEmpty()) {
                number.append(static_cast<unsigned char>(byte.toUInt(nullptr, 16)));
            }
        }
    }
    return number;
}

} // namespace

/// Imports a private key that another program made, drops it, and reads the own memory: no piece of its
/// numbers is left. OpenSSL is not told to wipe what it frees here, as the programs do: the reader alone must
/// leave nothing.
class tst_KeyMemory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void importLeavesNothing_data();
    void importLeavesNothing();

private:
    QByteArray generate(const QStringList &options, const QStringList &conversion) const;

    QTemporaryDir m_folder;
};

void tst_KeyMemory::initTestCase()
{
    QVERIFY2(!QStandardPaths::findExecutable(u"openssl"_s).isEmpty(), "the openssl program is needed");
    QVERIFY(m_folder.isValid());
}

/// Leaves the key in the file "key" and returns it in words; the key's bytes never come into this process.
QByteArray tst_KeyMemory::generate(const QStringList &options, const QStringList &conversion) const
{
    const QString made = m_folder.filePath(u"made"_s), key = m_folder.filePath(u"key"_s);
    test::openssl(QStringList{u"genpkey"_s, u"-out"_s, made} + options);
    test::openssl(conversion + QStringList{u"-in"_s, made, u"-out"_s, key});
    return test::openssl({u"pkey"_s, u"-in"_s, made, u"-noout"_s, u"-text"_s});
}

void tst_KeyMemory::importLeavesNothing_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QStringList>("conversion");
    QTest::addColumn<QList<QByteArray>>("labels");

    const QStringList rsa{u"-algorithm"_s, u"RSA"_s, u"-pkeyopt"_s, u"rsa_keygen_bits:2048"_s};
    const QStringList ec{u"-algorithm"_s, u"EC"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s};
    const QStringList ed{u"-algorithm"_s, u"ED25519"_s};
    const QStringList pkcs8{u"pkcs8"_s, u"-topk8"_s, u"-nocrypt"_s};
    const QStringList der{u"-outform"_s, u"DER"_s};
    const QStringList encrypted{u"pkcs8"_s, u"-topk8"_s, u"-passout"_s, u"pass:correct horse"_s};
    const QList<QByteArray> rsaNumbers{
        "privateExponent:", "prime1:", "prime2:", "exponent1:", "exponent2:", "coefficient:"};
    const QList<QByteArray> scalar{"priv:"};
    QTest::newRow("RSA, PKCS#8 PEM") << rsa << pkcs8 << rsaNumbers;
    QTest::newRow("RSA, PKCS#8 DER") << rsa << pkcs8 + der << rsaNumbers;
    QTest::newRow("RSA, PKCS#1") << rsa << QStringList{u"rsa"_s, u"-traditional"_s} << rsaNumbers;
    QTest::newRow("RSA, encrypted") << rsa << encrypted << rsaNumbers;
    QTest::newRow("EC, PKCS#8 PEM") << ec << pkcs8 << scalar;
    QTest::newRow("EC, SEC 1") << ec << QStringList{u"ec"_s} << scalar;
    QTest::newRow("EC, encrypted") << ec << encrypted << scalar;
    QTest::newRow("Ed25519, PKCS#8 PEM") << ed << pkcs8 << scalar;
    QTest::newRow("Ed25519, encrypted") << ed << encrypted << scalar;
}

void tst_KeyMemory::importLeavesNothing()
{
    QFETCH(QStringList, options);
    QFETCH(QStringList, conversion);
    QFETCH(QList<QByteArray>, labels);
    const QByteArray words = generate(options, conversion);
    test::MemorySearch search;
    QVERIFY(search.isReady());
    for (const QByteArray &label : labels) {
        const test::MaskedBytes number = numberIn(words, label);
        QVERIFY2(number.size() >= 16, label.constData());
        search.add(QString::fromLatin1(label), number);
    }
    QCOMPARE(search.run(), QStringList());
    {
        const auto content = readSecretFile(m_folder.filePath(u"key"_s));
        QVERIFY_RESULT(content);
        const SecretBytes secret = SecretBytes::copyOf(bytesOf(passphrase));
        const auto keys = keys::readKeyFile(content->bytes(), &secret);
        QVERIFY_RESULT(keys);
        QVERIFY(std::holds_alternative<crypto::PrivateKey>(keys->front().material));
        QVERIFY2(!search.run().isEmpty(), "a key that lives is found, or the search finds nothing");
    }
    const QStringList left = search.run();
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
}

QTEST_GUILESS_MAIN(tst_KeyMemory)
#include "tst_keymemory.moc"
