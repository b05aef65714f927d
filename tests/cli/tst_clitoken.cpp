#include "clirunner.h"

#include <QTest>

using namespace countersign;
using namespace countersign::cli;
using namespace Qt::StringLiterals;

namespace {

// RFC 7515, appendix A.1
const QByteArray rfcKey =
    R"({"kty":"oct","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"})";
const QString rfcToken =
    u"eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
    ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
    ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"_s;

QByteArrayList causeIds(const JsonObject &verdict)
{
    QByteArrayList ids;
    const JsonValue *causes = findMember(verdict, u"causes");
    for (const JsonValue &cause : causes != nullptr ? *causes->asArray() : JsonArray()) {
        ids.append(findMember(*cause.asObject(), u"id")->asString()->toLatin1());
    }
    return ids;
}

} // namespace

class tst_CliToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsTheSameBytesAsJsonwebtoken();
    void putsTheKeyIdAndTheHeaderAsAsked();
    void refusesAHeaderThatContradictsTheAlgorithm();
    void verifiesTheTokenOfRfc7515AtItsTime();
    void reportsAllThatIsWrongAtOnce();
    void saysByHowMuchATokenExpired();
    void verifiesWithEachKindOfKeyItMade_data();
    void verifiesWithEachKindOfKeyItMade();
    void letsTheKidChooseInAKeySet();
    void takesTheAlgorithmFromTheKey();
    void verifiesAnyPayload();
    void printsNoPayloadThatIsNotVerified();
    void decodesWithoutSayingVerified();
    void decodesWithoutWhatStandsAroundAToken_data();
    void decodesWithoutWhatStandsAroundAToken();
    void namesWhatStandsAroundAnUnreadableToken();
    void asksForATokenWhereAHashIsPasted();
    void namesTheWrappingWhateverTheKeyIsFor();
    void namesEachRefusal_data();
    void namesEachRefusal();
    void checksIssuerAndAudience_data();
    void checksIssuerAndAudience();
};

void tst_CliToken::signsTheSameBytesAsJsonwebtoken()
{
    CliRunner runner;
    const QString key = runner.write(u"k"_s, "0123456789abcdef0123456789abcdef");
    const CliRun run =
        runner.run({u"jwt"_s, u"sign"_s, u"--key-file"_s, key, u"--alg"_s, u"HS256"_s, u"--header"_s,
                    u"{\"alg\":\"HS256\",\"typ\":\"JWT\"}"_s, u"{\"jti\": \"user1@company.com\"}"_s});
    QCOMPARE(run.exitCode, 0);
    // jsonwebtoken 9.0.3: sign({jti: 'user1@company.com'}, key, {noTimestamp: true})
    QCOMPARE(run.line(), "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJqdGkiOiJ1c2VyMUBjb21wYW55LmNvbSJ9."
                         "o5jgi0o2xtUoYbQDDLMR2KMogzJZdwte3gaBy-0Hdkk");
}

void tst_CliToken::putsTheKeyIdAndTheHeaderAsAsked()
{
    CliRunner runner;
    const QString key = runner.write(u"k"_s, "0123456789abcdef0123456789abcdef");
    const CliRun run = runner.run({u"jwt"_s, u"sign"_s, u"--json"_s, u"--key-file"_s, key, u"--alg"_s,
                                   u"HS512"_s, u"--kid"_s, u"key-7"_s, u"{}"_s});
    const JsonObject expected{{u"typ"_s, u"JWT"_s}, {u"alg"_s, u"HS512"_s}, {u"kid"_s, u"key-7"_s}};
    QCOMPARE(*findMember(run.json(), u"header")->asObject(), expected);
}

void tst_CliToken::refusesAHeaderThatContradictsTheAlgorithm()
{
    CliRunner runner;
    const QString key = runner.write(u"k"_s, "0123456789abcdef0123456789abcdef");
    const CliRun run = runner.run({u"jwt"_s, u"sign"_s, u"--key-file"_s, key, u"--alg"_s, u"HS256"_s,
                                   u"--header"_s, u"{\"alg\":\"none\"}"_s, u"{}"_s});
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.output.isEmpty());
}

