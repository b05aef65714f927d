#include "core/base/encoding.h"
#include "core/jose/jwt.h"
#include "tests/support/jsontext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using jose::TokenFault;
using test::json;
using enum jose::TokenFault;

namespace {

// RFC 7515 appendix A.1, whose claims are {"iss":"joe",…}.
const QByteArray plain =
    "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9l"
    "eGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const QByteArray signature = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

QByteArray base64Url(const QByteArray &bytes)
{
    return encode(bytesOf(bytes), Encoding::Base64Url);
}

/// One part of a token, from 0.
QByteArray part(int number)
{
    return plain.split('.').at(number);
}

QByteArray token(const QByteArray &header, const QByteArray &payload = "{\"iss\":\"joe\"}")
{
    return base64Url(header) + '.' + base64Url(payload) + '.' + signature;
}

QByteArray withHeader(const QByteArray &more)
{
    return token(json("{'alg':'HS256'" + more + '}'));
}

QByteArray withPayload(const QByteArray &payload)
{
    return token(json("{'alg':'HS256'}"), json(payload));
}

struct Row
{
    const char *name;
    QByteArray token;
    QList<TokenFault> faults;
    QString detail; ///< a part of the first finding's
};

QList<Row> unsignedTokens()
{
    return {
        {"alg none",
         token(json("{'alg':'none'}")),
         {Unsigned},
         u"header: alg is \"none\": the token is not signed"_s},
        {"alg None", token(json("{'alg':'None'}")), {Unsigned}, u"alg is \"None\""_s},
        {"alg NONE", token(json("{'alg':'NONE'}")), {Unsigned}, u"alg is \"NONE\""_s},
        {"alg nOnE", token(json("{'alg':'nOnE'}")), {Unsigned}, u"alg is \"nOnE\""_s},
        {"alg none with a space", token(json("{'alg':'none '}")), {Unsigned}, u"not signed"_s},
        {"RFC 7515 A.5",
         "eyJhbGciOiJub25lIn0.eyJpc3MiOiJqb2UifQ.",
         {Unsigned, Unsigned},
         u"alg is \"none\""_s},
        {"empty signature", plain.chopped(signature.size()), {Unsigned}, u"signature: missing"_s},
        {"missing signature part",
         plain.chopped(signature.size() + 1),
         {NotThreeParts, Unsigned},
         u"2 parts where a token has three"_s},
    };
}

QList<Row> embeddedKeys()
{
    return {
        {"jwk",
         withHeader(",'jwk':{'kty':'oct','k':'AAAA'}"),
         {EmbeddedKey},
         u"header: jwk offers a key; it is not used"_s},
        {"jku", withHeader(",'jku':'https://example.com/k'"), {EmbeddedKey}, u"jku"_s},
        {"x5u", withHeader(",'x5u':'https://example.com/c'"), {EmbeddedKey}, u"x5u"_s},
        {"x5c", withHeader(",'x5c':['AAAA']"), {EmbeddedKey}, u"x5c"_s},
        {"jwk and jku", withHeader(",'jwk':{},'jku':'x'"), {EmbeddedKey, EmbeddedKey}, u"jwk"_s},
    };
}

QList<Row> criticalHeaders()
{
    return {
        {"crit unknown",
         withHeader(",'crit':['exp'],'exp':1"),
         {CriticalHeader},
         u"crit asks for \"exp\", which is not understood here"_s},
        {"crit empty", withHeader(",'crit':[]"), {CriticalHeader}, u"crit is empty"_s},
        {"crit no array", withHeader(",'crit':'exp'"), {CriticalHeader}, u"crit is a string, not an array"_s},
        {"crit twice the same",
         withHeader(",'crit':['a','a'],'a':1"),
         {CriticalHeader, CriticalHeader},
         u"crit asks for \"a\""_s},
        {"crit registered",
         withHeader(",'crit':['alg']"),
         {CriticalHeader},
         u"crit names \"alg\", which is no extension"_s},
        {"crit absent name",
         withHeader(",'crit':['a']"),
         {CriticalHeader},
         u"crit names \"a\", which the header does not have"_s},
        {"crit of numbers",
         withHeader(",'crit':[1]"),
         {CriticalHeader},
         u"crit holds a number, not a name"_s},
        {"b64 false", withHeader(",'b64':false"), {CriticalHeader}, u"b64 is not true"_s},
        {"b64 false in crit",
         withHeader(",'b64':false,'crit':['b64']"),
         {CriticalHeader, CriticalHeader},
         u"crit asks for \"b64\""_s},
        {"b64 no boolean", withHeader(",'b64':0"), {CriticalHeader}, u"b64 is not true"_s},
    };
}

QList<Row> badHeaders()
{
    return {
        {"no alg", token(json("{'typ':'JWT'}")), {MissingAlgorithm}, u"header: no alg"_s},
        {"alg a number", token(json("{'alg':256}")), {MissingAlgorithm}, u"alg is a number, not a string"_s},
        {"alg null", token(json("{'alg':null}")), {MissingAlgorithm}, u"alg is null, not a string"_s},
        {"alg an array", token(json("{'alg':['HS256']}")), {MissingAlgorithm}, u"alg is an array"_s},
        {"alg in small letters",
         token(json("{'alg':'hs256'}")),
         {UnsupportedAlgorithm},
         u"alg \"hs256\" is not one Countersign uses"_s},
        {"alg empty", token(json("{'alg':''}")), {UnsupportedAlgorithm}, {}},
        {"alg unknown", token(json("{'alg':'ES256K'}")), {UnsupportedAlgorithm}, {}},
        {"alg with a line break", token(json("{'alg':'HS256\\n'}")), {UnsupportedAlgorithm}, {}},
        {"alg twice",
         token(json("{'alg':'none','alg':'HS256'}")),
         {DuplicateMember},
         u"header: line 1, column 15: the member \"alg\" occurs twice"_s},
        {"alg twice, once escaped",
         token(json("{'alg':'none','\\u0061lg':'HS256'}")),
         {DuplicateMember},
         u"\"alg\" occurs twice"_s},
        {"header an array", token("[]"), {InvalidHeaderJson}, u"header: not an object but an array"_s},
        {"header empty", '.' + part(1) + '.' + part(2), {InvalidHeaderJson}, {}},
        {"header not JSON", token("alg"), {InvalidHeaderJson}, {}},
        {"header with text behind", token(json("{'alg':'HS256'} x")), {InvalidHeaderJson}, {}},
        {"header with a byte-order mark",
         token("\xef\xbb\xbf" + json("{'alg':'HS256'}")),
         {InvalidHeaderJson},
         {}},
        {"header in invalid UTF-8",
         token(json("{'alg':'HS256','x':'\xff'}")),
         {InvalidHeaderJson},
         u"not valid UTF-8"_s},
        {"header with a lone surrogate",
         token(json("{'alg':'HS256','x':'\\ud800'}")),
         {InvalidHeaderJson},
         {}},
        {"kid a number", withHeader(",'kid':1"), {InvalidHeaderValue}, u"kid is a number, not a string"_s},
        {"kid too long",
         withHeader(",'kid':'" + QByteArray(513, 'a') + '\''),
         {InvalidHeaderValue},
         u"kid is longer than 512 characters"_s},
        {"kid a path", withHeader(",'kid':'../../dev/null'"), {}, {}},
        {"typ a number", withHeader(",'typ':1"), {InvalidHeaderValue}, u"typ is a number"_s},
    };
}

QList<Row> badPayloads()
{
    return {
        {"payload an array",
         withPayload("[1]"),
         {PayloadNotAnObject},
         u"payload: not an object but an array"_s},
        {"payload a string",
         withPayload("'joe'"),
         {PayloadNotAnObject},
         u"payload: not an object but a string"_s},
        {"payload null", withPayload("null"), {PayloadNotAnObject}, u"payload: not an object but null"_s},
        {"payload text", withPayload("hello"), {InvalidPayloadJson}, u"payload: "_s},
        {"payload empty",
         withPayload(""),
         {PayloadNotAnObject},
         u"payload: empty: detached content is not supported"_s},
        {"exp twice",
         withPayload("{'exp':1,'exp':9999999999}"),
         {DuplicateMember},
         u"payload: line 1, column 10: the member \"exp\" occurs twice"_s},
        {"a nested member twice",
         withPayload("{'a':{'b':1,'b':2}}"),
         {DuplicateMember},
         u"\"b\" occurs twice"_s},
        {"text behind", withPayload("{'a':1}{}"), {InvalidPayloadJson}, {}},
        {"NaN", withPayload("{'exp':NaN}"), {InvalidPayloadJson}, {}},
        {"Infinity", withPayload("{'exp':Infinity}"), {InvalidPayloadJson}, {}},
        {"1e400", withPayload("{'exp':1e400}"), {InvalidPayloadJson}, {}},
        {"beyond 64 bits", withPayload("{'exp':99999999999999999999}"), {InvalidPayloadJson}, {}},
        {"byte-order mark", withPayload("\xef\xbb\xbf{'a':1}"), {InvalidPayloadJson}, {}},
        {"invalid UTF-8", withPayload("{'a':'\xc3\x28'}"), {InvalidPayloadJson}, u"not valid UTF-8"_s},
        {"lone high surrogate", withPayload("{'a':'\\ud800'}"), {InvalidPayloadJson}, {}},
        {"lone low surrogate", withPayload("{'a':'\\udc00'}"), {InvalidPayloadJson}, {}},
        {"nested 40 deep",
         withPayload("{'a':" + QByteArray(40, '[') + QByteArray(40, ']') + '}'),
         {InvalidPayloadJson},
         {}},
        {"a trailing comma", withPayload("{'a':1,}"), {InvalidPayloadJson}, {}},
        {"cty JWT",
         token(json("{'alg':'HS256','cty':'JWT'}"), plain),
         {NestedToken, NestedToken},
         u"cty says that the payload is another token"_s},
        {"cty in small letters", withHeader(",'cty':'jwt'"), {NestedToken}, {}},
        {"a token as payload",
         token(json("{'alg':'HS256'}"), plain),
         {NestedToken},
         u"payload: another token"_s},
    };
}

QList<Row> badEncodings()
{
    const QByteArray header = part(0);
    const QByteArray payload = part(1);
    const auto of = [&](const QByteArray &h, const QByteArray &p, const QByteArray &s) {
        return h + '.' + p + '.' + s;
    };
    return {
        {"signature with padding", plain + '=', {InvalidBase64Url}, u"signature: character 44: padding"_s},
        {"signature with +",
         QByteArray(plain).replace("CVP-mB", "CVP+mB"),
         {InvalidBase64Url},
         u"signature: character 13"_s},
        {"signature with /", QByteArray(plain).replace("r_wW", "r/wW"), {InvalidBase64Url}, u"signature: "_s},
        {"signature with unused bits", plain.chopped(1) + 'l', {InvalidBase64Url}, u"signature: "_s},
        {"signature with a lone character", plain + "AA", {InvalidBase64Url}, u"signature: "_s},
        {"header with padding", of(header + "=", payload, signature), {InvalidBase64Url}, u"header: "_s},
        {"header with unused bits",
         of("eyJhbGciOiJIUzI1NiJ", payload, signature),
         {InvalidBase64Url},
         u"header: "_s},
        {"payload with a strange character",
         of(header, payload + "*", signature),
         {InvalidBase64Url},
         u"payload: "_s},
        {"payload with unused bits", of(header, "e30F", signature), {InvalidPayloadJson}, {}},
        {"all three",
         of(header + '!', payload + '!', signature + '!'),
         {InvalidBase64Url, InvalidBase64Url, InvalidBase64Url},
         u"header: "_s},
    };
}

QList<Row> wrongKinds()
{
    return {
        {"empty", "", {Empty}, u"there is no token"_s},
        {"white space", " \n", {Empty}, {}},
        {"one word", "token", {NotThreeParts}, u"no dots"_s},
        {"four parts", plain + ".AAAA", {NotThreeParts}, u"4 parts where a token has three"_s},
        {"five parts", plain + ".AAAA.AAAA", {EncryptedToken}, u"five parts: an encrypted token (JWE)"_s},
        {"a thousand dots", QByteArray(1000, '.'), {NotThreeParts}, u"1001 parts"_s},
        {"only dots", "..", {InvalidHeaderJson, PayloadNotAnObject, Unsigned}, {}},
        {"hash in hex",
         "988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221",
         {LooksLikeHash},
         u"a hash of 32 bytes, not a token"_s},
        {"hash in base64",
         "mI6w6jnWDkwDVpgj6aZSt93YWf9dAnu99MwC8PLKYiE=",
         {LooksLikeHash},
         u"a hash of 32 bytes"_s},
        {"hash in base64url",
         "mI6w6jnWDkwDVpgj6aZSt93YWf9dAnu99MwC8PLKYiE",
         {LooksLikeHash},
         u"a hash of 32 bytes"_s},
        {"SHA-512 in hex", QByteArray(128, 'a'), {LooksLikeHash}, u"a hash of 64 bytes"_s},
        {"JWS in JSON, general",
         json("{'payload':'e30','signatures':[{'protected':'e30','signature':'AA'}]}"),
         {JsonSerialization},
         u"a JWS in JSON"_s},
        {"JWS in JSON, flattened",
         json(" {'payload':'e30','protected':'e30','signature':'AA'}\n"),
         {JsonSerialization},
         u"a JWS in JSON"_s},
        {"JWE in JSON", json("{'ciphertext':'AA'}"), {EncryptedToken}, u"a JWE in JSON"_s},
        {"claims in JSON",
         json("{'iss':'a.b.c'}"),
         {JsonSerialization},
         u"perhaps only its header or claims"_s},
        {"too large", plain + QByteArray(jose::maximumTokenSize, 'A'), {TooLarge}, u"longer than 256 KiB"_s},
        {"too large, all dots", QByteArray(jose::maximumTokenSize + 1, '.'), {TooLarge}, {}},
    };
}

QList<Row> wrapped()
{
    return {
        {"Bearer", "Bearer " + plain, {BearerPrefix}, u"\"Bearer\" of an HTTP header before the token"_s},
        {"bearer", "bearer " + plain, {BearerPrefix}, {}},
        {"Authorization: Bearer", "Authorization: Bearer " + plain, {BearerPrefix}, {}},
        {"double quotes", '"' + plain + '"', {Quoted}, u"quotes or other marks around the token"_s},
        {"single quotes and a comma", '\'' + plain + "',", {Quoted}, {}},
        {"quoted Bearer", "\"Bearer " + plain + '"', {Quoted, BearerPrefix}, {}},
        {"line break at the end", plain + '\n', {LineBreaks}, u"white space around the token"_s},
        {"space in front", ' ' + plain, {LineBreaks}, {}},
        {"line breaks of a mail client",
         QByteArray(plain).insert(76, "\r\n"),
         {LineBreaks},
         u"white space inside the token"_s},
        {"quoted-printable",
         QByteArray(plain).insert(75, "=\r\n"),
         {LineBreaks},
         u"white space inside the token"_s},
        {"everything",
         "\n  Authorization: Bearer \"" + QByteArray(plain).insert(60, "\n") + "\"\n",
         {BearerPrefix, Quoted, LineBreaks},
         {}},
    };
}

} // namespace

