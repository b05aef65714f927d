#include "core/bulk/csvrows.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cstring>

using namespace countersign;
using namespace countersign::bulk;
using namespace Qt::StringLiterals;

namespace {

struct ReadRow
{
    quint64 line = 0;
    CsvFault fault = CsvFault::None;
    QStringList fields; ///< id, e-mail, proof: the first three columns
    QByteArray bytes;   ///< the row as it stands in the list

    bool operator==(const ReadRow &) const = default;
};

ByteSource sourceOf(const QByteArray &content, std::size_t block)
{
    return
        [content, block, at = std::size_t(0)](std::span<unsigned char> room) mutable -> Result<std::size_t> {
            const std::size_t left = static_cast<std::size_t>(content.size()) - at;
            const std::size_t count = std::min({room.size(), left, block});
            std::memcpy(room.data(), content.constData() + at, count);
            at += count;
            return count;
        };
}

/// Every row of a list, cut into chunks of about `chunkSize` from blocks of `block` bytes.
QList<ReadRow> readRows(const QByteArray &content, const RowShape &shape, std::size_t chunkSize,
                        std::size_t block = 1 << 20)
{
    CsvChunks chunks(sourceOf(content, block), shape.dialect.delimiter,
                     static_cast<std::size_t>(shape.dialect.preambleSize), chunkSize);
    QList<ReadRow> found;
    quint64 line = 1;
    while (auto chunk = *chunks.next()) {
        line += static_cast<quint64>(chunk->lineBreaksBefore);
        const quint64 offset = chunk->offset;
        const CsvRows rows(*chunk, shape);
        for (const RowText &row : rows.rows()) {
            const auto text = [](ByteView field) { return QString::fromUtf8(viewOf(field)); };
            found.append({line + row.line,
                          row.fault,
                          {text(row.id), text(row.email), text(row.proof)},
                          content.mid(static_cast<qsizetype>(offset + row.offset), row.size)});
        }
        line += rows.lineBreaks();
    }
    return found;
}

RowShape shapeOf(char delimiter, int fieldCount = 3)
{
    RowShape shape;
    shape.dialect.delimiter = delimiter;
    shape.columns = {0, 1, 2};
    shape.fieldCount = fieldCount;
    return shape;
}

QJsonArray pythonLists()
{
    QFile file(QStringLiteral(COUNTERSIGN_TEST_DATA_DIR "/bulk/lists.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll())["lists"_L1].toArray()
                                          : QJsonArray();
}

QString outline(const QList<ReadRow> &rows)
{
    QStringList lines;
    for (const ReadRow &row : rows) {
        lines.append(u"%1 %2 %3"_s.arg(row.line).arg(static_cast<int>(row.fault)).arg(row.fields.join(u'|')));
    }
    return lines.join(u'\n');
}

} // namespace

class tst_CsvRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPythonReads_data();
    void readsWhatPythonReads();
    void chunksAtEveryOffsetGiveTheSameRows_data() { readsWhatPythonReads_data(); }
    void chunksAtEveryOffsetGiveTheSameRows();
    void namesWhatIsMalformedAndGoesOn_data();
    void namesWhatIsMalformedAndGoesOn();
    void malformedRowsAreTheSameAtEveryOffset_data() { namesWhatIsMalformedAndGoesOn_data(); }
    void malformedRowsAreTheSameAtEveryOffset();
    void aQuoteNeverClosedCostsOneRowOnly();
    void aLineWithoutEndIsOneRow();
    void leavesTheHeaderAndBlankRowsOut();
    void theHeaderIsTheFirstRowInOrder_data();
    void theHeaderIsTheFirstRowInOrder();
    void readsWindows1252();
    void failsAsItsSourceDoes();
};

void tst_CsvRows::readsWhatPythonReads_data()
{
    QTest::addColumn<QJsonObject>("list");
    const QJsonArray lists = pythonLists();
    QVERIFY(lists.size() > 20);
    for (const QJsonValue &list : lists) {
        QTest::newRow(qPrintable(list["name"_L1].toString())) << list.toObject();
    }
}

void tst_CsvRows::readsWhatPythonReads()
{
    QFETCH(QJsonObject, list);
    RowShape shape = shapeOf(list["delimiter"_L1].toString().toLatin1().at(0));
    shape.dialect.encoding =
        list["encoding"_L1] == "latin-1"_L1 ? TextEncoding::Windows1252 : TextEncoding::Utf8;
    shape.dialect.preambleSize = list["mark"_L1].toBool() ? 3 : 0;
    const QByteArray content = QByteArray::fromBase64(list["bytes"_L1].toString().toLatin1());
    const QList<ReadRow> rows = readRows(content, shape, CsvChunks::usualSize);
    const QJsonArray expected = list["rows"_L1].toArray();
    QCOMPARE(rows.size(), expected.size());
    for (qsizetype at = 0; at < rows.size(); ++at) {
        QCOMPARE(rows[at].fault, CsvFault::None);
        QCOMPARE(QJsonArray::fromStringList(rows[at].fields), expected[at].toArray());
    }
}

void tst_CsvRows::chunksAtEveryOffsetGiveTheSameRows()
{
    QFETCH(QJsonObject, list);
    const RowShape shape = shapeOf(list["delimiter"_L1].toString().toLatin1().at(0));
    const QByteArray content = QByteArray::fromBase64(list["bytes"_L1].toString().toLatin1()).left(300);
    const QList<ReadRow> whole = readRows(content, shape, CsvChunks::usualSize);
    for (std::size_t size = 1; size <= static_cast<std::size_t>(content.size()); ++size) {
        QCOMPARE(outline(readRows(content, shape, size)), outline(whole));
    }
    QCOMPARE(outline(readRows(content, shape, 7, 1)), outline(whole));
}

void tst_CsvRows::namesWhatIsMalformedAndGoesOn_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("expected"); // line, fault, fields
    const auto fault = [](CsvFault value) { return QString::number(static_cast<int>(value)); };
    const QString stray = fault(CsvFault::StrayQuote);
    const QString after = fault(CsvFault::TextAfterQuote);
    const QString open = fault(CsvFault::UnclosedQuote);
    QTest::newRow("a quote inside a field")
        << QByteArray("a,b,c\nx\"y,b,c\nd,e,f\n") << u"1 0 a|b|c\n2 %1 ||\n3 0 d|e|f"_s.arg(stray);
    QTest::newRow("text after a quote")
        << QByteArray("a,b,c\n\"x\"y,b,c\nd,e,f\n") << u"1 0 a|b|c\n2 %1 ||\n3 0 d|e|f"_s.arg(after);
    QTest::newRow("an open quote at the end")
        << QByteArray("a,b,c\nd,e,\"f\n") << u"1 0 a|b|c\n2 %1 ||"_s.arg(open);
    QTest::newRow("an open quote in the middle") << QByteArray("a,b,c\nd,e,\"f\ng,h,i\nj,k,l\n")
                                                 << u"1 0 a|b|c\n2 %1 ||\n3 0 g|h|i\n4 0 j|k|l"_s.arg(open);
    QTest::newRow("an open quote that the next quote closes")
        << QByteArray("a,b,c\nd,e,\"f\ng,\"h\",i\nj,k,l\n")
        << u"1 0 a|b|c\n2 %1 ||\n3 0 g|h|i\n4 0 j|k|l"_s.arg(after);
    QTest::newRow("too few fields") << QByteArray("a,b,c\nd,e\nf,g,h\n")
                                    << u"1 0 a|b|c\n2 %1 d|e|\n3 0 f|g|h"_s.arg(
                                           fault(CsvFault::TooFewFields));
    QTest::newRow("too many fields") << QByteArray("a,b,c\nd,e,f,g\nh,i,j")
                                     << u"1 0 a|b|c\n2 %1 d|e|f\n3 0 h|i|j"_s.arg(
                                            fault(CsvFault::TooManyFields));
    QTest::newRow("not UTF-8") << QByteArray("a,b,c\nJ\xFCrgen,b,c\nd,e,f\n")
                               << u"1 0 a|b|c\n2 %1 J\uFFFDrgen|b|c\n3 0 d|e|f"_s.arg(
                                      fault(CsvFault::InvalidText));
    QTest::newRow("lines of one row counted") << QByteArray("a,\"b\n\nb\",c\r\nx\"y,b,c\rd,e,f")
                                              << u"1 0 a|b\n\nb|c\n4 %1 ||\n5 0 d|e|f"_s.arg(stray);
}