void tst_CliToken::verifiesTheTokenOfRfc7515AtItsTime()
{
    CliRunner runner;
    const QString key = runner.write(u"k.jwk"_s, rfcKey);
    const CliRun run = runner.run({u"jwt"_s, u"verify"_s, u"--key-file"_s, key, u"--now"_s,
                                   u"2011-03-22T18:00:00Z"_s, u"--issuer"_s, u"joe"_s, rfcToken});
    QVERIFY2(run.exitCode == 0, run.output.constData());
    QVERIFY(run.output.startsWith("verified (HS256)"));
}

void tst_CliToken::reportsAllThatIsWrongAtOnce()
{
    CliRunner runner;
    const QString key = runner.write(u"k.jwk"_s, rfcKey);
    const CliRun run = runner.run({u"jwt"_s, u"verify"_s, u"--json"_s, u"--key-file"_s, key, u"--issuer"_s,
                                   u"eve"_s, u"--audience"_s, u"shop"_s, rfcToken.chopped(2) + u"Aw"_s});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(causeIds(run.json()), (QByteArrayList{"IDV-TOKEN-SIGNATURE", "IDV-TOKEN-EXPIRED",
                                                   "IDV-TOKEN-ISSUER", "IDV-TOKEN-AUDIENCE"}));
}

void tst_CliToken::saysByHowMuchATokenExpired()
{
    CliRunner runner;
    const QString key = runner.write(u"k.jwk"_s, rfcKey);
    // Two hours and three minutes after 1300819380.
    const QStringList verify{u"jwt"_s, u"verify"_s, u"--key-file"_s, key, rfcToken, u"--now"_s};
    const CliRun late = runner.run(verify + QStringList{QString::number(1300819380 + 7380)});
    QCOMPARE(late.exitCode, 1);
    QVERIFY2(late.output.contains("expired 2 h 3 min ago"), late.output.constData());
    QCOMPARE(runner.run(verify + QStringList{u"1300819380"_s}).exitCode, 1); // now is expired
    QCOMPARE(runner.run(verify + QStringList{u"1300819379"_s}).exitCode, 0);
    QCOMPARE(runner.run(verify + QStringList{u"1300819380"_s, u"--clock-skew"_s, u"60"_s}).exitCode, 0);
}

void tst_CliToken::verifiesWithEachKindOfKeyItMade_data()
{
    QTest::addColumn<QStringList>("generation");
    QTest::addColumn<QString>("algorithm");

    for (const QString &algorithm :
         {u"RS256"_s, u"RS384"_s, u"RS512"_s, u"PS256"_s, u"PS384"_s, u"PS512"_s}) {
        QTest::newRow(qPrintable(algorithm)) << QStringList{u"rsa"_s} << algorithm;
    }
    for (const QString &algorithm : {u"HS256"_s, u"HS384"_s, u"HS512"_s}) {
        QTest::newRow(qPrintable(algorithm)) << QStringList{u"hmac"_s} << algorithm;
    }
    QTest::newRow("ES256") << QStringList{u"ec"_s} << u"ES256"_s;
    QTest::newRow("ES384") << QStringList{u"ec"_s, u"--curve"_s, u"P-384"_s} << u"ES384"_s;
    QTest::newRow("ES512") << QStringList{u"ec"_s, u"--curve"_s, u"P-521"_s} << u"ES512"_s;
    QTest::newRow("EdDSA") << QStringList{u"ed25519"_s} << u"EdDSA"_s;
}

