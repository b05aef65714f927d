#include "core/jose/compactjws.h"
#include "core/jose/jwtverifier.h"
#include "tests/support/jsontext.h"
#include "tests/support/result.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using jose::JwtFailure;
using test::json;
using enum jose::JwtFailure;

namespace {

constexpr qint64 now = 1'700'000'000;
const FixedClock clockAt{Timestamp(std::chrono::seconds(now))};

keys::KeyMaterial makeSecret(QByteArrayView text = "your_secret_key")
{
    return keys::SecretKey{SecretBytes::copyOf(bytesOf(text)), keys::SecretEncoding::Text};
}

QByteArray sign(const QByteArray &claims, const QByteArray &header = "{'alg':'HS256'}")
{
    return *jose::signCompact(makeSecret(), crypto::JwsAlgorithm::HS256, json(header), json(claims));
}

jose::VerificationKey verificationKey(const QString &keyId = {})
{
    return *jose::VerificationKey::create(makeSecret(), {crypto::JwsAlgorithm::HS256}, keyId);
}

QList<JwtFailure> failuresOf(const QList<jose::JwtProblem> &problems)
{
    QList<JwtFailure> failures;
    for (const jose::JwtProblem &problem : problems) {
        failures << problem.failure;
    }
    return failures;
}

/// What is wrong with a well-signed token that has these claims.
QList<jose::JwtProblem> problemsOf(const QByteArray &claims, const jose::JwtExpectations &expectations = {})
{
    const auto verified =
        jose::JwtVerifier(expectations, clockAt).verify(jose::decodeToken(sign(claims)), verificationKey());
    return verified ? QList<jose::JwtProblem>() : verified.error();
}

jose::JwtExpectations withSkew(int seconds)
{
    jose::JwtExpectations expectations;
    expectations.clockSkew = std::chrono::seconds(seconds);
    return expectations;
}

QByteArray claim(const char *name, const QByteArray &value)
{
    const QByteArray other =
        qstrcmp(name, "exp") == 0 ? QByteArray() : ",'exp':" + QByteArray::number(now + 60);
    return "{'" + QByteArray(name) + "':" + value + other + '}';
}

} // namespace

class tst_JwtVerifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsTokenExpiringInOneSecond();
    void rejectsTokenExpiringExactlyNow();
    void rejectsTokenExpiredOneSecondAgo();
    void acceptsTokenExpiringHalfASecondFromNow();
    void rejectsTokenWithoutExpirationUnlessAllowed();
    void acceptsTokenExpiredLessThanTheSkewAgo();
    void rejectsTokenExpiredExactlyTheSkewAgo();
    void acceptsTokenValidFromExactlyNow();
    void rejectsTokenValidFromOneSecondAhead();
    void acceptsTokenIssuedExactlyNow();
    void rejectsTokenIssuedOneSecondAhead();
    void clockSkewIsCappedAndNeverNegative();
    void namesWrongDates_data();
    void namesWrongDates();
    void saysHowLongAgo_data();
    void saysHowLongAgo();
    void comparesIssuer_data();
    void comparesIssuer();
    void comparesAudience_data();
    void comparesAudience();
    void reportsAllClaimFailuresAtOnce();
    void comparesKeyId_data();
    void comparesKeyId();
    void reportsSignatureAndNoClaims();
    void rejectsWhatTheDecoderFound_data();
    void rejectsWhatTheDecoderFound();
    void verifiedTokenKnowsItsClaims();
};

void tst_JwtVerifier::acceptsTokenExpiringInOneSecond()
{
    QVERIFY(problemsOf(claim("exp", QByteArray::number(now + 1))).isEmpty());
}

void tst_JwtVerifier::rejectsTokenExpiringExactlyNow()
{
    const auto problems = problemsOf(claim("exp", QByteArray::number(now)));
    QCOMPARE(failuresOf(problems), QList<JwtFailure>{Expired});
    QCOMPARE(problems.constFirst().detail, u"expires exactly now, at 2023-11-14T22:13:20Z"_s);
}

void tst_JwtVerifier::rejectsTokenExpiredOneSecondAgo()
{
    const auto problems = problemsOf(claim("exp", QByteArray::number(now - 1)));
    QCOMPARE(failuresOf(problems), QList<JwtFailure>{Expired});
    QCOMPARE(problems.constFirst().detail, u"expired 1 s ago, at 2023-11-14T22:13:19Z"_s);
}

