#include "clirunner.h"

#include "app/cli/completion.h"
#include "app/cli/manpage.h"
#include "app/cli/parser.h"
#include "app/cli/verbs.h"

#include <QFile>
#include <QTest>

using namespace countersign;
using namespace countersign::cli;
using namespace Qt::StringLiterals;

class tst_CliUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesEveryVerbWhole_data() { addVerbs(); }
    void describesEveryVerbWhole();
    void helpsWithEveryVerb_data() { addVerbs(); }
    void helpsWithEveryVerb();
    void helpsWithEveryGroup_data();
    void helpsWithEveryGroup();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void exitsWithWhatTheVerdictSays();
    void printsAFailureAsJsonToo();
    void takesGlobalOptionsAnywhere();
    void keepsAnEmptyValueFromTakingTheNextArgument();
    void keepsControlCharactersOffTheTerminal();
    void keepsTheInstalledDocumentsUpToDate_data();
    void keepsTheInstalledDocumentsUpToDate();
    void namesEveryVerbInTheInstalledDocuments_data() { addVerbs(); }
    void namesEveryVerbInTheInstalledDocuments();

private:
    static void addVerbs();
    static QByteArray sourceFile(const QString &name);
};

void tst_CliUsage::addVerbs()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < allVerbs().size(); ++i) {
        QTest::newRow(qPrintable(allVerbs().at(i).path)) << i;
    }
}

