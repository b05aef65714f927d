#include "clirunner.h"

#include <QDir>
#include <QMessageAuthenticationCode>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace countersign;
using namespace countersign::cli;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *oldSecret = "0123456789abcdef0123456789abcdef01234567";
constexpr const char *newSecret = "fedcba9876543210fedcba9876543210fedcba98";

QByteArray hmacHex(const QByteArray &message, const QByteArray &key)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256).toHex();
}

const JsonValue &member(const JsonObject &object, const char *name)
{
    static const JsonValue none;
    const JsonValue *found = findMember(object, QString::fromLatin1(name));
    return found != nullptr ? *found : none;
}

qint64 number(const JsonObject &object, const char *name)
{
    const std::int64_t *found = member(object, name).asInteger();
    return found != nullptr ? *found : -1;
}

struct Visitor
{
    QByteArray id;
    QByteArray email;
    QByteArray proof;
};

/// One of every common mistake, by Qt's own HMAC.
QList<Visitor> visitors()
{
    const QByteArray id = "Cust-1";
    const QByteArray email = "Mia@example.com";
    return {{id, email, hmacHex(id, newSecret)},
            {id, email, hmacHex(id, oldSecret)},
            {id, email, hmacHex(email, newSecret)},
            {id, email, hmacHex(id, newSecret).toUpper()},
            {id, email, hmacHex(id + '\n', newSecret)},
            {id, email, hmacHex(id, QByteArray(newSecret) + '\n')},
            {id, email, hmacHex("cust-1", newSecret)},
            {id, email, hmacHex(id, newSecret).left(40)},
            {id, email, hmacHex(id, newSecret).toUpper() + ' '},
            {id, email, hmacHex(id, "nobody's")},
            {id, email, id},
            {id, email, "eyJhbGciOiJIUzI1NiJ9.e30.c2ln"},
            {id, email, "not a hash"}};
}

QByteArray listOf(const QList<Visitor> &rows)
{
    QByteArray list = "user id,email,hash\r\n";
    for (const Visitor &row : rows) {
        list += row.id + ',' + row.email + ',' + row.proof + "\r\n";
    }
    return list;
}

} // namespace

/// `verify P --csv`: lists, their summary and their file of results.
class tst_CliList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void namesTheCausesThatOneVisitorAloneGets();
    void tellsTheVerdictByTheExitCode_data();
    void tellsTheVerdictByTheExitCode();
    void sumsUpAsJson();
    void takesTheColumnsItIsTold();
    void readsWhatExcelOnWindowsSaves();
    void takesExcelsSeparatorLineForNoRow();
    void anEmailAloneIsComparedToo();
    void refusesWhatDoesNotFit_data();
    void refusesWhatDoesNotFit();
    void writesNoFileWhenTheDiskIsFull();
    void overwritesNothing();
    void recordsHowManyAndOfNobody();
    void leavesOutOnlyTheDamagedOneAmongOtherProperties();

private:
    CliRun verify(const QStringList &options, const QByteArray &input = {})
    {
        return m_runner.runOnVault(QStringList{u"verify"_s, u"Shop"_s} + options, input);
    }

    CliRunner m_runner;
};

void tst_CliList::initTestCase()
{
    m_runner.makeVault();
    const QString first = m_runner.write(u"old"_s, oldSecret);
    const QString second = m_runner.write(u"new"_s, newSecret);
    QCOMPARE(
        m_runner.runOnVault({u"property"_s, u"add"_s, u"--recipe"_s, u"tawk-to"_s, u"--name"_s, u"Shop"_s})
            .exitCode,
        0);
    QCOMPARE(m_runner.runOnVault({u"keys"_s, u"Shop"_s, u"import"_s, u"--key-file"_s, first}).exitCode, 0);
    QCOMPARE(
        m_runner.runOnVault({u"keys"_s, u"Shop"_s, u"rotate"_s, u"--import"_s, second, u"--revoke-now"_s})
            .exitCode,
        0);
}

