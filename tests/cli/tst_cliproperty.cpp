#include "clirunner.h"

#include <QFile>
#include <QTest>

using namespace countersign;
using namespace countersign::cli;
using namespace Qt::StringLiterals;

namespace {

const QByteArray vendorKey =
    "0123456789abcdef0123456789abcdef01234567"; // the form of tawk.to's: 40 hex digits

const QByteArray secondKey = "fedcba9876543210fedcba9876543210fedcba98";

QString textOf(const JsonObject &object, QStringView name)
{
    const JsonValue *value = findMember(object, name);
    return value != nullptr && value->asString() != nullptr ? *value->asString() : QString();
}

/// The statuses of a property's key versions, oldest first.
QStringList statuses(const JsonObject &document)
{
    QStringList result;
    for (const JsonValue &key : *findMember(document, u"keys")->asArray()) {
        result.append(textOf(*key.asObject(), u"status"));
    }
    return result;
}

} // namespace

/// Properties and the versions of their keys.
class tst_CliProperty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void addsAndShowsAProperty();
    void editsOnlyWhatIsNamed();
    void searchesByEveryWord();
    void findsAPropertyByIdOrUniqueName();
    void refusesAnAmbiguousNameWithTheCandidates();
    void archivesAndBringsBack();
    void removesAndSaysHowToGetItBack();
    void countsInSingularToo();
    void hasNothingToAskOfAnEmptyBin();
    void saysWhatIsDoubtfulAboutAKey();
    void saysWhatToDoByTheKeysStatus();
    void importsAVendorsKey();
    void leavesVendorsKeysToTheVendor();
    void walksAKeyThroughItsStatuses();
    void revokesEverythingOlderAtOnce();
    void destroysOnlyWhenItIsMeant();
    void refusesTheKeyItHasAlready();
    void refusesMovesThatHaveNoSense();
    void writesAPercentSignInANameAsItIs();
    void exportsThePublicKey();
    void exportsASecretOnlyToAFileOrWhenRevealed();
    void readsTheKeyFromStandardInputAfterThePassphrase();

private:
    CliRun run(const QStringList &arguments, const QByteArray &input = {})
    {
        return m_runner->runOnVault(arguments, input);
    }
    JsonObject json(const QStringList &arguments);
    void addShop(const QString &name = u"Shop"_s);

    std::unique_ptr<CliRunner> m_runner;
};

void tst_CliProperty::init()
{
    m_runner = std::make_unique<CliRunner>();
    m_runner->makeVault();
}

JsonObject tst_CliProperty::json(const QStringList &arguments)
{
    const CliRun result = run(arguments + QStringList{u"--json"_s});
    if (result.exitCode != 0) {
        qWarning().noquote() << result.errors;
    }
    return result.json();
}

void tst_CliProperty::addShop(const QString &name)
{
    const CliRun added = run({u"property"_s, u"add"_s, u"--recipe"_s, u"tawk-to"_s, u"--name"_s, name});
    QVERIFY2(added.exitCode == 0, added.errors.constData());
}

void tst_CliProperty::addsAndShowsAProperty()
{
    const JsonObject added =
        json({u"property"_s, u"add"_s, u"--recipe"_s, u"tau"_s, u"--name"_s, u"Café ☕"_s, u"--environment"_s,
              u"Staging"_s, u"--platform"_s, u"Web"_s, u"--tag"_s, u"a"_s, u"--tag"_s, u"b"_s, u"--set"_s,
              u"appId=app_1=x"_s, u"--enforcement"_s, u"on"_s});
    const JsonObject shown = json({u"property"_s, u"show"_s, u"Café ☕"_s});
    QCOMPARE(shown, added);
    QCOMPARE(textOf(shown, u"environment"), u"Staging"_s);
    QCOMPARE(textOf(*findMember(shown, u"fields")->asObject(), u"appId"), u"app_1=x"_s);
    QCOMPARE(findMember(shown, u"tags")->asArray()->size(), 2);
    QCOMPARE(textOf(shown, u"attention"), u"no key"_s);
}

