#include "clirunner.h"
#include "tests/core/vault/unprivileged.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QTest>

using namespace countersign;
using namespace countersign::cli;
using namespace Qt::StringLiterals;

class tst_CliVault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsAVaultThatOnlyItsOwnerCanRead();
    void asksForThePassphraseTwice();
    void refusesTwoDifferentPassphrases();
    void refusesAnEmptyPassphrase();
    void neverTouchesAVaultThatIsThere();
    void readsThePassphraseFromTheFirstLine_data();
    void readsThePassphraseFromTheFirstLine();
    void asksOnTheTerminalWithoutAFile();
    void waitsAfterSeveralFailures();
    void saysThatThereIsNoRecoveryKey();
    void asksNothingForAVaultThatIsNotThere();
    void showsTheHeaderWithoutAPassphrase();
    void changesThePassphrase();
    void changesThePassphraseFromTwoLinesOfInput();
    void refusesARecoveryKeyInPlaceOfTheDocument_data();
    void refusesARecoveryKeyInPlaceOfTheDocument();
    void recoversWithTheKeyAndTheNewPassphraseFromTwoLinesOfInput();
    void onlyShowsThatAMissingVaultWouldBeReplaced();
    void replacesAMissingVaultWithTheBackupsOwnPassphrase();
    void makesADemoThatNeedsNoExplanation();
    void findsAVaultSound();
    void checksTheRecordOfActivity();
    void exportsTheActivityThatIsChosen();
    void printsTheActivityThatIsExported();
    void previewSaysWhichKeysReturn();
    void asksForThePassphraseOfABackupFromBeforeARekey();
    void saysThatARecoveryKeyWasReplaced();
    void backsUpAVaultThatCannotBeWritten();
};

void tst_CliVault::createsAVaultThatOnlyItsOwnerCanRead()
{
    CliRunner runner;
    runner.makeVault();
#ifdef Q_OS_UNIX
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(runner.vaultPath()) & others, QFile::Permissions());
#endif
    const CliRun list = runner.runOnVault({u"property"_s, u"list"_s, u"--json"_s});
    QCOMPARE(list.exitCode, 0);
    QCOMPARE(findMember(list.json(), u"properties")->asArray()->size(), 0);
}

void tst_CliVault::asksForThePassphraseTwice()
{
    CliRunner runner;
    runner.terminal().answer("a sentence of several words");
    runner.terminal().answer("a sentence of several words");
    QCOMPARE(runner.run({u"vault"_s, u"create"_s}).exitCode, 0);
    QCOMPARE(runner.terminal().questions().size(), 2);
    const QString file = runner.write(u"p"_s, "a sentence of several words");
    QCOMPARE(runner.run({u"vault"_s, u"check"_s, u"--passphrase-file"_s, file}).exitCode, 0);
}

void tst_CliVault::refusesTwoDifferentPassphrases()
{
    CliRunner runner;
    runner.terminal().answer("one");
    runner.terminal().answer("two");
    QCOMPARE(runner.run({u"vault"_s, u"create"_s}).exitCode, 2);
    QVERIFY(!QFile::exists(runner.vaultPath()));
}

void tst_CliVault::refusesAnEmptyPassphrase()
{
    CliRunner runner;
    const QString file = runner.write(u"p"_s, "\nsecond line");
    const CliRun run = runner.run({u"vault"_s, u"create"_s, u"--passphrase-file"_s, file});
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.errors.contains("empty"));
    QVERIFY(!QFile::exists(runner.vaultPath()));
}

void tst_CliVault::neverTouchesAVaultThatIsThere()
{
    CliRunner runner;
    runner.makeVault();
    const QByteArray before = runner.read(u"v.countersign"_s);
    for (const QString &verb : {u"create"_s, u"demo"_s}) {
        const CliRun run = runner.runOnVault({u"vault"_s, verb});
        QCOMPARE(run.exitCode, 4);
        QVERIFY(run.errors.contains("already a vault"));
        QVERIFY(runner.read(u"v.countersign"_s) == before);
    }
}

void tst_CliVault::readsThePassphraseFromTheFirstLine_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("a line") << QByteArray("demo\n") << 0;
    QTest::newRow("no line break") << QByteArray("demo") << 0;
    QTest::newRow("Windows line break") << QByteArray("demo\r\n") << 0;
    QTest::newRow("more lines") << QByteArray("demo\nother\n") << 0;
    QTest::newRow("a space before") << QByteArray(" demo\n") << 4;
    QTest::newRow("another") << QByteArray("Demo\n") << 4;
    QTest::newRow("empty") << QByteArray() << 4;
}

