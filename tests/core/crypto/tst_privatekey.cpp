#include "core/crypto/asymmetrickey.h"
#include "tests/core/crypto/opensslprogram.h"
#include "tests/support/result.h"

#include <QTemporaryFile>
#include <QTest>

using namespace countersign;
using namespace countersign::crypto;
using namespace Qt::StringLiterals;

namespace {

SecretBytes secret(QByteArrayView bytes)
{
    return SecretBytes::copyOf(bytesOf(bytes));
}

QByteArray plain(const SecretBytes &bytes)
{
    return viewOf(bytes.bytes()).toByteArray();
}

PrivateNumbers onlyD(QByteArrayView d)
{
    PrivateNumbers numbers;
    numbers.d = secret(d);
    return numbers;
}

/// P-256's order (SEC 2).
const auto p256Order =
    QByteArray::fromHex("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");

} // namespace

class TestPrivateKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void generatesRsa_data();
    void generatesRsa();
    void refusesOtherRsaSizes();
    void goesThroughEveryForm_data();
    void goesThroughEveryForm();
    void readsWhatOpensslWrites_data();
    void readsWhatOpensslWrites();
    void opensslReadsWhatItWrites();
    void opensslVerifiesItsSignature();
    void encryptsForExport();
    void readsKeysEncryptedByOpenssl_data();
    void readsKeysEncryptedByOpenssl();
    void refusesSchemesOfTheLastCentury_data();
    void refusesSchemesOfTheLastCentury();
    void tellsWhatNoPassphraseMends_data();
    void tellsWhatNoPassphraseMends();
    void refusesToWorkForEver();
    void refusesDamagedDer();
    void findsThePrimes();
    void refusesAForeignExponent();
    void noticesNumbersThatDoNotBelongTogether();
    void refusesPrivateNumbersOutOfRange_data();
    void refusesPrivateNumbersOutOfRange();
    void handsOutAPublicHalfWithoutThePrivate();
};

void TestPrivateKey::generatesRsa_data()
{
    QTest::addColumn<int>("bits");
    QTest::newRow("2048") << 2048;
    QTest::newRow("3072") << 3072;
}

void TestPrivateKey::generatesRsa()
{
    QFETCH(int, bits);
    const auto key = PrivateKey::generateRsa(bits);
    QVERIFY_RESULT(key);
    QVERIFY(key->type() == KeyType::Rsa);
    QCOMPARE(key->publicKey().bits(), bits);
    QCOMPARE(key->publicKey().numbers().e.toHex(), "010001");
    QVERIFY(key->isConsistent());
    QVERIFY(!key->numbers().qi.isEmpty()); // the CRT values are there
}

void TestPrivateKey::refusesOtherRsaSizes()
{
    for (const int bits : {-1, 0, 512, 1024, 2047, 2049, 8192, 1 << 30}) {
        QCOMPARE_ERROR(PrivateKey::generateRsa(bits), ErrorCode::InvalidInput);
    }
}

void TestPrivateKey::goesThroughEveryForm_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("RSA") << 0;
    QTest::newRow("P-256") << 1;
    QTest::newRow("P-384") << 2;
    QTest::newRow("P-521") << 3;
    QTest::newRow("Ed25519") << 4;
}

void TestPrivateKey::goesThroughEveryForm()
{
    QFETCH(int, kind);
    const auto key = kind == 0   ? PrivateKey::generateRsa(2048)
                     : kind == 4 ? PrivateKey::generateEd25519()
                                 : PrivateKey::generateEc(static_cast<EcCurve>(kind - 1));
    QVERIFY_RESULT(key);
    QVERIFY(key->isConsistent());

    const auto fromDer = PrivateKey::fromPkcs8Der(key->pkcs8Der().bytes());
    QVERIFY_RESULT(fromDer);
    QVERIFY(fromDer->pkcs8Der().equals(key->pkcs8Der()));
    QVERIFY(fromDer->publicKey() == key->publicKey());

    const auto fromNumbers = PrivateKey::fromNumbers(key->publicKey().numbers(), key->numbers());
    QVERIFY_RESULT(fromNumbers);
    QVERIFY(fromNumbers->isConsistent());
    QVERIFY(fromNumbers->pkcs8Der().equals(key->pkcs8Der()));
}

