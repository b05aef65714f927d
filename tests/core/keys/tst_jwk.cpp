#include "core/keys/fingerprint.h"
#include "core/keys/keyreader.h"
#include "tests/support/corpora.h"
#include "tests/support/jsontext.h"
#include "tests/support/result.h"

#include <QDir>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using test::json;

namespace {

/// RFC 7515 appendix A.3.
const QByteArray ecX = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
const QByteArray ecY = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";
const QByteArray ecD = "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI";
/// RFC 8037 appendix A.
const QByteArray edX = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
const QByteArray edD = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A";
/// RFC 7638 section 3.1.
const QByteArray rsaN = "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tS"
                        "oc_BJECPebWKRXjBZCiFV4n3okn"
                        "jhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_"
                        "FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6"
                        "qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_"
                        "xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw";

QByteArray ecJwk(const QByteArray &more = {})
{
    return json("{'kty':'EC','crv':'P-256','x':'") + ecX + json("','y':'") + ecY + '"' + more + '}';
}

QByteArray rsaJwk(const QByteArray &more = {})
{
    return json("{'kty':'RSA','e':'AQAB','n':'") + rsaN + '"' + more + '}';
}

QByteArray octJwk(const QByteArray &more = {})
{
    return json("{'kty':'oct','k':'-ebuDNsVZ2iJtoZ-akfXTSCt4UO2cruLCsbWlBinggE'") + more + '}';
}

} // namespace

class tst_Jwk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCookbookKey_data();
    void readsCookbookKey();
    void readsRfc7515Key_data();
    void readsRfc7515Key();
    void readsQuotedJwk();
    void makesRfc7638Thumbprint();
    void makesRfc8037Thumbprint();
    void readsRsaWithoutPrimes();
    void readsUse_data();
    void readsUse();
    void notesCertificates();
    void refusesJwk_data();
    void refusesJwk();
    void detailHoldsNoPrivateNumber();
};

void tst_Jwk::readsCookbookKey_data()
{
    REQUIRE_CORPUS(folder, "jose-cookbook/jwk");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("described");
    QTest::addColumn<bool>("isPrivate");
    QTest::addColumn<bool>("mayVerify");
    QTest::newRow("3.1 EC public") << u"3_1.ec_public_key.json"_s << u"EC P-521, public key only"_s << false
                                   << true;
    QTest::newRow("3.2 EC private") << u"3_2.ec_private_key.json"_s << u"EC P-521"_s << true << true;
    QTest::newRow("3.3 RSA public") << u"3_3.rsa_public_key.json"_s << u"RSA 2048, public key only"_s << false
                                    << true;
    QTest::newRow("3.4 RSA private") << u"3_4.rsa_private_key.json"_s << u"RSA 2048"_s << true << true;
    QTest::newRow("3.5 MAC") << u"3_5.symmetric_key_mac_computation.json"_s << u"Secret, 32 bytes, base64"_s
                             << false << true;
    QTest::newRow("3.6 encryption") << u"3_6.symmetric_key_encryption.json"_s << u"Secret, 32 bytes, base64"_s
                                    << false << false;
}

void tst_Jwk::readsCookbookKey()
{
    QFETCH(QString, path);
    QFETCH(QString, described);
    QFETCH(bool, isPrivate);
    QFETCH(bool, mayVerify);
    const auto key = keys::readSingleKey(bytesOf(test::readCorpus(u"jose-cookbook/jwk/"_s + path)));
    QVERIFY_RESULT(key);
    QCOMPARE(keys::describeKey(keys::describe(key->material)), described);
    QCOMPARE(std::holds_alternative<crypto::PrivateKey>(key->material), isPrivate);
    QCOMPARE(key->mayVerify, mayVerify);
    QCOMPARE(key->maySign, mayVerify);
    const QJsonObject json = test::readJsonCorpus(u"jose-cookbook/jwk/"_s + path);
    QCOMPARE(key->keyId, json.value(u"kid").toString());
}