QByteArray tst_CliUsage::sourceFile(const QString &name)
{
    QFile file(QStringLiteral(COUNTERSIGN_SOURCE_DIR "/app/cli/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void tst_CliUsage::describesEveryVerbWhole()
{
    QFETCH(int, index);
    const Verb &verb = allVerbs().at(index);
    QVERIFY(verb.run != nullptr);
    QVERIFY(!verb.summary.isEmpty() && !verb.summary.endsWith(u'.'));
    QVERIFY(!verb.examples.isEmpty());
    const QStringList words = verb.words();
    for (const QString &example : verb.examples) {
        QVERIFY2(example.contains("countersign-cli "_L1), qPrintable(example));
        QVERIFY2(example.contains(words.last()), qPrintable(example));
    }
    for (const Option &option : verb.options) {
        QVERIFY2(!option.help.isEmpty() && !option.help.endsWith(u'.'), qPrintable(option.name));
        QCOMPARE(option.isFlag(), option.valueName.isEmpty());
        QCOMPARE(option.kind == ValueKind::Choice, !option.choices.isEmpty());
    }
}

void tst_CliUsage::helpsWithEveryVerb()
{
    QFETCH(int, index);
    const Verb &verb = allVerbs().at(index);
    QStringList arguments = verb.path.split(u' ');
    CliRunner runner;
    const CliRun run = runner.run(arguments + QStringList{u"--help"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.errors.isEmpty());
    QVERIFY2(run.output.contains(verb.examples.first().toUtf8()), run.output.constData());
    for (const Option &option : verb.options) {
        QVERIFY2(run.output.contains("--" + option.name.toUtf8()), qPrintable(option.name));
    }
}

void tst_CliUsage::helpsWithEveryGroup_data()
{
    QTest::addColumn<QStringList>("words");
    for (const char *words : {"", "mac", "jws", "jwt", "key", "vault", "recipe", "property", "keys", "keys P",
                              "snippet", "activity"}) {
        QTest::newRow(words) << QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts);
    }
}

void tst_CliUsage::helpsWithEveryGroup()
{
    QFETCH(QStringList, words);
    CliRunner runner;
    const CliRun run = runner.run(words + QStringList{u"--help"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.output.contains("Example:\n  "));
    const CliRun bare = runner.run(words);
    QCOMPARE(bare.exitCode, 2);
    QVERIFY(bare.errors.contains("--help"));
}

void tst_CliUsage::namesWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("message");

    QTest::newRow("an unknown verb") << QStringList{u"signn"_s} << QByteArray("There is no \"signn\"");
    QTest::newRow("an unknown verb of a group")
        << QStringList{u"mac"_s, u"calc"_s} << QByteArray("no \"calc\" in \"countersign-cli mac\"");
    QTest::newRow("an unknown verb after a property")
        << QStringList{u"keys"_s, u"list"_s, u"Shop"_s} << QByteArray("no \"Shop\"");
    QTest::newRow("an unknown option")
        << QStringList{u"jwt"_s, u"decode"_s, u"--secret"_s, u"x"_s} << QByteArray("--secret");
    QTest::newRow("one operand too many")
        << QStringList{u"jwt"_s, u"decode"_s, u"a"_s, u"b"_s} << QByteArray("\"b\" is not expected");
    QTest::newRow("a missing operand")
        << QStringList{u"jwt"_s, u"decode"_s} << QByteArray("TOKEN is missing");
    QTest::newRow("a missing option")
        << QStringList{u"mac"_s, u"compute"_s, u"x"_s} << QByteArray("--key-file is missing");
    QTest::newRow("an option without its value")
        << QStringList{u"mac"_s, u"compute"_s, u"x"_s, u"--key-file"_s} << QByteArray("--key-file");
    QTest::newRow("a value that is none of the choices")
        << QStringList{u"mac"_s, u"compute"_s, u"x"_s, u"--key-file"_s, u"k"_s, u"--alg"_s, u"MD5"_s}
        << QByteArray("--alg takes HS256, HS384, HS512");
    QTest::newRow("a number that is none")
        << QStringList{u"jwt"_s, u"verify"_s, u"--key-file"_s, u"k"_s, u"--clock-skew"_s, u"1m"_s, u"t"_s}
        << QByteArray("whole number from 0 to 600");
    QTest::newRow("a clock skew beyond the cap")
        << QStringList{u"jwt"_s, u"verify"_s, u"--key-file"_s, u"k"_s, u"--clock-skew"_s, u"601"_s, u"t"_s}
        << QByteArray("from 0 to 600");
    QTest::newRow("a time without a zone")
        << QStringList{u"jwt"_s, u"verify"_s, u"--key-file"_s, u"k"_s, u"--now"_s, u"2026-11-20T23:00:00"_s,
                       u"t"_s}
        << QByteArray("is not a time");
    QTest::newRow("an option given twice")
        << QStringList{u"mac"_s, u"compute"_s, u"x"_s, u"--key-file"_s, u"k"_s, u"--key-file"_s, u"l"_s}
        << QByteArray("--key-file is given twice");
    QTest::newRow("a passphrase as an argument")
        << QStringList{u"vault"_s, u"check"_s, u"--passphrase"_s, u"demo"_s} << QByteArray("--passphrase");
}

void tst_CliUsage::namesWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, message);
    CliRunner runner;
    const CliRun run = runner.run(arguments);
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.output.isEmpty());
    QVERIFY2(run.errors.contains(message), run.errors.constData());
    QCOMPARE(run.errors.count('\n'), 1);
}

void tst_CliUsage::exitsWithWhatTheVerdictSays()
{
    QCOMPARE(static_cast<int>(exitCodeFor(verify::VerdictKind::Verified)), 0);
    QCOMPARE(static_cast<int>(exitCodeFor(verify::VerdictKind::Failed)), 1);
    QCOMPARE(static_cast<int>(exitCodeFor(verify::VerdictKind::NotVerified)), 5);
    QCOMPARE(static_cast<int>(exitCodeFor(verify::VerdictKind::Unsupported)), 5);
}

void tst_CliUsage::printsAFailureAsJsonToo()
{
    CliRunner runner;
    const CliRun run = runner.run({u"property"_s, u"list"_s, u"--json"_s});
    QCOMPARE(run.exitCode, 4);
    const JsonObject error = *findMember(run.json(), u"error")->asObject();
    QCOMPARE(*findMember(error, u"code")->asString(), u"VaultNotFound"_s);
    QCOMPARE(*findMember(error, u"exitCode")->asInteger(), 4);
    QVERIFY(!run.errors.isEmpty());
}

