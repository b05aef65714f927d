#include "core/base/json.h"
#include "tests/support/result.h"

#include <QTest>

#include <limits>

using namespace countersign;
using namespace Qt::StringLiterals;

class TestJsonReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void namesTheMemberThatOccursTwice_data();
    void namesTheMemberThatOccursTwice();
    void accepts_data();
    void accepts();
    void keepsOrderAndIntegers();
    void keepsTextAsItIs();
    void refusesMoreThanTheCap();
    void refusesWhatIsNoObject();
    void findsDuplicatesAmongMany();
    void survivesLargeThenSmall();
    void namesKinds();
    void findsMembers();
    void takesNoLiteralForABool();
};

namespace {

QByteArray nested(int depth, char open, char close)
{
    return QByteArray(depth, open) + QByteArray(depth, close);
}

} // namespace

void TestJsonReader::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("detail");

    const auto row = [](const char *name, const QByteArray &text, const QString &detail) {
        QTest::newRow(name) << text << detail;
    };
    // Structure
    row("nothing", "", u"line 1, column 1: no value"_s);
    row("white space alone", " \n\t", u"line 2, column 2: no value"_s);
    row("trailing text", "{} x", u"line 1, column 4: text after the end"_s);
    row("two values", "1 2", u"line 1, column 3: text after the end"_s);
    row("trailing NUL", QByteArray("{}\0", 3), u"line 1, column 3: text after the end"_s);
    row("trailing comma in object", R"({"a":1,})", u"line 1, column 8: expected the name"_s);
    row("trailing comma in array", "[1,]", u"line 1, column 4: not a JSON value"_s);
    row("leading comma", "[,1]", u"line 1, column 2: not a JSON value"_s);
    row("double comma", "[1,,2]", u"line 1, column 4: not a JSON value"_s);
    row("missing comma", "[1 2]", u"line 1, column 4: expected ',' or ']'"_s);
    row("missing comma in object", R"({"a":1 "b":2})", u"line 1, column 8: expected ',' or '}'"_s);
    row("missing colon", R"({"a" 1})", u"line 1, column 6: expected ':'"_s);
    row("missing value", R"({"a":})", u"line 1, column 6: not a JSON value"_s);
    row("name without quotes", "{a:1}", u"line 1, column 2: expected the name"_s);
    row("name in single quotes", "{'a':1}", u"line 1, column 2: expected the name"_s);
    row("number as name", "{1:1}", u"line 1, column 2: expected the name"_s);
    row("string in single quotes", "'a'", u"line 1, column 1: not a JSON value"_s);
    row("open object", "{", u"line 1, column 2: expected the name"_s);
    row("open array", "[1", u"line 1, column 3: expected ',' or ']'"_s);
    row("closed the wrong way", "[1}", u"line 1, column 3: expected ',' or ']'"_s);
    row("closed twice", "[]]", u"line 1, column 3: text after the end"_s);
    row("comment", "{/**/}", u"line 1, column 2: expected the name"_s);
    row("line comment", "1 // one", u"line 1, column 3: text after the end"_s);
    row("vertical tab as white space", "\v1", u"line 1, column 1: not a JSON value"_s);
    row("no-break space",
        "\xc2\xa0"
        "1",
        u"line 1, column 1: not a JSON value"_s);
    row("on the third line", "{\n  \"a\": 1,\n  b\n}", u"line 3, column 3: expected the name"_s);

    // Encoding
    row("byte-order mark", "\xEF\xBB\xBF{}", u"line 1, column 1: a byte-order mark"_s);
    row("byte-order mark alone", "\xEF\xBB\xBF", u"line 1, column 1: a byte-order mark"_s);
    row("UTF-16", QByteArray("{\0}\0", 4), u"line 1, column 2: expected the name"_s);
    row("UTF-16 with mark", QByteArray("\xff\xfe{\0}\0", 6), u"not valid UTF-8"_s);
    row("Latin-1", "\"\xe9\"", u"not valid UTF-8"_s);
    row("overlong slash", "\"\xc0\xaf\"", u"not valid UTF-8"_s);
    row("cut in a character", "\"\xe2\x82\"", u"not valid UTF-8"_s);
    row("surrogate in UTF-8", "\"\xed\xa0\x80\"", u"not valid UTF-8"_s);
    row("beyond U+10FFFF", "\"\xf4\x90\x80\x80\"", u"not valid UTF-8"_s);
    row("continuation byte alone", "\"\x80\"", u"not valid UTF-8"_s);

    // Strings
    row("lone high surrogate", R"("\ud83d")", u"line 1, column 2: half of a surrogate pair"_s);
    row("lone low surrogate", R"("\ude00")", u"line 1, column 2: half of a surrogate pair"_s);
    row("surrogates swapped", R"("\ude00\ud83d")", u"line 1, column 2: half of a surrogate pair"_s);
    row("high surrogate twice", R"("\ud83d\ud83d")", u"line 1, column 2: half of a surrogate pair"_s);
    row("high surrogate before text", R"("\ud83dx")", u"line 1, column 2: half of a surrogate pair"_s);
    row("high surrogate before another escape", R"("\ud83d\n")",
        u"line 1, column 2: half of a surrogate pair"_s);
    row("lone surrogate in a name", R"({"\udc00":1})", u"line 1, column 3: half of a surrogate pair"_s);
    row("unknown escape", R"("\x41")", u"line 1, column 2: an escape that JSON does not have"_s);
    row("escaped line break", "\"a\\\nb\"", u"line 1, column 3: an escape that JSON does not have"_s);
    row("escaped capital", R"("\U0041")", u"line 1, column 2: an escape that JSON does not have"_s);
    row("three hex digits", R"("\u004")", u"line 1, column 2: \\u without four"_s);
    row("sign in hex digits", R"("\u+041")", u"line 1, column 2: \\u without four"_s);
    row("raw line break", "\"a\nb\"", u"line 1, column 3: a control character"_s);
    row("raw tab", "\"a\tb\"", u"line 1, column 3: a control character"_s);
    row("raw NUL", QByteArray("\"a\0b\"", 5), u"line 1, column 3: a control character"_s);
    row("string without end", "\"abc", u"line 1, column 1: the string has no end"_s);
    row("string ending in a backslash", "\"abc\\", u"line 1, column 5: an escape"_s);
    row("column counts characters", "[\"\xc3\xa9\xf0\x9f\x98\x80\" x]", u"line 1, column 7: expected"_s);

    // Numbers
    row("NaN", "NaN", u"line 1, column 1: not a JSON value"_s);
    row("Infinity", "Infinity", u"line 1, column 1: not a JSON value"_s);
    row("minus Infinity", "-Infinity", u"line 1, column 1: not a JSON value"_s);
    row("overflows a double", "1e400", u"line 1, column 1: a number too large for a double"_s);
    row("overflows a double below", "[-1.5e309]", u"line 1, column 2: a number too large for a double"_s);
    row("beyond 64 bits", "18446744073709551616", u"line 1, column 1: an integer beyond 64 bits"_s);
    row("below 64 bits", "-9223372036854775809", u"line 1, column 1: an integer beyond 64 bits"_s);
    row("many digits", R"({"exp":123456789012345678901234567890})",
        u"line 1, column 8: an integer beyond 64 bits"_s);
    row("leading zero", "012", u"line 1, column 1: a number with a leading zero"_s);
    row("leading zero after minus", "-012", u"line 1, column 1: a number with a leading zero"_s);
    row("plus", "+1", u"line 1, column 1: not a JSON value"_s);
    row("no digit before the point", ".5", u"line 1, column 1: not a JSON value"_s);
    row("no digit after the point", "1.", u"line 1, column 1: a number without digits after the point"_s);
    row("no digit in the exponent", "1e", u"line 1, column 1: a number without digits in its exponent"_s);
    row("no digit after the exponent's sign", "1e+",
        u"line 1, column 1: a number without digits in its exponent"_s);
    row("two signs", "1e+-1", u"line 1, column 1: a number without digits in its exponent"_s);
    row("hex", "0x10", u"line 1, column 2: text after the end"_s);
    row("minus alone", "-", u"line 1, column 1: not a JSON value"_s);
    row("thousands", "1,000", u"line 1, column 2: text after the end"_s);

    // Literals
    row("True", "True", u"line 1, column 1: not a JSON value"_s);
    row("nul", "nul", u"line 1, column 1: not a JSON value"_s);
    row("nullx", "nullx", u"line 1, column 5: text after the end"_s);
    row("undefined", "undefined", u"line 1, column 1: not a JSON value"_s);

    // Depth
    row("33 arrays deep", nested(33, '[', ']'), u"line 1, column 33: nested more than 32 deep"_s);
    row("100,000 arrays deep", nested(100000, '[', ']'), u"line 1, column 33: nested more than 32 deep"_s);
    row("100,000 arrays never closed", QByteArray(100000, '['),
        u"line 1, column 33: nested more than 32 deep"_s);
    row("33 arrays deep with something in them", QByteArray(33, '[') + '1' + QByteArray(33, ']'),
        u"line 1, column 33: nested more than 32 deep"_s);
    row("33 objects deep", QByteArray(R"({"a":)").repeated(33) + "1" + QByteArray(33, '}'),
        u"line 1, column 161: nested more than 32 deep"_s);
}

