#include "clirunner.h"

#include "app/cli/verbs.h"

#include <QTest>

#include <algorithm>

using namespace countersign;
using namespace countersign::cli;
using namespace Qt::StringLiterals;

/// Every document that `--json` prints has the members the manual page names, in that order, and no others.
class tst_CliJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void printsItsDocumentedMembers_data();
    void printsItsDocumentedMembers();
    void writesAVerdictAsTheContractDoes();

private:
    CliRunner m_runner;
};

namespace {

struct Example
{
    const char *verb;
    const char *arguments; ///< FOLDER stands for the test's own
};

// In an order that works: each finds what those before it made.
constexpr Example examples[] = {
    {"mac compute", "mac compute --key-file FOLDER/k user123"},
    {"mac verify", "mac verify --key-file FOLDER/k --tag 00 user123"},
    {"jws verify", "jws verify --key-file FOLDER/k TOKEN"},
    {"jwt sign", "jwt sign --key-file FOLDER/k --alg HS256 {}"},
    {"jwt verify", "jwt verify --key-file FOLDER/k --allow-missing-expiration TOKEN"},
    {"jwt decode", "jwt decode TOKEN"},
    {"key generate", "key generate --type rsa --out FOLDER/private.pem"},
    {"key public", "key public FOLDER/private.pem"},
    {"key inspect", "key inspect FOLDER/private.pem"},
    {"vault create", "vault create --vault FOLDER/new.countersign"},
    {"vault info", "vault info"},
    {"vault check", "vault check"},
    {"vault passphrase", "vault passphrase --vault FOLDER/new.countersign --new-passphrase-file FOLDER/k"},
    {"vault recover", "vault recover --recovery-key-file FOLDER/r --new-passphrase-file FOLDER/p"},
    {"vault recovery-key create", "vault recovery-key create --recovery-key-out FOLDER/r2"},
    {"vault recovery-key remove", "vault recovery-key remove"},
    {"vault rekey", "vault rekey --yes --recovery-key-out FOLDER/r3"},
    {"vault backup", "vault backup FOLDER/copy.countersign"},
    {"vault backups", "vault backups"},
    {"vault restore", "vault restore FOLDER/copy.countersign --preview"},
    {"vault demo", "vault demo --vault FOLDER/demo.countersign"},
    {"recipe list", "recipe list"},
    {"recipe show", "recipe show orlo"},
    {"recipe check", "recipe check SOURCE/resources/recipes/tau.json"},
    {"property add", "property add --recipe tawk-to --name Added"},
    {"property list", "property list"},
    {"bundle export", "bundle export FOLDER/all.bundle --all --bundle-passphrase-file FOLDER/p"},
    {"bundle import", "bundle import FOLDER/all.bundle --bundle-passphrase-file FOLDER/p"},
    {"property show", "property show Shop"},
    {"property edit", "property edit Shop --notes changed"},
    {"property archive", "property archive Added"},
    {"property restore", "property restore Added"},
    {"property remove", "property remove Added"},
    {"bin list", "bin list"},
    {"bin take-back", "bin take-back Added"},
    {"bin delete", "bin delete Gone --yes"},
    {"bin empty", "bin empty --yes"},
    {"keys P list", "keys Shop list"},
    {"keys P generate", "keys Desk generate"},
    {"keys P import", "keys Shop import --key-file FOLDER/k2"},
    {"keys P rotate", "keys Desk rotate"},
    {"keys P promote", "keys Desk promote 1"},
    {"keys P revoke", "keys Desk revoke 2"},
    {"keys P destroy", "keys Desk destroy 2 --yes"},
    {"keys P export-public", "keys Desk export-public"},
    {"keys P export-private", "keys Desk export-private 1 --out FOLDER/exported.pem"},
    {"sign", "sign Shop --user-id user123"},
    {"verify", "verify Shop --user-id user123 --hash 00"},
    {"whose",
     "whose --user-id user123 --hash 988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221"},
    {"snippet P list", "snippet Shop list"},
    {"snippet P show", "snippet Shop show server-python"},
    {"snippet P export", "snippet Shop export --out FOLDER/code"},
    {"activity list", "activity list"},
    {"activity check", "activity check"},
    {"activity export", "activity export --out FOLDER/activity.csv"},
};

} // namespace

