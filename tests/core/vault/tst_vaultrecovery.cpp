#include "core/vault/recoverykey.h"
#include "tests/support/result.h"
#include "vaultfixture.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::vault;

namespace {

QByteArray text(const SecretBytes &bytes)
{
    return viewOf(bytes.bytes()).toByteArray();
}

Rekeying rekeying(const char *passphrase = fixturePassphrase)
{
    Rekeying request;
    request.passphrase = secret(passphrase);
    return request;
}

} // namespace

class VaultRecoveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recoveryKeyIsReadHoweverItWasTyped_data();
    void recoveryKeyIsReadHoweverItWasTyped();
    void everyMistypedLetterIsNoticed();
    void recoveryKeysDiffer();
    void recoveryKeyOpensAndSetsAnotherPassphrase();
    void newRecoveryKeyReplacesTheOld();
    void removedRecoveryKeyNoLongerOpens();
    void passphraseIsNoRecoveryKey();
    void rekeyedVaultHoldsTheSame();
    void oldDataKeyOpensNothingAfterRekeying();
    void rekeyingIsRefusedUnlessEverythingOpens_data();
    void rekeyingIsRefusedUnlessEverythingOpens();
    void rekeyingNeedsThePassphraseInForce();
    void anotherProgramIsToldOfTheNewKey();
};

void VaultRecoveryTest::recoveryKeyIsReadHoweverItWasTyped_data()
{
    QTest::addColumn<std::function<QByteArray(QByteArray)>>("type");
    using Type = std::function<QByteArray(QByteArray)>;
    QTest::newRow("as printed") << Type([](QByteArray key) { return key; });
    QTest::newRow("lower case") << Type([](const QByteArray &key) { return key.toLower(); });
    QTest::newRow("no hyphens") << Type([](QByteArray key) { return key.replace('-', ""); });
    QTest::newRow("spaces and a line break")
        << Type([](QByteArray key) { return key.replace('-', "  ") + '\n'; });
    QTest::newRow("O for 0, l for 1")
        << Type([](QByteArray key) { return key.replace('0', 'O').replace('1', 'l'); });
}

void VaultRecoveryTest::recoveryKeyIsReadHoweverItWasTyped()
{
    QFETCH(const std::function<QByteArray(QByteArray)>, type);
    for (int i = 0; i < 50; ++i) {
        const SecretBytes key = makeRecoveryKey();
        QCOMPARE(key.size(), std::size_t{34}); // 28 symbols in seven groups
        const auto expected = parseRecoveryKey(key.bytes());
        QVERIFY_RESULT(expected);
        const auto parsed = parseRecoveryKey(bytesOf(type(text(key))));
        QVERIFY_RESULT(parsed);
        QVERIFY(parsed->equals(*expected));
    }
}

/// 10 bits of check: one in a thousand gets past, so not every one of these may.
void VaultRecoveryTest::everyMistypedLetterIsNoticed()
{
    int missed = 0;
    int tried = 0;
    const QByteArray key = text(makeRecoveryKey());
    for (qsizetype place = 0; place < key.size(); ++place) {
        for (const char letter : QByteArray("0123456789ABCDEFGHJKMNPQRSTVWXYZ")) {
            QByteArray typed = key;
            typed[place] = letter;
            if (key[place] != '-' && typed != key) {
                ++tried;
                missed += parseRecoveryKey(bytesOf(typed)) ? 1 : 0;
            }
        }
    }
    QCOMPARE(tried, 28 * 31);
    QVERIFY2(missed <= 8, qPrintable(QString::number(missed)));
    QCOMPARE_ERROR(parseRecoveryKey(bytesOf(key.chopped(1))), ErrorCode::InvalidInput);
    QCOMPARE_ERROR(parseRecoveryKey(bytesOf(key + 'A')), ErrorCode::InvalidInput);
    QCOMPARE_ERROR(parseRecoveryKey(bytesOf(QByteArray(key).replace(0, 1, "U"))), ErrorCode::InvalidInput);
    QCOMPARE_ERROR(parseRecoveryKey({}), ErrorCode::InvalidInput);
}

void VaultRecoveryTest::recoveryKeysDiffer()
{
    QSet<QByteArray> keys;
    for (int i = 0; i < 1000; ++i) {
        keys.insert(text(makeRecoveryKey()));
    }
    QCOMPARE(keys.size(), 1000);
}

