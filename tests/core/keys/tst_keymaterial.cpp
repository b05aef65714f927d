#include "core/keys/fingerprint.h"
#include "core/keys/keymaterial.h"
#include "tests/support/result.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using keys::GenerationRequest;
using keys::SecretEncoding;

namespace {

keys::KeyMaterial secret(QByteArrayView bytes, SecretEncoding encoding = SecretEncoding::Text)
{
    return keys::SecretKey{SecretBytes::copyOf(bytesOf(bytes)), encoding};
}

} // namespace

class tst_KeyMaterial : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void generatesAndKeepsEveryKind_data();
    void generatesAndKeepsEveryKind();
    void refusesRequest_data();
    void refusesRequest();
    void keepsPublicKeys();
    void keepsSecretEncoding_data();
    void keepsSecretEncoding();
    void refusesStoredForm_data();
    void refusesStoredForm();
    void generatesDifferentSecrets();
    void fingerprintTellsSecretsApartAndIsCut();
    void shortensFingerprints();
};

void tst_KeyMaterial::generatesAndKeepsEveryKind_data()
{
    QTest::addColumn<GenerationRequest>("request");
    QTest::addColumn<QString>("described");
    using enum crypto::KeyType;
    QTest::newRow("RSA 2048") << GenerationRequest{.type = Rsa, .bits = 2048} << u"RSA 2048"_s;
    QTest::newRow("EC P-256") << GenerationRequest{.type = Ec} << u"EC P-256"_s;
    QTest::newRow("EC P-384") << GenerationRequest{.type = Ec, .curve = crypto::EcCurve::P384}
                              << u"EC P-384"_s;
    QTest::newRow("EC P-521") << GenerationRequest{.type = Ec, .curve = crypto::EcCurve::P521}
                              << u"EC P-521"_s;
    QTest::newRow("Ed25519") << GenerationRequest{.type = Ed25519} << u"Ed25519"_s;
    QTest::newRow("secret, hex") << GenerationRequest{} << u"Secret, 64 bytes, text"_s;
    QTest::newRow("secret, 160 bits, hex") << GenerationRequest{.bits = 160} << u"Secret, 40 bytes, text"_s;
    QTest::newRow("secret, base64url")
        << GenerationRequest{.secretForm = keys::GeneratedSecretForm::Base64Url}
        << u"Secret, 43 bytes, text"_s;
}

void tst_KeyMaterial::generatesAndKeepsEveryKind()
{
    QFETCH(GenerationRequest, request);
    QFETCH(QString, described);
    const auto made = keys::generateKey(request);
    QVERIFY_RESULT(made);
    const keys::KeyDescription description = keys::describe(*made);
    QCOMPARE(keys::describeKey(description), described);
    QVERIFY(description.hasPrivatePart);

    const SecretBytes stored = keys::serializeKeyMaterial(*made);
    const auto restored = keys::deserializeKeyMaterial(stored.bytes());
    QVERIFY_RESULT(restored);
    QVERIFY(keys::describe(*restored) == description);
    QVERIFY(keys::serializeKeyMaterial(*restored).equals(stored));
}

void tst_KeyMaterial::refusesRequest_data()
{
    QTest::addColumn<GenerationRequest>("request");
    using enum crypto::KeyType;
    QTest::newRow("RSA 1024") << GenerationRequest{.type = Rsa, .bits = 1024};
    QTest::newRow("RSA 2047") << GenerationRequest{.type = Rsa, .bits = 2047};
    QTest::newRow("RSA 8192") << GenerationRequest{.type = Rsa, .bits = 8192};
    QTest::newRow("secret of 120 bits") << GenerationRequest{.bits = 120};
    QTest::newRow("secret of 129 bits") << GenerationRequest{.bits = 129};
    QTest::newRow("secret of no bits") << GenerationRequest{.bits = 0};
    QTest::newRow("secret of -256 bits") << GenerationRequest{.bits = -256};
    QTest::newRow("secret of a megabyte") << GenerationRequest{.bits = 8 << 20};
}

