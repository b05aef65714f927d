#include "clirunner.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace countersign;
using namespace countersign::cli;
using namespace Qt::StringLiterals;

/// Secrets with a mark in them go in everywhere; the mark comes out nowhere.
class tst_CliSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void printsNoSecret_data();
    void printsNoSecret();
    void keepsNoSecretReadableInTheVaultFile();
    void revealsOnlyWhenAsked();

private:
    CliRunner m_runner;
};

namespace {

const QByteArray mark = "PLANTEDsecret";
const QByteArray markedSecret = "PLANTEDsecret0123456789abcdef0123456789a";
const QByteArray markedPassphrase = "PLANTEDsecret as a passphrase";

bool showsMark(const QByteArray &text)
{
    return text.contains(mark) || text.contains(mark.toHex()) || text.contains(mark.toBase64().chopped(4));
}

} // namespace

void tst_CliSecrets::initTestCase()
{
    m_runner.write(u"demo-passphrase"_s, markedPassphrase); // the one that runOnVault uses
    m_runner.write(u"k"_s, markedSecret);
    m_runner.makeVault();
    QCOMPARE(
        m_runner.runOnVault({u"property"_s, u"add"_s, u"--recipe"_s, u"tawk-to"_s, u"--name"_s, u"Shop"_s})
            .exitCode,
        0);
    const CliRun imported =
        m_runner.runOnVault({u"keys"_s, u"Shop"_s, u"import"_s, u"--key-file"_s, m_runner.path(u"k"_s)});
    QCOMPARE(imported.exitCode, 0);
    QVERIFY2(!showsMark(imported.output + imported.errors), imported.errors.constData());
}

void tst_CliSecrets::printsNoSecret_data()
{
    QTest::addColumn<QString>("arguments");
    for (const char *arguments : {"mac compute --key-file K user123",
                                  "mac verify --key-file K --tag 00 user123",
                                  "mac verify --key-file K --tag PLANTEDsecre user123",
                                  "jwt sign --key-file K --alg HS256 {}",
                                  "jwt verify --key-file K e30.e30.AAAA",
                                  "jws verify --key-file K e30.e30.AAAA",
                                  "key inspect K",
                                  "key public K",
                                  "mac compute --key-file K --key-encoding hex x",
                                  "mac compute --key-file K --key-encoding base64 x",
                                  "jwt sign --key-file K --alg RS256 {}",
                                  "keys Shop list",
                                  "keys Shop import --key-file K",
                                  "keys Shop rotate --import K",
                                  "keys Shop import --key-file K --key-encoding hex",
                                  "keys Shop export-public",
                                  "keys Shop export-private 1",
                                  "keys Shop export-private 1 --out OUT",
                                  "property show Shop",
                                  "property list",
                                  "sign Shop --user-id user123",
                                  "verify Shop --user-id user123 --hash 00",
                                  "snippet Shop show server-python",
                                  "snippet Shop list",
                                  "activity list",
                                  "activity check",
                                  "vault check",
                                  "vault info",
                                  "vault create",
                                  "vault demo"}) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments);
    }
}

void tst_CliSecrets::printsNoSecret()
{
    QFETCH(QString, arguments);
    QStringList list = arguments.split(u' ');
    list.replaceInStrings(u"OUT"_s, m_runner.path(u"out"_s));
    for (QString &argument : list) {
        argument = argument == u"K"_s ? m_runner.path(u"k"_s) : argument;
    }
    for (const QStringList &options : {QStringList{}, QStringList{u"--json"_s}}) {
        QFile::remove(m_runner.path(u"out"_s));
        const CliRun run = m_runner.runOnVault(list + options);
        QVERIFY2(!showsMark(run.output), run.output.constData());
        QVERIFY2(!showsMark(run.errors), run.errors.constData());
    }
}

void tst_CliSecrets::keepsNoSecretReadableInTheVaultFile()
{
    QVERIFY(!m_runner.read(u"v.countersign"_s).isEmpty());
    QDirIterator files(m_runner.path(QString()), {u"v.countersign*"_s}, QDir::Files);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!showsMark(file.readAll()), qPrintable(file.fileName()));
    }
}

void tst_CliSecrets::revealsOnlyWhenAsked()
{
    const CliRun run =
        m_runner.runOnVault({u"keys"_s, u"Shop"_s, u"export-private"_s, u"1"_s, u"--reveal"_s});
    QCOMPARE(run.output, markedSecret + '\n');
}

QTEST_GUILESS_MAIN(tst_CliSecrets)
#include "tst_clisecrets.moc"