void tst_CliList::namesTheCausesThatOneVisitorAloneGets()
{
    QByteArrayList expected;
    for (const Visitor &visitor : visitors()) {
        const CliRun one = verify({u"--user-id"_s, QString::fromUtf8(visitor.id), u"--email"_s,
                                   QString::fromUtf8(visitor.email), u"--hash"_s,
                                   QString::fromUtf8(visitor.proof), u"--json"_s});
        const JsonObject verdict = one.json();
        QByteArrayList ids;
        for (const JsonValue &cause : *member(verdict, "causes").asArray()) {
            ids.append(member(*cause.asObject(), "id").asString()->toLatin1());
        }
        const QByteArray version = member(verdict, "keyVersion").isNull()
                                       ? QByteArray()
                                       : QByteArray::number(number(verdict, "keyVersion"));
        expected.append(member(verdict, "verdict").asString()->toLatin1() + ',' + ids.join(' ') + ',' +
                        version);
    }
    const QString list = m_runner.write(u"all.csv"_s, listOf(visitors()));
    for (const QString &threads : {u"1"_s, u"2"_s}) {
        const QString out = m_runner.path(u"out-%1.csv"_s.arg(threads));
        QCOMPARE(verify({u"--csv"_s, list, u"--out"_s, out, u"--threads"_s, threads}).exitCode, 1);
        QByteArrayList found;
        for (const QByteArray &row : m_runner.read(u"out-%1.csv"_s.arg(threads)).split('\n').mid(1)) {
            if (!row.isEmpty()) {
                found.append(row.split(',').mid(3, 3).join(','));
            }
        }
        QCOMPARE(found, expected);
    }
}

void tst_CliList::tellsTheVerdictByTheExitCode_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<int>("exitCode");
    const QByteArray good = "u1," + hmacHex("u1", newSecret) + '\n';
    QTest::newRow("all verified") << "id,hash\n" + good + good << 0;
    QTest::newRow("one failed") << "id,hash\n" + good + "u2," + hmacHex("u1", newSecret) + '\n' << 1;
    QTest::newRow("one malformed") << "id,hash\n" + good + "u2\n" << 1;
    QTest::newRow("no rows") << "id,hash\n"_ba << 3;
    QTest::newRow("nothing") << ""_ba << 3;
    QTest::newRow("a spreadsheet") << "PK\x03\x04 and more"_ba << 3;
}

void tst_CliList::tellsTheVerdictByTheExitCode()
{
    QFETCH(QByteArray, list);
    QFETCH(int, exitCode);
    const CliRun run = verify({u"--csv"_s, m_runner.write(u"list.csv"_s, list)});
    QVERIFY2(run.exitCode == exitCode, run.output + run.errors);
}

void tst_CliList::sumsUpAsJson()
{
    QByteArray list = "id;hash\n";
    for (int n = 0; n < 50; ++n) {
        const QByteArray id = "cust-" + QByteArray::number(n);
        list += id + ';' + hmacHex(id, n < 8 ? newSecret : oldSecret) + '\n';
    }
    const CliRun run = verify({u"--csv"_s, m_runner.write(u"json.csv"_s, list + "\"x;y\n"), u"--json"_s});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.errors.isEmpty(), run.errors); // no terminal, so no progress
    const JsonObject summary = run.json();
    QCOMPARE(number(summary, "rows"), 51);
    QCOMPARE(number(summary, "verified"), 8);
    QCOMPARE(number(summary, "failed"), 42);
    QCOMPARE(number(summary, "malformed"), 1);
    QCOMPARE(*member(summary, "delimiter").asString(), u"semicolon"_s);
    QCOMPARE(*member(summary, "encoding").asString(), u"UTF-8"_s);
    const JsonObject group = *member(summary, "causes").asArray()->first().asObject();
    QCOMPARE(number(group, "rows"), 42);
    QCOMPARE(number(group, "keyVersion"), 1);
    QCOMPARE(*member(group, "ids").asArray()->first().asString(), u"IDV-KEY-REVOKED"_s);
    const CliRun one = verify({u"--user-id"_s, u"cust-9"_s, u"--json"_s, u"--hash"_s,
                               QString::fromLatin1(hmacHex("cust-9", oldSecret))});
    const JsonObject cause = *member(one.json(), "causes").asArray()->first().asObject();
    QCOMPARE(*member(group, "text").asString(), *member(cause, "text").asString());
    QCOMPARE(*member(group, "remedy").asString(), *member(cause, "remedy").asString());
    const CliRun people = verify({u"--csv"_s, m_runner.path(u"json.csv"_s)});
    QVERIFY2(people.output.contains("42 of 42 failures: a revoked key was used (key version 1)"),
             people.output);
}

void tst_CliList::takesTheColumnsItIsTold()
{
    // Two columns look like hashes; the wrong one is taken unless it is told.
    const QByteArray list = "id,session,x\nu1," + hmacHex("x", "y") + ',' + hmacHex("u1", newSecret) + '\n';
    const QString path = m_runner.write(u"columns.csv"_s, list);
    QCOMPARE(verify({u"--csv"_s, path}).exitCode, 1);
    QCOMPARE(verify({u"--csv"_s, path, u"--hash-column"_s, u"X"_s}).exitCode, 0);
    QCOMPARE(verify({u"--csv"_s, path, u"--hash-column"_s, u"3"_s, u"--id-column"_s, u"1"_s}).exitCode, 0);
}