void tst_CsvRows::namesWhatIsMalformedAndGoesOn()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, expected);
    QCOMPARE(outline(readRows(content, shapeOf(','), CsvChunks::usualSize)), expected);
}

void tst_CsvRows::malformedRowsAreTheSameAtEveryOffset()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, expected);
    for (std::size_t size = 1; size <= static_cast<std::size_t>(content.size()); ++size) {
        QCOMPARE(outline(readRows(content, shapeOf(','), size, 3)), expected);
    }
}

void tst_CsvRows::aQuoteNeverClosedCostsOneRowOnly()
{
    QByteArray content = "a,\"b,c\n";
    for (int row = 0; row < 60'000; ++row) { // beyond what one row may be long
        content += "user-" + QByteArray::number(row) + ",mail@example.com,hash\n";
    }
    const QList<ReadRow> rows = readRows(content, shapeOf(','), CsvChunks::usualSize);
    QCOMPARE(rows.size(), 60'001);
    QCOMPARE(rows.first().fault, CsvFault::UnclosedQuote);
    QCOMPARE(rows.first().bytes, "a,\"b,c\n"_ba);
    QVERIFY(std::all_of(rows.begin() + 1, rows.end(),
                        [](const ReadRow &row) { return row.fault == CsvFault::None; }));
    QCOMPARE(rows.last().line, 60'001U);
}

void tst_CsvRows::aLineWithoutEndIsOneRow()
{
    const QByteArray tooLong(5 << 20, 'x');
    for (const QByteArray &content :
         {"a,b,c\n" + tooLong + "\nd,e,f\n", "a,b,c\n\"" + tooLong + "\r\nd,e,f\n"}) {
        const QList<ReadRow> rows = readRows(content, shapeOf(','), CsvChunks::usualSize);
        QCOMPARE(rows.size(), 3);
        QVERIFY(rows[1].fault == CsvFault::TooLong || rows[1].fault == CsvFault::UnclosedQuote);
        QCOMPARE(rows[1].line, 2U);
        QCOMPARE(rows[2].line, 3U);
        QCOMPARE(rows[2].fields, (QStringList{u"d"_s, u"e"_s, u"f"_s}));
    }
}

void tst_CsvRows::leavesTheHeaderAndBlankRowsOut()
{
    RowShape shape = shapeOf(',');
    shape.dialect.header = HeaderRow::First;
    const QByteArray content = "\n\nid,email,hash\n\na,b,c\n,,\n\r\n\"\",\"\",\"\"\nd,e,f\n\n";
    QCOMPARE(outline(readRows(content, shape, CsvChunks::usualSize)), u"5 0 a|b|c\n9 0 d|e|f"_s);
    QCOMPARE(outline(readRows(content, shape, 4)), u"5 0 a|b|c\n9 0 d|e|f"_s);
    QVERIFY(readRows("", shape, 4).isEmpty());
}

void tst_CsvRows::theHeaderIsTheFirstRowInOrder_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("expected"); // line, fault, fields
    const auto stray = static_cast<int>(CsvFault::StrayQuote);
    QTest::newRow("a header of quotes alone") << "\"\"\"\",,\na,b,c\n"_ba << u"2 0 a|b|c"_s;
    QTest::newRow("of a delimiter alone") << "\",\",,\na,b,c\n"_ba << u"2 0 a|b|c"_s;
    QTest::newRow("of a line break alone") << "\"\n\",,\na,b,c\n"_ba << u"3 0 a|b|c"_s;
    QTest::newRow("after quoted nothing") << "\"\",,\"\"\nid,email,hash\na,b,c\n"_ba << u"3 0 a|b|c"_s;
    QTest::newRow("after a malformed row")
        << "x\"y,b,c\nid,email,hash\na,b,c\n"_ba << u"1 %1 ||\n3 0 a|b|c"_s.arg(stray);
}

void tst_CsvRows::theHeaderIsTheFirstRowInOrder()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, expected);
    RowShape shape = shapeOf(',');
    shape.dialect.header = HeaderRow::First;
    for (std::size_t size = 1; size <= static_cast<std::size_t>(content.size()); ++size) {
        QCOMPARE(outline(readRows(content, shape, size)), expected);
    }
}