void tst_JwtVerifier::acceptsTokenExpiringHalfASecondFromNow()
{
    QVERIFY(problemsOf(claim("exp", QByteArray::number(now) + ".5")).isEmpty());
    QCOMPARE(failuresOf(problemsOf(claim("exp", QByteArray::number(now - 1) + ".5"))),
             QList<JwtFailure>{Expired});
}

void tst_JwtVerifier::rejectsTokenWithoutExpirationUnlessAllowed()
{
    QCOMPARE(failuresOf(problemsOf("{}")), QList<JwtFailure>{ExpirationMissing});
    jose::JwtExpectations expectations;
    expectations.missingExpiration = jose::MissingExpiration::Allowed;
    QVERIFY(problemsOf("{}", expectations).isEmpty());
    QCOMPARE(failuresOf(problemsOf(claim("exp", QByteArray::number(now)), expectations)),
             QList<JwtFailure>{Expired});
}

void tst_JwtVerifier::acceptsTokenExpiredLessThanTheSkewAgo()
{
    QVERIFY(problemsOf(claim("exp", QByteArray::number(now - 29)), withSkew(30)).isEmpty());
}

void tst_JwtVerifier::rejectsTokenExpiredExactlyTheSkewAgo()
{
    const auto problems = problemsOf(claim("exp", QByteArray::number(now - 30)), withSkew(30));
    QCOMPARE(failuresOf(problems), QList<JwtFailure>{Expired});
    QVERIFY(problems.constFirst().detail.endsWith(u" (clock skew 30 s)"));
}

void tst_JwtVerifier::acceptsTokenValidFromExactlyNow()
{
    QVERIFY(problemsOf(claim("nbf", QByteArray::number(now))).isEmpty());
}

void tst_JwtVerifier::rejectsTokenValidFromOneSecondAhead()
{
    const auto problems = problemsOf(claim("nbf", QByteArray::number(now + 1)));
    QCOMPARE(failuresOf(problems), QList<JwtFailure>{NotYetValid});
    QCOMPARE(problems.constFirst().detail, u"valid in 1 s, from 2023-11-14T22:13:21Z"_s);
    QVERIFY(problemsOf(claim("nbf", QByteArray::number(now + 1)), withSkew(1)).isEmpty());
}

void tst_JwtVerifier::acceptsTokenIssuedExactlyNow()
{
    QVERIFY(problemsOf(claim("iat", QByteArray::number(now))).isEmpty());
}

void tst_JwtVerifier::rejectsTokenIssuedOneSecondAhead()
{
    QCOMPARE(failuresOf(problemsOf(claim("iat", QByteArray::number(now + 1)))),
             QList<JwtFailure>{IssuedInFuture});
    QVERIFY(problemsOf(claim("iat", QByteArray::number(now + 1)), withSkew(1)).isEmpty());
}

void tst_JwtVerifier::clockSkewIsCappedAndNeverNegative()
{
    QVERIFY(problemsOf(claim("exp", QByteArray::number(now - 599)), withSkew(86400)).isEmpty());
    QCOMPARE(failuresOf(problemsOf(claim("exp", QByteArray::number(now - 600)), withSkew(86400))),
             QList<JwtFailure>{Expired});
    QVERIFY(problemsOf(claim("exp", QByteArray::number(now + 1)), withSkew(-60)).isEmpty());
}

void tst_JwtVerifier::namesWrongDates_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<JwtFailure>("failure");
    QTest::addColumn<QString>("detail");
    const auto rows = [](const char *name, JwtFailure notANumber, JwtFailure inMilliseconds) {
        const auto row = [name](const char *what, const QByteArray &value, JwtFailure failure,
                                const QString &detail) {
            QTest::addRow("%s %s", name, what)
                << claim(name, value) << failure << QString::fromLatin1(name) + detail;
        };
        row("string", "'1700000060'", notANumber, u" is a string, not a number"_s);
        row("empty string", "''", notANumber, u" is a string, not a number"_s);
        row("null", "null", notANumber, u" is null, not a number"_s);
        row("true", "true", notANumber, u" is true or false, not a number"_s);
        row("array", "[1700000060]", notANumber, u" is an array, not a number"_s);
        row("milliseconds", "1700000060000", inMilliseconds,
            u" is not in seconds; in milliseconds it would be 2023-11-14T22:14:20Z"_s);
        row("milliseconds with a fraction", "1700000060000.5", inMilliseconds, u" is not in seconds"_s);
        row("just beyond the last second", "100000000001", inMilliseconds, u" is not in seconds"_s);
        row("the largest number of 64 bits", "18446744073709551615", inMilliseconds, u" is not in seconds"_s);
        row("1e300", "1e300", inMilliseconds, u" is not in seconds"_s);
    };
    rows("exp", ExpirationNotANumber, ExpirationInMilliseconds);
    rows("nbf", NotBeforeNotANumber, NotBeforeInMilliseconds);
    rows("iat", IssuedAtNotANumber, IssuedAtInMilliseconds);
}