void tst_CliProperty::editsOnlyWhatIsNamed()
{
    const JsonObject before = json({u"property"_s, u"add"_s, u"--recipe"_s, u"tau"_s, u"--name"_s, u"A"_s,
                                    u"--notes"_s, u"keep"_s, u"--set"_s, u"appId=app_1"_s});
    const JsonObject after =
        json({u"property"_s, u"edit"_s, u"A"_s, u"--name"_s, u"B"_s, u"--rotate-after-days"_s, u"90"_s});
    QCOMPARE(textOf(after, u"name"), u"B"_s);
    QCOMPARE(textOf(after, u"notes"), u"keep"_s);
    QCOMPARE(*findMember(after, u"fields"), *findMember(before, u"fields"));
    QCOMPARE(*findMember(after, u"rotateAfterDays")->asInteger(), 90);
    QCOMPARE(textOf(after, u"id"), textOf(before, u"id"));
}

void tst_CliProperty::searchesByEveryWord()
{
    addShop(u"Shop EU"_s);
    addShop(u"Shop US"_s);
    const auto found = [this](const QString &text) {
        return findMember(json({u"property"_s, u"list"_s, u"--search"_s, text}), u"properties")
            ->asArray()
            ->size();
    };
    QCOMPARE(found(u"shop"_s), 2);
    QCOMPARE(found(u"eu SHOP"_s), 1);
    QCOMPARE(found(u"eu us"_s), 0);
}

void tst_CliProperty::findsAPropertyByIdOrUniqueName()
{
    addShop(u"Shop EU"_s);
    const QString id = textOf(json({u"property"_s, u"show"_s, u"Shop EU"_s}), u"id");
    QCOMPARE(textOf(json({u"property"_s, u"show"_s, id}), u"name"), u"Shop EU"_s);
    QCOMPARE(textOf(json({u"property"_s, u"show"_s, u"shop eu"_s}), u"id"), id);
    const CliRun unknown = run({u"property"_s, u"show"_s, u"Shop"_s});
    QCOMPARE(unknown.exitCode, 4);
    QVERIFY(unknown.errors.contains("no such property"));
}

void tst_CliProperty::refusesAnAmbiguousNameWithTheCandidates()
{
    addShop();
    addShop();
    const JsonArray both = *findMember(json({u"property"_s, u"list"_s}), u"properties")->asArray();
    const CliRun refused = run({u"keys"_s, u"Shop"_s, u"list"_s});
    QCOMPARE(refused.exitCode, 4);
    for (const JsonValue &property : both) {
        QVERIFY(refused.errors.contains(textOf(*property.asObject(), u"id").toUtf8()));
    }
}

void tst_CliProperty::archivesAndBringsBack()
{
    addShop();
    QCOMPARE(*findMember(json({u"property"_s, u"archive"_s, u"Shop"_s}), u"archived")->asBool(), true);
    QCOMPARE(*findMember(json({u"property"_s, u"restore"_s, u"Shop"_s}), u"archived")->asBool(), false);
}

void tst_CliProperty::removesAndSaysHowToGetItBack()
{
    addShop();
    const CliRun removed = run({u"property"_s, u"remove"_s, u"Shop"_s});
    QCOMPARE(removed.exitCode, 0);
    QCOMPARE(run({u"property"_s, u"show"_s, u"Shop"_s}).exitCode, 4);
    const QByteArrayList lines = removed.output.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    const QByteArray told = lines[1].mid(lines[1].indexOf(": countersign-cli ") + 18);
    QVERIFY2(told.startsWith("bin take-back "), removed.output.constData());
    QCOMPARE(run(QString::fromUtf8(told).split(u' ')).exitCode, 0);
    QCOMPARE(run({u"property"_s, u"show"_s, u"Shop"_s}).exitCode, 0);
}

