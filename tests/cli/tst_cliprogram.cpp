#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QMessageAuthenticationCode>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace Qt::StringLiterals;

/// The program itself, as a shell runs it.
class tst_CliProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void printsTheTagOfTheVendorsPage();
    void readsPipes();
    void keepsToTheVaultOfTheEnvironment();
    void demoNeverTakesTheDefaultVaultsPlace();
    void neverWaitsForATerminalThatIsNotThere();
    void endsWith130OnInterrupt();
    void saysWhenItsOutputIsFull();
    void endsQuietlyWhenNobodyReadsOn();
    void leavesAFullDiskAsItWas();
    void refusesAnArgumentThatIsNotText();
    void keepsAByteOrderMarkOfAnArgument();
    void completesInBash_data();
    void completesInBash();

private:
    struct Run
    {
        int exitCode;
        QByteArray output;
        QByteArray errors;
    };
    Run run(const QStringList &arguments, const QByteArray &input = {}, const QString &outputFile = {});
    QString write(const QString &name, const QByteArray &content);

    QTemporaryDir m_folder;
};

void tst_CliProgram::initTestCase()
{
    qputenv("COUNTERSIGN_VAULT", QFile::encodeName(m_folder.filePath(u"vault.countersign"_s)));
    write(u"k"_s, "your_secret_key");
    write(u"p"_s, "demo\n");
}

QString tst_CliProgram::write(const QString &name, const QByteArray &content)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
        qFatal("%s", qPrintable(file.errorString()));
    }
    return file.fileName();
}

tst_CliProgram::Run tst_CliProgram::run(const QStringList &arguments, const QByteArray &input,
                                        const QString &outputFile)
{
    QProcess process;
    if (!outputFile.isEmpty()) {
        process.setStandardOutputFile(outputFile);
    }
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral(COUNTERSIGN_CLI), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120000)) {
        qFatal("%s", qPrintable(process.errorString()));
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void tst_CliProgram::printsTheTagOfTheVendorsPage()
{
    const Run result = run({u"mac"_s, u"compute"_s, u"--key-file"_s, u"k"_s, u"user123"_s});
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(result.output, "988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221\n");
}

void tst_CliProgram::readsPipes()
{
    const Run signedToken =
        run({u"jwt"_s, u"sign"_s, u"--key-file"_s, u"k"_s, u"--alg"_s, u"HS256"_s, u"-"_s},
            "{\"exp\": 99999999999}\n");
    QCOMPARE(signedToken.exitCode, 0);
    QCOMPARE(run({u"jwt"_s, u"verify"_s, u"--key-file"_s, u"k"_s, u"-"_s}, signedToken.output).exitCode, 0);
}

void tst_CliProgram::keepsToTheVaultOfTheEnvironment()
{
    const Run created = run({u"vault"_s, u"demo"_s});
    QVERIFY2(created.exitCode == 0, created.errors.constData());
    QVERIFY(QFile::exists(m_folder.filePath(u"vault.countersign"_s)));
    QCOMPARE(run({u"vault"_s, u"check"_s, u"--passphrase-file"_s, u"p"_s}).exitCode, 0);
    QCOMPARE(
        run({u"sign"_s, u"Shop EU"_s, u"--user-id"_s, u"user123"_s, u"--passphrase-file"_s, u"-"_s}, "demo\n")
            .exitCode,
        0);
    QCOMPARE(
        run({u"vault"_s, u"check"_s, u"--vault"_s, u"elsewhere"_s, u"--passphrase-file"_s, u"p"_s}).exitCode,
        4);
}

void tst_CliProgram::demoNeverTakesTheDefaultVaultsPlace()
{
#ifdef Q_OS_LINUX
    const QByteArray named = qgetenv("COUNTERSIGN_VAULT");
    qunsetenv("COUNTERSIGN_VAULT");
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder.filePath(u"data"_s)));
    const Run created = run({u"vault"_s, u"demo"_s});
    qunsetenv("XDG_DATA_HOME");
    qputenv("COUNTERSIGN_VAULT", named);
    QVERIFY2(created.exitCode == 0, created.errors.constData());
    QVERIFY(QFile::exists(m_folder.filePath(u"data/Countersign/demo.countersign"_s)));
    QVERIFY(!QFile::exists(m_folder.filePath(u"data/Countersign/vault.countersign"_s)));
#else
    QSKIP("the folder for data is moved by its variable on Linux");
#endif
}

void tst_CliProgram::neverWaitsForATerminalThatIsNotThere()
{
#ifdef Q_OS_LINUX
    // A session of its own has no controlling terminal.
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(u"setsid"_s, {u"--wait"_s, QStringLiteral(COUNTERSIGN_CLI), u"vault"_s, u"check"_s});
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAllStandardError().contains("--passphrase-file"));
#else
    QSKIP("setsid is of Linux");
#endif
}

void tst_CliProgram::endsWith130OnInterrupt()
{
#ifdef Q_OS_UNIX
    QProcess process;
    process.start(QStringLiteral(COUNTERSIGN_CLI),
                  {u"mac"_s, u"compute"_s, u"--key-file"_s, m_folder.filePath(u"k"_s), u"-"_s});
    QVERIFY(process.waitForStarted());
    // It waits for the message; give it the time to get there.
    process.write("part of ");
    QVERIFY(process.waitForBytesWritten());
    QTest::qWait(1000);
    QCOMPARE(process.state(), QProcess::Running);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QVERIFY(process.readAllStandardOutput().isEmpty());
#else
    QSKIP("signals are of Unix");
#endif
}