void tst_JwtVerifier::namesWrongDates()
{
    QFETCH(QByteArray, claims);
    QFETCH(JwtFailure, failure);
    QFETCH(QString, detail);
    const auto problems = problemsOf(claims);
    QCOMPARE(failuresOf(problems), QList<JwtFailure>{failure});
    QVERIFY2(problems.constFirst().detail.startsWith(detail), qPrintable(problems.constFirst().detail));
}

void tst_JwtVerifier::saysHowLongAgo_data()
{
    QTest::addColumn<QByteArray>("expires");
    QTest::addColumn<QString>("detail");
    QTest::newRow("2 h 3 min") << QByteArray::number(now - 7380)
                               << u"expired 2 h 3 min ago, at 2023-11-14T20:10:20Z"_s;
    QTest::newRow("12 days") << QByteArray::number(now - 12 * 86400)
                             << u"expired 12 days ago, at 2023-11-02T22:13:20Z"_s;
    QTest::newRow("zero") << QByteArray("0") << u"expired 19675 days 22 h ago, at 1970-01-01T00:00:00Z"_s;
    QTest::newRow("negative") << QByteArray("-1")
                              << u"expired 19675 days 22 h ago, at 1969-12-31T23:59:59Z"_s;
    QTest::newRow("very negative") << QByteArray("-1e300") << u"expired "_s;
}

void tst_JwtVerifier::saysHowLongAgo()
{
    QFETCH(QByteArray, expires);
    QFETCH(QString, detail);
    const auto problems = problemsOf(claim("exp", expires));
    QCOMPARE(failuresOf(problems), QList<JwtFailure>{Expired});
    QVERIFY2(problems.constFirst().detail.startsWith(detail), qPrintable(problems.constFirst().detail));
}

void tst_JwtVerifier::comparesIssuer_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QList<JwtFailure>>("failures");
    QTest::newRow("the same") << claim("iss", "'https://a.example'") << QList<JwtFailure>{};
    QTest::newRow("another letter case")
        << claim("iss", "'https://A.example'") << QList<JwtFailure>{IssuerMismatch};
    QTest::newRow("a slash more") << claim("iss", "'https://a.example/'")
                                  << QList<JwtFailure>{IssuerMismatch};
    QTest::newRow("a beginning") << claim("iss", "'https://a'") << QList<JwtFailure>{IssuerMismatch};
    QTest::newRow("an array") << claim("iss", "['https://a.example']") << QList<JwtFailure>{IssuerMismatch};
    QTest::newRow("missing") << claim("sub", "'x'") << QList<JwtFailure>{IssuerMissing};
}

void tst_JwtVerifier::comparesIssuer()
{
    QFETCH(QByteArray, claims);
    QFETCH(QList<JwtFailure>, failures);
    jose::JwtExpectations expectations;
    expectations.issuer = u"https://a.example"_s;
    QCOMPARE(failuresOf(problemsOf(claims, expectations)), failures);
}

void tst_JwtVerifier::comparesAudience_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<bool>("isExpected");
    QTest::addColumn<QList<JwtFailure>>("failures");
    QTest::newRow("the same") << claim("aud", "'shop'") << true << QList<JwtFailure>{};
    QTest::newRow("one of several") << claim("aud", "['chat','shop']") << true << QList<JwtFailure>{};
    QTest::newRow("another") << claim("aud", "'chat'") << true << QList<JwtFailure>{AudienceMismatch};
    QTest::newRow("others") << claim("aud", "['chat','mail']") << true << QList<JwtFailure>{AudienceMismatch};
    QTest::newRow("another letter case")
        << claim("aud", "'Shop'") << true << QList<JwtFailure>{AudienceMismatch};
    QTest::newRow("empty array") << claim("aud", "[]") << true << QList<JwtFailure>{AudienceMismatch};
    QTest::newRow("array with a number")
        << claim("aud", "['shop',1]") << true << QList<JwtFailure>{AudienceMismatch};
    QTest::newRow("number") << claim("aud", "1") << true << QList<JwtFailure>{AudienceMismatch};
    QTest::newRow("missing") << claim("sub", "'x'") << true << QList<JwtFailure>{AudienceMissing};
    QTest::newRow("unexpected") << claim("aud", "'shop'") << false << QList<JwtFailure>{AudienceUnexpected};
    QTest::newRow("unexpected and empty")
        << claim("aud", "[]") << false << QList<JwtFailure>{AudienceUnexpected};
    QTest::newRow("none and none expected") << claim("sub", "'x'") << false << QList<JwtFailure>{};
}

