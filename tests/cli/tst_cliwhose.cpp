#include "clirunner.h"

#include <QTest>

using namespace countersign;
using namespace countersign::cli;
using namespace Qt::StringLiterals;

namespace {

QByteArray text(const JsonObject &object, QStringView name)
{
    const JsonValue *value = findMember(object, name);
    return value && value->asString() ? value->asString()->toUtf8() : QByteArray("none");
}

} // namespace

/// Which property and key version made this?
class tst_CliWhose : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_runner.makeDemoVault(); }
    void findsTheOwnerOfAHash();
    void findsTheOwnerOfAToken();
    void namesTheMistake();
    void saysWhenNobodyMadeIt();
    void hasNothingToTryWithoutAUser();
    void needsAHashOrAToken();
    void readsThePassphraseAndThenTheProofFromInput();
    void recordsWhoseItWasWithoutTheCustomer();

private:
    CliRun run(const QStringList &arguments) { return m_runner.runOnVault(arguments); }
    QString made(const QString &property, const QStringList &subject)
    {
        return QString::fromLatin1(run(QStringList{u"sign"_s, property} + subject).line());
    }

    CliRunner m_runner;
};

void tst_CliWhose::findsTheOwnerOfAHash()
{
    const QString hash = made(u"Shop US"_s, {u"--user-id"_s, u"user123"_s, u"--key-version"_s, u"1"_s});
    const CliRun found = run({u"whose"_s, u"--json"_s, u"--user-id"_s, u"user123"_s, u"--hash"_s, hash});
    QVERIFY2(found.exitCode == 0, found.errors.constData());
    QCOMPARE(text(found.json(), u"outcome"), "found");
    const JsonObject owner = *findMember(found.json(), u"owners")->asArray()->first().asObject();
    QCOMPARE(text(owner, u"property"), "Shop US");
    QVERIFY(*findMember(owner, u"keyVersion") == JsonValue(1));
    QCOMPARE(text(*findMember(owner, u"verdict")->asObject(), u"verdict"), "verified");
}

void tst_CliWhose::findsTheOwnerOfAToken()
{
    const QString token =
        made(u"City Council Services"_s, {u"--name"_s, u"Ada"_s, u"--email"_s, u"ada@example.org"_s});
    const CliRun found = run({u"whose"_s, u"--token"_s, token});
    QCOMPARE(found.exitCode, 0);
    QVERIFY2(found.output.startsWith("City Council Services, key version"), found.output.constData());
}

void tst_CliWhose::namesTheMistake()
{
    const QString hash = made(u"Tidewater Clinic"_s, {u"--user-id"_s, u"ada@example.org"_s});
    const CliRun found = run({u"whose"_s, u"--user-id"_s, u"user123"_s, u"--email"_s, u"ada@example.org"_s,
                              u"--hash"_s, hash.toUpper()});
    QCOMPARE(found.exitCode, 0);
    QVERIFY2(found.output.startsWith("Tidewater Clinic"), found.output.constData());
    QVERIFY2(found.output.contains("IDV-MESSAGE-EMAIL"), found.output.constData());
    QVERIFY2(found.output.contains("IDV-TAG-UPPERCASE"), found.output.constData());
}

void tst_CliWhose::saysWhenNobodyMadeIt()
{
    const CliRun none = run({u"whose"_s, u"--user-id"_s, u"user123"_s, u"--hash"_s, QString(64, u'a')});
    QCOMPARE(none.exitCode, 1);
    QVERIFY2(none.output.startsWith("No key in this vault made it"), none.output.constData());
    const CliRun sample = run({u"whose"_s, u"--json"_s, u"--user-id"_s, u"user123"_s, u"--hash"_s,
                               u"988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221"_s});
    QCOMPARE(text(sample.json(), u"outcome"), "nobodys-key");
    QVERIFY(sample.output.contains("IDV-KEY-SAMPLE"));
    QCOMPARE(sample.exitCode, 1);
}

void tst_CliWhose::hasNothingToTryWithoutAUser()
{
    QCOMPARE(run({u"whose"_s, u"--hash"_s, QString(64, u'a')}).exitCode, 5);
}

void tst_CliWhose::needsAHashOrAToken()
{
    QCOMPARE(run({u"whose"_s, u"--user-id"_s, u"user123"_s}).exitCode, 2);
}

void tst_CliWhose::readsThePassphraseAndThenTheProofFromInput()
{
    const QString hash = made(u"Shop EU"_s, {u"--user-id"_s, u"user123"_s});
    const CliRun found = m_runner.run(
        {u"whose"_s, u"--passphrase-file"_s, u"-"_s, u"--user-id"_s, u"user123"_s, u"--hash"_s, u"-"_s},
        "demo\n" + hash.toLatin1() + '\n');
    QVERIFY2(found.exitCode == 0, found.errors.constData());
    QVERIFY2(found.output.startsWith("Shop EU"), found.output.constData());
}

void tst_CliWhose::recordsWhoseItWasWithoutTheCustomer()
{
    const QString hash = made(u"Shop EU"_s, {u"--user-id"_s, u"customer-0815"_s});
    QCOMPARE(run({u"whose"_s, u"--user-id"_s, u"customer-0815"_s, u"--hash"_s, hash}).exitCode, 0);
    const QByteArray activity = run({u"activity"_s, u"list"_s, u"--json"_s}).output;
    QVERIFY(activity.contains("proof-verified"));
    QVERIFY(!activity.contains("0815"));
    QVERIFY(!activity.contains(hash.toLatin1()));
}

QTEST_GUILESS_MAIN(tst_CliWhose)
#include "tst_cliwhose.moc"