void TestPrivateKey::readsWhatOpensslWrites_data()
{
    QTest::addColumn<QStringList>("generate");
    QTest::addColumn<QStringList>("traditional"); ///< to PKCS#1 or SEC 1

    REQUIRE_OPENSSL_PROGRAM("readsWhatOpensslWrites");
    const QStringList rsa{u"rsa"_s, u"-traditional"_s, u"-outform"_s, u"DER"_s};
    const QStringList ec{u"ec"_s, u"-outform"_s, u"DER"_s};
    QTest::newRow("RSA 2048") << QStringList{u"genpkey"_s, u"-algorithm"_s, u"RSA"_s} << rsa;
    QTest::newRow("P-256") << QStringList{u"genpkey"_s, u"-algorithm"_s, u"EC"_s, u"-pkeyopt"_s,
                                          u"ec_paramgen_curve:P-256"_s}
                           << ec;
    QTest::newRow("P-521") << QStringList{u"genpkey"_s, u"-algorithm"_s, u"EC"_s, u"-pkeyopt"_s,
                                          u"ec_paramgen_curve:P-521"_s}
                           << ec;
    QTest::newRow("Ed25519") << QStringList{u"genpkey"_s, u"-algorithm"_s, u"ED25519"_s} << QStringList();
}

void TestPrivateKey::readsWhatOpensslWrites()
{
    QFETCH(QStringList, generate);
    QFETCH(QStringList, traditional);
    const QByteArray pem = test::runOpenssl(generate);
    const QByteArray der = test::derInPem(pem);
    const auto key = PrivateKey::fromPkcs8Der(bytesOf(der));
    QVERIFY_RESULT(key);
    QCOMPARE(plain(key->pkcs8Der()), der);
    QVERIFY(key->isConsistent());
    QCOMPARE(key->publicKey().spkiPem(), test::runOpenssl({u"pkey"_s, u"-pubout"_s}, pem));
    if (traditional.isEmpty()) {
        return;
    }
    const QByteArray old = test::runOpenssl(traditional, pem);
    QVERIFY(!old.isEmpty());
    const bool rsa = key->type() == KeyType::Rsa;
    const auto read = rsa ? PrivateKey::fromPkcs1Der(bytesOf(old)) : PrivateKey::fromSec1Der(bytesOf(old));
    QVERIFY_RESULT(read);
    QVERIFY(read->publicKey() == key->publicKey());
    QCOMPARE_ERROR(rsa ? PrivateKey::fromSec1Der(bytesOf(old)) : PrivateKey::fromPkcs1Der(bytesOf(old)),
                   ErrorCode::InvalidKey);
    QCOMPARE_ERROR(PrivateKey::fromPkcs8Der(bytesOf(old)), ErrorCode::InvalidKey);
    QCOMPARE_ERROR(rsa ? PrivateKey::fromPkcs1Der(bytesOf(der)) : PrivateKey::fromSec1Der(bytesOf(der)),
                   ErrorCode::InvalidKey);
}

void TestPrivateKey::opensslReadsWhatItWrites()
{
    REQUIRE_OPENSSL_PROGRAM("opensslReadsWhatItWrites");
    const PrivateKey key = *PrivateKey::generateRsa(2048);
    QCOMPARE(test::runOpenssl({u"rsa"_s, u"-inform"_s, u"DER"_s, u"-pubout"_s}, plain(key.pkcs8Der())),
             key.publicKey().spkiPem());
    QVERIFY(
        test::runOpenssl({u"rsa"_s, u"-inform"_s, u"DER"_s, u"-check"_s, u"-noout"_s}, plain(key.pkcs8Der()))
            .contains("RSA key ok"));
}

void TestPrivateKey::opensslVerifiesItsSignature()
{
    REQUIRE_OPENSSL_PROGRAM("opensslVerifiesItsSignature");
    const PrivateKey key = *PrivateKey::generateRsa(2048);
    QTemporaryFile publicKey, signature;
    QVERIFY(publicKey.open() && signature.open());
    publicKey.write(key.publicKey().spkiPem());
    publicKey.flush();
    const QByteArray message = "eyJhbGciOiJSUzI1NiJ9.e30";
    signature.write(*key.sign(JwsAlgorithm::RS256, bytesOf(message)));
    signature.flush();
    QCOMPARE(test::runOpenssl({u"dgst"_s, u"-sha256"_s, u"-verify"_s, publicKey.fileName(), u"-signature"_s,
                               signature.fileName()},
                              message),
             "Verified OK\n"_ba);
}