void tst_CliUsage::takesGlobalOptionsAnywhere()
{
    CliRunner runner;
    const QStringList vault{u"--vault"_s, runner.path(u"nowhere"_s)};
    for (const QStringList &arguments : {vault + QStringList{u"keys"_s, u"Shop"_s, u"list"_s},
                                         QStringList{u"keys"_s} + vault + QStringList{u"Shop"_s, u"list"_s},
                                         QStringList{u"keys"_s, u"Shop"_s, u"list"_s} + vault}) {
        const CliRun run = runner.run(arguments);
        QCOMPARE(run.exitCode, 4);
        QVERIFY2(run.errors.contains("nowhere"), run.errors.constData());
    }
}

/// A script's variable that is empty: --email="$email" --hash="$hash".
void tst_CliUsage::keepsAnEmptyValueFromTakingTheNextArgument()
{
    const auto parsed =
        parseArguments(verifyVerb(), {u"Shop"_s, u"--email="_s, u"--hash=a="_s, u"--user-id"_s, QString()});
    QVERIFY(parsed);
    const Arguments &arguments = std::get<Arguments>(*parsed);
    QCOMPARE(arguments.optional(u"email"_s), std::optional(QString()));
    QCOMPARE(arguments.optional(u"user-id"_s), std::optional(QString()));
    QCOMPARE(arguments.value(u"hash"_s), u"a="_s);
}

void tst_CliUsage::keepsControlCharactersOffTheTerminal()
{
    CliRunner runner;
    const QByteArray payload = QByteArray("{\"name\":\"\\u001b]0;owned\\u0007\\u202e\"}")
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const CliRun run =
        runner.run({u"jwt"_s, u"decode"_s, QString::fromLatin1("eyJhbGciOiJIUzI1NiJ9." + payload + ".AAAA")});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(!run.output.contains('\x1b') && !run.output.contains('\x07'));
    QVERIFY(!QString::fromUtf8(run.output).contains(QChar(0x202e)));
    const CliRun wrong = runner.run({QString::fromLatin1("\x1b[2J")});
    QVERIFY(!wrong.errors.contains('\x1b'));
}

void tst_CliUsage::keepsTheInstalledDocumentsUpToDate_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("text");
    QTest::newRow("man") << u"countersign-cli.1"_s << manPage(allVerbs());
    QTest::newRow("bash") << u"completions/countersign-cli.bash"_s
                          << completionScript(Shell::Bash, allVerbs());
    QTest::newRow("zsh") << u"completions/_countersign-cli"_s << completionScript(Shell::Zsh, allVerbs());
    QTest::newRow("fish") << u"completions/countersign-cli.fish"_s
                          << completionScript(Shell::Fish, allVerbs());
}

void tst_CliUsage::keepsTheInstalledDocumentsUpToDate()
{
    QFETCH(QString, file);
    QFETCH(QString, text);
    QVERIFY2(
        sourceFile(file) == text.toUtf8(),
        "the file is older than the verbs: build the target update-cli-documents and read the difference");
}

void tst_CliUsage::namesEveryVerbInTheInstalledDocuments()
{
    QFETCH(int, index);
    const Verb &verb = allVerbs().at(index);
    const QByteArray words = verb.words().join(u' ').toUtf8();
    QVERIFY(sourceFile(u"countersign-cli.1"_s).contains(".SS " + verb.path.toUtf8().replace('-', "\\-")));
    for (const QString &file : {u"completions/countersign-cli.bash"_s, u"completions/_countersign-cli"_s}) {
        QVERIFY2(sourceFile(file).contains('\'' + words + "')"), qPrintable(file));
    }
    QVERIFY(
        sourceFile(u"completions/countersign-cli.fish"_s).contains("__countersign_cli_at '" + words + '\''));
}

QTEST_GUILESS_MAIN(tst_CliUsage)
#include "tst_cliusage.moc"
