#include "core/keys/keyreader.h"
#include "core/keys/keyweakness.h"
#include "core/keys/roca.h"
#include "tests/support/opensslcommand.h"
#include "tests/support/result.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using keys::KeyWeakness;
using keys::SecretEncoding;
using enum keys::KeyWeakness;
using test::openssl;

class tst_KeyWeakness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWeakSecrets_data();
    void findsWeakSecrets();
    void measuresSecretAgainstItsHash();
    void findsWeakRsaKeys_data();
    void findsWeakRsaKeys();
    void findsNothingInGeneratedKeys();
    void ordinaryModulusHasNoRocaPattern();
    void namesEveryWeakness();
};

void tst_KeyWeakness::findsWeakSecrets_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<SecretEncoding>("encoding");
    QTest::addColumn<QList<KeyWeakness>>("weaknesses");
    const auto row = [](const char *name, const QByteArray &secret, const QList<KeyWeakness> &weaknesses,
                        SecretEncoding encoding = SecretEncoding::Text) {
        QTest::newRow(name) << secret << encoding << weaknesses;
    };
    row("long passphrase", "Correct horse, battery staple; 12 times", {});
    row("tawk.to's form", "0123456789abcdef0123456789abcdef01234567", {SecretLooksLikeHex});
    row("the same used as hex",
        QByteArray::fromHex("d3b07384d113edec49eaa6238ad5ff00c157a9ef5b2d5d6f6e8f6b6c9e2a7f01"), {},
        SecretEncoding::Hex);
    row("Huggy's form", "0123456789abcdef0123456789abcdef", {SecretLooksLikeHex});
    row("sample of a vendor's page", "your_secret_key", {SecretWellKnown, SecretTooShort, SecretLowEntropy});
    row("sample in capitals", "YOUR_SECRET_KEY", {SecretWellKnown, SecretTooShort, SecretLowEntropy});
    row("sample of jwt.io", "a-string-secret-at-least-256-bits-long", {SecretWellKnown});
    row("sample with a line break", "secret\n",
        {SecretWellKnown, SecretTooShort, SecretLowEntropy, SecretHasWhiteSpace});
    row("31 bytes", "abcdefghijklmnopqrstuvwxyz01234", {SecretTooShort});
    row("32 bytes", "abcdefghijklmnopqrstuvwxyz_01234", {});
    row("one character", QByteArray(40, 'a'), {SecretLowEntropy, SecretLooksLikeHex});
    row("seven characters", QByteArray("abcdxyz").repeated(6), {SecretLowEntropy});
    row("zero bytes", QByteArray(32, '\0'), {SecretLowEntropy}, SecretEncoding::Base64);
    row("white space in front", " Correct horse, battery staple; 12 times", {SecretHasWhiteSpace});
    row("quotes around", "\"Correct horse, battery staple; 12 times\"", {SecretHasSurroundings});
    row("the name of its setting", "CHAT_KEY=Correct horse, battery staple; 12 times",
        {SecretHasSurroundings});
    row("a label", "key: Correct horse, battery staple; 12 times", {SecretHasSurroundings});
    row("a quote within", "Correct \"horse\", battery staple; 12 times", {});
    row("padded base64", "c2VjcmV0IHNlY3JldCBzZWNyZXQgc2VjcmV0IDEyMw==", {SecretLooksLikeBase64});
    row("unpadded base64", "c2VjcmV0IHNlY3JldCBzZWNyZXQgc2VjcmV0", {SecretLooksLikeBase64});
    row("words without digits", "abcdefghijklmnopqrstuvwxyzabcdefghijklmn", {});
}

void tst_KeyWeakness::findsWeakSecrets()
{
    QFETCH(QByteArray, secret);
    QFETCH(SecretEncoding, encoding);
    QFETCH(QList<KeyWeakness>, weaknesses);
    const keys::KeyMaterial material = keys::SecretKey{SecretBytes::copyOf(bytesOf(secret)), encoding};
    QCOMPARE(keys::weaknessesOf(material), weaknesses);
    for (const KeyWeakness weakness : weaknesses) {
        QVERIFY(!keys::forbidsSigning(weakness));
    }
}