void TestPrivateKey::encryptsForExport()
{
    const PrivateKey key = *PrivateKey::generateEc(EcCurve::P256);
    const auto pem = key.encryptedPkcs8Pem(secret("correct horse"));
    QVERIFY_RESULT(pem);
    QVERIFY(plain(*pem).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
    QVERIFY(plain(*pem).endsWith("-----END ENCRYPTED PRIVATE KEY-----\n"));
    const QByteArray der = test::derInPem(plain(*pem));

    const auto opened = PrivateKey::fromEncryptedPkcs8Der(bytesOf(der), secret("correct horse"));
    QVERIFY_RESULT(opened);
    QVERIFY(opened->pkcs8Der().equals(key.pkcs8Der()));
    for (const QByteArray &wrong : {""_ba, "correct hors"_ba, "correct horse "_ba, "Correct horse"_ba}) {
        QCOMPARE_ERROR(PrivateKey::fromEncryptedPkcs8Der(bytesOf(der), secret(wrong)),
                       ErrorCode::WrongKeyPassphrase);
    }
    QCOMPARE_ERROR(PrivateKey::fromEncryptedPkcs8Der(bytesOf(der + '\0'), secret("correct horse")),
                   ErrorCode::InvalidKey);

    REQUIRE_OPENSSL_PROGRAM("the rest of encryptsForExport");
    QCOMPARE(
        test::derInPem(test::runOpenssl({u"pkey"_s, u"-passin"_s, u"pass:correct horse"_s}, plain(*pem))),
        plain(key.pkcs8Der()));
    const QByteArray structure = test::runOpenssl({u"asn1parse"_s}, plain(*pem));
    QVERIFY(structure.contains("PBES2") && structure.contains("hmacWithSHA256") &&
            structure.contains("aes-256-cbc"));
    QVERIFY(structure.contains(":0927C0")); // 600,000
}

void TestPrivateKey::readsKeysEncryptedByOpenssl_data()
{
    QTest::addColumn<QStringList>("options");
    REQUIRE_OPENSSL_PROGRAM("readsKeysEncryptedByOpenssl");
    QTest::newRow("what it does by itself") << QStringList();
    QTest::newRow("AES-128-CBC, SHA-1")
        << QStringList{u"-v2"_s, u"aes-128-cbc"_s, u"-v2prf"_s, u"hmacWithSHA1"_s};
    QTest::newRow("AES-256-CBC, SHA-512")
        << QStringList{u"-v2"_s, u"aes-256-cbc"_s, u"-v2prf"_s, u"hmacWithSHA512"_s};
    QTest::newRow("3DES") << QStringList{u"-v2"_s, u"des3"_s};
    QTest::newRow("scrypt") << QStringList{u"-scrypt"_s};
}

void TestPrivateKey::readsKeysEncryptedByOpenssl()
{
    QFETCH(QStringList, options);
    const PrivateKey key = *PrivateKey::generateEc(EcCurve::P256);
    const QStringList encrypt{u"pkcs8"_s,    u"-topk8"_s, u"-inform"_s,  u"DER"_s,
                              u"-outform"_s, u"DER"_s,    u"-passout"_s, u"pass:pässword"_s};
    const QByteArray der = test::runOpenssl(encrypt + options, plain(key.pkcs8Der()));
    QVERIFY(!der.isEmpty());
    const auto opened = PrivateKey::fromEncryptedPkcs8Der(bytesOf(der), secret("pässword"));
    QVERIFY_RESULT(opened);
    QVERIFY(opened->publicKey() == key.publicKey());
    QCOMPARE_ERROR(PrivateKey::fromEncryptedPkcs8Der(bytesOf(der), secret("password")),
                   ErrorCode::WrongKeyPassphrase);
}

void TestPrivateKey::refusesSchemesOfTheLastCentury_data()
{
    QTest::addColumn<QString>("scheme");
    REQUIRE_OPENSSL_PROGRAM("refusesSchemesOfTheLastCentury");
    QTest::newRow("SHA-1 and 3DES") << u"PBE-SHA1-3DES"_s;
    QTest::newRow("MD5 and DES") << u"PBE-MD5-DES"_s;
}

void TestPrivateKey::refusesSchemesOfTheLastCentury()
{
    QFETCH(QString, scheme);
    const PrivateKey key = *PrivateKey::generateEc(EcCurve::P256);
    const QStringList legacy{u"-provider"_s, u"legacy"_s, u"-provider"_s, u"default"_s};
    const QByteArray pem =
        test::runOpenssl(QStringList{u"pkcs8"_s, u"-topk8"_s, u"-v1"_s, scheme, u"-inform"_s, u"DER"_s,
                                     u"-passout"_s, u"pass:password"_s} +
                             legacy,
                         plain(key.pkcs8Der()));
    QVERIFY(!pem.isEmpty());
    const auto refused = PrivateKey::fromEncryptedPkcs8Der(bytesOf(test::derInPem(pem)), secret("password"));
    QCOMPARE_ERROR(refused, ErrorCode::UnsupportedKey);

    // The command that is advised, but with pipes and passphrases in place of files and questions.
    const QString &detail = refused.error().detail;
    QStringList advised = detail.mid(detail.indexOf(u"openssl ") + 8).split(u' ');
    QVERIFY2(advised.removeOne(u"-in"_s) && advised.removeOne(u"old.pem"_s) && advised.removeOne(u"-out"_s) &&
                 advised.removeOne(u"new.pem"_s),
             qPrintable(detail));
    advised << u"-passin"_s << u"pass:password"_s << u"-passout"_s << u"pass:new"_s;
    const QByteArray converted = test::derInPem(test::runOpenssl(advised, pem));
    QVERIFY_RESULT(PrivateKey::fromEncryptedPkcs8Der(bytesOf(converted), secret("new")));
}

void TestPrivateKey::tellsWhatNoPassphraseMends_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("made");    ///< what openssl writes, in hex…
    QTest::addColumn<QByteArray>("planted"); ///< …and what takes its place
    QTest::addColumn<ErrorCode>("code");
    REQUIRE_OPENSSL_PROGRAM("tellsWhatNoPassphraseMends");
    const QStringList legacy{u"-provider"_s, u"legacy"_s, u"-provider"_s, u"default"_s};
    const QStringList scrypt{u"-scrypt"_s};
    const QByteArray work = "02024000020108"; // N = 16384, r = 8
    const QByteArray aes256Cbc = "060960864801650304012a";
    QTest::newRow("DES") << (QStringList{u"-v2"_s, u"des"_s} + legacy) << ""_ba << ""_ba
                         << ErrorCode::UnsupportedKey;
    QTest::newRow("RC2") << (QStringList{u"-v2"_s, u"rc2-cbc"_s} + legacy) << ""_ba << ""_ba
                         << ErrorCode::UnsupportedKey;
    QTest::newRow("scrypt with 64 MB") << scrypt << work << "02024000020120"_ba << ErrorCode::UnsupportedKey;
    QTest::newRow("scrypt, N no power of two")
        << scrypt << work << "02024001020108"_ba << ErrorCode::InvalidKey;
    QTest::newRow("an unknown cipher")
        << QStringList() << aes256Cbc << "060960864801650304017a"_ba << ErrorCode::UnsupportedKey;
    QTest::newRow("an unknown key derivation") << QStringList() << "06092a864886f70d01050c"_ba
                                               << "06092a864886f70d01050b"_ba << ErrorCode::UnsupportedKey;
    QTest::newRow("an unknown PRF") << QStringList() << "06082a864886f70d0209"_ba
                                    << "06082a864886f70d027f"_ba << ErrorCode::UnsupportedKey;
    QTest::newRow("an IV that is none")
        << QStringList() << aes256Cbc + "0410" << aes256Cbc + "0510" << ErrorCode::InvalidKey;
    QTest::newRow("not whole blocks") << QStringList() << "048190"_ba << "04818f"_ba << ErrorCode::InvalidKey;
}

