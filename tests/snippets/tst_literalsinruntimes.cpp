#include "core/snippets/literal.h"
#include "tests/snippets/runtime.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign::snippets;

/// Each language reads its literal and says which bytes it holds.
class TestLiteralsInRuntimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areReadBackUnchanged_data();
    void areReadBackUnchanged();
};

namespace {

QStringList hostileValues()
{
    QStringList values{u"plain"_s,
                       u""_s,
                       u"O'Hara"_s,
                       u"\"double\""_s,
                       u"back\\slash\\"_s,
                       u"</script>"_s,
                       u"<!--"_s,
                       u"]]>"_s,
                       u"?>"_s,
                       u"${x} $x {$x} #{x}"_s,
                       u"a\nb\r\nc\td"_s,
                       u"\u2028\u2029"_s,
                       u"\u0085\u00a0\ufeff"_s,
                       u"zoë"_s,
                       u"用户-42"_s,
                       u"\U0001F600"_s,
                       u"%s %d %%"_s,
                       u"`id`"_s,
                       u"'+alert(1)+'"_s,
                       u"\\u0041\\n"_s,
                       u"\x1b[31m"_s,
                       u"*/ //"_s};
    values.append(QString(QChar(0)) + u"1"_s);
    return values;
}

struct Reader
{
    QStringView language;
    QString program;
    QStringList arguments;
    QByteArray head;
    QByteArray before;
    QByteArray after;
};

QList<Reader> readers()
{
    return {
        {u"python", u"python3"_s, {u"-"_s}, "", "print(", ".encode().hex())\n"},
        {u"javascript", u"node"_s, {u"-"_s}, "", "console.log(Buffer.from(", ").toString('hex'))\n"},
        {u"php", u"php"_s, {}, "<?php\n", "echo bin2hex(", "), \"\\n\";\n"},
    };
}

} // namespace

void TestLiteralsInRuntimes::areReadBackUnchanged_data()
{
    QTest::addColumn<int>("reader");
    for (int i = 0; i < readers().size(); ++i) {
        QTest::newRow(qPrintable(readers().at(i).program)) << i;
    }
}

void TestLiteralsInRuntimes::areReadBackUnchanged()
{
    QFETCH(int, reader);
    const Reader language = readers().at(reader);
    QByteArray program = language.head;
    QByteArrayList expected;
    for (const QString &value : hostileValues()) {
        program += language.before + literalFor(language.language, value) + language.after;
        expected.append(value.toUtf8().toHex());
    }
    const auto result = countersign::test::run(language.program, language.arguments, {}, program);
    QCOMPARE(result.failure, QString());
    QCOMPARE(result.output.split('\n'), expected);
}

QTEST_GUILESS_MAIN(TestLiteralsInRuntimes)
#include "tst_literalsinruntimes.moc"