void tst_KeyWeakness::measuresSecretAgainstItsHash()
{
    using enum crypto::HashAlgorithm;
    const QByteArray text = "abcdefghijklmnopqrstuvwxyz_0123456789_ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (const auto &[hash, size] : {std::pair(Sha256, 32), std::pair(Sha384, 48), std::pair(Sha512, 64)}) {
        const auto weaknesses = [&](qsizetype length) {
            return keys::weaknessesOf(
                keys::SecretKey{SecretBytes::copyOf(bytesOf(text.first(length))), SecretEncoding::Text},
                hash);
        };
        QCOMPARE(weaknesses(size), QList<KeyWeakness>());
        QCOMPARE(weaknesses(size - 1), QList<KeyWeakness>{SecretTooShort});
    }
}

void tst_KeyWeakness::findsWeakRsaKeys_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QList<KeyWeakness>>("weaknesses");
    QTest::newRow("1024 bits") << QStringList{u"rsa_keygen_bits:1024"_s} << QList<KeyWeakness>{RsaTooShort};
    QTest::newRow("2047 bits") << QStringList{u"rsa_keygen_bits:2047"_s} << QList<KeyWeakness>{RsaTooShort};
    QTest::newRow("2048 bits") << QStringList{u"rsa_keygen_bits:2048"_s} << QList<KeyWeakness>{};
    QTest::newRow("exponent 3") << QStringList{u"rsa_keygen_bits:2048"_s, u"rsa_keygen_pubexp:3"_s}
                                << QList<KeyWeakness>{RsaSmallExponent};
}

void tst_KeyWeakness::findsWeakRsaKeys()
{
    QFETCH(QStringList, options);
    QFETCH(QList<KeyWeakness>, weaknesses);
    QStringList arguments{u"genpkey"_s, u"-algorithm"_s, u"RSA"_s};
    for (const QString &option : options) {
        arguments << u"-pkeyopt"_s << option;
    }
    const auto key = keys::readSingleKey(bytesOf(openssl(arguments)));
    QVERIFY_RESULT(key);
    QCOMPARE(keys::weaknessesOf(key->material), weaknesses);
    QCOMPARE(keys::weaknessesOf(*keys::publicKeyOf(key->material)), weaknesses);
}

void tst_KeyWeakness::findsNothingInGeneratedKeys()
{
    using enum crypto::KeyType;
    for (const keys::GenerationRequest &request :
         {keys::GenerationRequest{.type = Rsa, .bits = 2048}, keys::GenerationRequest{.type = Ec},
          keys::GenerationRequest{.type = Ed25519}}) {
        QCOMPARE(keys::weaknessesOf(*keys::generateKey(request)), QList<KeyWeakness>());
    }
    const auto form = keys::GeneratedSecretForm::Base64Url;
    for (int i = 0; i < 100; ++i) { // as base64url of 384 bits has a length that base64 has as well
        QCOMPARE(keys::weaknessesOf(*keys::generateKey({.bits = 256, .secretForm = form})),
                 QList<KeyWeakness>());
        QCOMPARE(keys::weaknessesOf(*keys::generateKey({.bits = 384, .secretForm = form})),
                 QList<KeyWeakness>());
    }
}

void tst_KeyWeakness::ordinaryModulusHasNoRocaPattern()
{
    // The pattern itself is held against Wycheproof's key in tests/core/jose.
    for (int i = 0; i < 4; ++i) {
        const auto key = keys::generateKey({.type = crypto::KeyType::Rsa, .bits = 2048});
        QVERIFY(!keys::hasRocaPattern(bytesOf(keys::publicKeyOf(*key)->numbers().n)));
    }
}

void tst_KeyWeakness::namesEveryWeakness()
{
    QSet<QString> names;
    for (const KeyWeakness weakness :
         {RsaTooShort, RsaSmallExponent, SecretTooShort, SecretLowEntropy, SecretWellKnown,
          SecretHasWhiteSpace, SecretLooksLikeHex, SecretLooksLikeBase64}) {
        names.insert(keys::weaknessName(weakness));
        QVERIFY(QByteArray(keys::weaknessSentence(weakness)).endsWith('.'));
        QCOMPARE(keys::forbidsSigning(weakness), weakness == RsaTooShort);
    }
    QCOMPARE(names.size(), 8);
    QVERIFY(names.contains(u"rsa-too-short"_s));
}

QTEST_GUILESS_MAIN(tst_KeyWeakness)
#include "tst_keyweakness.moc"
