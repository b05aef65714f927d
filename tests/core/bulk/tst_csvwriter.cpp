#include "core/bulk/csvwriter.h"

#include "core/base/csvfield.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace countersign;
using namespace countersign::bulk;
using namespace Qt::StringLiterals;

class tst_CsvWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesFieldsAsSpreadsheetsReadThem_data();
    void writesFieldsAsSpreadsheetsReadThem();
    void leavesNoFileBehindUnfinished();
    void writesAFileOfTheOwnerAlone();
    void keepsTheOldFileWhenTheDiskIsFull();
};

void tst_CsvWriter::writesFieldsAsSpreadsheetsReadThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("written");
    const auto row = [](const char *name, const QString &text, const QByteArray &written) {
        QTest::newRow(name) << text << written;
    };
    row("plain", u"user-1"_s, "user-1");
    row("empty", {}, "");
    row("delimiter", u"a,b"_s, "\"a,b\"");
    row("quote", u"say \"hi\""_s, "\"say \"\"hi\"\"\"");
    row("line break", u"a\nb"_s, "\"a\nb\"");
    row("space at an end", u"a "_s, "\"a \"");
    row("not ASCII", u"Jürgen"_s, "J\xC3\xBCrgen");
    row("formula", u"=1+1"_s, "'=1+1");
    row("formula with quotes", u"=HYPERLINK(\"http://x\")"_s, "\"'=HYPERLINK(\"\"http://x\"\")\"");
    row("plus", u"+A1"_s, "'+A1");
    row("minus", u"-2+3+cmd|' /C calc'!A0"_s, "'-2+3+cmd|' /C calc'!A0");
    row("at", u"@SUM(A1)"_s, "'@SUM(A1)");
    row("tab", u"\t=1"_s, "'\t=1");
    row("carriage return", u"\r=1"_s, "\"'\r=1\"");
    row("full-width equals sign", u"\uFF1D1"_s,
        "'\xEF\xBC\x9D"
        "1");
    row("a negative number is a number", u"-12"_s, "-12");
    row("a telephone number is a number", u"+491234567"_s, "+491234567");
}

void tst_CsvWriter::writesFieldsAsSpreadsheetsReadThem()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, written);
    QCOMPARE(csvField(text, ','), written);
}

void tst_CsvWriter::leavesNoFileBehindUnfinished()
{
    const QTemporaryDir folder;
    {
        auto writer = CsvWriter::create(folder.filePath(u"out.csv"_s), ',', ByteOrderMark::No, Overwrite::No);
        QVERIFY(writer);
        QVERIFY(writer->write({u"a"_s, QString(100'000, u'b')}));
    }
    QVERIFY(QDir(folder.path()).isEmpty(QDir::Files | QDir::Hidden));
}

void tst_CsvWriter::writesAFileOfTheOwnerAlone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.csv"_s);
    auto writer = CsvWriter::create(path, ';', ByteOrderMark::Yes, Overwrite::No);
    QVERIFY(writer);
    QVERIFY(writer->write({u"a"_s, u"b;c"_s}));
    QVERIFY(writer->finish());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "\xEF\xBB\xBF"
                             "a;\"b;c\"\r\n"_ba);
#ifdef Q_OS_UNIX
    QCOMPARE(file.permissions() &
                 (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
#endif
    QCOMPARE(CsvWriter::create(path, ';', ByteOrderMark::No, Overwrite::No).error().code,
             ErrorCode::FileExists);
}

void tst_CsvWriter::keepsTheOldFileWhenTheDiskIsFull()
{
#ifdef Q_OS_UNIX
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.csv"_s);
    QVERIFY(writeFile(path, bytesOf("old"), FileAccess::OwnerOnly, Overwrite::No));
    auto writer = CsvWriter::create(path, ',', ByteOrderMark::No, Overwrite::Yes);
    QVERIFY(writer);
    // A file-size limit fails a write half way, as a full disk does, and needs no disk to fill.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before;
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{50'000, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const auto written = writer->write({QString(100'000, u'x')});
    setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::WriteFailed);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "old"_ba);
#else
    QSKIP("needs RLIMIT_FSIZE: did not run keepsTheOldFileWhenTheDiskIsFull");
#endif
}

QTEST_APPLESS_MAIN(tst_CsvWriter)
#include "tst_csvwriter.moc"