void TestPrivateKey::tellsWhatNoPassphraseMends()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, made);
    QFETCH(QByteArray, planted);
    QFETCH(ErrorCode, code);
    const PrivateKey key = *PrivateKey::generateEc(EcCurve::P256);
    const QStringList encrypt{u"pkcs8"_s,    u"-topk8"_s, u"-inform"_s,  u"DER"_s,
                              u"-outform"_s, u"DER"_s,    u"-passout"_s, u"pass:password"_s};
    QByteArray der = test::runOpenssl(encrypt + options, plain(key.pkcs8Der()));
    QVERIFY(!der.isEmpty());
    if (!made.isEmpty()) {
        QCOMPARE(der.count(QByteArray::fromHex(made)), 1);
        der.replace(QByteArray::fromHex(made), QByteArray::fromHex(planted));
    }
    if (planted.startsWith("0481")) { // one byte less, in the length of the whole as well
        der.chop(1);
        der[2] = static_cast<char>(der[2] - 1);
    }
    for (const char *passphrase : {"password", "wrong"}) {
        const auto opened = PrivateKey::fromEncryptedPkcs8Der(bytesOf(der), secret(passphrase));
        QCOMPARE_ERROR(opened, code);
        QVERIFY(!opened.error().detail.isEmpty());
    }
}