void tst_Jwk::readsRfc7515Key_data()
{
    REQUIRE_CORPUS(folder, "rfc-jose");
    QTest::addColumn<QString>("path");
    const QStringList names = QDir(folder).entryList({u"rfc7515_*.jwk"_s});
    QVERIFY(!names.isEmpty());
    for (const QString &name : names) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

void tst_Jwk::readsRfc7515Key()
{
    QFETCH(QString, path);
    const auto key = keys::readSingleKey(bytesOf(test::readCorpus(u"rfc-jose/"_s + path)));
    QVERIFY_RESULT(key);
    QVERIFY(keys::describe(key->material).hasPrivatePart);
    QCOMPARE(key->notes, QStringList());
}

void tst_Jwk::readsQuotedJwk()
{
    for (const char quote : {'"', '\'', '`'}) {
        const auto key = keys::readSingleKey(bytesOf(" " + (quote + ecJwk() + quote) + "\n"));
        QVERIFY_RESULT(key);
        QCOMPARE(key->notes, QStringList{u"quotes around the key"_s});
        QCOMPARE(keys::describeKey(keys::describe(key->material)), u"EC P-256, public key only"_s);
    }
}

void tst_Jwk::makesRfc7638Thumbprint()
{
    REQUIRE_CORPUS(path, "rfc-jose/rfc7638_3.1.jwk");
    const auto key = keys::readSingleKey(bytesOf(test::readCorpus(u"rfc-jose/rfc7638_3.1.jwk"_s)));
    QVERIFY_RESULT(key);
    QCOMPARE(keys::thumbprint(*keys::publicKeyOf(key->material)).toLatin1(),
             test::readCorpus(u"rfc-jose/rfc7638_3.1.thp"_s).trimmed());
}

void tst_Jwk::makesRfc8037Thumbprint()
{
    // RFC 8037 appendix A.3.
    const QByteArray jwk =
        json("{'kty':'OKP','crv':'Ed25519','d':'") + edD + json("','x':'") + edX + json("'}");
    const auto key = keys::readSingleKey(bytesOf(jwk));
    QVERIFY_RESULT(key);
    QCOMPARE(keys::thumbprint(*keys::publicKeyOf(key->material)),
             u"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"_s);
}

void tst_Jwk::readsRsaWithoutPrimes()
{
    REQUIRE_CORPUS(path, "rfc-jose/rfc7515_A.2.jwk");
    QJsonObject jwk = test::readJsonCorpus(u"rfc-jose/rfc7515_A.2.jwk"_s);
    for (const QString &name : {u"p"_s, u"q"_s, u"dp"_s, u"dq"_s, u"qi"_s}) {
        jwk.remove(name);
    }
    const auto key = keys::readSingleKey(bytesOf(QJsonDocument(jwk).toJson()));
    QVERIFY_RESULT(key);
    QVERIFY(std::holds_alternative<crypto::PrivateKey>(key->material));
}

void tst_Jwk::readsUse_data()
{
    QTest::addColumn<QByteArray>("jwk");
    QTest::addColumn<bool>("mayVerify");
    QTest::addColumn<bool>("maySign");
    QTest::addColumn<QString>("note");
    const QByteArray privateEc = json(",'d':'") + ecD + '"';
    QTest::newRow("nothing said") << ecJwk() << true << true << QString();
    QTest::newRow("use sig") << ecJwk(json(",'use':'sig'")) << true << true << QString();
    QTest::newRow("use enc") << ecJwk(json(",'use':'enc'")) << false << false
                             << u"use \"enc\": not for signatures"_s;
    QTest::newRow("use in capitals") << ecJwk(json(",'use':'SIG'")) << false << false
                                     << u"use \"SIG\": not for signatures"_s;
    QTest::newRow("key_ops verify") << ecJwk(json(",'key_ops':['verify']")) << true << false << QString();
    QTest::newRow("key_ops sign, private")
        << ecJwk(json(",'key_ops':['sign']") + privateEc) << true << true << QString();
    QTest::newRow("key_ops sign, public")
        << ecJwk(json(",'key_ops':['sign']")) << false << true << u"key_ops without \"verify\""_s;
    QTest::newRow("key_ops sign, secret")
        << octJwk(json(",'key_ops':['sign']")) << false << true << u"key_ops without \"verify\""_s;
    QTest::newRow("key_ops encrypt") << ecJwk(json(",'key_ops':['encrypt']")) << false << false
                                     << u"key_ops without \"verify\""_s;
    QTest::newRow("key_ops empty") << ecJwk(json(",'key_ops':[]")) << false << false
                                   << u"key_ops without \"verify\""_s;
    QTest::newRow("use enc, key_ops verify") << ecJwk(json(",'use':'enc','key_ops':['verify']")) << false
                                             << false << u"use \"enc\": not for signatures"_s;
    QTest::newRow("alg ES256") << ecJwk(json(",'alg':'ES256'")) << true << true << QString();
    QTest::newRow("alg for encryption") << octJwk(json(",'alg':'A256GCM'")) << false << false
                                        << u"alg \"A256GCM\": not a signature algorithm Countersign uses"_s;
    QTest::newRow("alg unknown") << ecJwk(json(",'alg':'ES521'")) << false << false
                                 << u"alg \"ES521\": not a signature algorithm Countersign uses"_s;
    QTest::newRow("alg none") << ecJwk(json(",'alg':'none'")) << false << false
                              << u"alg \"none\": not a signature algorithm Countersign uses"_s;
    QTest::newRow("alg in small letters") << ecJwk(json(",'alg':'es256'")) << false << false
                                          << u"alg \"es256\": not a signature algorithm Countersign uses"_s;
}

void tst_Jwk::readsUse()
{
    QFETCH(QByteArray, jwk);
    QFETCH(bool, mayVerify);
    QFETCH(bool, maySign);
    QFETCH(QString, note);
    const auto key = keys::readSingleKey(bytesOf(jwk));
    QVERIFY_RESULT(key);
    QCOMPARE(key->mayVerify, mayVerify);
    QCOMPARE(key->maySign, maySign);
    QCOMPARE(key->notes, note.isEmpty() ? QStringList() : QStringList{note});
}

void tst_Jwk::notesCertificates()
{
    const auto key = keys::readSingleKey(
        bytesOf(rsaJwk(json(",'x5c':['AAAA'],'x5u':'https://example.com/','unknown':{'a':1}"))));
    QVERIFY_RESULT(key);
    QCOMPARE(key->notes, (QStringList{u"x5c left out: only the key's own numbers count"_s,
                                      u"x5u left out: only the key's own numbers count"_s}));
}

void tst_Jwk::refusesJwk_data()
{
    QTest::addColumn<QByteArray>("jwk");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &jwk, const QString &detail,
                        ErrorCode code = ErrorCode::InvalidKey) {
        QTest::newRow(name) << jwk << code << detail;
    };
    const QByteArray shortX = ecX.chopped(2);
    row("unknown kty", json("{'kty':'AKP'}"), u"JWK, kty: \"AKP\" is not a kind Countersign uses"_s,
        ErrorCode::UnsupportedKey);
    row("kty in small letters", json("{'kty':'rsa','n':'AQAB','e':'AQAB'}"), u"\"rsa\" is not a kind"_s,
        ErrorCode::UnsupportedKey);
    row("kty not a string", json("{'kty':1}"), u"JWK, kty: a number where a string belongs"_s);
    row("unknown curve", json("{'kty':'EC','crv':'secp256k1','x':'AA','y':'AA'}"),
        u"JWK, crv: \"secp256k1\""_s, ErrorCode::UnsupportedKey);
    row("X25519", json("{'kty':'OKP','crv':'X25519','x':'") + edX + json("'}"), u"JWK, crv: \"X25519\""_s,
        ErrorCode::UnsupportedKey);
    row("curve missing", json("{'kty':'EC','x':'AA','y':'AA'}"), u"JWK, crv: missing"_s);
    row("y missing", json("{'kty':'EC','crv':'P-256','x':'") + ecX + json("'}"), u"JWK, y: missing"_s);
    row("x too short", json("{'kty':'EC','crv':'P-256','x':'") + shortX + json("','y':'") + ecY + json("'}"),
        u"JWK, x: "_s);
    row("x of another curve",
        json("{'kty':'EC','crv':'P-384','x':'") + ecX + json("','y':'") + ecY + json("'}"),
        u"JWK, x: 32 bytes where the curve has 48"_s);
    row("not on the curve",
        json("{'kty':'EC','crv':'P-256','x':'") + ecX + json("','y':'") + ecX + json("'}"), {});
    row("d of another key", ecJwk(json(",'d':'") + ecX + '"'), {});
    row("Ed25519 d of another key",
        json("{'kty':'OKP','crv':'Ed25519','x':'") + ecX + json("','d':'") + edD + json("'}"), {});
    row("n missing", json("{'kty':'RSA','e':'AQAB'}"), u"JWK, n: missing"_s);
    row("n with padding", json("{'kty':'RSA','e':'AQAB','n':'AQA='}"), u"JWK, n: character 4"_s);
    row("n empty", json("{'kty':'RSA','e':'AQAB','n':''}"), u"JWK, n: empty"_s);
    row("RSA exponent 1", rsaJwk().replace("AQAB", "AQ"), u"the RSA public exponent must be odd"_s);
    row("RSA exponent even", rsaJwk().replace("AQAB", "AQAC"), u"the RSA public exponent must be odd"_s);
    row("RSA d of another key", rsaJwk(json(",'d':'AQAB'")), {});
    row("RSA with p alone", rsaJwk(json(",'d':'AQAB','p':'AQAB'")), u"JWK, q: missing"_s);
    row("RSA with three primes", rsaJwk(json(",'d':'AQAB','oth':[{'r':'AA','d':'AA','t':'AA'}]")),
        u"more than two primes"_s, ErrorCode::UnsupportedKey);
    row("k missing", json("{'kty':'oct'}"), u"JWK, k: missing"_s);
    row("k empty", json("{'kty':'oct','k':''}"), u"JWK, k: empty"_s);
    row("k a number", json("{'kty':'oct','k':12345}"), u"JWK, k: a number where a string belongs"_s);
    row("k in base64", json("{'kty':'oct','k':'+/8='}"), u"JWK, k: character 1"_s);
    row("k with escapes", json("{'kty':'oct','k':'\\u0041AAA'}"), u"JWK, k: character 1"_s);
    row("k twice", octJwk(json(",'k':'AAAA'")), u"\"k\" occurs twice"_s);
    row("k twice, once escaped", octJwk(json(",'\\u006b':'AAAA'")), u"\"k\" occurs twice"_s);
    row("kty twice", json("{'kty':'oct','kty':'RSA','k':'AAAA'}"), u"\"kty\" occurs twice"_s);
    row("text behind", octJwk() + "x", u"JWK: line 1, column 64"_s);
    row("a second JWK behind", octJwk() + octJwk(), u"JWK: line 1, column 64"_s);
    row("cut short", octJwk().chopped(1), u"JWK: "_s);
    row("string cut short", octJwk().chopped(2), u"a string without an end"_s);
    row("not JSON", json("{'kty':oct}"), u"a character JSON does not have here"_s);
    row("kid not a string", octJwk(json(",'kid':1")), u"JWK, kid: a number where a string belongs"_s);
    row("kid too long", octJwk(json(",'kid':'") + QByteArray(513, 'a') + '"'),
        u"JWK, kid: longer than 512 characters"_s);
    row("use not a string", octJwk(json(",'use':['sig']")), u"JWK, use: an array where a string belongs"_s);
    row("key_ops not an array", octJwk(json(",'key_ops':'verify'")), u"JWK, key_ops: not an array"_s);
    row("key_ops of numbers", octJwk(json(",'key_ops':[1]")), u"not an array of strings"_s);
    row("key_ops twice the same", octJwk(json(",'key_ops':['verify','verify']")),
        u"\"verify\" occurs twice"_s);
    row("alg of another kind", octJwk(json(",'alg':'RS256'")),
        u"JWK, alg: RS256 does not belong to this kind of key"_s);
    row("alg HS256 on RSA", rsaJwk(json(",'alg':'HS256'")),
        u"JWK, alg: HS256 does not belong to this kind of key"_s);
    row("alg of another curve", ecJwk(json(",'alg':'ES384'")),
        u"JWK, alg: ES384 does not belong to this kind of key"_s);
}

