#include "core/jose/keychoice.h"
#include "core/jose/verificationkey.h"
#include "tests/support/jsontext.h"
#include "tests/support/result.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using crypto::JwsAlgorithm;
using test::json;
using enum crypto::JwsAlgorithm;

namespace {

const QByteArray k = "'k':'-ebuDNsVZ2iJtoZ-akfXTSCt4UO2cruLCsbWlBinggE'";
const QByteArray ec = "'crv':'P-256','x':'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU','y':'x_FEzRu9m36HLN_"
                      "tue659LNpXW6pCyStikYjKIWI5a0'";
const QByteArray ed = "'crv':'Ed25519','x':'11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'";

jose::UnverifiedJwt tokenWith(const QString &algorithm, const QString &keyId)
{
    jose::UnverifiedJwt token;
    token.header.append({u"alg"_s, algorithm});
    if (!keyId.isEmpty()) {
        token.header.append({u"kid"_s, keyId});
    }
    return token;
}

} // namespace

class tst_VerificationKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allowsItsTypesAlgorithms_data();
    void allowsItsTypesAlgorithms();
    void narrowsToWhatIsAskedFor();
    void refusesWhenNothingIsLeft();
    void keyFileBindsItsUse_data();
    void keyFileBindsItsUse();
    void refusesEmptySecret();
    void choosesKey_data();
    void choosesKey();
    void takesTheOnlyKey();
};

void tst_VerificationKey::allowsItsTypesAlgorithms_data()
{
    QTest::addColumn<keys::GenerationRequest>("request");
    QTest::addColumn<QList<JwsAlgorithm>>("algorithms");
    using enum crypto::KeyType;
    QTest::newRow("secret") << keys::GenerationRequest{} << QList<JwsAlgorithm>{HS256, HS384, HS512};
    QTest::newRow("RSA") << keys::GenerationRequest{.type = Rsa, .bits = 2048}
                         << QList<JwsAlgorithm>{RS256, RS384, RS512, PS256, PS384, PS512};
    QTest::newRow("P-256") << keys::GenerationRequest{.type = Ec} << QList<JwsAlgorithm>{ES256};
    QTest::newRow("P-521") << keys::GenerationRequest{.type = Ec, .curve = crypto::EcCurve::P521}
                           << QList<JwsAlgorithm>{ES512};
    QTest::newRow("Ed25519") << keys::GenerationRequest{.type = Ed25519} << QList<JwsAlgorithm>{EdDSA};
}

void tst_VerificationKey::allowsItsTypesAlgorithms()
{
    QFETCH(keys::GenerationRequest, request);
    QFETCH(QList<JwsAlgorithm>, algorithms);
    const auto key = jose::VerificationKey::create(*keys::generateKey(request));
    QVERIFY_RESULT(key);
    QCOMPARE(key->algorithms(), algorithms);
    for (const JwsAlgorithm algorithm : {HS256, RS256, PS512, ES256, ES512, EdDSA}) {
        QCOMPARE(key->allows(algorithm), algorithms.contains(algorithm));
        QVERIFY(!key->verify(algorithm, bytesOf("message"), bytesOf("no signature")));
    }
}

void tst_VerificationKey::narrowsToWhatIsAskedFor()
{
    const auto key = jose::VerificationKey::create(*keys::generateKey({}), {HS512, RS256}, u"mine"_s);
    QVERIFY_RESULT(key);
    QCOMPARE(key->algorithms(), QList<JwsAlgorithm>{HS512});
    QCOMPARE(key->keyId(), u"mine"_s);
    QVERIFY(!key->allows(HS256));
}

void tst_VerificationKey::refusesWhenNothingIsLeft()
{
    const auto key = jose::VerificationKey::create(*keys::generateKey({}), {RS256});
    QCOMPARE_ERROR(key, ErrorCode::UnsupportedAlgorithm);
}