void tst_CliProgram::saysWhenItsOutputIsFull()
{
    if (!QFile::exists(u"/dev/full"_s)) {
        QSKIP("there is no /dev/full here");
    }
    const Run result = run({u"recipe"_s, u"list"_s}, {}, u"/dev/full"_s);
    QCOMPARE(result.exitCode, 6);
    QVERIFY(result.errors.contains("standard output"));
}

void tst_CliProgram::endsQuietlyWhenNobodyReadsOn()
{
#ifdef Q_OS_UNIX
    // The reader is gone before the first byte, however fast either is.
    const QString command = u"{ sleep 1; \"$@\"; echo \"exit $?\" >&2; } | exec true"_s;
    QProcess process;
    process.start(u"sh"_s, {u"-c"_s, command, u"sh"_s, QStringLiteral(COUNTERSIGN_CLI), u"recipe"_s,
                            u"list"_s, u"--json"_s});
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.readAllStandardError(), "exit 6\n");
#else
    QSKIP("there are no such pipes here");
#endif
}

void tst_CliProgram::leavesAFullDiskAsItWas()
{
#ifdef Q_OS_LINUX
    // The limit on file size stands for a full disk: the write fails half way.
    const QString command = u"ulimit -f 0; trap '' XFSZ; exec \"$@\""_s;
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(u"sh"_s, {u"-c"_s, command, u"sh"_s, QStringLiteral(COUNTERSIGN_CLI), u"key"_s,
                            u"generate"_s, u"--type"_s, u"ed25519"_s, u"--out"_s, u"new.pem"_s});
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 6);
    QVERIFY(!QFile::exists(m_folder.filePath(u"new.pem"_s)));
    QCOMPARE(QDir(m_folder.path()).entryList({u".countersign-*"_s, u"*.tmp"_s}, QDir::Files | QDir::Hidden),
             QStringList());
#else
    QSKIP("the limit on file size is of Linux");
#endif
}

void tst_CliProgram::refusesAnArgumentThatIsNotText()
{
#ifdef Q_OS_UNIX
    QProcess process;
    process.start(u"sh"_s, {u"-c"_s, u"exec \"$0\" jwt decode \"$(printf '\\377')\""_s,
                            QStringLiteral(COUNTERSIGN_CLI)});
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAllStandardError().contains("not UTF-8"));
#else
    QSKIP("arguments are text on this system");
#endif
}

void tst_CliProgram::keepsAByteOrderMarkOfAnArgument()
{
    const QByteArray message = "\xEF\xBB\xBFuser123";
    const QByteArray tag =
        QMessageAuthenticationCode::hash(message, "your_secret_key", QCryptographicHash::Sha256).toHex();
    const Run made = run({u"mac"_s, u"compute"_s, u"--key-file"_s, u"k"_s, QChar(0xFEFF) + u"user123"_s});
    QCOMPARE(made.output.trimmed(), tag);
}

void tst_CliProgram::completesInBash_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("completions");
    QTest::newRow("a verb") << QStringList{u"jw"_s} << QByteArray("jws jwt");
    QTest::newRow("a verb of a group") << QStringList{u"mac"_s, QString()} << QByteArray("compute verify");
    QTest::newRow("after an option of every verb")
        << QStringList{u"--vault"_s, u"x"_s, u"mac"_s, QString()} << QByteArray("compute verify");
    QTest::newRow("no property, which only the vault knows")
        << QStringList{u"keys"_s, QString()} << QByteArray();
    QTest::newRow("a verb after the property")
        << QStringList{u"keys"_s, u"list"_s, u"ex"_s} << QByteArray("export-public export-private");
    QTest::newRow("a choice") << QStringList{u"mac"_s, u"compute"_s, u"--alg"_s, u"HS3"_s}
                              << QByteArray("HS384");
    QTest::newRow("an option") << QStringList{u"keys"_s, u"Shop"_s, u"rotate"_s, u"--re"_s}
                               << QByteArray("--revoke-now");
    QTest::newRow("a file") << QStringList{u"key"_s, u"public"_s, u"k"_s} << QByteArray("k");
}

void tst_CliProgram::completesInBash()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, completions);
    const QString bash = QStandardPaths::findExecutable(u"bash"_s);
    if (bash.isEmpty()) {
        QSKIP("there is no bash here");
    }
    const QString script = u"source \"$0\"; COMP_WORDS=(countersign-cli \"$@\"); COMP_CWORD=$#; "
                           "_countersign_cli; echo \"${COMPREPLY[*]}\""_s;
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(bash, QStringList{u"-c"_s, script,
                                    QStringLiteral(COUNTERSIGN_SOURCE_DIR
                                                   "/app/cli/completions/countersign-cli.bash")} +
                            words);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.readAllStandardOutput().trimmed(), completions);
}

QTEST_GUILESS_MAIN(tst_CliProgram)
#include "tst_cliprogram.moc"