void tst_CliProperty::countsInSingularToo()
{
    addShop();
    const QString key = m_runner->write(u"k"_s, vendorKey);
    QCOMPARE(run({u"keys"_s, u"Shop"_s, u"import"_s, u"--key-file"_s, key}).exitCode, 0);
    const CliRun checked = run({u"vault"_s, u"check"_s});
    QVERIFY2(checked.output.contains("1 property, 1 key version (0 key pairs compared)"),
             checked.output.constData());
    const CliRun removed = run({u"property"_s, u"remove"_s, u"Shop"_s});
    QVERIFY2(removed.output.contains("\"Shop\" is in the bin, with 1 key version."),
             removed.output.constData());
    const CliRun unasked = run({u"bin"_s, u"delete"_s, u"Shop"_s});
    QCOMPARE(unasked.exitCode, 2);
    QVERIFY2(unasked.errors.contains("1 property with 1 key version will be deleted"),
             unasked.errors.constData());
    QCOMPARE(run({u"bin"_s, u"delete"_s, u"Shop"_s, u"--yes"_s}).output, "Deleted 1 property for good.\n");
}

void tst_CliProperty::hasNothingToAskOfAnEmptyBin()
{
    const CliRun emptied = run({u"bin"_s, u"empty"_s});
    QVERIFY2(emptied.exitCode == 0, emptied.errors.constData());
    QCOMPARE(emptied.output, "The bin is empty.\n");
    QVERIFY(*findMember(json({u"bin"_s, u"empty"_s}), u"deleted") == JsonValue(0));
}

void tst_CliProperty::saysWhatIsDoubtfulAboutAKey()
{
    addShop(u"Shop"_s);
    addShop(u"Twin"_s);
    const QString weak = m_runner->write(u"weak"_s, "your-256-bit-secret");
    for (const QString &name : {u"Shop"_s, u"Twin"_s}) {
        QCOMPARE(run({u"keys"_s, name, u"import"_s, u"--key-file"_s, weak}).exitCode, 0);
    }
    const JsonObject listed = json({u"keys"_s, u"Shop"_s, u"list"_s});
    const JsonArray versions = *findMember(listed, u"keys")->asArray();
    QCOMPARE(versions.size(), 1);
    const JsonArray found = *findMember(*versions[0].asObject(), u"weaknesses")->asArray();
    QStringList ids;
    for (const JsonValue &weakness : found) {
        ids << textOf(*weakness.asObject(), u"id");
        QVERIFY(!textOf(*weakness.asObject(), u"remedy").isEmpty());
    }
    QCOMPARE(ids, (QStringList{u"secret-well-known"_s, u"secret-too-short"_s, u"secret-shared"_s}));
    const CliRun told = run({u"keys"_s, u"Shop"_s, u"list"_s});
    QVERIFY(told.output.contains("Version 1: The same secret is used by Twin."));
    QVERIFY(!told.output.contains("256-bit-secret"));
}

void tst_CliProperty::saysWhatToDoByTheKeysStatus()
{
    addShop();
    const QString weak = m_runner->write(u"weak"_s, "your-256-bit-secret");
    const QString next = m_runner->write(u"next"_s, vendorKey);
    const auto remedies = [this] {
        const JsonArray versions = *findMember(json({u"keys"_s, u"Shop"_s, u"list"_s}), u"keys")->asArray();
        QStringList said;
        for (const JsonValue &doubt : *findMember(*versions[0].asObject(), u"weaknesses")->asArray()) {
            said << textOf(*doubt.asObject(), u"remedy");
        }
        return said.join(u' ');
    };
    QCOMPARE(run({u"keys"_s, u"Shop"_s, u"import"_s, u"--key-file"_s, weak}).exitCode, 0);
    QVERIFY2(remedies().contains(u"Rotate to a long random secret"_s), qPrintable(remedies()));
    QCOMPARE(run({u"keys"_s, u"Shop"_s, u"rotate"_s, u"--import"_s, next}).exitCode, 0);
    QCOMPARE(remedies(), u"Anybody can use it: revoke it now. Revoke it once nothing uses it any more."_s);
    QCOMPARE(run({u"keys"_s, u"Shop"_s, u"revoke"_s, u"1"_s}).exitCode, 0);
    QCOMPARE(remedies(), u"It is revoked; nothing is left to do. It is revoked; nothing is left to do."_s);
}