class tst_DecodeToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void takesTokenApart();
    void showsWhatCanBeShown_data();
    void showsWhatCanBeShown();
    void embeddedKeyLeavesTokenAcceptable();
    void otherPayloadIsAcceptableAsJwsOnly();
    void wrappedTokenIsStillShownWhole();
    void acceptsLargestToken();
    void neverLosesItsFooting();
};

void tst_DecodeToken::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<TokenFault>>("faults");
    QTest::addColumn<QString>("detail");
    for (const QList<Row> &rows : {unsignedTokens(), embeddedKeys(), criticalHeaders(), badHeaders(),
                                   badPayloads(), badEncodings(), wrongKinds(), wrapped()}) {
        for (const Row &row : rows) {
            QTest::newRow(row.name) << row.token << row.faults << row.detail;
        }
    }
}

void tst_DecodeToken::namesWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(QList<TokenFault>, faults);
    QFETCH(QString, detail);
    const jose::DecodedToken decoded = jose::decodeToken(text);
    QList<TokenFault> found;
    QStringList details;
    for (const jose::TokenFinding &finding : decoded.findings) {
        found << finding.fault;
        details << finding.detail;
        QVERIFY(!finding.detail.isEmpty());
        QVERIFY(decoded.has(finding.fault));
    }
    QVERIFY2(found == faults, qPrintable(details.join(u" | "_s)));
    if (!faults.isEmpty()) {
        QVERIFY2(details.constFirst().contains(detail), qPrintable(details.join(u" | "_s)));
    }
    const bool onlyEmbedded =
        std::ranges::all_of(faults, [](TokenFault fault) { return fault == EmbeddedKey; });
    QCOMPARE(decoded.isAcceptable(), onlyEmbedded);
}