void tst_CliVault::readsThePassphraseFromTheFirstLine()
{
    QFETCH(QByteArray, content);
    QFETCH(int, exitCode);
    CliRunner runner;
    runner.makeVault();
    const QStringList check{u"vault"_s, u"check"_s, u"--passphrase-file"_s};
    QCOMPARE(runner.run(check + QStringList{runner.write(u"p"_s, content)}).exitCode, exitCode);
    QCOMPARE(runner.run(check + QStringList{u"-"_s}, content).exitCode, exitCode);
}

void tst_CliVault::asksOnTheTerminalWithoutAFile()
{
    CliRunner runner;
    runner.makeVault();
    QCOMPARE(runner.run({u"vault"_s, u"check"_s}).exitCode, 2);
    runner.terminal().answer("demo");
    QCOMPARE(runner.run({u"vault"_s, u"check"_s}).exitCode, 0);
    QVERIFY(runner.terminal().questions().first().contains(runner.vaultPath()));
    runner.terminal().answer("wrong");
    const CliRun wrong = runner.run({u"vault"_s, u"check"_s});
    QCOMPARE(wrong.exitCode, 4);
    QVERIFY(wrong.errors.contains("does not open the vault"));
}

void tst_CliVault::waitsAfterSeveralFailures()
{
    CliRunner runner;
    runner.makeVault();
    const QStringList check{u"vault"_s, u"check"_s, u"--passphrase-file"_s};
    const QStringList wrong = check + QStringList{runner.write(u"wrong"_s, "wrong\n")};
    for (int i = 0; i < 4; ++i) {
        QVERIFY(!runner.run(wrong).errors.contains("Waiting"));
    }
    QVERIFY(runner.run(wrong).errors.contains("not opened 4 times in a row. Waiting 1 s"));
    QVERIFY(runner.run(wrong).errors.contains("not opened 5 times in a row. Waiting 2 s"));
    const CliRun restore =
        runner.run({u"vault"_s, u"restore"_s, u"none"_s, u"--passphrase-file"_s, runner.path(u"wrong"_s)});
    QVERIFY(restore.errors.contains("Waiting 4 s"));
    const QString key = runner.write(u"key"_s, "ABCD\n");
    const CliRun recover = runner.run({u"vault"_s, u"recover"_s, u"--recovery-key-file"_s, key});
    QVERIFY(recover.errors.contains("Waiting 8 s"));
    const QStringList right = check + QStringList{runner.path(u"demo-passphrase"_s)};
    QVERIFY(runner.run(right).errors.contains("Waiting 8 s")); // the right one too
    QVERIFY(!runner.run(right).errors.contains("Waiting"));
}

void tst_CliVault::saysThatThereIsNoRecoveryKey()
{
    CliRunner runner;
    runner.makeVault();
    const QString key = runner.path(u"key"_s);
    const QStringList remove{u"vault"_s, u"recovery-key"_s, u"remove"_s};
    QCOMPARE(runner.runOnVault({u"vault"_s, u"recovery-key"_s, u"create"_s, u"--recovery-key-out"_s, key})
                 .exitCode,
             0);
    QCOMPARE(runner.runOnVault(remove).exitCode, 0);
    for (const CliRun &run :
         {runner.runOnVault(remove), runner.run({u"vault"_s, u"recover"_s, u"--recovery-key-file"_s, key})}) {
        QCOMPARE(run.exitCode, 4);
        QVERIFY2(run.errors.contains("The vault has no recovery key."), run.errors.constData());
        QVERIFY2(!run.errors.contains("Type it again"), run.errors.constData());
    }
}

void tst_CliVault::asksNothingForAVaultThatIsNotThere()
{
    CliRunner runner;
    runner.terminal().answer("demo");
    QCOMPARE(runner.run({u"vault"_s, u"check"_s}).exitCode, 4);
    QVERIFY(runner.terminal().questions().isEmpty());
}

void tst_CliVault::showsTheHeaderWithoutAPassphrase()
{
    CliRunner runner;
    runner.makeVault();
    const JsonObject header = runner.run({u"vault"_s, u"info"_s, u"--json"_s}).json();
    QCOMPARE(*findMember(header, u"createdAt")->asString(), u"2026-11-20T23:00:00Z"_s);
    QVERIFY(*findMember(*findMember(header, u"kdf")->asObject(), u"cost")->asInteger() >= 131072);
}