void tst_VerificationKey::keyFileBindsItsUse_data()
{
    QTest::addColumn<QByteArray>("jwk");
    QTest::addColumn<QList<JwsAlgorithm>>("allowed");
    QTest::addColumn<QList<JwsAlgorithm>>("algorithms");
    QTest::addColumn<std::optional<ErrorCode>>("code");
    const auto row = [](const char *name, const QByteArray &jwk, const QList<JwsAlgorithm> &allowed,
                        const QList<JwsAlgorithm> &algorithms, std::optional<ErrorCode> code = {}) {
        QTest::newRow(name) << json(jwk) << allowed << algorithms << code;
    };
    row("no alg", "{'kty':'oct'," + k + "}", {}, {HS256, HS384, HS512});
    row("alg", "{'kty':'oct','alg':'HS384'," + k + "}", {}, {HS384});
    row("alg and the same asked for", "{'kty':'oct','alg':'HS384'," + k + "}", {HS256, HS384}, {HS384});
    row("alg and another asked for", "{'kty':'oct','alg':'HS384'," + k + "}", {HS256}, {},
        ErrorCode::UnsupportedAlgorithm);
    row("use enc", "{'kty':'EC','use':'enc'," + ec + "}", {}, {}, ErrorCode::UnsupportedKey);
    row("key_ops without verify", "{'kty':'EC','key_ops':['sign']," + ec + "}", {}, {},
        ErrorCode::UnsupportedKey);
    row("alg for encryption", "{'kty':'oct','alg':'A256KW'," + k + "}", {}, {}, ErrorCode::UnsupportedKey);
}

void tst_VerificationKey::keyFileBindsItsUse()
{
    QFETCH(QByteArray, jwk);
    QFETCH(QList<JwsAlgorithm>, allowed);
    QFETCH(QList<JwsAlgorithm>, algorithms);
    QFETCH(std::optional<ErrorCode>, code);
    const auto read = keys::readSingleKey(bytesOf(jwk));
    QVERIFY_RESULT(read);
    const auto key = jose::VerificationKey::create(*read, allowed);
    if (code) {
        QCOMPARE_ERROR(key, *code);
        return;
    }
    QVERIFY_RESULT(key);
    QCOMPARE(key->algorithms(), algorithms);
}

void tst_VerificationKey::refusesEmptySecret()
{
    const auto key = jose::VerificationKey::create(keys::KeyMaterial(keys::SecretKey{}));
    QCOMPARE_ERROR(key, ErrorCode::InvalidKey);
}

void tst_VerificationKey::choosesKey_data()
{
    QTest::addColumn<QString>("algorithm");
    QTest::addColumn<QString>("keyId");
    QTest::addColumn<int>("index");
    QTest::newRow("by kid") << u"ES256"_s << u"b"_s << 2;
    QTest::newRow("by kid and type, EC") << u"ES256"_s << u"a"_s << 0;
    QTest::newRow("by kid and type, Ed25519") << u"EdDSA"_s << u"a"_s << 1;
    QTest::newRow("unknown kid") << u"ES256"_s << u"c"_s << -1;
    QTest::newRow("kid in another letter case") << u"ES256"_s << u"B"_s << -1;
    QTest::newRow("type of no key") << u"RS256"_s << u"a"_s << -1;
    QTest::newRow("unknown alg") << u"none"_s << u"a"_s << -1;
    QTest::newRow("no kid") << u"ES256"_s << QString() << -1;
}

void tst_VerificationKey::choosesKey()
{
    QFETCH(QString, algorithm);
    QFETCH(QString, keyId);
    QFETCH(int, index);
    const QByteArray set = json("{'keys':[{'kty':'EC','kid':'a'," + ec + "},{'kty':'OKP','kid':'a'," + ed +
                                "},{'kty':'EC','kid':'b'," + ec + "}]}");
    const auto keys = keys::readKeyFile(bytesOf(set));
    QVERIFY_RESULT(keys);
    const auto chosen = jose::chooseKey(*keys, tokenWith(algorithm, keyId));
    if (index < 0) {
        QCOMPARE_ERROR(chosen, ErrorCode::InvalidKey);
        return;
    }
    QVERIFY_RESULT(chosen);
    QCOMPARE(*chosen - keys->data(), index);
}

void tst_VerificationKey::takesTheOnlyKey()
{
    const auto keys = keys::readKeyFile(bytesOf(json("{'kty':'EC','kid':'a'," + ec + "}")));
    QVERIFY_RESULT(keys);
    // That the kid differs is for the verifier to say.
    QVERIFY_RESULT(jose::chooseKey(*keys, tokenWith(u"ES256"_s, u"b"_s)));
}

QTEST_GUILESS_MAIN(tst_VerificationKey)
#include "tst_verificationkey.moc"
