#include "core/bulk/csvdialect.h"

#include <QTest>

using namespace countersign;
using namespace countersign::bulk;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(countersign::bulk::TextEncoding)

namespace {

constexpr const char *hash = "988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221";

} // namespace

class tst_CsvDialect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesHowAListIsWritten_data();
    void seesHowAListIsWritten();
    void takesWhatAPersonChose();
    void refusesWhatIsNoList_data();
    void refusesWhatIsNoList();
    void aCharacterCutOffIsNoReasonToDoubtUtf8();
};

void tst_CsvDialect::seesHowAListIsWritten_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<TextEncoding>("encoding");
    QTest::addColumn<char>("delimiter");
    QTest::addColumn<bool>("hasHeader");
    QTest::addColumn<int>("preamble");
    const QByteArray h(hash);
    const auto row = [](const char *name, const QByteArray &content, TextEncoding encoding, char delimiter,
                        bool hasHeader, int preamble = 0) {
        QTest::newRow(name) << content << encoding << delimiter << hasHeader << preamble;
    };
    row("comma with header", "id,hash\nu1," + h + "\n", TextEncoding::Utf8, ',', true);
    row("comma without header", "u1," + h + "\nu2," + h + "\n", TextEncoding::Utf8, ',', false);
    row("semicolon", "id;name;hash\nu1;Berg, Mia;" + h + "\n", TextEncoding::Utf8, ';', true);
    row("tab", "u1\t" + h + "\nu2\t" + h + "\n", TextEncoding::Utf8, '\t', false);
    row("one column", h + "\n" + h + "\n", TextEncoding::Utf8, ',', false);
    row("byte-order mark", "\xEF\xBB\xBFid,hash\nu1," + h, TextEncoding::Utf8, ',', true, 3);
    row("Windows-1252", "id,hash\nJ\xFCrgen," + h + "\n", TextEncoding::Windows1252, ',', true);
    row("UTF-8", "id,hash\nJ\xC3\xBCrgen," + h + "\n", TextEncoding::Utf8, ',', true);
    row("one line of Latin-1 in UTF-8",
        "id,hash\nJ\xC3\xBCrgen," + h + "\nAnja," + h + "\nJ\xFCrgen," + h + "\nZo\xC3\xAB," + h + "\n",
        TextEncoding::Utf8, ',', true);
    row("one line of UTF-8 in Latin-1", "id,hash\nJ\xFCrgen,x\nZo\xC3\xAB,x\nRen\xE9,x\nAnja,x\n",
        TextEncoding::Windows1252, ',', true);
    row("byte-order mark, and a line of Latin-1", "\xEF\xBB\xBFid,hash\nJ\xFCrgen," + h, TextEncoding::Utf8,
        ',', true, 3);
    row("bar", "id|name|hash\nu1|Berg, Mia|" + h + "\n", TextEncoding::Utf8, '|', true);
    row("Excel's separator line", "sep=;\r\nid;hash\r\nu1;" + h, TextEncoding::Utf8, ';', true, 7);
    row("Excel's separator line, which its rows belie", "sep=,\nid,hash;x\nu1," + h + ";x\nu2," + h + ";x",
        TextEncoding::Utf8, ',', true, 6);
    row("separator line after a byte-order mark", "\xEF\xBB\xBFsep=;\nid;hash\nu1;" + h, TextEncoding::Utf8,
        ';', true, 9);
    row("header nobody knows", "Kunde,Pruefsumme\nu1," + h + "\nu2," + h, TextEncoding::Utf8, ',', true);
    row("delimiters within quotes", "\"a;b\",\"" + h + "\"\n\"c;d\",\"" + h + "\"\n", TextEncoding::Utf8, ',',
        false);
    row("e-mail in the first row", "mia@example.com," + h + "\n", TextEncoding::Utf8, ',', false);
    row("line breaks of old Macs", "id,hash\ru1," + h + "\r", TextEncoding::Utf8, ',', true);
}

void tst_CsvDialect::seesHowAListIsWritten()
{
    QFETCH(QByteArray, content);
    QFETCH(TextEncoding, encoding);
    QFETCH(char, delimiter);
    QFETCH(bool, hasHeader);
    QFETCH(int, preamble);
    const auto dialect = detectDialect(content, Beginning::Whole);
    QVERIFY(dialect);
    QCOMPARE(dialect->encoding, encoding);
    QCOMPARE(dialect->delimiter, delimiter);
    QCOMPARE(dialect->header == HeaderRow::First, hasHeader);
    QCOMPARE(dialect->preambleSize, preamble);
}

void tst_CsvDialect::takesWhatAPersonChose()
{
    const DialectChoice choice{TextEncoding::Windows1252, ';', HeaderRow::First};
    const auto dialect = detectDialect("a,b\nc,d\n", Beginning::Whole, choice);
    QVERIFY(dialect);
    QCOMPARE(*dialect, (CsvDialect{TextEncoding::Windows1252, ';', HeaderRow::First, false, 0, 0}));
}

void tst_CsvDialect::refusesWhatIsNoList_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("reason");
    QTest::newRow("nothing") << QByteArray() << u"empty"_s;
    QTest::newRow("blank lines") << QByteArray("\n \r\n") << u"empty"_s;
    QTest::newRow("a byte-order mark alone") << QByteArray("\xEF\xBB\xBF") << u"empty"_s;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFEi\0d\0", 6) << u"UTF-16"_s;
    QTest::newRow("a spreadsheet") << QByteArray("PK\x03\x04\x14") << u"spreadsheet"_s;
    QTest::newRow("an old spreadsheet") << QByteArray("\xD0\xCF\x11\xE0\xA1") << u"Excel"_s;
    QTest::newRow("a PDF") << QByteArray("%PDF-1.7") << u"PDF"_s;
    QTest::newRow("zero bytes") << QByteArray("id,hash\n\0\0", 10) << u"bytes that no text has"_s;
}

void tst_CsvDialect::refusesWhatIsNoList()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, reason);
    const auto dialect = detectDialect(content, Beginning::Whole);
    QVERIFY(!dialect);
    QCOMPARE(dialect.error().code, ErrorCode::InvalidEncoding);
    QVERIFY2(dialect.error().detail.contains(reason), qPrintable(dialect.error().detail));
}

void tst_CsvDialect::aCharacterCutOffIsNoReasonToDoubtUtf8()
{
    const QByteArray content = "id,hash\nJ\xC3\xBCrgen,\xE2\x82\xAC";
    for (qsizetype cut = 1; cut <= 2; ++cut) {
        const QByteArrayView part = QByteArrayView(content).chopped(cut);
        QCOMPARE(detectDialect(part, Beginning::Part)->encoding, TextEncoding::Utf8);
        QCOMPARE(detectDialect(part, Beginning::Whole)->encoding, TextEncoding::Windows1252);
    }
}

QTEST_APPLESS_MAIN(tst_CsvDialect)
#include "tst_csvdialect.moc"