void VaultRecoveryTest::recoveryKeyOpensAndSetsAnotherPassphrase()
{
    VaultFixture fixture;
    const SecretBytes key = makeRecoveryKey();
    QVERIFY(!Vault::readHeader(fixture.path())->hasRecoveryKey);
    {
        auto vault = fixture.open();
        QVERIFY_RESULT((*vault)->setRecoveryKey(secret(fixturePassphrase), key, {}));
        QVERIFY((*vault)->header().hasRecoveryKey);
    }
    QVERIFY(Vault::readHeader(fixture.path())->hasRecoveryKey);
    {
        auto vault = Vault::openWithRecoveryKey(fixture.path(), key, fixture.actor(), fixture.clock());
        QVERIFY_RESULT(vault);
        QVERIFY_RESULT((*vault)->resetPassphrase(key, secret("another one"), {}));
        QVERIFY((*vault)->check()->isSound());
    }
    QCOMPARE_ERROR(fixture.openWithPassphrase(), ErrorCode::WrongPassphrase);
    QVERIFY_RESULT(fixture.openWithPassphrase("another one"));
    QVERIFY_RESULT(Vault::openWithRecoveryKey(fixture.path(), key, fixture.actor(), fixture.clock()));
}

void VaultRecoveryTest::newRecoveryKeyReplacesTheOld()
{
    VaultFixture fixture;
    const SecretBytes first = makeRecoveryKey();
    const SecretBytes second = makeRecoveryKey();
    {
        auto vault = fixture.open();
        QCOMPARE_ERROR((*vault)->setRecoveryKey(secret("wrong"), first, {}), ErrorCode::WrongPassphrase);
        QVERIFY_RESULT((*vault)->setRecoveryKey(secret(fixturePassphrase), first, {}));
        QVERIFY_RESULT((*vault)->setRecoveryKey(secret(fixturePassphrase), second, {}));
    }
    QCOMPARE_ERROR(Vault::openWithRecoveryKey(fixture.path(), first, fixture.actor(), fixture.clock()),
                   ErrorCode::WrongRecoveryKey);
    QVERIFY_RESULT(Vault::openWithRecoveryKey(fixture.path(), second, fixture.actor(), fixture.clock()));
    QVERIFY_RESULT(fixture.openWithPassphrase());
}

void VaultRecoveryTest::removedRecoveryKeyNoLongerOpens()
{
    VaultFixture fixture;
    const SecretBytes key = makeRecoveryKey();
    {
        auto vault = fixture.open();
        QCOMPARE_ERROR((*vault)->removeRecoveryKey(), ErrorCode::NoRecoveryKey);
        QVERIFY_RESULT((*vault)->setRecoveryKey(secret(fixturePassphrase), key, {}));
        QVERIFY_RESULT((*vault)->removeRecoveryKey());
        QVERIFY((*vault)->check()->isSound());
    }
    QCOMPARE_ERROR(Vault::openWithRecoveryKey(fixture.path(), key, fixture.actor(), fixture.clock()),
                   ErrorCode::NoRecoveryKey);
}

void VaultRecoveryTest::passphraseIsNoRecoveryKey()
{
    VaultFixture fixture;
    QCOMPARE_ERROR(Vault::openWithRecoveryKey(fixture.path(), secret(fixturePassphrase), fixture.actor(),
                                              fixture.clock()),
                   ErrorCode::InvalidInput);
}

void VaultRecoveryTest::rekeyedVaultHoldsTheSame()
{
    VaultFixture fixture;
    const SecretBytes key = makeRecoveryKey();
    QByteArray before;
    {
        auto vault = fixture.open();
        const recipes::Property property = (*vault)->properties()->front();
        QVERIFY_RESULT((*vault)->record(ActivityKind::ProofMade, &property, 2, {}));
        QVERIFY_RESULT((*vault)->removeProperty((*vault)->properties()->back()));
        before = *contentsOf(**vault);
        Rekeying request = rekeying();
        request.newRecoveryKey = key.clone();
        const auto backup = (*vault)->rekey(request);
        QVERIFY_RESULT(backup);
        QVERIFY(QFile::exists(*backup));
        auto after = contentsOf(**vault);
        QVERIFY_RESULT(after);
        const ActivityEntry newest = (*vault)->activity({})->front();
        QCOMPARE(newest.kind, ActivityKind::VaultRekeyed);
        after->replace(QByteArray::number(newest.sequence) + "vault-rekeyedada-lovelace\n", "");
        QCOMPARE(*after, before);
        const auto check = (*vault)->check();
        QVERIFY2(check->isSound(), qPrintable(check->findings.join(u'\n')));
        QVERIFY_RESULT((*vault)->addProperty(newProperty(u"Later"_s, {"planted-later"})));
        QCOMPARE((*vault)->removedProperties()->size(), 1);
    }
    auto again = fixture.openWithPassphrase();
    QVERIFY_RESULT(again);
    QCOMPARE((*again)->properties()->size(), 2);
    QVERIFY((*again)->check()->isSound());
    again->reset();
    QVERIFY_RESULT(Vault::openWithRecoveryKey(fixture.path(), key, fixture.actor(), fixture.clock()));
}