void tst_CliVault::changesThePassphrase()
{
    CliRunner runner;
    runner.makeVault();
    const QString after = runner.write(u"after"_s, "a sentence of several words");
    const CliRun changed =
        runner.runOnVault({u"vault"_s, u"passphrase"_s, u"--new-passphrase-file"_s, after});
    QVERIFY2(changed.exitCode == 0, changed.errors.constData());
    QCOMPARE(runner.runOnVault({u"vault"_s, u"check"_s}).exitCode, 4);
    QCOMPARE(runner.run({u"vault"_s, u"check"_s, u"--passphrase-file"_s, after}).exitCode, 0);
}

void tst_CliVault::changesThePassphraseFromTwoLinesOfInput()
{
    CliRunner runner;
    runner.makeVault();
    const CliRun changed = runner.run(
        {u"vault"_s, u"passphrase"_s, u"--passphrase-file"_s, u"-"_s, u"--new-passphrase-file"_s, u"-"_s},
        "demo\nthe next one\n");
    QVERIFY2(changed.exitCode == 0, changed.errors.constData());
    QCOMPARE(runner.run({u"vault"_s, u"check"_s, u"--passphrase-file"_s, u"-"_s}, "the next one").exitCode,
             0);
}

void tst_CliVault::refusesARecoveryKeyInPlaceOfTheDocument_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("message");
    const QStringList create{u"vault"_s, u"recovery-key"_s, u"create"_s, u"--reveal"_s};
    const QStringList rekey{u"vault"_s, u"rekey"_s, u"--yes"_s, u"--reveal"_s};
    const QStringList twice{u"--recovery-key-out"_s, u"r"_s};
    const QByteArray leaveOut = "Leave out --json";
    const QByteArray sayWhere = "Say where the recovery key goes";
    QTest::newRow("create") << create + QStringList{u"--json"_s} << leaveOut;
    QTest::newRow("rekey") << rekey + QStringList{u"--json"_s} << leaveOut;
    QTest::newRow("create, both places") << create + twice << sayWhere;
    QTest::newRow("rekey, both places") << rekey + twice << sayWhere;
}

void tst_CliVault::refusesARecoveryKeyInPlaceOfTheDocument()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, message);
    CliRunner runner;
    runner.makeVault();
    const QByteArray before = runner.read(u"v.countersign"_s);
    const CliRun refused = runner.runOnVault(arguments);
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.errors.contains(message), refused.errors.constData());
    QVERIFY(runner.read(u"v.countersign"_s) == before);
}

void tst_CliVault::recoversWithTheKeyAndTheNewPassphraseFromTwoLinesOfInput()
{
    CliRunner runner;
    runner.makeVault();
    const CliRun key = runner.runOnVault({u"vault"_s, u"recovery-key"_s, u"create"_s, u"--reveal"_s});
    QVERIFY2(key.exitCode == 0, key.errors.constData());
    const CliRun recovered = runner.run(
        {u"vault"_s, u"recover"_s, u"--recovery-key-file"_s, u"-"_s, u"--new-passphrase-file"_s, u"-"_s},
        key.line() + "\nthe next one\n");
    QVERIFY2(recovered.exitCode == 0, recovered.errors.constData());
    QCOMPARE(runner.run({u"vault"_s, u"check"_s, u"--passphrase-file"_s, u"-"_s}, "the next one").exitCode,
             0);
}

void tst_CliVault::onlyShowsThatAMissingVaultWouldBeReplaced()
{
    CliRunner runner;
    runner.makeVault();
    const QString copy = runner.path(u"copy.countersign"_s);
    QCOMPARE(runner.runOnVault({u"vault"_s, u"backup"_s, copy}).exitCode, 0);
    QVERIFY(QFile::remove(runner.vaultPath()));
    const QStringList preview{u"vault"_s, u"restore"_s, u"--preview"_s, u"--yes"_s};
    const CliRun shown = runner.runOnVault(preview + QStringList{copy});
    QVERIFY2(shown.exitCode == 0, shown.errors.constData());
    QVERIFY2(shown.output.contains("would be put in its place"), shown.output.constData());
    QVERIFY(!QFile::exists(runner.vaultPath()));
    const JsonObject json = runner.runOnVault(preview + QStringList{copy, u"--json"_s}).json();
    QCOMPARE(*findMember(json, u"restored")->asBool(), false);
    const CliRun none = runner.runOnVault(preview + QStringList{runner.path(u"none"_s)});
    QCOMPARE(none.exitCode, 6);
    QVERIFY2(!none.errors.contains("create a vault"), none.errors.constData());
}