void tst_CliProperty::importsAVendorsKey()
{
    addShop();
    const CliRun imported =
        run({u"keys"_s, u"Shop"_s, u"import"_s, u"--key-file"_s, m_runner->write(u"k"_s, vendorKey)});
    QVERIFY2(imported.exitCode == 0, imported.errors.constData());
    QVERIFY(imported.output.contains("current"));
    // hmac-sha256 by openssl: printf user123 | openssl dgst -sha256 -hmac 0123…4567
    const CliRun proof = run({u"sign"_s, u"Shop"_s, u"--user-id"_s, u"user123"_s});
    QCOMPARE(proof.line(), "fc73ad7cc119c5d381674e0a37ca45cdb8f0a64321680bea6aa9d68da648c283");
    const CliRun odd =
        run({u"keys"_s, u"Shop"_s, u"import"_s, u"--key-file"_s, m_runner->write(u"k2"_s, "short")});
    QCOMPARE(odd.exitCode, 0);
    QVERIFY2(odd.errors.contains("40"), odd.errors.constData());
}

void tst_CliProperty::leavesVendorsKeysToTheVendor()
{
    addShop();
    const CliRun vendors = run(
        {u"property"_s, u"add"_s, u"--recipe"_s, u"tau"_s, u"--name"_s, u"T"_s, u"--set"_s, u"appId=1"_s});
    QVERIFY2(vendors.output.contains("import --key-file F") && !vendors.output.contains("generate"),
             vendors.output.constData());
    const CliRun own = run({u"property"_s, u"add"_s, u"--recipe"_s, u"orlo"_s, u"--name"_s, u"O"_s});
    QVERIFY2(own.output.contains("generate, or import"), own.output.constData());
    for (const QStringList &verb : {QStringList{u"generate"_s}, QStringList{u"rotate"_s}}) {
        const CliRun refused = run(QStringList{u"keys"_s, u"Shop"_s} + verb);
        QCOMPARE(refused.exitCode, 2);
        QVERIFY(refused.errors.contains("issues this key itself"));
    }
    QCOMPARE(statuses(json({u"keys"_s, u"Shop"_s, u"list"_s})), QStringList());
}

void tst_CliProperty::walksAKeyThroughItsStatuses()
{
    QCOMPARE(run({u"property"_s, u"add"_s, u"--recipe"_s, u"orlo"_s, u"--name"_s, u"Desk"_s}).exitCode, 0);
    QCOMPARE(statuses(json({u"keys"_s, u"Desk"_s, u"generate"_s})), QStringList{u"current"_s});
    QCOMPARE(statuses(json({u"keys"_s, u"Desk"_s, u"generate"_s})),
             (QStringList{u"current"_s, u"standby"_s}));
    QCOMPARE(statuses(json({u"keys"_s, u"Desk"_s, u"promote"_s, u"2"_s})),
             (QStringList{u"previous"_s, u"current"_s}));
    QCOMPARE(statuses(json({u"keys"_s, u"Desk"_s, u"rotate"_s})),
             (QStringList{u"previous"_s, u"previous"_s, u"current"_s}));
    QCOMPARE(statuses(json({u"keys"_s, u"Desk"_s, u"revoke"_s, u"1"_s})).first(), u"revoked"_s);
    QCOMPARE(statuses(json({u"keys"_s, u"Desk"_s, u"destroy"_s, u"1"_s, u"--yes"_s})).first(),
             u"destroyed"_s);
    QCOMPARE(run({u"keys"_s, u"Desk"_s, u"export-public"_s, u"1"_s}).exitCode, 4);
}

void tst_CliProperty::revokesEverythingOlderAtOnce()
{
    addShop();
    run({u"keys"_s, u"Shop"_s, u"import"_s, u"--key-file"_s, m_runner->write(u"k"_s, vendorKey)});
    const QString next = m_runner->write(u"next"_s, "fedcba9876543210fedcba9876543210fedcba98");
    QCOMPARE(statuses(json({u"keys"_s, u"Shop"_s, u"rotate"_s, u"--revoke-now"_s, u"--import"_s, next})),
             (QStringList{u"revoked"_s, u"current"_s}));
}