void TestJsonReader::namesTheMemberThatOccursTwice_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("detail");

    const auto row = [](const char *name, const QByteArray &text, const QString &detail) {
        QTest::newRow(name) << text << detail;
    };
    row("the same member twice", R"({"alg":"none","alg":"HS256"})",
        u"line 1, column 15: the member \"alg\" occurs twice"_s);
    row("the same member with the same value", R"({"a":1,"a":1})", u"line 1, column 8: the member \"a\""_s);
    row("twice, once escaped", R"({"alg":1,"\u0061lg":2})", u"line 1, column 10: the member \"alg\""_s);
    row("twice, further in", R"({"x":[{"b":1,"c":2,"b":3}]})", u"line 1, column 20: the member \"b\""_s);
    row("the empty name twice", R"({"":1,"":2})", u"line 1, column 7: the member \"\""_s);
    row("a long name twice",
        R"({"0123456789012345678901234567890123456789xyz":1,"0123456789012345678901234567890123456789xyz":1})",
        u"line 1, column 50: the member \"0123456789012345678901234567890123456789…\""_s);
    row("twice, once with a mark in front further in", "{\"a\":1,\"\xef\xbb\xbf\":2,\"\\ufeff\":3}",
        u"line 1, column 14: the member \"\ufeff\""_s);
    row("__proto__ twice", R"({"__proto__":1,"__proto__":2})",
        u"line 1, column 16: the member \"__proto__\""_s);
}