void tst_DecodeToken::takesTokenApart()
{
    const jose::DecodedToken decoded = jose::decodeToken(plain);
    QVERIFY(decoded.isAcceptable());
    QVERIFY(decoded.isAcceptableJws());
    QCOMPARE(decoded.jwt->signingInput, plain.chopped(signature.size() + 1));
    QCOMPARE(decoded.jwt->headerJson, QByteArray("{\"typ\":\"JWT\",\r\n \"alg\":\"HS256\"}"));
    QCOMPARE(decoded.jwt->algorithm(), u"HS256"_s);
    QCOMPARE(decoded.jwt->keyId(), QString());
    QCOMPARE(decoded.jwt->signature.size(), 32);
    QCOMPARE(findMember(*decoded.jwt->claims, u"exp")->asInteger()
                 ? *findMember(*decoded.jwt->claims, u"exp")->asInteger()
                 : 0,
             1300819380);
}

void tst_DecodeToken::showsWhatCanBeShown_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("algorithm");
    QTest::addColumn<bool>("hasClaims");
    QTest::newRow("unsigned") << token(json("{'alg':'none'}")) << u"none"_s << true;
    QTest::newRow("signature missing") << plain.chopped(signature.size() + 1) << u"HS256"_s << true;
    QTest::newRow("header broken") << '!' + plain << QString() << true;
    QTest::newRow("header with a member twice")
        << token(json("{'alg':'none','alg':'HS256'}")) << QString() << true;
    QTest::newRow("payload broken") << withPayload("{") << u"HS256"_s << false;
    QTest::newRow("in quotes") << '"' + plain + '"' << u"HS256"_s << true;
}