void tst_CsvRows::readsWindows1252()
{
    // What Python's codec cp1252 makes of the text, and the five bytes it has no character for.
    RowShape shape = shapeOf(',', 2);
    shape.dialect.encoding = TextEncoding::Windows1252;
    const QList<ReadRow> rows = readRows("\x80\x93"
                                         "Bo\x9A"
                                         "a\x94,\x8A\x9C\x9E\x9F\x92\n"
                                         "J\xFCrgen,\x82\x83\x84\x85\x86\x87\x88\x89\x8B\x8C\x8E\x91"
                                         "\x95\x96\x97\x98\x99\x9B\n"
                                         "\"\x81\x8D\",\x8F\x90\x9D\xA0\xFF\n",
                                         shape, CsvChunks::usualSize);
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0].fields, (QStringList{u"€“Boša”"_s, u"ŠœžŸ’"_s, QString()}));
    QCOMPARE(rows[1].fields, (QStringList{u"Jürgen"_s, u"‚ƒ„…†‡ˆ‰‹ŒŽ‘•–—˜™›"_s, QString()}));
    QCOMPARE(rows[2].fields, (QStringList{u"\u0081\u008D"_s, u"\u008F\u0090\u009D\u00A0ÿ"_s, QString()}));
}

void tst_CsvRows::failsAsItsSourceDoes()
{
    CsvChunks chunks(
        [](std::span<unsigned char>) -> Result<std::size_t> { return failure(ErrorCode::ReadFailed); }, ',',
        0);
    const auto chunk = chunks.next();
    QVERIFY(!chunk);
    QCOMPARE(chunk.error().code, ErrorCode::ReadFailed);
}

QTEST_APPLESS_MAIN(tst_CsvRows)
#include "tst_csvrows.moc"
