#include "clirunner.h"

#include <QFile>
#include <QTest>

using namespace countersign;
using namespace countersign::cli;
using namespace Qt::StringLiterals;

namespace {

QString textOf(const JsonValue &object, QStringView member)
{
    const JsonValue *value = object.asObject() ? findMember(*object.asObject(), member) : nullptr;
    return value && value->asString() ? *value->asString() : QString();
}

QStringList effectsOf(const CliRun &run)
{
    QStringList effects;
    const JsonObject document = run.json();
    const JsonValue *changes = findMember(document, u"changes");
    for (const JsonValue &change : changes ? *changes->asArray() : JsonArray()) {
        effects << textOf(change, u"property") + u' ' + textOf(change, u"effect");
    }
    return effects;
}

qsizetype importedBy(const CliRun &run)
{
    const JsonObject document = run.json();
    const JsonValue *imported = findMember(document, u"imported");
    return imported ? imported->asArray()->size() : -1;
}

} // namespace

/// Two vaults, and a bundle between them.
class tst_CliBundle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void exportsWhatIsNamed();
    void needsToBeToldWhatToExport_data();
    void needsToBeToldWhatToExport();
    void neverOverwritesAFile();
    void previewsWithoutChanging();
    void imports();
    void skipsConflictsUnlessToldToKeepBoth();
    void makesNoSecondCopyOfTheSame();
    void namesEachCopyDifferently();
    void takesOnlyWhatIsNamed();
    void writesAPercentSignInANameAsItIs();
    void refusesEachInItsOwnWay_data();
    void refusesEachInItsOwnWay();

private:
    CliRun here(const QStringList &arguments);  ///< on the vault with the properties
    CliRun there(const QStringList &arguments); ///< on the other one
    QStringList withPassphrase(const QStringList &arguments) const
    {
        return arguments + QStringList{u"--bundle-passphrase-file"_s, m_there.path(u"bp"_s)};
    }

    CliRunner m_here;
    CliRunner m_there;
    QString m_bundle;
};

CliRun tst_CliBundle::here(const QStringList &arguments)
{
    return m_here.runOnVault(arguments);
}

CliRun tst_CliBundle::there(const QStringList &arguments)
{
    return m_there.runOnVault(arguments);
}

void tst_CliBundle::initTestCase()
{
    m_here.makeVault();
    m_there.makeVault();
    m_there.write(u"bp"_s, "a bundle's own passphrase\nsecond line");
    const QString key = m_here.write(u"k"_s, "planted-secret-0123456789");
    for (const QString &name : {u"Shop EU"_s, u"Shop US"_s}) {
        const QStringList add{u"property"_s, u"add"_s, u"--recipe"_s, u"tau"_s, u"--name"_s, name};
        QCOMPARE(here(add + QStringList{u"--set"_s, u"appId=app-1"_s}).exitCode, 0);
        QCOMPARE(here({u"keys"_s, name, u"import"_s, u"--key-file"_s, key}).exitCode, 0);
    }
    m_bundle = m_here.path(u"shops.bundle"_s);
    QCOMPARE(here(withPassphrase({u"bundle"_s, u"export"_s, m_bundle, u"--all"_s})).exitCode, 0);
}

void tst_CliBundle::exportsWhatIsNamed()
{
    const QString file = m_here.path(u"one.bundle"_s);
    const CliRun run =
        here(withPassphrase({u"bundle"_s, u"export"_s, file, u"--property"_s, u"Shop US"_s, u"--json"_s}));
    QCOMPARE(run.exitCode, 0);
    const JsonArray properties = *findMember(run.json(), u"properties")->asArray();
    QCOMPARE(properties.size(), 1);
    QCOMPARE(textOf(properties.front(), u"property"), u"Shop US"_s);
#ifdef Q_OS_UNIX
    QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
#endif
    QVERIFY(!m_here.read(u"one.bundle"_s).contains("planted"));
    const CliRun activity = here({u"activity"_s, u"list"_s});
    QVERIFY(activity.output.contains("in a bundle"));
}