void tst_CliToken::verifiesWithEachKindOfKeyItMade()
{
    QFETCH(QStringList, generation);
    QFETCH(QString, algorithm);

    CliRunner runner;
    const QString key = runner.path(u"key"_s);
    QCOMPARE(
        runner.run(QStringList{u"key"_s, u"generate"_s, u"--out"_s, key, u"--type"_s} + generation).exitCode,
        0);
    const CliRun made = runner.run({u"jwt"_s, u"sign"_s, u"--key-file"_s, key, u"--alg"_s, algorithm,
                                    u"{\"sub\":\"a\",\"exp\":1795219200}"_s});
    QVERIFY2(made.exitCode == 0, made.errors.constData());
    const bool isSecret = generation.first() == u"hmac"_s;
    const QString publicKey =
        isSecret ? key : runner.write(u"public"_s, runner.run({u"key"_s, u"public"_s, key}).output);
    const QStringList verify{u"jwt"_s, u"verify"_s, u"--key-file"_s, publicKey, u"-"_s};
    QCOMPARE(runner.run(verify, made.output).exitCode, 0);
    QCOMPARE(runner.run(verify + QStringList{u"--alg"_s, algorithm}, made.output).exitCode, 0);
    QCOMPARE(runner
                 .run(verify + QStringList{u"--alg"_s, algorithm == u"ES256"_s ? u"RS256"_s : u"ES256"_s},
                      made.output)
                 .exitCode,
             5);
}

void tst_CliToken::letsTheKidChooseInAKeySet()
{
    CliRunner runner;
    const QString set = runner.write(
        u"set"_s,
        "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"one\",\"k\":\"MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY\"},"
        "{\"kty\":\"oct\",\"kid\":\"two\",\"k\":\"ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA\"}]}");
    const QString one = runner.write(u"one"_s, "0123456789abcdef0123456789abcdef");
    const auto tokenFor = [&](const QStringList &keyId) {
        return runner
            .run(QStringList{u"jwt"_s, u"sign"_s, u"--key-file"_s, one, u"--alg"_s, u"HS256"_s,
                             u"{\"exp\":1795219200}"_s} +
                 keyId)
            .output;
    };
    const QStringList verify{u"jwt"_s, u"verify"_s, u"--json"_s, u"--key-file"_s, set, u"-"_s};
    QCOMPARE(runner.run(verify, tokenFor({u"--kid"_s, u"one"_s})).exitCode, 0);
    QCOMPARE(causeIds(runner.run(verify, tokenFor({u"--kid"_s, u"two"_s})).json()),
             QByteArrayList{"IDV-TOKEN-SIGNATURE"});
    const CliRun stranger = runner.run(verify, tokenFor({u"--kid"_s, u"three"_s}));
    QCOMPARE(stranger.exitCode, 1);
    QCOMPARE(causeIds(stranger.json()), QByteArrayList{"IDV-TOKEN-KEY-ID"});
    QCOMPARE(runner.run(verify, tokenFor({})).exitCode, 5);
}

void tst_CliToken::takesTheAlgorithmFromTheKey()
{
    CliRunner runner;
    const QString key = runner.path(u"private.pem"_s);
    runner.run({u"key"_s, u"generate"_s, u"--type"_s, u"rsa"_s, u"--out"_s, key});
    const QByteArray pem = runner.run({u"key"_s, u"public"_s, key}).output;
    const QString publicKey = runner.write(u"public.pem"_s, pem);
    // The classic attack: an HMAC keyed with the public key.
    const QString asSecret = runner.write(u"k"_s, pem.toHex());
    const CliRun forged = runner.run(
        {u"jwt"_s, u"sign"_s, u"--key-file"_s, asSecret, u"--alg"_s, u"HS256"_s, u"{\"exp\":1795219200}"_s});
    QCOMPARE(forged.exitCode, 0);
    const CliRun checked =
        runner.run({u"jwt"_s, u"verify"_s, u"--json"_s, u"--key-file"_s, publicKey, u"-"_s}, forged.output);
    QCOMPARE(checked.exitCode, 1);
    QCOMPARE(causeIds(checked.json()), QByteArrayList{"IDV-TOKEN-ALGORITHM"});
    // And a key file is no secret, however it is named or encoded.
    for (const QString &encoding : {u"text"_s, u"hex"_s}) {
        const QString file = encoding == u"hex"_s ? asSecret : publicKey;
        const CliRun refused = runner.run({u"jwt"_s, u"sign"_s, u"--key-file"_s, file, u"--key-encoding"_s,
                                           encoding, u"--alg"_s, u"HS256"_s, u"{}"_s});
        QCOMPARE(refused.exitCode, 3);
    }
}

