#include "core/base/encoding.h"
#include "core/crypto/mac.h"
#include "core/jose/compactjws.h"
#include "core/jose/jwtverifier.h"
#include "core/keys/keywriter.h"
#include "tests/support/jsontext.h"
#include "tests/support/opensslcommand.h"
#include "tests/support/result.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using crypto::JwsAlgorithm;
using test::json;
using test::openssl;

namespace {

const FixedClock clockAt{Timestamp(std::chrono::seconds(1'700'000'000))};

/// A token an attacker makes who knows the public key only: HMAC with its text as the secret.
QByteArray forge(const QByteArray &publicKeyText, const QByteArray &algorithm = "HS256")
{
    const QByteArray input =
        jose::makeSigningInput(json("{'alg':'" + algorithm + "'}"), json("{'sub':'admin'}"));
    const auto key = crypto::MacKey::create(crypto::HashAlgorithm::Sha256, bytesOf(publicKeyText));
    return input + '.' + encode(bytesOf(key->computeMac(bytesOf(input))), Encoding::Base64Url);
}

jose::JwtVerifier verifier()
{
    jose::JwtExpectations expectations;
    expectations.missingExpiration = jose::MissingExpiration::Allowed;
    return jose::JwtVerifier(expectations, clockAt);
}

} // namespace

/// RFC 8725 section 2.1: a public key is never an HMAC secret, whatever the header says.
class tst_AlgorithmConfusion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusesTokenMadeWithThePublicKey_data();
    void refusesTokenMadeWithThePublicKey();
    void publicKeyAllowsNoOtherType_data();
    void publicKeyAllowsNoOtherType();
    void sameKeyStillVerifiesItsOwn();

private:
    QByteArray m_pem;
    QByteArray m_publicPem;
    std::optional<keys::ReadKey> m_pair;
};

void tst_AlgorithmConfusion::initTestCase()
{
    m_pem = openssl({u"genpkey"_s, u"-algorithm"_s, u"RSA"_s, u"-pkeyopt"_s, u"rsa_keygen_bits:2048"_s});
    m_publicPem = openssl({u"rsa"_s, u"-pubout"_s}, m_pem);
    auto pair = keys::readSingleKey(bytesOf(m_pem));
    QVERIFY_RESULT(pair);
    m_pair = std::move(*pair);
}

void tst_AlgorithmConfusion::refusesTokenMadeWithThePublicKey_data()
{
    QTest::addColumn<QByteArray>("secret");
    const auto publicKey = *keys::publicKeyOf(m_pair->material);
    QTest::newRow("PEM") << m_publicPem;
    QTest::newRow("PEM without the last line break") << m_publicPem.trimmed();
    QTest::newRow("PEM with leading white space") << " \n" + m_publicPem;
    QTest::newRow("PEM with CRLF") << QByteArray(m_publicPem).replace("\n", "\r\n");
    QTest::newRow("PKCS#1 PEM") << openssl({u"rsa"_s, u"-RSAPublicKey_out"_s}, m_pem);
    QTest::newRow("DER") << publicKey.spkiDer();
    QTest::newRow("base64 of the DER") << publicKey.spkiDer().toBase64();
    QTest::newRow("JWK") << keys::publicKeyJwk(publicKey);
    QTest::newRow("JWK Set") << "{\"keys\":[" + keys::publicKeyJwk(publicKey) + "]}";
    QTest::newRow("ssh") << QByteArray("ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB me@host");
}

void tst_AlgorithmConfusion::refusesTokenMadeWithThePublicKey()
{
    QFETCH(QByteArray, secret);
    // The key is typed: an RSA key never checks an HMAC.
    const auto key = jose::VerificationKey::create(*keys::publicKeyOf(m_pair->material));
    QVERIFY_RESULT(key);
    for (const char *algorithm : {"HS256", "HS384", "HS512"}) {
        const auto verified = verifier().verify(jose::decodeToken(forge(secret, algorithm)), *key);
        QVERIFY(!verified.has_value());
        QCOMPARE(verified.error().constFirst().failure, jose::JwtFailure::AlgorithmNotAllowed);
    }
    // And the text is never taken for a secret.
    const auto asSecret = keys::readSecret(bytesOf(secret), keys::SecretEncoding::Text);
    QCOMPARE_ERROR(asSecret, ErrorCode::InvalidKey);
}

void tst_AlgorithmConfusion::publicKeyAllowsNoOtherType_data()
{
    QTest::addColumn<JwsAlgorithm>("algorithm");
    QTest::newRow("HS256") << JwsAlgorithm::HS256;
    QTest::newRow("HS384") << JwsAlgorithm::HS384;
    QTest::newRow("HS512") << JwsAlgorithm::HS512;
    QTest::newRow("ES256") << JwsAlgorithm::ES256;
    QTest::newRow("EdDSA") << JwsAlgorithm::EdDSA;
}

void tst_AlgorithmConfusion::publicKeyAllowsNoOtherType()
{
    QFETCH(JwsAlgorithm, algorithm);
    const auto key = jose::VerificationKey::create(m_pair->material, {algorithm});
    QCOMPARE_ERROR(key, ErrorCode::UnsupportedAlgorithm);
    const auto token =
        jose::signCompact(m_pair->material, algorithm,
                          json("{'alg':'" + crypto::algorithmName(algorithm).toLatin1() + "'}"), "{}");
    QCOMPARE_ERROR(token, ErrorCode::UnsupportedAlgorithm);
}

void tst_AlgorithmConfusion::sameKeyStillVerifiesItsOwn()
{
    const auto token = jose::signCompact(m_pair->material, JwsAlgorithm::RS256, json("{'alg':'RS256'}"),
                                         json("{'sub':'x'}"));
    QVERIFY_RESULT(token);
    const auto key = jose::VerificationKey::create(*keys::publicKeyOf(m_pair->material));
    QVERIFY(verifier().verify(jose::decodeToken(*token), *key).has_value());
}

QTEST_GUILESS_MAIN(tst_AlgorithmConfusion)
#include "tst_algorithmconfusion.moc"
