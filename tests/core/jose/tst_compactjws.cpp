#include "core/jose/compactjws.h"
#include "core/jose/jwsverifier.h"
#include "tests/support/jsontext.h"
#include "tests/support/opensslcommand.h"
#include "tests/support/result.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using crypto::JwsAlgorithm;
using test::json;
using enum crypto::JwsAlgorithm;

namespace {

keys::KeyMaterial keyFor(JwsAlgorithm algorithm)
{
    keys::GenerationRequest request;
    request.type = crypto::keyTypeFor(algorithm);
    request.bits = request.type == crypto::KeyType::Rsa ? 2048 : 256;
    request.curve = crypto::curveFor(algorithm).value_or(crypto::EcCurve::P256);
    return *keys::generateKey(request);
}

QByteArray headerFor(JwsAlgorithm algorithm)
{
    return json("{'alg':'" + crypto::algorithmName(algorithm).toLatin1() + "','typ':'JWT'}");
}

} // namespace

class tst_CompactJws : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsAndVerifies_data();
    void signsAndVerifies();
    void makesHuggysToken();
    void refusesToSign_data();
    void refusesToSign();
    void refusesPublicAndWeakKeys();
    void weakRsaKeyStillVerifies();
};

void tst_CompactJws::signsAndVerifies_data()
{
    QTest::addColumn<JwsAlgorithm>("algorithm");
    for (const JwsAlgorithm algorithm :
         {HS256, HS384, HS512, RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, EdDSA}) {
        QTest::newRow(qPrintable(crypto::algorithmName(algorithm))) << algorithm;
    }
}

void tst_CompactJws::signsAndVerifies()
{
    QFETCH(JwsAlgorithm, algorithm);
    const keys::KeyMaterial material = keyFor(algorithm);
    const auto token = jose::signCompact(material, algorithm, headerFor(algorithm), "any payload");
    QVERIFY_RESULT(token);
    const jose::DecodedToken decoded = jose::decodeToken(*token);
    const auto key = jose::VerificationKey::create(material);
    QVERIFY_RESULT(key);
    const auto verified = jose::verifyJws(decoded, *key);
    QVERIFY(verified.has_value());
    QCOMPARE(verified->algorithm(), algorithm);
    QCOMPARE(verified->payload(), QByteArray("any payload"));
    QCOMPARE(decoded.jwt->signature.size(), key->signatureSize(algorithm));
    // A signature of any other length is refused, and named.
    const QByteArray head = decoded.jwt->signingInput + '.';
    const std::pair<QByteArray, jose::JwtFailure> signatures[]{
        {"AA", jose::JwtFailure::SignatureTooShort},
        {QByteArray("AAAA").repeated(200), jose::JwtFailure::SignatureForm},
    };
    for (const auto &[signature, failure] : signatures) {
        const auto problems = jose::verifyJws(jose::decodeToken(head + signature), *key);
        QVERIFY(!problems.has_value());
        QCOMPARE(problems.error().constFirst().failure, failure);
        QVERIFY(problems.error().constFirst().detail.startsWith(u"the signature has "));
    }
}

void tst_CompactJws::makesHuggysToken()
{
    // The header and payload of Huggy's page; the tag by openssl.
    const keys::KeyMaterial key =
        keys::SecretKey{SecretBytes::copyOf(bytesOf("your_secret_key")), keys::SecretEncoding::Text};
    const auto token = jose::signCompact(key, HS256, json("{'typ':'JWT','alg':'HS256'}"),
                                         json("{'jti':'user1@company.com'}"));
    QVERIFY_RESULT(token);
    const QByteArray input = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJqdGkiOiJ1c2VyMUBjb21wYW55LmNvbSJ9";
    const QByteArray tag =
        test::openssl({u"dgst"_s, u"-sha256"_s, u"-hmac"_s, u"your_secret_key"_s, u"-binary"_s}, input);
    QCOMPARE(*token,
             input + '.' + tag.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

void tst_CompactJws::refusesToSign_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<JwsAlgorithm>("algorithm");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("another alg in the header") << headerFor(HS512) << HS256 << ErrorCode::InvalidInput;
    QTest::newRow("alg none in the header") << json("{'alg':'none'}") << HS256 << ErrorCode::InvalidInput;
    QTest::newRow("no alg in the header") << QByteArray("{}") << HS256 << ErrorCode::InvalidInput;
    QTest::newRow("header an array") << QByteArray("[]") << HS256 << ErrorCode::InvalidInput;
    QTest::newRow("header with a member twice")
        << json("{'alg':'HS256','alg':'HS256'}") << HS256 << ErrorCode::InvalidInput;
    QTest::newRow("algorithm of another type")
        << headerFor(RS256) << RS256 << ErrorCode::UnsupportedAlgorithm;
}

void tst_CompactJws::refusesToSign()
{
    QFETCH(QByteArray, header);
    QFETCH(JwsAlgorithm, algorithm);
    QFETCH(ErrorCode, code);
    const auto token = jose::signCompact(keyFor(HS256), algorithm, header, "{}");
    QCOMPARE_ERROR(token, code);
}

void tst_CompactJws::refusesPublicAndWeakKeys()
{
    const keys::KeyMaterial publicKey = *keys::publicKeyOf(keyFor(ES256));
    const auto byPublicKey = jose::signCompact(publicKey, ES256, headerFor(ES256), "{}");
    QCOMPARE_ERROR(byPublicKey, ErrorCode::InvalidKey);
    const auto otherCurve = jose::signCompact(keyFor(ES256), ES384, headerFor(ES384), "{}");
    QCOMPARE_ERROR(otherCurve, ErrorCode::UnsupportedAlgorithm);
    const auto weak = keys::readSingleKey(bytesOf(test::openssl({u"genrsa"_s, u"1024"_s})));
    QVERIFY_RESULT(weak);
    const auto byWeakKey = jose::signCompact(weak->material, RS256, headerFor(RS256), "{}");
    QCOMPARE_ERROR(byWeakKey, ErrorCode::WeakKey);
    QVERIFY2(byWeakKey.error().detail.endsWith(u"where 2048 bits are the least"),
             qPrintable(byWeakKey.error().detail));
}

void tst_CompactJws::weakRsaKeyStillVerifies()
{
    const auto weak = keys::readSingleKey(bytesOf(test::openssl({u"genrsa"_s, u"1024"_s})));
    QVERIFY_RESULT(weak);
    const QByteArray input = jose::makeSigningInput(headerFor(RS256), "{}");
    const auto signature = std::get<crypto::PrivateKey>(weak->material).sign(RS256, bytesOf(input));
    QVERIFY_RESULT(signature);
    const QByteArray token =
        input + '.' + signature->toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const auto key = jose::VerificationKey::create(weak->material);
    QVERIFY(jose::verifyJws(jose::decodeToken(token), *key).has_value());
}

QTEST_GUILESS_MAIN(tst_CompactJws)
#include "tst_compactjws.moc"
