#include "core/jose/compactjws.h"
#include "core/jose/jwsverifier.h"
#include "tests/support/corpora.h"
#include "tests/support/result.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;

namespace {

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

bool isVerified(const QByteArray &token, const jose::VerificationKey &key)
{
    return jose::verifyJws(jose::decodeToken(token), key).has_value();
}

/// What every token that verifies must survive: one changed character in any part, and another key.
void refusesChanges(const QByteArray &token, const jose::VerificationKey &key)
{
    for (qsizetype i = 0; i < token.size(); i += 7) {
        if (token.at(i) != '.') {
            QByteArray changed = token;
            changed[i] = changed.at(i) == 'A' ? 'B' : 'A';
            QVERIFY2(!isVerified(changed, key), qPrintable(u"character %1"_s.arg(i)));
        }
    }
    const keys::KeyMaterial other =
        keys::SecretKey{SecretBytes::copyOf(bytesOf("another secret")), keys::SecretEncoding::Text};
    QVERIFY(!isVerified(token, *jose::VerificationKey::create(other)));
}

} // namespace

class tst_JwsVectors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verifiesRfc7515_data();
    void verifiesRfc7515();
    void refusesRfc7515_data();
    void refusesRfc7515();
    void verifiesCookbook_data();
    void verifiesCookbook();
    void signsWhatIsReproducible_data();
    void signsWhatIsReproducible();
    void refusesJsonSerializations_data();
    void refusesJsonSerializations();
    void refusesDetachedContent();
};

void tst_JwsVectors::verifiesRfc7515_data()
{
    REQUIRE_CORPUS(folder, "rfc-jose");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isReproducible");
    QTest::newRow("A.1 HS256") << u"rfc7515_A.1"_s << true;
    QTest::newRow("A.2 RS256") << u"rfc7515_A.2"_s << true;
    QTest::newRow("A.3 ES256") << u"rfc7515_A.3"_s << false;
    QTest::newRow("A.4 ES512, payload that is no JSON") << u"rfc7515_A.4"_s << false;
}

void tst_JwsVectors::verifiesRfc7515()
{
    QFETCH(QString, name);
    QFETCH(bool, isReproducible);
    const auto read = keys::readSingleKey(bytesOf(test::readCorpus(u"rfc-jose/%1.jwk"_s.arg(name))));
    QVERIFY_RESULT(read);
    const auto key = jose::VerificationKey::create(*read);
    QVERIFY_RESULT(key);
    const QByteArray token = test::readCorpus(u"rfc-jose/%1.jwsc"_s.arg(name)).trimmed();
    const auto verified = jose::verifyJws(jose::decodeToken(token), *key);
    QVERIFY(verified.has_value());
    refusesChanges(token, *key);
    if (isReproducible) {
        const jose::UnverifiedJwt jws = *jose::decodeToken(token).jwt;
        const auto signedAgain =
            jose::signCompact(read->material, verified->algorithm(), jws.headerJson, jws.payload);
        QVERIFY_RESULT(signedAgain);
        QCOMPARE(*signedAgain, token);
    }
}

void tst_JwsVectors::refusesRfc7515_data()
{
    REQUIRE_CORPUS(folder, "rfc-jose");
    QTest::addColumn<QString>("file");
    QTest::addColumn<jose::TokenFault>("fault");
    QTest::newRow("A.5 unsecured") << u"rfc7515_A.5.jwsc"_s << jose::TokenFault::Unsigned;
    QTest::newRow("A.6 general JSON") << u"rfc7515_A.6.jwsg"_s << jose::TokenFault::JsonSerialization;
    QTest::newRow("A.7 flattened JSON") << u"rfc7515_A.7.jwsf"_s << jose::TokenFault::JsonSerialization;
}

void tst_JwsVectors::refusesRfc7515()
{
    QFETCH(QString, file);
    QFETCH(jose::TokenFault, fault);
    const jose::DecodedToken decoded = jose::decodeToken(test::readCorpus(u"rfc-jose/"_s + file).trimmed());
    QVERIFY(decoded.has(fault));
    QVERIFY(!decoded.isAcceptableJws());
}

void tst_JwsVectors::verifiesCookbook_data()
{
    REQUIRE_CORPUS(folder, "jose-cookbook/jws");
    QTest::addColumn<QString>("file");
    QTest::newRow("4.1 RS256") << u"4_1.rsa_v15_signature.json"_s;
    QTest::newRow("4.2 PS384") << u"4_2.rsa-pss_signature.json"_s;
    QTest::newRow("4.3 ES512") << u"4_3.ecdsa_signature.json"_s;
    QTest::newRow("4.4 HS256") << u"4_4.hmac-sha2_integrity_protection.json"_s;
}