void tst_DecodeToken::showsWhatCanBeShown()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, algorithm);
    QFETCH(bool, hasClaims);
    const jose::DecodedToken decoded = jose::decodeToken(text);
    QVERIFY(decoded.jwt);
    QCOMPARE(decoded.jwt->algorithm(), algorithm);
    QCOMPARE(decoded.jwt->claims.has_value(), hasClaims);
    QVERIFY(!decoded.isAcceptable());
}

void tst_DecodeToken::embeddedKeyLeavesTokenAcceptable()
{
    const jose::DecodedToken decoded = jose::decodeToken(withHeader(",'jwk':{'kty':'oct','k':'AAAA'}"));
    QVERIFY(decoded.has(EmbeddedKey));
    QVERIFY(decoded.isAcceptable());
}

void tst_DecodeToken::otherPayloadIsAcceptableAsJwsOnly()
{
    for (const QByteArray &payload :
         {QByteArray("Payload"), QByteArray(), QByteArray("[1]"), QByteArray("{'a':1,'a':2}"), plain}) {
        const jose::DecodedToken decoded = jose::decodeToken(withPayload(payload));
        QVERIFY(!decoded.isAcceptable());
        QVERIFY(decoded.isAcceptableJws());
    }
    QVERIFY(!jose::decodeToken(part(0) + ".A." + signature).isAcceptableJws());
    QVERIFY(!jose::decodeToken(token(json("{'alg':'none'}"), "Payload")).isAcceptableJws());
}

