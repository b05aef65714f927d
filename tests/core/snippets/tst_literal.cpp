#include "core/snippets/literal.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign::snippets;

/// The expected texts are written by hand from the languages' grammars; tst_literals in tests/snippets has
/// the languages themselves read them.
class TestLiteral : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesForEveryLanguage_data();
    void quotesForEveryLanguage();
    void choosesByLanguage();
};

void TestLiteral::quotesForEveryLanguage_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("python");
    QTest::addColumn<QByteArray>("javaScript");
    QTest::addColumn<QByteArray>("php");
    QTest::addColumn<QByteArray>("url");
    const auto row = [](const char *name, const QString &value, const char *python, const char *javaScript,
                        const char *php, const char *url) {
        QTest::newRow(name) << value << QByteArray(python) << QByteArray(javaScript) << QByteArray(php)
                            << QByteArray(url);
    };
    row("plain", u"A-1_b.c~"_s, "'A-1_b.c~'", "'A-1_b.c~'", "'A-1_b.c~'", "A-1_b.c~");
    row("empty", {}, "''", "''", "''", "");
    row("single quote", u"O'Hara"_s, R"('O\'Hara')", R"('O\'Hara')", R"('O\'Hara')", "O%27Hara");
    row("double quote", u"\"x\""_s, R"('"x"')", R"('"x"')", R"('"x"')", "%22x%22");
    row("backslash", u"C:\\new"_s, R"('C:\\new')", R"('C:\\new')", R"('C:\\new')", "C%3A%5Cnew");
    row("backslash at the end", u"x\\"_s, R"('x\\')", R"('x\\')", R"('x\\')", "x%5C");
    row("line break", u"a\nb"_s, R"('a\nb')", R"('a\nb')", "'a\nb'", "a%0Ab");
    row("carriage return", u"a\rb"_s, R"('a\u000db')", R"('a\u000db')", "'a\rb'", "a%0Db");
    row("NUL", u"a"_s + QChar(0) + u'b', R"('a\u0000b')", R"('a\u0000b')", "'a", "a%00b");
    row("end of script", u"</script>"_s, "'</script>'", R"('\u003c/script\u003e')", "'</script>'",
        "%3C%2Fscript%3E");
    row("comment", u"<!--"_s, "'<!--'", R"('\u003c!--')", "'<!--'", "%3C%21--");
    row("ampersand", u"a&b"_s, "'a&b'", R"('a\u0026b')", "'a&b'", "a%26b");
    row("line separator", u"a\u2028b\u2029c"_s, R"('a\u2028b\u2029c')", R"('a\u2028b\u2029c')",
        "'a\xe2\x80\xa8"
        "b\xe2\x80\xa9"
        "c'",
        "a%E2%80%A8b%E2%80%A9c");
    row("dollar and braces", u"${x} $x {x}"_s, "'${x} $x {x}'", "'${x} $x {x}'", "'${x} $x {x}'",
        "%24%7Bx%7D%20%24x%20%7Bx%7D");
    row("PHP's end", u"?>"_s, "'?>'", R"('?\u003e')", "'?>'", "%3F%3E");
    row("umlaut and emoji", u"ü\U0001F600"_s, "'\xc3\xbc\xf0\x9f\x98\x80'", "'\xc3\xbc\xf0\x9f\x98\x80'",
        "'\xc3\xbc\xf0\x9f\x98\x80'", "%C3%BC%F0%9F%98%80");
}

void TestLiteral::quotesForEveryLanguage()
{
    QFETCH(QString, value);
    QFETCH(QByteArray, php);
    QTEST(pythonLiteral(value), "python");
    QTEST(javaScriptLiteral(value), "javaScript");
    if (!value.contains(QChar(0))) { // which PHP takes as it is, and a C string in this table does not
        QCOMPARE(phpLiteral(value), php);
    }
    QTEST(urlPart(value), "url");
}

void TestLiteral::choosesByLanguage()
{
    QCOMPARE(literalFor(u"python", u"<"_s), QByteArray("'<'"));
    QCOMPARE(literalFor(u"php", u"<"_s), QByteArray("'<'"));
    QCOMPARE(literalFor(u"javascript", u"<"_s), QByteArray("'\\u003c'"));
    QCOMPARE(literalFor(u"html", u"<"_s), QByteArray("'\\u003c'"));
    QCOMPARE(literalFor(u"url", u"<"_s), QByteArray("%3C"));
}

QTEST_GUILESS_MAIN(TestLiteral)
#include "tst_literal.moc"