/// The old slot under its passphrase gives the old data key; nothing in the file is sealed under that.
void VaultRecoveryTest::oldDataKeyOpensNothingAfterRekeying()
{
    VaultFixture fixture;
    const QStringList columns{u"record"_s, u"material"_s, u"activity"_s, u"manifest"_s};
    QByteArrayList sealed;
    for (const QString &table : columns) {
        for (const QVariant &value : fixture.edit({u"SELECT sealed FROM %1"_s.arg(table)})) {
            sealed << value.toByteArray();
        }
    }
    const VaultFixture old;
    old.setBytes(fixture.bytes());
    auto vault = fixture.open();
    QVERIFY_RESULT((*vault)->rekey(rekeying()));
    for (const QByteArray &bytes : sealed) {
        QVERIFY(!fixture.bytes().contains(bytes));
    }
    vault->reset();
    // Whoever kept the old slots cannot put them back either.
    fixture.edit({u"ATTACH '%1' AS old"_s.arg(old.path()), u"DELETE FROM key_slot"_s,
                  u"INSERT INTO key_slot SELECT * FROM old.key_slot"_s});
    QCOMPARE_ERROR(fixture.openWithPassphrase(), ErrorCode::VaultDamaged);
}

void VaultRecoveryTest::rekeyingIsRefusedUnlessEverythingOpens_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("a record does not") << u"UPDATE record SET sealed = zeroblob(90)"_s;
    QTest::newRow("a record is missing") << u"DELETE FROM record WHERE id = (SELECT min(id) FROM record)"_s;
    QTest::newRow("a key does not") << u"UPDATE material SET sealed = zeroblob(90) WHERE version = 1"_s;
    QTest::newRow("a key is missing") << u"DELETE FROM material WHERE version = 1"_s;
    QTest::newRow("a key is too many")
        << u"INSERT INTO material SELECT owner, 9, sealed FROM material LIMIT 1"_s;
    QTest::newRow("an entry does not") << u"UPDATE activity SET sealed = zeroblob(90) WHERE sequence = 1"_s;
}

/// A rotation of keys over a half-readable vault made everything undecryptable elsewhere.
void VaultRecoveryTest::rekeyingIsRefusedUnlessEverythingOpens()
{
    QFETCH(const QString, sql);
    VaultFixture fixture;
    auto vault = fixture.open();
    QVERIFY_RESULT(vault);
    fixture.edit({sql});
    const QByteArray before = fixture.bytes();
    QCOMPARE_ERROR((*vault)->rekey(rekeying()), ErrorCode::VaultDamaged);
    vault->reset();
    QCOMPARE(fixture.bytes(), before);
    QVERIFY(
        backupsIn(defaultBackupFolder(fixture.path()), Vault::readHeader(fixture.path())->vaultId).isEmpty());
}

void VaultRecoveryTest::rekeyingNeedsThePassphraseInForce()
{
    VaultFixture fixture;
    auto vault = fixture.open();
    const QByteArray before = fixture.bytes();
    QCOMPARE_ERROR((*vault)->rekey(rekeying("wrong")), ErrorCode::WrongPassphrase);
    QCOMPARE(fixture.bytes(), before);
}

void VaultRecoveryTest::anotherProgramIsToldOfTheNewKey()
{
    VaultFixture fixture;
    auto vault = fixture.open();
    auto other = fixture.open();
    QVERIFY_RESULT((*vault)->rekey(rekeying()));
    QCOMPARE_ERROR((*other)->properties(), ErrorCode::VaultConflict);
    QCOMPARE_ERROR((*other)->addProperty(newProperty(u"More"_s, {})), ErrorCode::VaultConflict);
    QVERIFY((*vault)->check()->isSound());
}

Q_DECLARE_METATYPE(std::function<QByteArray(QByteArray)>)

QTEST_GUILESS_MAIN(VaultRecoveryTest)
#include "tst_vaultrecovery.moc"