void TestJsonReader::namesTheMemberThatOccursTwice()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, detail);

    const auto parsed = parseJson(text);
    QCOMPARE_ERROR(parsed, ErrorCode::DuplicateJsonMember);
    QVERIFY2(parsed.error().detail.startsWith(detail), qPrintable(parsed.error().detail));
}

void TestJsonReader::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, detail);

    const auto parsed = parseJson(text);
    QCOMPARE_ERROR(parsed, ErrorCode::InvalidJson);
    QVERIFY2(parsed.error().detail.startsWith(detail), qPrintable(parsed.error().detail));
}

void TestJsonReader::accepts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("written"); ///< again, compactly

    const auto row = [](const char *name, const QByteArray &text, const QByteArray &written) {
        QTest::newRow(name) << text << written;
    };
    row("null", "null", "null");
    row("true with white space", " \t\r\ntrue \t\r\n", "true");
    row("empty object", "{}", "{}");
    row("empty array", "[ ]", "[]");
    row("zero", "0", "0");
    row("minus zero", "-0", "0");
    row("largest int64", "9223372036854775807", "9223372036854775807");
    row("smallest int64", "-9223372036854775808", "-9223372036854775808");
    row("largest uint64", "18446744073709551615", "18446744073709551615");
    row("beyond 2^53", "9007199254740993", "9007199254740993");
    row("a real", "1.5", "1.5");
    row("a real that is whole", "1.0", "1");
    row("an exponent", "1E+2", "100");
    row("largest double", "1.7976931348623157e308", "1.7976931348623157e+308");
    row("smallest double", "5e-324", "5e-324");
    row("underflows to zero", "1e-400", "0");
    row("underflows beside an escape", R"(["\u0041",1e-400])", R"(["A",0])");
    row("escapes", R"("\"\\\/\b\f\n\r\t")", R"("\"\\/\b\f\n\r\t")");
    row("escaped NUL", R"("a\u0000b")", R"("a\u0000b")");
    row("escaped ASCII", R"("\u0041")", R"("A")");
    row("surrogate pair", R"("\ud83d\ude00")", "\"\xf0\x9f\x98\x80\"");
    row("surrogate pair in capitals", R"("\uD83D\uDE00")", "\"\xf0\x9f\x98\x80\"");
    row("escaped noncharacter", R"("\uffff")", "\"\xef\xbf\xbf\"");
    row("escaped byte-order mark", R"("\ufeff")", "\"\xef\xbb\xbf\"");
    row("byte-order mark in a string", "\"\xef\xbb\xbf\"", "\"\xef\xbb\xbf\"");
    row("line separator", "\"\xe2\x80\xa8\"", "\"\xe2\x80\xa8\"");
    row("delete character", "\"\x7f\"", "\"\x7f\"");
    row("names that differ in case", R"({"a":1,"A":2})", R"({"a":1,"A":2})");
    row("names that differ in a byte-order mark",
        "{\"alg\":1,\"\xef\xbb\xbf"
        "alg\":2}",
        "{\"alg\":1,\"\xef\xbb\xbf"
        "alg\":2}");
    row("the same name at two depths", R"({"a":{"a":1}})", R"({"a":{"a":1}})");
    row("the same name side by side", R"([{"a":1},{"a":2}])", R"([{"a":1},{"a":2}])");
    row("composed and decomposed names", "{\"\xc3\xa9\":1,\"e\xcc\x81\":2}",
        "{\"\xc3\xa9\":1,\"e\xcc\x81\":2}");
    row("32 deep", nested(32, '[', ']'), nested(32, '[', ']'));
    row("32 deep with something in them", QByteArray(32, '[') + '1' + QByteArray(32, ']'),
        QByteArray(32, '[') + '1' + QByteArray(32, ']'));
    row("32 objects deep", QByteArray(R"({"a":)").repeated(31) + "{}" + QByteArray(31, '}'),
        QByteArray(R"({"a":)").repeated(31) + "{}" + QByteArray(31, '}'));
}