void tst_CliVault::replacesAMissingVaultWithTheBackupsOwnPassphrase()
{
    CliRunner runner;
    runner.makeVault();
    const QString copy = runner.path(u"copy.countersign"_s);
    QCOMPARE(runner.runOnVault({u"vault"_s, u"backup"_s, copy}).exitCode, 0);
    QVERIFY(QFile::remove(runner.vaultPath()));
    const QString other = runner.write(u"other"_s, "another one");
    const CliRun restored =
        runner.run({u"vault"_s, u"restore"_s, copy, u"--yes"_s, u"--passphrase-file"_s, other,
                    u"--backup-passphrase-file"_s, runner.path(u"demo-passphrase"_s)});
    QVERIFY2(restored.exitCode == 0, restored.errors.constData());
    QCOMPARE(runner.runOnVault({u"vault"_s, u"check"_s}).exitCode, 0);
}

void tst_CliVault::makesADemoThatNeedsNoExplanation()
{
    CliRunner runner;
    const CliRun made = runner.run({u"vault"_s, u"demo"_s});
    QCOMPARE(made.exitCode, 0);
    QVERIFY(made.output.contains("passphrase is \"demo\""));
    const JsonArray properties =
        *findMember(runner.runOnVault({u"property"_s, u"list"_s, u"--json"_s}).json(), u"properties")
             ->asArray();
    QSet<QString> recipes;
    for (const JsonValue &property : properties) {
        recipes.insert(*findMember(*property.asObject(), u"recipe")->asString());
    }
    QCOMPARE(recipes, (QSet<QString>{u"tawk-to"_s, u"tau"_s, u"orlo"_s, u"huggy"_s}));
}