void tst_CliList::readsWhatExcelOnWindowsSaves()
{
    // Ids as Python's codec cp1252 writes them; servers hash them as UTF-8.
    const QByteArray list = "id,hash\r\n\x80 99," + hmacHex("€ 99", newSecret) + "\r\n\x8Aime\x9E," +
                            hmacHex("Šimež", newSecret) +
                            "\r\n\x93"
                            "C\x9Cur\x94 d\x92"
                            "Or," +
                            hmacHex("“Cœur” d’Or", newSecret) + "\r\n";
    const QString path = m_runner.write(u"excel.csv"_s, list);
    const QString out = m_runner.path(u"excel-results.csv"_s);
    const CliRun run = verify({u"--csv"_s, path, u"--out"_s, out, u"--json"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(*member(run.json(), "encoding").asString(), u"Windows-1252 (Latin-1)"_s);
    QFile results(out);
    QVERIFY(results.open(QIODevice::ReadOnly));
    QVERIFY(results.readAll().contains("“Cœur” d’Or"));
    for (const QString &name : {u"latin-1"_s, u"windows-1252"_s}) {
        QCOMPARE(verify({u"--csv"_s, path, u"--encoding"_s, name}).exitCode, 0);
    }
}

void tst_CliList::takesExcelsSeparatorLineForNoRow()
{
    for (const QByteArray &delimiter : {QByteArray(","), QByteArray(";")}) {
        const QByteArray list = "sep=" + delimiter + "\r\nid" + delimiter + "hash\r\nu1" + delimiter +
                                hmacHex("u1", newSecret) + "\r\nu2\r\n";
        const CliRun run = verify({u"--csv"_s, m_runner.write(u"separator.csv"_s, list)});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.output.contains("2 rows: 1 verified, 1 malformed."), run.output);
        QVERIFY2(run.output.contains("It is line 4 of the list."), run.output);
    }
}

void tst_CliList::anEmailAloneIsComparedToo()
{
    const QByteArray email = "mia@example.com";
    const QString hash = QString::fromLatin1(hmacHex(email, newSecret));
    const CliRun one = verify({u"--email"_s, QString::fromLatin1(email), u"--hash"_s, hash, u"--json"_s});
    const JsonObject verdict = one.json();
    const JsonObject cause = *member(verdict, "causes").asArray()->first().asObject();
    const QString path =
        m_runner.write(u"emails.csv"_s, "email,hash\n" + email + ',' + hash.toLatin1() + '\n');
    for (const QStringList &columns : {QStringList(), QStringList{u"--email-column"_s, u"1"_s}}) {
        const CliRun list = verify(QStringList{u"--csv"_s, path, u"--json"_s} + columns);
        QCOMPARE(list.exitCode, one.exitCode);
        const JsonObject summary = list.json();
        QVERIFY(member(*member(summary, "columns").asObject(), "id").isNull());
        const JsonObject group = *member(summary, "causes").asArray()->first().asObject();
        QCOMPARE(*member(group, "ids").asArray()->first().asString(), *member(cause, "id").asString());
    }
    const CliRun neither =
        verify({u"--csv"_s, m_runner.write(u"hashes.csv"_s, "hash\n" + hash.toLatin1() + '\n')});
    QCOMPARE(neither.exitCode, 2);
    QVERIFY2(neither.errors.contains("Say which column holds the user id"), neither.errors);
}

void tst_CliList::refusesWhatDoesNotFit_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *name, const QStringList &options, int exitCode,
                        const QByteArray &message) { QTest::newRow(name) << options << exitCode << message; };
    row("unknown column", {u"--hash-column"_s, u"tag"_s}, 2, "It has: 1 id, 2 hash");
    row("both columns", {u"--hash-column"_s, u"hash"_s, u"--token-column"_s, u"hash"_s}, 2,
        "Name one column");
    row("a visitor too", {u"--user-id"_s, u"u1"_s}, 2, "--csv checks a list");
    row("a report of a list", {u"--report"_s, u"ticket.md"_s}, 2, "--report is of one visitor");
    row("e-mail needed", {u"--proof"_s, u"visitor"_s}, 2, "--email-column");
    row("threads", {u"--threads"_s, u"0"_s}, 2, "--threads");
    row("delimiter", {u"--delimiter"_s, u"pipe"_s}, 2, "comma, semicolon, tab, bar");
}