void TestJsonReader::accepts()
{
    QFETCH(QByteArray, text);
    const auto parsed = parseJson(text);
    QVERIFY_RESULT(parsed);
    QTEST(writeJson(*parsed), "written");
}

void TestJsonReader::keepsOrderAndIntegers()
{
    const auto object = parseJsonObject(R"({"z":1,"a":9007199254740993,"m":1.0})");
    QVERIFY_RESULT(object);
    QCOMPARE(object->size(), 3);
    QCOMPARE(object->at(0).first, u"z"_s);
    QCOMPARE(object->at(1).first, u"a"_s);
    QVERIFY(object->at(1).second.asInteger());
    QCOMPARE(*object->at(1).second.asInteger(), std::int64_t{9007199254740993});
    QVERIFY(!object->at(2).second.asInteger()); // 1.0 is a number, not an integer
    QVERIFY(object->at(2).second.isNumber());
}

void TestJsonReader::keepsTextAsItIs()
{
    const auto parsed = parseJson(R"("a\u0000é\ud83d\ude00")");
    QVERIFY_RESULT(parsed);
    QCOMPARE(*parsed->asString(), QString(QChar(u'a')) + QChar(u'\0') + u"é😀"_s);
}

void TestJsonReader::refusesMoreThanTheCap()
{
    QVERIFY_RESULT(parseJson("[1,2]", 5));
    const auto parsed = parseJson("[1,2]", 4);
    QCOMPARE_ERROR(parsed, ErrorCode::InvalidJson);
    QCOMPARE(parsed.error().detail, u"longer than 4 bytes"_s);
}

void TestJsonReader::refusesWhatIsNoObject()
{
    for (const QByteArray text : {"[]", "1", "\"a\"", "null", "true"}) {
        const auto parsed = parseJsonObject(text);
        QCOMPARE_ERROR(parsed, ErrorCode::InvalidJson);
        QVERIFY(parsed.error().detail.startsWith(u"not an object but "));
    }
}

void TestJsonReader::findsDuplicatesAmongMany()
{
    QByteArray members;
    for (int i = 0; i < 20000; ++i) {
        members += "\"m" + QByteArray::number(i) + "\":" + QByteArray::number(i) + ',';
    }
    QVERIFY_RESULT(parseJson('{' + members + R"("last":0})"));
    const auto parsed = parseJson('{' + members + R"("m777":0})");
    QCOMPARE_ERROR(parsed, ErrorCode::DuplicateJsonMember);
    QVERIFY(parsed.error().detail.endsWith(u"the member \"m777\" occurs twice"));
}

void TestJsonReader::survivesLargeThenSmall()
{
    const QByteArray large = '[' + QByteArray("1,").repeated(300000) + "1]";
    QVERIFY_RESULT(parseJson(large));
    QVERIFY_RESULT(parseJson("[1]"));
    QVERIFY(!parseJson("["));
    QVERIFY_RESULT(parseJson("[1]"));
}

void TestJsonReader::namesKinds()
{
    QCOMPARE(parseJson("null")->kindName(), "null");
    QCOMPARE(parseJson("1")->kindName(), "a number");
    QCOMPARE(parseJson("18446744073709551615")->kindName(), "a number");
    QCOMPARE(parseJson("1.5")->kindName(), "a number");
    QCOMPARE(parseJson("false")->kindName(), "true or false");
    QCOMPARE(parseJson("\"\"")->kindName(), "a string");
    QCOMPARE(parseJson("[]")->kindName(), "an array");
    QCOMPARE(parseJson("{}")->kindName(), "an object");
}

void TestJsonReader::findsMembers()
{
    const auto object = parseJsonObject(R"({"alg":"HS256","n":null})");
    QVERIFY_RESULT(object);
    QCOMPARE(*findMember(*object, u"alg")->asString(), u"HS256"_s);
    QVERIFY(findMember(*object, u"n")->isNull());
    QVERIFY(!findMember(*object, u"Alg"));
    QVERIFY(!findMember({}, u"alg"));
}

void TestJsonReader::takesNoLiteralForABool()
{
    static_assert(!std::is_convertible_v<const char *, JsonValue>);
    static_assert(std::is_convertible_v<bool, JsonValue>);
    QVERIFY(*JsonValue(true).asBool());
}

QTEST_GUILESS_MAIN(TestJsonReader)
#include "tst_jsonreader.moc"