void tst_CliProperty::destroysOnlyWhenItIsMeant()
{
    addShop();
    const QStringList import{u"keys"_s, u"Shop"_s, u"import"_s, u"--key-file"_s,
                             m_runner->write(u"k"_s, vendorKey)};
    run(import);
    run({u"keys"_s, u"Shop"_s, u"import"_s, u"--key-file"_s, m_runner->write(u"k2"_s, secondKey)});
    const QStringList destroy{u"keys"_s, u"Shop"_s, u"destroy"_s, u"2"_s};
    const CliRun unasked = run(destroy);
    QCOMPARE(unasked.exitCode, 2);
    QVERIFY(unasked.errors.contains("cannot be undone"));
    m_runner->terminal().answer("yes");
    QCOMPARE(run(destroy).exitCode, 130);
    QCOMPARE(statuses(json({u"keys"_s, u"Shop"_s, u"list"_s})).last(), u"standby"_s);
    m_runner->terminal().answer("destroy");
    QCOMPARE(run(destroy).exitCode, 0);
    QCOMPARE(statuses(json({u"keys"_s, u"Shop"_s, u"list"_s})).last(), u"destroyed"_s);
}

void tst_CliProperty::refusesTheKeyItHasAlready()
{
    addShop();
    const QString key = m_runner->write(u"k"_s, vendorKey);
    run({u"keys"_s, u"Shop"_s, u"import"_s, u"--key-file"_s, key});
    run({u"keys"_s, u"Shop"_s, u"rotate"_s, u"--import"_s, m_runner->write(u"k2"_s, secondKey),
         u"--revoke-now"_s});
    for (const QStringList &again :
         {QStringList{u"rotate"_s, u"--import"_s, key}, QStringList{u"import"_s, u"--key-file"_s, key}}) {
        const CliRun refused = run(QStringList{u"keys"_s, u"Shop"_s} + again + QStringList{u"--json"_s});
        QCOMPARE(refused.exitCode, 4);
        QVERIFY2(refused.output.contains("KeyExists") && refused.errors.contains("version 1, revoked"),
                 refused.errors.constData());
    }
    QCOMPARE(statuses(json({u"keys"_s, u"Shop"_s, u"list"_s})), (QStringList{u"revoked"_s, u"current"_s}));
}

void tst_CliProperty::refusesMovesThatHaveNoSense()
{
    addShop();
    run({u"keys"_s, u"Shop"_s, u"import"_s, u"--key-file"_s, m_runner->write(u"k"_s, vendorKey)});
    QCOMPARE(run({u"keys"_s, u"Shop"_s, u"destroy"_s, u"1"_s, u"--yes"_s}).exitCode, 4); // it is current
    QCOMPARE(run({u"keys"_s, u"Shop"_s, u"promote"_s, u"7"_s}).exitCode, 4);
    QCOMPARE(run({u"keys"_s, u"Shop"_s, u"promote"_s, u"seven"_s}).exitCode, 2);
    QCOMPARE(statuses(json({u"keys"_s, u"Shop"_s, u"list"_s})), QStringList{u"current"_s});
}

