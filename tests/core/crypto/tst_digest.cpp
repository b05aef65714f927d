#include "core/crypto/digest.h"

#include <QCryptographicHash>
#include <QTest>

using namespace countersign;
using namespace countersign::crypto;

class TestDigest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheNistExample();
    void agreesWithQt();
};

void TestDigest::knowsTheNistExample()
{
    // FIPS 180-4 examples, "abc"
    QCOMPARE(digest(HashAlgorithm::Sha1, bytesOf("abc")).toHex(), "a9993e364706816aba3e25717850c26c9cd0d89d");
    QCOMPARE(digest(HashAlgorithm::Sha256, bytesOf("abc")).toHex(),
             "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

void TestDigest::agreesWithQt()
{
    const std::pair<HashAlgorithm, QCryptographicHash::Algorithm> pairs[] = {
        {HashAlgorithm::Sha1, QCryptographicHash::Sha1},
        {HashAlgorithm::Sha256, QCryptographicHash::Sha256},
        {HashAlgorithm::Sha384, QCryptographicHash::Sha384},
        {HashAlgorithm::Sha512, QCryptographicHash::Sha512},
    };
    for (const auto &[ours, qts] : pairs) {
        for (int size = 0; size < 300; size += 7) {
            const QByteArray message(size, 'm');
            QCOMPARE(digest(ours, bytesOf(message)), QCryptographicHash::hash(message, qts));
        }
    }
}

QTEST_GUILESS_MAIN(TestDigest)
#include "tst_digest.moc"