void tst_CliBundle::needsToBeToldWhatToExport_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("nothing") << QStringList{} << 2;
    QTest::newRow("both") << QStringList{u"--all"_s, u"--property"_s, u"Shop EU"_s} << 2;
    QTest::newRow("unknown") << QStringList{u"--property"_s, u"Nobody"_s} << 4;
}

void tst_CliBundle::needsToBeToldWhatToExport()
{
    QFETCH(const QStringList, options);
    QFETCH(const int, exitCode);
    const QString file = m_here.path(u"never.bundle"_s);
    QCOMPARE(here(withPassphrase(QStringList{u"bundle"_s, u"export"_s, file} + options)).exitCode, exitCode);
    QVERIFY(!QFile::exists(file));
}

void tst_CliBundle::neverOverwritesAFile()
{
    const QString file = m_here.write(u"precious"_s, "precious");
    const auto recorded = here({u"activity"_s, u"list"_s}).output.count("in a bundle");
    QCOMPARE(here(withPassphrase({u"bundle"_s, u"export"_s, file, u"--all"_s})).exitCode, 6);
    QCOMPARE(m_here.read(u"precious"_s), QByteArrayLiteral("precious"));
    const QString nowhere = m_here.path(u"no/such/folder.bundle"_s);
    QCOMPARE(here(withPassphrase({u"bundle"_s, u"export"_s, nowhere, u"--all"_s})).exitCode, 6);
    QCOMPARE(here({u"activity"_s, u"list"_s}).output.count("in a bundle"), recorded);
}

void tst_CliBundle::previewsWithoutChanging()
{
    const CliRun run =
        there(withPassphrase({u"bundle"_s, u"import"_s, m_bundle, u"--preview"_s, u"--json"_s}));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(effectsOf(run), (QStringList{u"Shop EU new"_s, u"Shop US new"_s}));
    QCOMPARE(importedBy(run), 0);
    QCOMPARE(
        findMember(there({u"property"_s, u"list"_s, u"--json"_s}).json(), u"properties")->asArray()->size(),
        0);
}

void tst_CliBundle::imports()
{
    const CliRun run = there(withPassphrase({u"bundle"_s, u"import"_s, m_bundle, u"--json"_s}));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(importedBy(run), 2);
    const QStringList reveal{u"keys"_s, u"Shop EU"_s, u"export-private"_s, u"1"_s, u"--reveal"_s};
    QCOMPARE(there(reveal).output, here(reveal).output);
    QCOMPARE(there({u"vault"_s, u"check"_s}).exitCode, 0);
}

void tst_CliBundle::skipsConflictsUnlessToldToKeepBoth()
{
    QCOMPARE(there({u"property"_s, u"edit"_s, u"Shop EU"_s, u"--notes"_s, u"changed"_s}).exitCode, 0);
    const QStringList import = withPassphrase({u"bundle"_s, u"import"_s, m_bundle, u"--json"_s});
    const CliRun skipped = there(import);
    QCOMPARE(effectsOf(skipped), (QStringList{u"Shop EU differs"_s, u"Shop US same"_s}));
    QCOMPARE(importedBy(skipped), 0);
    const CliRun kept = there(import + QStringList{u"--on-conflict"_s, u"keep-both"_s});
    QCOMPARE(importedBy(kept), 1);
    const CliRun shown = there({u"property"_s, u"show"_s, u"Shop EU"_s, u"--json"_s});
    QVERIFY(shown.output.contains("changed"));
    QCOMPARE(there({u"property"_s, u"show"_s, u"Shop EU (imported)"_s}).exitCode, 0);
}