void tst_Jwk::refusesJwk()
{
    QFETCH(QByteArray, jwk);
    QFETCH(ErrorCode, code);
    QFETCH(QString, detail);
    const auto key = keys::readSingleKey(bytesOf(jwk));
    QCOMPARE_ERROR(key, code);
    QVERIFY2(key.error().detail.contains(detail), qPrintable(key.error().detail));
}

void tst_Jwk::detailHoldsNoPrivateNumber()
{
    const QByteArray secret = "dGlnZXIgdGlnZXI";
    const QByteArrayList texts = {json("{'kty':'oct','k':'") + secret + json("!'}"),
                                  json("{'kty':'oct','k':'") + secret,
                                  json("{'kty':'oct','k':['") + secret + json("']}"),
                                  json("{'kty':'oct','k':'") + secret + json("'} ") + secret,
                                  json("{'kty':'") + QByteArray("oct") + json("','k':'") + secret +
                                      json("','k':'") + secret + json("'}")};
    for (const QByteArray &text : texts) {
        const auto key = keys::readSingleKey(bytesOf(text));
        QVERIFY(!key.has_value());
        QVERIFY2(!key.error().detail.contains(u"dGln"), qPrintable(key.error().detail));
    }
}

QTEST_GUILESS_MAIN(tst_Jwk)
#include "tst_jwk.moc"