void tst_KeyMaterial::refusesRequest()
{
    QFETCH(GenerationRequest, request);
    QCOMPARE_ERROR(keys::generateKey(request), ErrorCode::InvalidInput);
}

void tst_KeyMaterial::keepsPublicKeys()
{
    const auto pair = crypto::PrivateKey::generateEc(crypto::EcCurve::P256);
    const keys::KeyMaterial material = pair->publicKey();
    QCOMPARE(keys::describeKey(keys::describe(material)), u"EC P-256, public key only"_s);
    const auto restored = keys::deserializeKeyMaterial(keys::serializeKeyMaterial(material).bytes());
    QVERIFY_RESULT(restored);
    QVERIFY(std::get<crypto::PublicKey>(*restored) == pair->publicKey());
    QVERIFY(!keys::publicKeyOf(secret("x")));
}

void tst_KeyMaterial::keepsSecretEncoding_data()
{
    QTest::addColumn<SecretEncoding>("encoding");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("text") << SecretEncoding::Text << QByteArray("\xff\xef", 2);
    QTest::newRow("hex") << SecretEncoding::Hex << QByteArray("ffef");
    QTest::newRow("base64") << SecretEncoding::Base64 << QByteArray("/+8=");
}

void tst_KeyMaterial::keepsSecretEncoding()
{
    QFETCH(SecretEncoding, encoding);
    QFETCH(QByteArray, text);
    const auto restored =
        keys::deserializeKeyMaterial(keys::serializeKeyMaterial(secret("\xff\xef", encoding)).bytes());
    QVERIFY_RESULT(restored);
    const auto &key = std::get<keys::SecretKey>(*restored);
    QCOMPARE(key.encoding, encoding);
    const SecretBytes written = keys::secretText(key);
    QCOMPARE(viewOf(written.bytes()).toByteArray(), text);
}

void tst_KeyMaterial::refusesStoredForm_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("unknown kind") << QByteArray("\x09"
                                                "abc");
    QTest::newRow("secret without bytes") << QByteArray("\x01\x00", 2);
    QTest::newRow("secret in an unknown encoding") << QByteArray("\x01\x07"
                                                                 "abc");
    QTest::newRow("private key cut short") << QByteArray("\x02\x30\x82\x01");
    QTest::newRow("public key of nothing") << QByteArray("\x03");
}

void tst_KeyMaterial::refusesStoredForm()
{
    QFETCH(QByteArray, stored);
    QCOMPARE_ERROR(keys::deserializeKeyMaterial(bytesOf(stored)), ErrorCode::InvalidKey);
}

void tst_KeyMaterial::generatesDifferentSecrets()
{
    QVERIFY(keys::describe(*keys::generateKey({})).fingerprint !=
            keys::describe(*keys::generateKey({})).fingerprint);
}

void tst_KeyMaterial::fingerprintTellsSecretsApartAndIsCut()
{
    const QString one = keys::secretFingerprint(bytesOf("your_secret_key"));
    QCOMPARE(one, keys::secretFingerprint(bytesOf("your_secret_key")));
    QVERIFY(one != keys::secretFingerprint(bytesOf("your_secret_key\n")));
    QCOMPARE(one.size(), 7 + 16);
    QVERIFY(one.startsWith(u"SHA256:"));
    // Not a plain hash of the secret, which could be looked up in a table.
    const QByteArray plain = QCryptographicHash::hash("your_secret_key", QCryptographicHash::Sha256).toHex();
    QVERIFY(!one.contains(QString::fromLatin1(plain.first(16))));
}

void tst_KeyMaterial::shortensFingerprints()
{
    QCOMPARE(keys::shortFingerprint(u"SHA256:9f3a71c0000000005d18"_s), u"SHA256:9f3a 71c0 … 5d18"_s);
    QCOMPARE(keys::shortFingerprint(u"SHA256:9f3a"_s), u"SHA256:9f3a"_s);
    QCOMPARE(keys::shortFingerprint({}), QString());
}

QTEST_GUILESS_MAIN(tst_KeyMaterial)
#include "tst_keymaterial.moc"