void TestPrivateKey::refusesToWorkForEver()
{
    REQUIRE_OPENSSL_PROGRAM("refusesToWorkForEver");
    const PrivateKey key = *PrivateKey::generateEc(EcCurve::P256);
    QByteArray der = test::runOpenssl({u"pkcs8"_s, u"-topk8"_s, u"-iter"_s, u"65536"_s, u"-inform"_s,
                                       u"DER"_s, u"-outform"_s, u"DER"_s, u"-passout"_s, u"pass:password"_s},
                                      plain(key.pkcs8Der()));
    const QByteArray iterations = QByteArray::fromHex("0203010000");
    QCOMPARE(der.count(iterations), 1);
    QVERIFY_RESULT(PrivateKey::fromEncryptedPkcs8Der(bytesOf(der), secret("password")));
    for (const char *planted : {"02037fffff", "0203ffffff", "0203000000"}) { // 8,388,607; -1; 0
        QByteArray changed = der;
        changed.replace(iterations, QByteArray::fromHex(planted));
        QCOMPARE_ERROR(PrivateKey::fromEncryptedPkcs8Der(bytesOf(changed), secret("password")),
                       ErrorCode::InvalidKey);
    }
}

void TestPrivateKey::refusesDamagedDer()
{
    const PrivateKey key = *PrivateKey::generateEc(EcCurve::P256);
    const QByteArray der = plain(key.pkcs8Der());
    for (qsizetype size = 0; size < der.size(); ++size) {
        QCOMPARE_ERROR(PrivateKey::fromPkcs8Der(bytesOf(der.first(size))), ErrorCode::InvalidKey);
    }
    QCOMPARE_ERROR(PrivateKey::fromPkcs8Der(bytesOf(der + '\0')), ErrorCode::InvalidKey);
    QCOMPARE_ERROR(PrivateKey::fromPkcs8Der(bytesOf(key.publicKey().spkiDer())), ErrorCode::InvalidKey);
    for (qsizetype i = 0; i < der.size(); ++i) { // never a crash, whatever it is taken for
        QByteArray changed = der;
        changed[i] = static_cast<char>(changed[i] ^ 0x55);
        const auto read = PrivateKey::fromPkcs8Der(bytesOf(changed));
        QVERIFY(!read || read->isConsistent() || !read->isConsistent());
    }
}

void TestPrivateKey::findsThePrimes()
{
    const PrivateKey key = *PrivateKey::generateRsa(2048);
    const PrivateNumbers all = key.numbers();
    const auto rebuilt = PrivateKey::fromNumbers(key.publicKey().numbers(), onlyD(viewOf(all.d.bytes())));
    QVERIFY_RESULT(rebuilt);
    QVERIFY(rebuilt->isConsistent());
    const PrivateNumbers found = rebuilt->numbers();
    QVERIFY((found.p.equals(all.p) && found.q.equals(all.q) && found.qi.equals(all.qi)) ||
            (found.p.equals(all.q) && found.q.equals(all.p)));
    QCOMPARE(*rebuilt->sign(JwsAlgorithm::RS256, bytesOf("m")), *key.sign(JwsAlgorithm::RS256, bytesOf("m")));
}