void tst_DecodeToken::wrappedTokenIsStillShownWhole()
{
    const jose::DecodedToken decoded = jose::decodeToken("Bearer " + QByteArray(plain).insert(75, "=\r\n"));
    QVERIFY(decoded.jwt);
    QCOMPARE(decoded.jwt->signingInput, plain.chopped(signature.size() + 1));
}

void tst_DecodeToken::acceptsLargestToken()
{
    const QByteArray empty = withPayload("{'a':''}");
    const qsizetype room = (jose::maximumTokenSize - empty.size()) * 3 / 4;
    QVERIFY(jose::decodeToken(withPayload("{'a':'" + QByteArray(room, 'x') + "'}")).isAcceptable());
}

void tst_DecodeToken::neverLosesItsFooting()
{
    for (qsizetype i = 0; i < plain.size(); ++i) {
        const jose::DecodedToken cut = jose::decodeToken(plain.first(i));
        QVERIFY(!cut.isAcceptable() || cut.jwt->signature.size() < 32); // for the verifier to refuse
        for (const char c : {'\0', '.', '\n', '"', '\xff', '='}) {
            QVERIFY(!jose::decodeToken(QByteArray(plain).insert(i, c)).isAcceptable());
        }
    }
}

QTEST_GUILESS_MAIN(tst_DecodeToken)
#include "tst_decodetoken.moc"