void tst_CliJson::initTestCase()
{
    m_runner.write(u"k"_s, "0123456789abcdef0123456789abcdef01234567");
    m_runner.write(u"k2"_s, "fedcba9876543210fedcba9876543210fedcba98");
    m_runner.makeVault();
    m_runner.write(u"p"_s, "demo\n");
    for (const auto &[name, recipe] : {std::pair{u"Shop"_s, u"tawk-to"_s}, std::pair{u"Desk"_s, u"orlo"_s},
                                       std::pair{u"Gone"_s, u"tawk-to"_s}}) {
        QCOMPARE(
            m_runner.runOnVault({u"property"_s, u"add"_s, u"--name"_s, name, u"--recipe"_s, recipe}).exitCode,
            0);
    }
    QCOMPARE(m_runner.runOnVault({u"keys"_s, u"Shop"_s, u"import"_s, u"--key-file"_s, m_runner.path(u"k"_s)})
                 .exitCode,
             0);
    QCOMPARE(m_runner.runOnVault({u"keys"_s, u"Desk"_s, u"generate"_s}).exitCode, 0);
    QCOMPARE(m_runner.runOnVault({u"property"_s, u"remove"_s, u"Gone"_s}).exitCode, 0);
    QCOMPARE(m_runner
                 .runOnVault({u"vault"_s, u"recovery-key"_s, u"create"_s, u"--recovery-key-out"_s,
                              m_runner.path(u"r"_s)})
                 .exitCode,
             0);

    QStringList covered;
    std::ranges::transform(examples, std::back_inserter(covered),
                           [](const Example &example) { return QString::fromLatin1(example.verb); });
    for (const Verb &verb : allVerbs()) {
        QVERIFY2(verb.jsonKeys.isEmpty() || covered.contains(verb.path), qPrintable(verb.path));
    }
}

void tst_CliJson::printsItsDocumentedMembers_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("arguments");
    for (const Example &example : examples) {
        QTest::newRow(example.verb) << QString::fromLatin1(example.verb)
                                    << QString::fromLatin1(example.arguments);
    }
}

void tst_CliJson::printsItsDocumentedMembers()
{
    QFETCH(QString, verb);
    QFETCH(QString, arguments);
    const QByteArray token = m_runner
                                 .run({u"jwt"_s, u"sign"_s, u"--key-file"_s, m_runner.path(u"k"_s),
                                       u"--alg"_s, u"HS256"_s, u"{}"_s})
                                 .line();
    QStringList list = arguments.split(u' ');
    for (QString &argument : list) {
        argument.replace(u"FOLDER"_s, m_runner.path(QString())).replace(u"//"_s, u"/"_s);
        argument.replace(u"TOKEN"_s, QString::fromLatin1(token));
        argument.replace(u"SOURCE"_s, QStringLiteral(COUNTERSIGN_SOURCE_DIR));
    }
    const CliRun run = m_runner.runOnVault(list + QStringList{u"--json"_s});
    QVERIFY2(run.exitCode <= 1, run.errors.constData());
    QStringList names;
    for (const auto &[name, value] : run.json()) {
        names.append(name);
    }
    const auto described = std::ranges::find(allVerbs(), verb, &Verb::path);
    QCOMPARE(names, described->jsonKeys);
}

void tst_CliJson::writesAVerdictAsTheContractDoes()
{
    const JsonObject verdict = m_runner
                                   .runOnVault({u"verify"_s, u"Shop"_s, u"--json"_s, u"--user-id"_s,
                                                u"user123"_s, u"--hash"_s, u"00"_s})
                                   .json();
    QCOMPARE(*findMember(verdict, u"verdict")->asString(), u"failed"_s);
    QCOMPARE(*findMember(verdict, u"property")->asString(), u"Shop"_s);
    QCOMPARE(*findMember(verdict, u"checkedAt")->asString(), u"2026-11-20T23:00:00Z"_s);
    const JsonObject cause = *findMember(verdict, u"causes")->asArray()->first().asObject();
    QStringList names;
    for (const auto &[name, value] : cause) {
        names.append(name);
    }
    QCOMPARE(names, (QStringList{u"id"_s, u"text"_s, u"remedy"_s, u"keyVersion"_s, u"property"_s}));
}

QTEST_GUILESS_MAIN(tst_CliJson)
#include "tst_clijson.moc"