void tst_CliToken::verifiesAnyPayload()
{
    CliRunner runner;
    const QString key = runner.write(u"k"_s, "0123456789abcdef0123456789abcdef");
    // {"alg":"HS256"} . "any payload at all", by node: createHmac('sha256', key)
    const QString token =
        u"eyJhbGciOiJIUzI1NiJ9.YW55IHBheWxvYWQgYXQgYWxs.jpCHUBnH0NYaYx0i8jIRK2pd-Czqe0E1LxLMqanwhdo"_s;
    const CliRun run = runner.run({u"jws"_s, u"verify"_s, u"--key-file"_s, key, token});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.output, "any payload at all\n");
    QVERIFY(run.errors.contains("verified"));
    const CliRun asJwt = runner.run({u"jwt"_s, u"verify"_s, u"--key-file"_s, key, token});
    QCOMPARE(asJwt.exitCode, 1);
}

void tst_CliToken::printsNoPayloadThatIsNotVerified()
{
    CliRunner runner;
    const QString key = runner.write(u"k"_s, "another key, another key, another");
    const CliRun run = runner.run({u"jws"_s, u"verify"_s, u"--key-file"_s, key, u"--json"_s, rfcToken});
    QCOMPARE(run.exitCode, 1);
    QVERIFY(!run.output.contains("joe"));
}

void tst_CliToken::decodesWithoutSayingVerified()
{
    CliRunner runner;
    const CliRun text = runner.run({u"jwt"_s, u"decode"_s, rfcToken});
    QCOMPARE(text.exitCode, 0);
    QVERIFY(text.output.contains("not checked against any key"));
    QVERIFY(!text.output.toLower().contains("verified"));
    const JsonObject json = runner.run({u"jwt"_s, u"decode"_s, u"--json"_s, rfcToken}).json();
    QCOMPARE(*findMember(*findMember(json, u"claims")->asObject(), u"exp")->asInteger(), 1300819380);
    QCOMPARE(*findMember(json, u"checked")->asBool(), false);
}

void tst_CliToken::decodesWithoutWhatStandsAroundAToken_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("typographic quotes") << u'\u201c' + rfcToken + u'\u201d' << QByteArray("quotes around it");
    QTest::newRow("quotes") << u'"' + rfcToken + u'"' << QByteArray("quotes around it");
    QTest::newRow("Bearer") << u"Bearer "_s + rfcToken << QByteArray("the word Bearer in front");
    QTest::newRow("label") << u"token="_s + rfcToken << QByteArray("a label in front");
}

void tst_CliToken::decodesWithoutWhatStandsAroundAToken()
{
    QFETCH(const QString, token);
    QFETCH(const QByteArray, said);
    CliRunner runner;
    const CliRun text = runner.run({u"jwt"_s, u"decode"_s, token});
    QCOMPARE(text.exitCode, 0);
    QVERIFY(text.output.contains("\"joe\""));
    QVERIFY2(text.output.contains(said) && text.output.contains("IDV-TOKEN-WRAPPED"),
             text.output.constData());
    const JsonObject json = runner.run({u"jwt"_s, u"decode"_s, u"--json"_s, token}).json();
    QCOMPARE(causeIds(json), QByteArrayList{"IDV-TOKEN-WRAPPED"});
    QCOMPARE(*findMember(*findMember(json, u"claims")->asObject(), u"exp")->asInteger(), 1300819380);
}