void tst_JwsVectors::verifiesCookbook()
{
    QFETCH(QString, file);
    const QJsonObject vector = test::readJsonCorpus(u"jose-cookbook/jws/"_s + file);
    const QJsonObject input = vector[u"input"].toObject();
    const auto read = keys::readSingleKey(bytesOf(compact(input[u"key"].toObject())));
    QVERIFY_RESULT(read);
    const auto key = jose::VerificationKey::create(*read);
    QVERIFY_RESULT(key);
    const QByteArray token = vector[u"output"].toObject()[u"compact"].toString().toLatin1();
    const auto verified = jose::verifyJws(jose::decodeToken(token), *key);
    QVERIFY(verified.has_value());
    QCOMPARE(verified->payload(), input[u"payload"].toString().toUtf8());
    QCOMPARE(crypto::algorithmName(verified->algorithm()), input[u"alg"].toString());
    refusesChanges(token, *key);
}

void tst_JwsVectors::signsWhatIsReproducible_data()
{
    REQUIRE_CORPUS(folder, "jose-cookbook/jws");
    QTest::addColumn<QString>("file");
    QTest::newRow("4.1 RS256") << u"4_1.rsa_v15_signature.json"_s;
    QTest::newRow("4.4 HS256") << u"4_4.hmac-sha2_integrity_protection.json"_s;
}

void tst_JwsVectors::signsWhatIsReproducible()
{
    QFETCH(QString, file);
    const QJsonObject vector = test::readJsonCorpus(u"jose-cookbook/jws/"_s + file);
    QVERIFY(vector[u"reproducible"].toBool());
    const QJsonObject input = vector[u"input"].toObject();
    const auto read = keys::readSingleKey(bytesOf(compact(input[u"key"].toObject())));
    QVERIFY_RESULT(read);
    const QByteArray header =
        QByteArray::fromBase64(vector[u"signing"].toObject()[u"protected_b64u"].toString().toLatin1(),
                               QByteArray::Base64UrlEncoding);
    const auto algorithm = crypto::algorithmNamed(input[u"alg"].toString());
    const auto token =
        jose::signCompact(read->material, *algorithm, header, input[u"payload"].toString().toUtf8());
    QVERIFY_RESULT(token);
    QCOMPARE(*token, vector[u"output"].toObject()[u"compact"].toString().toLatin1());
}

void tst_JwsVectors::refusesJsonSerializations_data()
{
    REQUIRE_CORPUS(folder, "jose-cookbook/jws");
    QTest::addColumn<QByteArray>("text");
    int rows = 0;
    for (const QString &file : QDir(folder).entryList({u"*.json"_s})) {
        const QJsonObject output = test::readJsonCorpus(u"jose-cookbook/jws/"_s + file)[u"output"].toObject();
        for (const QString &form : {u"json"_s, u"json_flat"_s}) {
            if (output.contains(form)) {
                QTest::addRow("%s %s", qPrintable(file), qPrintable(form))
                    << compact(output[form].toObject());
                ++rows;
            }
        }
    }
    QCOMPARE(rows, 15);
}

void tst_JwsVectors::refusesJsonSerializations()
{
    QFETCH(QByteArray, text);
    const jose::DecodedToken decoded = jose::decodeToken(text);
    QCOMPARE(decoded.findings.size(), 1);
    QVERIFY(decoded.has(jose::TokenFault::JsonSerialization));
}

void tst_JwsVectors::refusesDetachedContent()
{
    REQUIRE_CORPUS(path, "jose-cookbook/jws/4_5.signature_with_detached_content.json");
    const QJsonObject vector =
        test::readJsonCorpus(u"jose-cookbook/jws/4_5.signature_with_detached_content.json"_s);
    const jose::DecodedToken decoded =
        jose::decodeToken(vector[u"output"].toObject()[u"compact"].toString().toLatin1());
    QVERIFY(decoded.has(jose::TokenFault::PayloadNotAnObject));
    QVERIFY(decoded.findings.constFirst().detail.contains(u"detached content is not supported"));
    const auto read = keys::readSingleKey(bytesOf(compact(vector[u"input"].toObject()[u"key"].toObject())));
    QVERIFY_RESULT(read);
    const auto key = jose::VerificationKey::create(*read);
    QVERIFY(!jose::verifyJws(decoded, *key).has_value());
}

QTEST_GUILESS_MAIN(tst_JwsVectors)
#include "tst_jwsvectors.moc"