void TestPrivateKey::refusesAForeignExponent()
{
    const PrivateKey key = *PrivateKey::generateRsa(2048);
    const PrivateKey other = *PrivateKey::generateRsa(2048);
    const PublicNumbers numbers = key.publicKey().numbers();
    QCOMPARE_ERROR(PrivateKey::fromNumbers(numbers, onlyD(viewOf(other.numbers().d.bytes()))),
                   ErrorCode::InvalidKey);
    for (const QByteArray &d :
         {""_ba, QByteArray(1, '\0'), QByteArray(1, '\1'), QByteArray(256, '\xff'), QByteArray(3000, '\5')}) {
        QCOMPARE_ERROR(PrivateKey::fromNumbers(numbers, onlyD(d)), ErrorCode::InvalidKey);
    }
    PrivateNumbers some = onlyD(viewOf(key.numbers().d.bytes()));
    some.p = key.numbers().p.clone(); // all of p…qi or none
    QCOMPARE_ERROR(PrivateKey::fromNumbers(numbers, some), ErrorCode::InvalidKey);
}

void TestPrivateKey::noticesNumbersThatDoNotBelongTogether()
{
    const PrivateKey rsa = *PrivateKey::generateRsa(2048);
    const auto mixedRsa =
        PrivateKey::fromNumbers(rsa.publicKey().numbers(), PrivateKey::generateRsa(2048)->numbers());
    QVERIFY(!mixedRsa || !mixedRsa->isConsistent());
    PrivateNumbers swapped = rsa.numbers();
    std::swap(swapped.dp, swapped.dq);
    const auto swappedRsa = PrivateKey::fromNumbers(rsa.publicKey().numbers(), swapped);
    QVERIFY(!swappedRsa || !swappedRsa->isConsistent());

    const PrivateKey ec = *PrivateKey::generateEc(EcCurve::P256);
    const auto mixedEc =
        PrivateKey::fromNumbers(ec.publicKey().numbers(), PrivateKey::generateEc(EcCurve::P256)->numbers());
    QVERIFY(!mixedEc || !mixedEc->isConsistent());

    const PrivateKey ed = *PrivateKey::generateEd25519();
    const auto mixedEd =
        PrivateKey::fromNumbers(ed.publicKey().numbers(), PrivateKey::generateEd25519()->numbers());
    QVERIFY(!mixedEd || !mixedEd->isConsistent());
}

void TestPrivateKey::refusesPrivateNumbersOutOfRange_data()
{
    QTest::addColumn<bool>("ec");
    QTest::addColumn<QByteArray>("d");
    QTest::newRow("EC: 0") << true << QByteArray(32, '\0');
    QTest::newRow("EC: the order") << true << p256Order;
    QTest::newRow("EC: beyond the order") << true << QByteArray(32, '\xff');
    QTest::newRow("EC: nothing") << true << QByteArray();
    QTest::newRow("EC: 31 bytes") << true << QByteArray(31, '\5');
    QTest::newRow("EC: 33 bytes") << true << '\0' + QByteArray(32, '\5');
    QTest::newRow("Ed25519: nothing") << false << QByteArray();
    QTest::newRow("Ed25519: 31 bytes") << false << QByteArray(31, '\5');
    QTest::newRow("Ed25519: 64 bytes")
        << false << QByteArray(64, '\5'); // the seed and the public key, as some write it
}

void TestPrivateKey::refusesPrivateNumbersOutOfRange()
{
    QFETCH(bool, ec);
    QFETCH(QByteArray, d);
    const auto donor = ec ? PrivateKey::generateEc(EcCurve::P256) : PrivateKey::generateEd25519();
    QCOMPARE_ERROR(PrivateKey::fromNumbers(donor->publicKey().numbers(), onlyD(d)), ErrorCode::InvalidKey);
}

void TestPrivateKey::handsOutAPublicHalfWithoutThePrivate()
{
    std::optional<PrivateKey> key = *PrivateKey::generateRsa(2048);
    const QByteArray signature = *key->sign(JwsAlgorithm::RS256, bytesOf("m"));
    const PublicKey half = key->publicKey();
    key.reset();
    QVERIFY(half.verify(JwsAlgorithm::RS256, bytesOf("m"), bytesOf(signature)));
}

QTEST_GUILESS_MAIN(TestPrivateKey)
#include "tst_privatekey.moc"