void tst_CliToken::namesWhatStandsAroundAnUnreadableToken()
{
    const QString encrypted = u"\u201ceyJhbGciOiJkaXIifQ..aXY.Y2lwaGVy.dGFn\u201d"_s;
    const CliRun run = CliRunner().run({u"jwt"_s, u"decode"_s, u"--json"_s, encrypted});
    QCOMPARE(run.exitCode, 3);
    QCOMPARE(causeIds(run.json()), (QByteArrayList{"IDV-TOKEN-WRAPPED", "IDV-TOKEN-ENCRYPTED"}));
}

void tst_CliToken::asksForATokenWhereAHashIsPasted()
{
    const CliRun run = CliRunner().run({u"jwt"_s, u"decode"_s, QString(64, u'a')});
    QCOMPARE(run.exitCode, 3);
    QVERIFY2(run.errors.contains("Make a signed token, in place of the hash."), run.errors.constData());
    QVERIFY2(!run.errors.contains("vendor"), run.errors.constData());
}

void tst_CliToken::namesTheWrappingWhateverTheKeyIsFor()
{
    CliRunner runner;
    const QString key = runner.write(u"k.jwk"_s, rfcKey);
    const QStringList verify{u"jwt"_s, u"verify"_s, u"--json"_s, u"--key-file"_s,
                             key,      u"--alg"_s,  u"ES256"_s};
    QCOMPARE(runner.run(verify + QStringList{rfcToken}).exitCode, 5);
    const CliRun run = runner.run(verify + QStringList{u"Bearer "_s + rfcToken});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(causeIds(run.json()), (QByteArrayList{"IDV-TOKEN-WRAPPED", "IDV-KEY-USE"}));
}

void tst_CliToken::namesEachRefusal_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("cause");

    const auto token = [](const QByteArray &header, const QByteArray &payload) {
        constexpr auto form = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
        return header.toBase64(form) + '.' + payload.toBase64(form) + ".AAAA";
    };
    const QByteArray claims = R"({"exp":1795219200})";
    QTest::newRow("alg none") << token(R"({"alg":"none"})", claims) << 1 << QByteArray("IDV-TOKEN-UNSIGNED");
    QTest::newRow("alg NoNe") << token(R"({"alg":"NoNe"})", claims) << 1 << QByteArray("IDV-TOKEN-UNSIGNED");
    QTest::newRow("empty signature") << token(R"({"alg":"HS256"})", claims).chopped(4) << 1
                                     << QByteArray("IDV-TOKEN-UNSIGNED");
    QTest::newRow("two parts") << token(R"({"alg":"HS256"})", claims).chopped(5) << 1
                               << QByteArray("IDV-TOKEN-TRUNCATED");
    QTest::newRow("alg twice") << token(R"({"alg":"HS256","alg":"none"})", claims) << 1
                               << QByteArray("IDV-TOKEN-DUPLICATE-MEMBER");
    QTest::newRow("exp twice") << token(R"({"alg":"HS256"})", R"({"exp":1,"exp":1795219200})") << 1
                               << QByteArray("IDV-TOKEN-DUPLICATE-MEMBER");
    QTest::newRow("crit") << token(R"({"alg":"HS256","crit":["x"],"x":1})", claims) << 1
                          << QByteArray("IDV-TOKEN-CRITICAL");
    QTest::newRow("b64 false") << token(R"({"alg":"HS256","b64":false})", claims) << 1
                               << QByteArray("IDV-TOKEN-CRITICAL");
    QTest::newRow("nested") << token(R"({"alg":"HS256","cty":"JWT"})", claims) << 1
                            << QByteArray("IDV-TOKEN-NESTED");
    QTest::newRow("claims are an array")
        << token(R"({"alg":"HS256"})", "[]") << 1 << QByteArray("IDV-TOKEN-NO-CLAIMS");
    QTest::newRow("byte-order mark") << token(R"({"alg":"HS256"})", "\xef\xbb\xbf" + claims) << 1
                                     << QByteArray("IDV-TOKEN-JSON-SYNTAX");
    QTest::newRow("Bearer") << "Bearer " + token(R"({"alg":"HS256"})", claims) << 1
                            << QByteArray("IDV-TOKEN-WRAPPED");
    QTest::newRow("quotes") << '"' + token(R"({"alg":"HS256"})", claims) + '"' << 1
                            << QByteArray("IDV-TOKEN-WRAPPED");
    QTest::newRow("a line break inside")
        << token(R"({"alg":"HS256"})", claims).insert(12, "\r\n") << 1 << QByteArray("IDV-TOKEN-WRAPPED");
    QTest::newRow("padding") << token(R"({"alg":"HS256"})", claims) + "==" << 1
                             << QByteArray("IDV-TOKEN-BASE64URL");
    QTest::newRow("a JWE") << token(R"({"alg":"dir"})", claims) + ".AAAA.AAAA" << 5
                           << QByteArray("IDV-TOKEN-ENCRYPTED");
    QTest::newRow("JWS JSON") << QByteArray(R"({"payload":"e30","signatures":[]})") << 5
                              << QByteArray("IDV-TOKEN-JSON");
    QTest::newRow("ES256K") << token(R"({"alg":"ES256K"})", claims) << 5
                            << QByteArray("IDV-TOKEN-UNKNOWN-ALGORITHM");
    QTest::newRow("exp as text") << token(R"({"alg":"HS256"})", R"({"exp":"1795219200"})") << 1
                                 << QByteArray("IDV-TOKEN-TIME-TYPE");
    QTest::newRow("exp in milliseconds")
        << token(R"({"alg":"HS256"})", R"({"exp":1795219200000})") << 1 << QByteArray("IDV-TOKEN-TIME-UNIT");
    QTest::newRow("no exp") << token(R"({"alg":"HS256"})", "{}") << 1
                            << QByteArray("IDV-TOKEN-EXPIRATION-MISSING");
}