void tst_JwtVerifier::comparesAudience()
{
    QFETCH(QByteArray, claims);
    QFETCH(bool, isExpected);
    QFETCH(QList<JwtFailure>, failures);
    jose::JwtExpectations expectations;
    expectations.audience = isExpected ? std::optional(u"shop"_s) : std::nullopt;
    QCOMPARE(failuresOf(problemsOf(claims, expectations)), failures);
}

void tst_JwtVerifier::reportsAllClaimFailuresAtOnce()
{
    jose::JwtExpectations expectations;
    expectations.issuer = u"a"_s;
    expectations.audience = u"b"_s;
    const QByteArray claims = "{'exp':1,'nbf':1700000000000,'iat':'x','iss':'c','aud':'d'}";
    QCOMPARE(failuresOf(problemsOf(claims, expectations)),
             (QList<JwtFailure>{Expired, NotBeforeInMilliseconds, IssuedAtNotANumber, IssuerMismatch,
                                AudienceMismatch}));
}

void tst_JwtVerifier::comparesKeyId_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("keyId");
    QTest::addColumn<QList<JwtFailure>>("failures");
    QTest::newRow("the same") << QByteArray("{'alg':'HS256','kid':'k1'}") << u"k1"_s << QList<JwtFailure>{};
    QTest::newRow("another") << QByteArray("{'alg':'HS256','kid':'k2'}") << u"k1"_s
                             << QList<JwtFailure>{KeyIdMismatch};
    QTest::newRow("another letter case")
        << QByteArray("{'alg':'HS256','kid':'K1'}") << u"k1"_s << QList<JwtFailure>{KeyIdMismatch};
    QTest::newRow("empty") << QByteArray("{'alg':'HS256','kid':''}") << u"k1"_s
                           << QList<JwtFailure>{KeyIdMismatch};
    QTest::newRow("a path") << QByteArray("{'alg':'HS256','kid':'../k1'}") << u"k1"_s
                            << QList<JwtFailure>{KeyIdMismatch};
    QTest::newRow("none in the token") << QByteArray("{'alg':'HS256'}") << u"k1"_s << QList<JwtFailure>{};
    QTest::newRow("none of the key") << QByteArray("{'alg':'HS256','kid':'k1'}") << QString()
                                     << QList<JwtFailure>{};
}

void tst_JwtVerifier::comparesKeyId()
{
    QFETCH(QByteArray, header);
    QFETCH(QString, keyId);
    QFETCH(QList<JwtFailure>, failures);
    const jose::DecodedToken token = jose::decodeToken(sign(claim("exp", "1700000060"), header));
    const auto verified = jose::JwtVerifier({}, clockAt).verify(token, verificationKey(keyId));
    QCOMPARE(verified ? QList<JwtFailure>() : failuresOf(verified.error()), failures);
}

void tst_JwtVerifier::reportsSignatureAndNoClaims()
{
    const jose::JwtVerifier verifier({}, clockAt);
    const jose::DecodedToken token = jose::decodeToken(sign("{'exp':1}"));
    const auto other = jose::VerificationKey::create(makeSecret("another_key"));
    const auto verified = verifier.verify(token, *other);
    QVERIFY(!verified.has_value());
    QCOMPARE(failuresOf(verified.error()), QList<JwtFailure>{SignatureMismatch});
    QCOMPARE(failuresOf(verifier.checkClaims(*token.jwt->claims)), QList<JwtFailure>{Expired});
}