void tst_CliList::refusesWhatDoesNotFit()
{
    QFETCH(QStringList, options);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, message);
    const QString path = m_runner.write(u"fit.csv"_s, "id,hash\nu1," + hmacHex("u1", newSecret) + '\n');
    const CliRun run = verify(QStringList{u"--csv"_s, path} + options);
    QCOMPARE(run.exitCode, exitCode);
    QVERIFY2(run.errors.contains(message), run.errors);
    QCOMPARE(verify({u"--csv"_s, m_runner.path(u"no-such-file"_s)}).exitCode, 6);
}

void tst_CliList::writesNoFileWhenTheDiskIsFull()
{
#ifdef Q_OS_UNIX
    QByteArray list = "id,hash\n";
    for (int n = 0; n < 3000; ++n) {
        list += "customer-" + QByteArray::number(n) + ',' + hmacHex("customer-0", newSecret) + '\n';
    }
    const QString path = m_runner.write(
        u"large.csv"_s,
        "id,hash\n" + QByteArray(list).mid(8).replace(hmacHex("customer-0", newSecret), "not-a-hash"));
    const QString out = m_runner.path(u"full.csv"_s);
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before;
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{70'000, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const CliRun run = verify({u"--csv"_s, path, u"--out"_s, out});
    setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY2(run.exitCode == 6, run.errors);
    QVERIFY2(run.errors.contains("the disk is full"), run.errors);
    QVERIFY(!QFile::exists(out));
    const QStringList left =
        QFileInfo(out).dir().entryList({u".countersign-*"_s}, QDir::Files | QDir::Hidden);
    QCOMPARE(left, QStringList());
#else
    QSKIP("needs RLIMIT_FSIZE: did not run writesNoFileWhenTheDiskIsFull");
#endif
}

void tst_CliList::overwritesNothing()
{
    const QString path = m_runner.write(u"over.csv"_s, "id,hash\nu1," + hmacHex("u1", newSecret) + '\n');
    QCOMPARE(verify({u"--csv"_s, path, u"--out"_s, path}).exitCode, 6);
    QVERIFY(m_runner.read(u"over.csv"_s).startsWith("id,hash"));
}

void tst_CliList::recordsHowManyAndOfNobody()
{
    const QString path =
        m_runner.write(u"record.csv"_s, "id,hash\ncust-77," + hmacHex("cust-77", newSecret) + "\nx,y\n");
    QCOMPARE(verify({u"--csv"_s, path}).exitCode, 1);
    const CliRun run = m_runner.runOnVault({u"activity"_s, u"list"_s});
    QVERIFY2(run.output.contains("1 verified, 1 failed"), run.output);
    QVERIFY(!run.output.contains("cust-77"));
}

/// One unreadable key is no reason to forget all others, whose keys may be what the list was made with.
void tst_CliList::leavesOutOnlyTheDamagedOneAmongOtherProperties()
{
    CliRunner runner;
    runner.makeVault();
    for (const QString &name : {u"Shop"_s, u"Desk"_s, u"Broken"_s}) {
        const QString key = runner.write(u"key"_s, "the secret that is kept for " + name.toUtf8());
        const QStringList add{u"property"_s, u"add"_s, u"--recipe"_s, u"tawk-to"_s, u"--name"_s, name};
        QCOMPARE(runner.runOnVault(add).exitCode, 0);
        QCOMPARE(runner.runOnVault({u"keys"_s, name, u"import"_s, u"--key-file"_s, key}).exitCode, 0);
    }
    const JsonObject broken = runner.runOnVault({u"property"_s, u"show"_s, u"Broken"_s, u"--json"_s}).json();
    runner.editVault(u"DELETE FROM material WHERE owner = '%1'"_s.arg(*member(broken, "id").asString()));
    const QByteArray hash = hmacHex("cust-1", "the secret that is kept for Desk");
    const QStringList verify{u"verify"_s, u"Shop"_s};
    const QStringList one{u"--user-id"_s, u"cust-1"_s, u"--hash"_s, QString::fromLatin1(hash)};
    QVERIFY(runner.runOnVault(verify + one).output.contains("IDV-KEY-OTHER-PROPERTY"));
    const QString list = runner.write(u"l.csv"_s, "id,hash\ncust-1," + hash + '\n');
    const CliRun run = runner.runOnVault(verify + QStringList{u"--csv"_s, list});
    QVERIFY2(run.output.contains("IDV-KEY-OTHER-PROPERTY"), run.output.constData());
}

QTEST_GUILESS_MAIN(tst_CliList)
#include "tst_clilist.moc"