void tst_CliBundle::makesNoSecondCopyOfTheSame()
{
    const QStringList import = withPassphrase({u"bundle"_s, u"import"_s, m_bundle});
    const CliRun again = there(import + QStringList{u"--on-conflict"_s, u"keep-both"_s});
    QCOMPARE(again.exitCode, 0);
    QVERIFY2(again.output.contains("\"Shop EU\": already here, just the same, as \"Shop EU (imported)\"."),
             again.output.constData());
    QVERIFY2(again.output.contains("Imported: 0 of 2."), again.output.constData());
}

void tst_CliBundle::namesEachCopyDifferently()
{
    const QStringList edit{u"property"_s, u"edit"_s, u"Shop EU (imported)"_s, u"--notes"_s, u"changed too"_s};
    QCOMPARE(there(edit).exitCode, 0);
    const QStringList import = withPassphrase({u"bundle"_s, u"import"_s, m_bundle});
    QCOMPARE(there(import + QStringList{u"--on-conflict"_s, u"keep-both"_s}).exitCode, 0);
    for (const QString &name : {u"Shop EU"_s, u"Shop EU (imported)"_s, u"Shop EU (imported 2)"_s}) {
        QCOMPARE(there({u"property"_s, u"show"_s, name}).exitCode, 0);
    }
}

void tst_CliBundle::takesOnlyWhatIsNamed()
{
    CliRunner third;
    third.makeVault();
    const CliRun run = third.runOnVault(
        withPassphrase({u"bundle"_s, u"import"_s, m_bundle, u"--property"_s, u"Shop US"_s, u"--json"_s}));
    QCOMPARE(effectsOf(run), QStringList{u"Shop US new"_s});
    QCOMPARE(importedBy(run), 1);
}

void tst_CliBundle::writesAPercentSignInANameAsItIs()
{
    CliRunner runner;
    runner.makeVault();
    QCOMPARE(
        runner.runOnVault({u"property"_s, u"add"_s, u"--recipe"_s, u"tawk-to"_s, u"--name"_s, u"20%2 off"_s})
            .exitCode,
        0);
    const CliRun run =
        runner.runOnVault(withPassphrase({u"bundle"_s, u"export"_s, runner.path(u"b"_s), u"--all"_s}));
    QVERIFY2(run.output.startsWith("\"20%2 off\", key versions: 0\n"), run.output.constData());
}

void tst_CliBundle::refusesEachInItsOwnWay_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("no file") << u"missing"_s << 6 << QByteArray("does not exist");
    QTest::newRow("not a bundle") << u"other"_s << 3 << QByteArray("not a bundle");
    QTest::newRow("cut off") << u"cut"_s << 3 << QByteArray("damaged");
    QTest::newRow("newer") << u"newer"_s << 3 << QByteArray("newer");
    QTest::newRow("wrong passphrase")
        << u"passphrase"_s << 4 << QByteArray("passphrase does not open the bundle");
}

void tst_CliBundle::refusesEachInItsOwnWay()
{
    QFETCH(const QString, change);
    QFETCH(const int, exitCode);
    QFETCH(const QByteArray, said);
    QByteArray bytes = m_here.read(u"shops.bundle"_s);
    if (change == u"cut"_s) {
        bytes.chop(1);
    } else if (change == u"newer"_s) {
        bytes[11] = 2;
    } else if (change == u"other"_s) {
        bytes = "id,hash\n";
    }
    const QString file =
        change == u"missing"_s ? m_there.path(u"missing"_s) : m_there.write(u"changed.bundle"_s, bytes);
    const QString passphrase = m_there.write(u"wrong"_s, "another passphrase");
    const CliRun run = there({u"bundle"_s, u"import"_s, file, u"--bundle-passphrase-file"_s,
                              change == u"passphrase"_s ? passphrase : m_there.path(u"bp"_s)});
    QCOMPARE(run.exitCode, exitCode);
    QVERIFY2(run.errors.contains(said), run.errors.constData());
}

QTEST_GUILESS_MAIN(tst_CliBundle)
#include "tst_clibundle.moc"