void tst_JwtVerifier::rejectsWhatTheDecoderFound_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QList<JwtFailure>>("failures");
    const QByteArray good = sign(claim("exp", "1700000060"));
    const auto raw = [](const QByteArray &header, const QByteArray &claims) {
        const QByteArray input = jose::makeSigningInput(json(header), json(claims));
        const auto tag = crypto::MacKey::create(crypto::HashAlgorithm::Sha256, bytesOf("your_secret_key"))
                             ->computeMac(bytesOf(input));
        return input + '.' + tag.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    QTest::newRow("good") << good << QList<JwtFailure>{};
    QTest::newRow("nothing") << QByteArray() << QList<JwtFailure>{NotAcceptable};
    QTest::newRow("Bearer") << "Bearer " + good << QList<JwtFailure>{NotAcceptable};
    QTest::newRow("line break") << good + '\n' << QList<JwtFailure>{NotAcceptable};
    QTest::newRow("padding") << good + '=' << QList<JwtFailure>{NotAcceptable};
    QTest::newRow("signature cut off")
        << good.first(good.lastIndexOf('.') + 1) << QList<JwtFailure>{NotAcceptable};
    QTest::newRow("signature part cut off")
        << good.first(good.lastIndexOf('.')) << QList<JwtFailure>{NotAcceptable, NotAcceptable};
    QTest::newRow("signature shortened") << good.chopped(3) << QList<JwtFailure>{SignatureTooShort};
    QTest::newRow("alg none, well signed")
        << raw("{'alg':'none'}", claim("exp", "1700000060")) << QList<JwtFailure>{NotAcceptable};
    QTest::newRow("alg twice, well signed")
        << raw("{'alg':'HS256','alg':'HS256'}", claim("exp", "1700000060"))
        << QList<JwtFailure>{NotAcceptable};
    QTest::newRow("exp twice, well signed")
        << raw("{'alg':'HS256'}", "{'exp':1,'exp':1700000060}") << QList<JwtFailure>{NotAcceptable};
    QTest::newRow("crit, well signed")
        << raw("{'alg':'HS256','crit':['x'],'x':1}", claim("exp", "1700000060"))
        << QList<JwtFailure>{NotAcceptable};
    QTest::newRow("b64 false, well signed")
        << raw("{'alg':'HS256','b64':false}", claim("exp", "1700000060")) << QList<JwtFailure>{NotAcceptable};
    QTest::newRow("payload an array, well signed")
        << raw("{'alg':'HS256'}", "[]") << QList<JwtFailure>{ClaimsNotAnObject};
    QTest::newRow("payload empty, well signed")
        << raw("{'alg':'HS256'}", "") << QList<JwtFailure>{ClaimsNotAnObject};
    QTest::newRow("nested, well signed")
        << raw("{'alg':'HS256','cty':'JWT'}", claim("exp", "1700000060")) << QList<JwtFailure>{NotAcceptable};
    QTest::newRow("alg HS512, signed with SHA-256")
        << raw("{'alg':'HS512'}", claim("exp", "1700000060")) << QList<JwtFailure>{AlgorithmNotAllowed};
    QTest::newRow("alg RS256, signed with SHA-256")
        << raw("{'alg':'RS256'}", claim("exp", "1700000060")) << QList<JwtFailure>{AlgorithmNotAllowed};
    QTest::newRow("jwk in the header, well signed")
        << raw("{'alg':'HS256','jwk':{'kty':'oct','k':'AAAA'}}", claim("exp", "1700000060"))
        << QList<JwtFailure>{};
}

void tst_JwtVerifier::rejectsWhatTheDecoderFound()
{
    QFETCH(QByteArray, token);
    QFETCH(QList<JwtFailure>, failures);
    const auto verified = jose::JwtVerifier({}, clockAt).verify(jose::decodeToken(token), verificationKey());
    QCOMPARE(verified ? QList<JwtFailure>() : failuresOf(verified.error()), failures);
    if (!verified) {
        QVERIFY(!verified.error().constFirst().detail.isEmpty());
    }
}

void tst_JwtVerifier::verifiedTokenKnowsItsClaims()
{
    const auto verified =
        jose::JwtVerifier({}, clockAt)
            .verify(jose::decodeToken(sign("{'exp':1700000060,'sub':'x'}")), verificationKey());
    QVERIFY(verified.has_value());
    QCOMPARE(*findMember(verified->claims(), u"sub"), JsonValue(u"x"_s));
    QCOMPARE(*findMember(verified->header(), u"alg"), JsonValue(u"HS256"_s));
    QCOMPARE(verified->algorithm(), crypto::JwsAlgorithm::HS256);
}

QTEST_GUILESS_MAIN(tst_JwtVerifier)
#include "tst_jwtverifier.moc"