void tst_CliVault::findsAVaultSound()
{
    CliRunner runner;
    runner.makeDemoVault();
    const CliRun run = runner.runOnVault({u"vault"_s, u"check"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.output.contains("The vault is sound."));
}

void tst_CliVault::checksTheRecordOfActivity()
{
    CliRunner runner;
    runner.makeDemoVault();
    QCOMPARE(runner.runOnVault({u"activity"_s, u"check"_s}).exitCode, 0);
    const CliRun listed =
        runner.runOnVault({u"activity"_s, u"list"_s, u"--property"_s, u"Shop EU"_s, u"--json"_s});
    const JsonArray entries = *findMember(listed.json(), u"activity")->asArray();
    QVERIFY(!entries.isEmpty());
    for (const JsonValue &entry : entries) {
        QCOMPARE(*findMember(*entry.asObject(), u"property")->asString(), u"Shop EU"_s);
        QCOMPARE(*findMember(*entry.asObject(), u"user")->asString(), u"tester"_s);
    }
    QCOMPARE(
        findMember(runner.runOnVault({u"activity"_s, u"list"_s, u"--limit"_s, u"2"_s, u"--json"_s}).json(),
                   u"activity")
            ->asArray()
            ->size(),
        2);
}

void tst_CliVault::exportsTheActivityThatIsChosen()
{
    CliRunner runner;
    runner.makeVault();
    QCOMPARE(runner.runOnVault({u"vault"_s, u"check"_s}).exitCode, 0);
    const QStringList unlocked{u"--kind"_s, u"vault-unlocked"_s};
    const CliRun listed =
        runner.runOnVault(QStringList{u"activity"_s, u"list"_s, u"--limit"_s, u"1"_s} + unlocked);
    QCOMPARE(listed.output.count("vault-unlocked"), 1);
    const QStringList toFile =
        QStringList{u"activity"_s, u"export"_s, u"--out"_s, runner.path(u"a.csv"_s)} + unlocked;
    QCOMPARE(runner.runOnVault(toFile).exitCode, 0);
    const QByteArray csv = runner.read(u"a.csv"_s);
    QCOMPARE(csv.count("vault-unlocked"), 3);
    QCOMPARE(csv.count("\r\n"), 4);
    QVERIFY(!QFile(runner.path(u"a.csv"_s)).permissions().testFlag(QFile::ReadGroup));
    QCOMPARE(runner.runOnVault(toFile).exitCode, 6); // one that is there is kept
    QCOMPARE(runner.read(u"a.csv"_s), csv);
    QCOMPARE(runner.runOnVault({u"activity"_s, u"list"_s, u"--kind"_s, u"dancing"_s}).exitCode, 2);
}

void tst_CliVault::printsTheActivityThatIsExported()
{
    CliRunner runner;
    runner.makeVault();
    const QString before = QDir::currentPath();
    const auto back = qScopeGuard([&] { QDir::setCurrent(before); });
    QVERIFY(QDir::setCurrent(runner.path(QString())));
    const CliRun printed =
        runner.runOnVault({u"activity"_s, u"export"_s, u"--out"_s, u"-"_s, u"--kind"_s, u"vault-created"_s});
    QCOMPARE(printed.exitCode, 0);
    QCOMPARE(printed.output.count("vault-created"), 1);
    QCOMPARE(printed.output.count("\r\n"), 2);
    QVERIFY(!QFile::exists(runner.path(u"-"_s)));
}

void tst_CliVault::previewSaysWhichKeysReturn()
{
    CliRunner runner;
    runner.makeVault();
    const auto keys = [&](const QStringList &move) {
        return runner.runOnVault(QStringList{u"keys"_s, u"Desk"_s} + move).exitCode;
    };
    runner.runOnVault({u"property"_s, u"add"_s, u"--recipe"_s, u"orlo"_s, u"--name"_s, u"Desk"_s});
    QCOMPARE(keys({u"generate"_s}), 0);
    const QString copy = runner.path(u"copy.countersign"_s);
    QCOMPARE(runner.runOnVault({u"vault"_s, u"backup"_s, copy}).exitCode, 0);
    QCOMPARE(keys({u"rotate"_s, u"--revoke-now"_s}), 0);
    const QStringList preview{u"vault"_s, u"restore"_s, copy, u"--preview"_s};
    const QByteArray text = runner.runOnVault(preview).output;
    QVERIFY2(text.contains("its key version 1, revoked now, is of use again."), text.constData());
    QVERIFY2(text.contains("its key version 2 is not in the backup and is lost."), text.constData());
    const JsonObject json = runner.runOnVault(preview + QStringList{u"--json"_s}).json();
    const JsonObject change = *findMember(json, u"changes")->asArray()->front().asObject();
    const JsonArray effects = *findMember(change, u"keys")->asArray();
    QCOMPARE(effects.size(), 2);
    QCOMPARE(*findMember(*effects.front().asObject(), u"version")->asInteger(), 1);
    QCOMPARE(*findMember(*effects.front().asObject(), u"effect")->asString(), u"revoked-returns"_s);
}

void tst_CliVault::asksForThePassphraseOfABackupFromBeforeARekey()
{
    CliRunner runner;
    runner.makeVault();
    const QString copy = runner.path(u"copy.countersign"_s);
    QCOMPARE(runner.runOnVault({u"vault"_s, u"backup"_s, copy}).exitCode, 0);
    const CliRun rekeyed = runner.runOnVault({u"vault"_s, u"rekey"_s, u"--yes"_s});
    QVERIFY2(rekeyed.exitCode == 0, rekeyed.errors.constData());
    const QStringList preview{u"vault"_s, u"restore"_s, copy, u"--preview"_s};
    const CliRun refused = runner.runOnVault(preview);
    QCOMPARE(refused.exitCode, 4);
    QVERIFY2(refused.errors.contains("--backup-passphrase-file"), refused.errors.constData());
    const QStringList own{u"--backup-passphrase-file"_s};
    const CliRun wrong = runner.runOnVault(preview + own + QStringList{runner.write(u"wrong"_s, "wrong")});
    QCOMPARE(wrong.exitCode, 4);
    QVERIFY2(wrong.errors.contains("this is another passphrase"), wrong.errors.constData());
    const QString right = runner.path(u"demo-passphrase"_s);
    QCOMPARE(runner.runOnVault(preview + own + QStringList{right}).exitCode, 0);
}

void tst_CliVault::saysThatARecoveryKeyWasReplaced()
{
    CliRunner runner;
    runner.makeVault();
    const QStringList create{u"vault"_s, u"recovery-key"_s, u"create"_s, u"--recovery-key-out"_s};
    for (const QString &name : {u"first"_s, u"second"_s}) {
        QCOMPARE(runner.runOnVault(create + QStringList{runner.path(name)}).exitCode, 0);
    }
    const CliRun refused =
        runner.run({u"vault"_s, u"recover"_s, u"--recovery-key-file"_s, runner.path(u"first"_s),
                    u"--new-passphrase-file"_s, runner.write(u"new"_s, "a new and longer passphrase")});
    QCOMPARE(refused.exitCode, 4);
    QVERIFY2(refused.errors.contains("This recovery key does not open the vault"),
             refused.errors.constData());
}

void tst_CliVault::backsUpAVaultThatCannotBeWritten()
{
    QVERIFY(holdsUnprivileged([] {
        CliRunner runner;
        runner.makeVault();
        QFile::setPermissions(runner.vaultPath(), QFile::ReadOwner);
        const CliRun made = runner.runOnVault({u"vault"_s, u"backup"_s, runner.path(u"copy"_s)});
        return made.exitCode == 0 && made.errors.contains("Note: the backup was not recorded.") &&
               QFile::exists(runner.path(u"copy"_s));
    }));
}

QTEST_GUILESS_MAIN(tst_CliVault)
#include "tst_clivault.moc"
