#include "core/base/json.h"
#include "tests/support/result.h"

#include <QRandomGenerator>
#include <QTest>

#include <bit>
#include <cmath>
#include <limits>

using namespace countersign;
using namespace Qt::StringLiterals;

/// Every expected text is what JSON.stringify of Node.js 20 wrote.
class TestJsonWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesNumbers_data();
    void writesNumbers();
    void writesStrings_data();
    void writesStrings();
    void writesCompactly();
    void writesIndented();
    void readsBackWhatItWrote();
};

void TestJsonWriter::writesNumbers_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QByteArray>("text");

    const auto row = [](double number, const char *text) {
        QTest::newRow(text) << number << QByteArray(text);
    };
    row(0.0, "0");
    row(1.0, "1");
    row(-1.5, "-1.5");
    row(100.0, "100");
    row(0.1, "0.1");
    row(0.1 + 0.2, "0.30000000000000004");
    row(1.0 / 3.0, "0.3333333333333333");
    row(123456.789, "123456.789");
    row(9223372036854774784.0, "9223372036854775000");
    // From 2^63 on unlike JavaScript: what is written must be taken by parseJson.
    row(0x1p63, "9.223372036854776e+18");
    row(-0x1p63, "-9.223372036854776e+18");
    row(18446744073709551616.0, "1.8446744073709552e+19");
    row(1e20, "1e+20");
    row(123456789012345680000.0, "1.2345678901234568e+20");
    row(1e21, "1e+21");
    row(1.5e21, "1.5e+21");
    row(-1.234e25, "-1.234e+25");
    row(0.000001, "0.000001");
    row(0.0000012, "0.0000012");
    row(0.0000001, "1e-7");
    row(1.5e-7, "1.5e-7");
    row(1e100, "1e+100");
    row(std::numeric_limits<double>::max(), "1.7976931348623157e+308");
    row(std::numeric_limits<double>::denorm_min(), "5e-324");
    row(std::numeric_limits<double>::min(), "2.2250738585072014e-308");
    row(9007199254740993.0, "9007199254740992");
    row(4294967296.5, "4294967296.5");
    QTest::newRow("minus zero") << -0.0 << "0"_ba;
    QTest::newRow("NaN") << std::numeric_limits<double>::quiet_NaN() << "null"_ba;
    QTest::newRow("Infinity") << std::numeric_limits<double>::infinity() << "null"_ba;
}

void TestJsonWriter::writesNumbers()
{
    QFETCH(double, number);
    QTEST(writeJson(JsonValue(JsonValue::Data(number))), "text");
    QVERIFY(parseJson(writeJson(JsonValue(JsonValue::Data(number)))));
}

void TestJsonWriter::writesStrings_data()
{
    QTest::addColumn<QString>("string");
    QTest::addColumn<QByteArray>("text");

    const auto row = [](const char *name, const QString &string, const QByteArray &text) {
        QTest::newRow(name) << string << text;
    };
    row("empty", u""_s, R"("")");
    row("quote and backslash", u"\"\\"_s, R"("\"\\")");
    row("slash stays", u"</script>"_s, R"("</script>")");
    row("short escapes", u"\b\f\n\r\t"_s, R"("\b\f\n\r\t")");
    row("other controls", u"\x01\x0b\x1f"_s, R"("\u0001\u000b\u001f")");
    row("NUL", QString(QChar(u'\0')), R"("\u0000")");
    row("delete stays", u"\x7f"_s, "\"\x7f\"");
    row("beyond ASCII stays", u"é€"_s, "\"\xc3\xa9\xe2\x82\xac\"");
    row("line separators stay", u"\u2028\u2029"_s, "\"\xe2\x80\xa8\xe2\x80\xa9\"");
    row("surrogate pair stays", u"a😀b"_s,
        "\"a\xf0\x9f\x98\x80"
        "b\"");
    row("lone high surrogate", QString(QChar(0xd83d)) + u"x"_s, R"("\ud83dx")");
    row("lone low surrogate", u"x"_s + QChar(0xde00), R"("x\ude00")");
    row("surrogates swapped", QString(QChar(0xde00)) + QChar(0xd83d), R"("\ude00\ud83d")");
    row("high surrogate at the end", u"😀"_s + QChar(0xd83d), "\"\xf0\x9f\x98\x80\\ud83d\"");
}

void TestJsonWriter::writesStrings()
{
    QFETCH(QString, string);
    QTEST(writeJson(string), "text");
    QFETCH(QByteArray, text);
    QCOMPARE(writeJson(JsonObject{{string, true}}), '{' + text + ":true}");
}

void TestJsonWriter::writesCompactly()
{
    const JsonObject object{{u"typ"_s, u"JWT"_s}, {u"alg"_s, u"HS256"_s}};
    QCOMPARE(writeJson(object), R"({"typ":"JWT","alg":"HS256"})"_ba);
    const JsonObject mixed{
        {u"b"_s, JsonArray{1, JsonValue(), false}}, {u"a"_s, JsonObject{}}, {u"c"_s, JsonArray{}}};
    QCOMPARE(writeJson(mixed), R"({"b":[1,null,false],"a":{},"c":[]})"_ba);
}

void TestJsonWriter::writesIndented()
{
    const JsonObject object{
        {u"a"_s, JsonArray{1, JsonObject{{u"b"_s, 2}}}}, {u"c"_s, JsonObject{}}, {u"d"_s, JsonArray{}}};
    QCOMPARE(writeJson(object, JsonLayout::Indented), "{\n"
                                                      "  \"a\": [\n"
                                                      "    1,\n"
                                                      "    {\n"
                                                      "      \"b\": 2\n"
                                                      "    }\n"
                                                      "  ],\n"
                                                      "  \"c\": {},\n"
                                                      "  \"d\": []\n"
                                                      "}"_ba);
}

void TestJsonWriter::readsBackWhatItWrote()
{
    QRandomGenerator64 random(7519);
    for (int i = 0; i < 20000; ++i) {
        const auto number = std::bit_cast<double>(random.generate());
        if (!std::isfinite(number)) {
            continue;
        }
        const QByteArray text = writeJson(JsonValue(JsonValue::Data(number)));
        QCOMPARE(text.toDouble(), number);
    }
}

QTEST_GUILESS_MAIN(TestJsonWriter)
#include "tst_jsonwriter.moc"