void tst_CliProperty::writesAPercentSignInANameAsItIs()
{
    addShop(u"20%2 off"_s);
    const QString key = m_runner->write(u"k"_s, vendorKey);
    QCOMPARE(run({u"keys"_s, u"20%2 off"_s, u"import"_s, u"--key-file"_s, key}).exitCode, 0);
    const QByteArray expected = "\"20%2 off\" has no version 7";
    const CliRun promoted = run({u"keys"_s, u"20%2 off"_s, u"promote"_s, u"7"_s});
    QVERIFY2(promoted.errors.contains(expected), promoted.errors.constData());
    const QStringList user{u"--user-id"_s, u"cust-1"_s};
    const CliRun signedWith = run(QStringList{u"sign"_s, u"20%2 off"_s, u"--key-version"_s, u"7"_s} + user);
    QVERIFY2(signedWith.errors.contains(expected), signedWith.errors.constData());
    const CliRun made = run(QStringList{u"sign"_s, u"20%2 off"_s} + user);
    const CliRun owner = run(QStringList{u"whose"_s, u"--hash"_s, QString::fromLatin1(made.line())} + user);
    QVERIFY2(owner.output.contains("20%2 off, key version 1 (current)"), owner.output.constData());
    const CliRun demo =
        m_runner->run({u"vault"_s, u"demo"_s, u"--vault"_s, m_runner->path(u"a%2.countersign"_s)});
    QVERIFY2(demo.output.contains("a%2.countersign with "), demo.output.constData());
    const QString two = m_runner->write(
        u"two%2.jwk"_s,
        R"({"keys":[{"kty":"oct","k":"MDEyMzQ1Njc4OWFiY2RlZg"},{"kty":"oct","k":"ZmVkY2JhOTg3NjU0MzIxMA"}]})");
    const CliRun keys = m_runner->run({u"mac"_s, u"compute"_s, u"--key-file"_s, two, u"x"_s});
    QVERIFY2(keys.errors.contains("two%2.jwk: 2 keys"), keys.errors.constData());
}

void tst_CliProperty::exportsThePublicKey()
{
    run({u"property"_s, u"add"_s, u"--recipe"_s, u"orlo"_s, u"--name"_s, u"Desk"_s});
    run({u"keys"_s, u"Desk"_s, u"generate"_s});
    const QString file = m_runner->path(u"private.pem"_s);
    QCOMPARE(run({u"keys"_s, u"Desk"_s, u"export-private"_s, u"1"_s, u"--out"_s, file}).exitCode, 0);
    const QByteArray pem = run({u"keys"_s, u"Desk"_s, u"export-public"_s}).output;
    QCOMPARE(m_runner->run({u"key"_s, u"public"_s, file}).output, pem);
    QCOMPARE(run({u"keys"_s, u"Desk"_s, u"export-private"_s, u"1"_s, u"--out"_s, file}).exitCode, 6);
}

void tst_CliProperty::exportsASecretOnlyToAFileOrWhenRevealed()
{
    addShop();
    run({u"keys"_s, u"Shop"_s, u"import"_s, u"--key-file"_s, m_runner->write(u"k"_s, vendorKey)});
    const QStringList exportPrivate{u"keys"_s, u"Shop"_s, u"export-private"_s, u"1"_s};
    QCOMPARE(run(exportPrivate).exitCode, 2);
    QCOMPARE(run(exportPrivate + QStringList{u"--reveal"_s, u"--json"_s}).exitCode, 2);
    QCOMPARE(run(exportPrivate + QStringList{u"--reveal"_s}).output, vendorKey + '\n');
    const CliRun toFile = run(exportPrivate + QStringList{u"--out"_s, m_runner->path(u"secret"_s)});
    QCOMPARE(toFile.exitCode, 0);
    QVERIFY(!toFile.output.contains(vendorKey));
    QCOMPARE(m_runner->read(u"secret"_s), vendorKey);
    QVERIFY(run({u"activity"_s, u"list"_s}).output.contains("private-key-exported"));
    const CliRun half = run({u"keys"_s, u"Shop"_s, u"export-public"_s});
    QCOMPARE(half.exitCode, 2);
    QVERIFY2(half.errors.contains("only key pairs have a public key"), half.errors.constData());
}

void tst_CliProperty::readsTheKeyFromStandardInputAfterThePassphrase()
{
    addShop();
    const CliRun imported = m_runner->run(
        {u"keys"_s, u"Shop"_s, u"import"_s, u"--passphrase-file"_s, u"-"_s, u"--key-file"_s, u"-"_s},
        "demo\n" + vendorKey);
    QVERIFY2(imported.exitCode == 0, imported.errors.constData());
    QCOMPARE(run({u"keys"_s, u"Shop"_s, u"export-private"_s, u"1"_s, u"--reveal"_s}).output,
             vendorKey + '\n');
}

QTEST_GUILESS_MAIN(tst_CliProperty)
#include "tst_cliproperty.moc"