void tst_CliToken::namesEachRefusal()
{
    QFETCH(QByteArray, token);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, cause);

    CliRunner runner;
    const QString key = runner.write(u"k"_s, "0123456789abcdef0123456789abcdef");
    const CliRun run = runner.run({u"jwt"_s, u"verify"_s, u"--json"_s, u"--key-file"_s, key, u"-"_s}, token);
    QVERIFY2(run.exitCode == exitCode, run.output + run.errors);
    QVERIFY2(causeIds(run.json()).contains(cause), run.output.constData());
}

void tst_CliToken::checksIssuerAndAudience_data()
{
    QTest::addColumn<QString>("claims");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("exitCode");

    const QStringList shop{u"--audience"_s, u"shop"_s};
    QTest::newRow("audience in an array") << u"{\"aud\":[\"a\",\"shop\"]}"_s << shop << 0;
    QTest::newRow("another audience") << u"{\"aud\":\"desk\"}"_s << shop << 1;
    QTest::newRow("no audience") << u"{}"_s << shop << 1;
    QTest::newRow("an audience nobody expects") << u"{\"aud\":\"shop\"}"_s << QStringList() << 1;
    QTest::newRow("issuer") << u"{\"iss\":\"me\"}"_s << QStringList{u"--issuer"_s, u"me"_s} << 0;
    QTest::newRow("issuer in another case")
        << u"{\"iss\":\"Me\"}"_s << QStringList{u"--issuer"_s, u"me"_s} << 1;
}

void tst_CliToken::checksIssuerAndAudience()
{
    QFETCH(QString, claims);
    QFETCH(QStringList, options);
    QFETCH(int, exitCode);

    CliRunner runner;
    const QString key = runner.write(u"k"_s, "0123456789abcdef0123456789abcdef");
    const CliRun made =
        runner.run({u"jwt"_s, u"sign"_s, u"--key-file"_s, key, u"--alg"_s, u"HS256"_s, claims});
    const CliRun run = runner.run(
        QStringList{u"jwt"_s, u"verify"_s, u"--key-file"_s, key, u"--allow-missing-expiration"_s, u"-"_s} +
            options,
        made.output);
    QCOMPARE(run.exitCode, exitCode);
}

QTEST_GUILESS_MAIN(tst_CliToken)
#include "tst_clitoken.moc"
