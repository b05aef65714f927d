#include "core/vault/effects.h"
#include "tests/support/result.h"
#include "unprivileged.h"
#include "vaultfixture.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::vault;

namespace {

constexpr const char *passphraseOfFormat1 = "a vault of 0.1.0";

QStringList effects(const QList<RestoreStep> &steps)
{
    QStringList texts;
    for (const RestoreStep &step : steps) {
        texts << QString::number(static_cast<int>(step.effect)) + u' ' + step.name;
        for (const KeyRestoreStep &key : step.keys) {
            texts << effectName(key.effect) + u' ' + QString::number(key.version);
        }
    }
    return texts;
}

recipes::Property named(const Vault &vault, const QString &name)
{
    const auto properties = vault.properties();
    for (const recipes::Property &property : *properties) {
        if (property.name == name) {
            return property;
        }
    }
    return {};
}

QByteArray keyOf(const Vault &vault, const recipes::PropertyId &id, int version)
{
    const auto material = vault.keyMaterial(id, version);
    return material ? viewOf(std::get<keys::SecretKey>(*material).bytes.bytes()).toByteArray() : QByteArray();
}

} // namespace

class VaultBackupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backupIsAVaultOfItsOwn();
    void backupNeverReplacesAFileUnasked();
    void vaultThatCannotBeWrittenIsBackedUpUnrecorded();
    void damagedVaultIsNotBackedUpAsIfItWereSound();
    void dailyBackupsAreMadeOnceADayAndRotate();
    void backupIsFoundWhateverTheVaultIsCalled();
    void clockSetBackDropsNoNewerBackup();
    void olderCopyInPlaceKeepsWhatIsBackedUpNow();
    void makesNoFolderForABackupThatIsAskedFor();
    void restoringSaysWhatItChangesAndDoesThat();
    void restoringNamesEachKeyThatReturnsOrGoes();
    void restoringFromBeforeARekeyNeedsItsPassphrase();
    void restoringLosesNoActivityAndConflictsWithOldEdits();
    void backupOfAnotherVaultIsRefused();
    void damagedVaultIsReplacedAndKept();
    void removedPropertyComesBackWithItsKeys();
    void binIsEmptiedForGood();
    void olderCopyIsNoticed();
    void olderCopyCanBeAccepted();
    void forgedMemoryDoesNotHideAnOlderCopy();
    void rekeyingElsewhereIsNoOlderCopy();
    void vaultOfFormat1IsReadAndUpgradedAfterABackup();
    void vaultOfFormat1OpensWhereItCannotBeUpgraded();
};

void VaultBackupTest::backupIsAVaultOfItsOwn()
{
    VaultFixture fixture;
    auto vault = fixture.open();
    const QByteArray before = *contentsOf(**vault);
    const QString target = fixture.filePath(u"elsewhere/copy.countersign"_s);
    QVERIFY(QDir().mkpath(QFileInfo(target).path()));
    QVERIFY_RESULT((*vault)->backUp(target, Overwrite::No));
    QCOMPARE((*vault)->activity({})->front().kind, ActivityKind::BackupMade);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(target) & others));
    QCOMPARE(QDir(fixture.filePath(u"elsewhere"_s)).entryList(QDir::Files | QDir::Hidden).size(), 1);
    auto copy = VaultFixture::openCopy(target);
    QVERIFY_RESULT(copy);
    QCOMPARE(*contentsOf(**copy), before);
    QVERIFY((*copy)->check()->isSound());
}

void VaultBackupTest::backupNeverReplacesAFileUnasked()
{
    VaultFixture fixture;
    auto vault = fixture.open();
    const QString target = fixture.filePath(u"precious"_s);
    QVERIFY_RESULT(writeFile(target, bytesOf("precious"), FileAccess::Ordinary, Overwrite::No));
    QCOMPARE_ERROR((*vault)->backUp(target, Overwrite::No), ErrorCode::FileExists);
    QCOMPARE(*readFile(target, 100), QByteArray("precious"));
    QVERIFY_RESULT((*vault)->backUp(target, Overwrite::Yes));
    QCOMPARE_ERROR((*vault)->backUp(fixture.path(), Overwrite::Yes), ErrorCode::BackupOverVault);
    QVERIFY((*vault)->check()->isSound());
}

void VaultBackupTest::vaultThatCannotBeWrittenIsBackedUpUnrecorded()
{
    QVERIFY(holdsUnprivileged([] {
        VaultFixture fixture;
        const bool isReadOnly = QFile::setPermissions(fixture.path(), QFile::ReadOwner);
        auto vault = fixture.openWithPassphrase();
        const QString copy = fixture.filePath(u"copy"_s);
        const auto made = (*vault)->backUp(copy, Overwrite::No);
        return isReadOnly && made && made->notRecorded && made->notRecorded->code == ErrorCode::WriteFailed &&
               (*VaultFixture::openCopy(copy))->properties()->size() == 2;
    }));
}

void VaultBackupTest::damagedVaultIsNotBackedUpAsIfItWereSound()
{
    VaultFixture fixture;
    auto vault = fixture.open();
    QVERIFY_RESULT(vault);
    fixture.edit({u"UPDATE material SET sealed = zeroblob(90) WHERE version = 1"_s});
    const QString target = fixture.filePath(u"copy"_s);
    QCOMPARE_ERROR((*vault)->backUp(target, Overwrite::No), ErrorCode::VaultDamaged);
    QVERIFY(!QFile::exists(target));
}

void VaultBackupTest::dailyBackupsAreMadeOnceADayAndRotate()
{
    VaultFixture fixture;
    auto vault = fixture.open();
    const BackupPolicy policy{fixture.filePath(u"backups"_s), 3, std::chrono::hours(24)};
    const QString id = (*vault)->header().vaultId;
    const Timestamp start = fixture.clock().now();
    for (int day = 0; day < 6; ++day) {
        fixture.clock().setNow(start + std::chrono::days(day));
        QVERIFY_RESULT((*vault)->addProperty(newProperty(u"Day %1"_s.arg(day), {})));
        const auto made = (*vault)->backUpWhenDue(policy);
        QVERIFY_RESULT(made);
        QVERIFY(!made->isEmpty());
        fixture.clock().setNow(start + std::chrono::days(day) + std::chrono::hours(5));
        QCOMPARE(*(*vault)->backUpWhenDue(policy), QString());
    }
    const QList<Backup> backups = backupsIn(policy.folder, id);
    QCOMPARE(backups.size(), 3);
    QCOMPARE(backups.front().madeAt, start + std::chrono::days(5));
    QCOMPARE(backups.back().madeAt, start + std::chrono::days(3));
    const auto contents = (*vault)->describeBackup(backups.back().path);
    QVERIFY_RESULT(contents);
    QCOMPARE(contents->properties, 2 + 4);
}

void VaultBackupTest::backupIsFoundWhateverTheVaultIsCalled()
{
    const QTemporaryDir folder;
    const QString id = u"1a2b3c4d5e6f"_s;
    Backup made;
    made.madeAt = Timestamp(std::chrono::seconds(1790000000));
    made.generation = 42;
    made.reason = BackupReason::BeforeRekey;
    const QString name = backupFileName(u"/vaults/20%1 off%4.countersign"_s, id, made);
    QVERIFY2(name.startsWith(u"20%1 off%4-1a2b3c4d-"_s), qPrintable(name));
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const QList<Backup> found = backupsIn(folder.path(), id);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.front().generation, 42);
    QCOMPARE(found.front().reason, BackupReason::BeforeRekey);
}

void VaultBackupTest::clockSetBackDropsNoNewerBackup()
{
    VaultFixture fixture;
    auto vault = fixture.open();
    const BackupPolicy policy{fixture.filePath(u"backups"_s), 1, std::chrono::hours(24)};
    QVERIFY_RESULT((*vault)->backUpWhenDue(policy));
    QVERIFY_RESULT((*vault)->addProperty(newProperty(u"Later"_s, {"planted-later"})));
    fixture.clock().setNow(fixture.clock().now() - std::chrono::years(20));
    const auto made = (*vault)->backUpWhenDue(policy);
    QVERIFY_RESULT(made);
    QVERIFY(!made->isEmpty());
    const QList<Backup> backups = backupsIn(policy.folder, (*vault)->header().vaultId);
    QCOMPARE(backups.front().path, *made);
    QCOMPARE((*vault)->describeBackup(*made)->properties, 3);
}

void VaultBackupTest::olderCopyInPlaceKeepsWhatIsBackedUpNow()
{
    using std::chrono::hours;
    const QTemporaryDir folder;
    const QString id = u"1a2b3c4d5e6f"_s;
    const Timestamp first(std::chrono::seconds(1790000000));
    // The fourth is of the copy that was put in place: the newest, of a state long before.
    const QList<qint64> generations{1000, 1001, 1002, 403};
    for (int day = 0; day < 4; ++day) {
        const Backup made{{}, first + day * hours(24), generations[day], BackupReason::Daily, 0};
        QFile file(folder.filePath(backupFileName(u"team"_s, id, made)));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QCOMPARE(*ageOfNewest(backupsIn(folder.path(), id), first + hours(73)), hours(1));
    dropOldBackups(folder.path(), id, 1);
    QList<qint64> left;
    for (const Backup &backup : backupsIn(folder.path(), id)) {
        left << backup.generation;
    }
    QCOMPARE(left, (QList<qint64>{1002, 403}));
}

/// It may be a disk that is not there.
void VaultBackupTest::makesNoFolderForABackupThatIsAskedFor()
{
    VaultFixture fixture;
    auto vault = fixture.open();
    QVERIFY(!(*vault)->backUp(fixture.filePath(u"usb/backup"_s), Overwrite::No));
    QVERIFY(!QFile::exists(fixture.filePath(u"usb"_s)));
}

void VaultBackupTest::restoringSaysWhatItChangesAndDoesThat()
{
    VaultFixture fixture;
    auto vault = fixture.open();
    const recipes::Property eu = named(**vault, u"Shop EU"_s);
    const recipes::Property us = named(**vault, u"Shop US"_s);
    const QString backup = fixture.filePath(u"backup"_s);
    QVERIFY_RESULT((*vault)->backUp(backup, Overwrite::No));
    QCOMPARE(*(*vault)->previewRestore(backup, nullptr), QList<RestoreStep>());

    QVERIFY_RESULT(
        (*vault)->rotateKey(eu, secretKey("planted-three"), keys::KeyOrigin::Imported, keys::RevokeOld::Yes));
    QVERIFY_RESULT((*vault)->removeProperty(us));
    QVERIFY_RESULT((*vault)->deleteProperties(*(*vault)->removedProperties()));
    QVERIFY_RESULT((*vault)->addProperty(newProperty(u"New"_s, {"planted-new"})));
    const QByteArray before = *contentsOf(**vault);
    const auto preview = (*vault)->previewRestore(backup, nullptr);
    QVERIFY_RESULT(preview);
    QCOMPARE(effects(*preview), (QStringList{u"0 Shop US"_s, u"1 Shop EU"_s, u"revoked-returns 1"_s,
                                             u"revoked-returns 2"_s, u"goes 3"_s, u"2 New"_s}));
    QCOMPARE(*contentsOf(**vault), before);

    const auto kept = (*vault)->restore(backup, nullptr, fixture.filePath(u"kept"_s));
    QVERIFY_RESULT(kept);
    QCOMPARE(*contentsOf(**VaultFixture::openCopy(*kept)), before);
    QCOMPARE((*vault)->properties()->size(), 2);
    QCOMPARE((*vault)->removedProperties()->front().name, u"New"_s);
    QCOMPARE(keyOf(**vault, us.id, 2), QByteArray("planted-us-two"));
    QCOMPARE(named(**vault, u"Shop EU"_s).keys, eu.keys);
    const auto check = (*vault)->check();
    QVERIFY2(check->isSound(), qPrintable(check->findings.join(u'\n')));
    QCOMPARE(*(*vault)->previewRestore(backup, nullptr), QList<RestoreStep>());
}

void VaultBackupTest::restoringNamesEachKeyThatReturnsOrGoes()
{
    VaultFixture fixture;
    auto vault = fixture.open();
    const recipes::Property eu = named(**vault, u"Shop EU"_s);
    const QString backup = fixture.filePath(u"backup"_s);
    const QString destroyed = fixture.filePath(u"destroyed"_s);
    QVERIFY_RESULT((*vault)->backUp(backup, Overwrite::No));
    auto now = (*vault)->destroyKey(*(*vault)->revokeKey(eu, 1), 1);
    QVERIFY_RESULT(now);
    QVERIFY_RESULT((*vault)->backUp(destroyed, Overwrite::No));
    now = (*vault)->revokeKey(*now, 2);
    QCOMPARE(effects(*(*vault)->previewRestore(backup, nullptr)),
             (QStringList{u"1 Shop EU"_s, u"destroyed-returns 1"_s, u"revoked-returns 2"_s}));
    QVERIFY_RESULT((*vault)->restore(backup, nullptr, {}));
    // The other way round the key that is there goes.
    QCOMPARE(effects(*(*vault)->previewRestore(destroyed, nullptr)),
             (QStringList{u"1 Shop EU"_s, u"goes 1"_s}));
}

void VaultBackupTest::restoringFromBeforeARekeyNeedsItsPassphrase()
{
    VaultFixture fixture;
    auto vault = fixture.open();
    const recipes::Property eu = named(**vault, u"Shop EU"_s);
    Rekeying request;
    request.passphrase = secret(fixturePassphrase);
    const auto backup = (*vault)->rekey(request);
    QVERIFY_RESULT(backup);
    QVERIFY((*vault)->describeBackup(*backup)->needsItsPassphrase);
    QVERIFY_RESULT((*vault)->removeProperty(*(*vault)->property(eu.id)));
    QCOMPARE_ERROR((*vault)->previewRestore(*backup, nullptr), ErrorCode::WrongBackupPassphrase);
    const SecretBytes wrong = secret("wrong");
    QCOMPARE_ERROR((*vault)->restore(*backup, &wrong, {}), ErrorCode::WrongBackupPassphrase);
    QCOMPARE_ERROR((*vault)->previewRestore(*backup + u"-none"_s, nullptr), ErrorCode::FileNotFound);
    QVERIFY_RESULT((*vault)->restore(*backup, &request.passphrase, {}));
    QCOMPARE(keyOf(**vault, eu.id, 2), QByteArray("planted-eu-two"));
    QVERIFY((*vault)->check()->isSound());
}

void VaultBackupTest::restoringLosesNoActivityAndConflictsWithOldEdits()
{
    VaultFixture fixture;
    auto vault = fixture.open();
    const QString backup = fixture.filePath(u"backup"_s);
    QVERIFY_RESULT((*vault)->backUp(backup, Overwrite::No));
    recipes::Property eu = named(**vault, u"Shop EU"_s);
    eu.notes = u"changed"_s;
    const recipes::Property shown = *(*vault)->updateProperty(eu);
    const qint64 entries = (*vault)->activity({})->size();
    QVERIFY_RESULT((*vault)->restore(backup, nullptr, {}));
    QVERIFY((*vault)->activity({})->size() > entries);
    QCOMPARE_ERROR((*vault)->updateProperty(shown), ErrorCode::VaultConflict);
    QCOMPARE(named(**vault, u"Shop EU"_s).notes, QString());
}

void VaultBackupTest::backupOfAnotherVaultIsRefused()
{
    VaultFixture fixture;
    auto vault = fixture.open();
    const QString other = fixture.filePath(u"other"_s);
    QVERIFY_RESULT(Vault::create(other, secret("x"), {}, fixture.actor(), fixture.clock()));
    QCOMPARE_ERROR((*vault)->previewRestore(other, nullptr), ErrorCode::BackupOfAnotherVault);
    QCOMPARE_ERROR((*vault)->restore(other, nullptr, {}), ErrorCode::BackupOfAnotherVault);
}

void VaultBackupTest::damagedVaultIsReplacedAndKept()
{
    VaultFixture fixture;
    const QString backup = fixture.filePath(u"backup"_s);
    QByteArray before;
    {
        auto vault = fixture.open();
        before = *contentsOf(**vault);
        QVERIFY_RESULT((*vault)->backUp(backup, Overwrite::No));
    }
    const QByteArray half = fixture.bytes().first(9000);
    fixture.setBytes(half);
    QCOMPARE_ERROR(fixture.openWithPassphrase(), ErrorCode::VaultDamaged);
    QCOMPARE_ERROR(
        Vault::replaceByBackup(fixture.path(), backup, secret("wrong"), fixture.actor(), fixture.clock()),
        ErrorCode::WrongPassphrase);
    QCOMPARE(fixture.bytes(), half);
    const auto aside = Vault::replaceByBackup(fixture.path(), backup, secret(fixturePassphrase),
                                              fixture.actor(), fixture.clock());
    QVERIFY_RESULT(aside);
    QCOMPARE(*readFile(*aside, 100000), half);
    auto vault = fixture.openWithPassphrase();
    QVERIFY_RESULT(vault);
    QVERIFY((*vault)->check()->isSound());
    QVERIFY(contentsOf(**vault)->startsWith(before.first(before.indexOf("\n1"))));
}

void VaultBackupTest::removedPropertyComesBackWithItsKeys()
{
    VaultFixture fixture;
    auto vault = fixture.open();
    const recipes::Property eu = named(**vault, u"Shop EU"_s);
    QVERIFY_RESULT((*vault)->removeProperty(eu));
    QCOMPARE((*vault)->properties()->size(), 1);
    QCOMPARE_ERROR((*vault)->property(eu.id), ErrorCode::UnknownProperty);
    QCOMPARE_ERROR((*vault)->keyMaterial(eu.id, 2), ErrorCode::UnknownProperty);
    QCOMPARE_ERROR((*vault)->removeProperty(eu), ErrorCode::UnknownProperty);
    vault->reset();
    vault = fixture.open();
    const auto removed = (*vault)->removedProperties();
    QCOMPARE(removed->size(), 1);
    QCOMPARE(removed->front().removedAt, std::optional(fixture.clock().now()));
    const auto back = (*vault)->takeBackProperty(removed->front());
    QVERIFY_RESULT(back);
    QVERIFY(!back->removedAt);
    QCOMPARE(back->keys, eu.keys);
    QCOMPARE(keyOf(**vault, eu.id, 2), QByteArray("planted-eu-two"));
    QCOMPARE_ERROR((*vault)->takeBackProperty(removed->front()), ErrorCode::VaultConflict);
    QCOMPARE_ERROR((*vault)->deleteProperty(*back), ErrorCode::VaultConflict);
    QVERIFY((*vault)->check()->isSound());
}

void VaultBackupTest::binIsEmptiedForGood()
{
    VaultFixture fixture;
    auto vault = fixture.open();
    const auto properties = (*vault)->properties();
    for (const recipes::Property &property : *properties) {
        QVERIFY_RESULT((*vault)->removeProperty(property));
    }
    QVERIFY_RESULT((*vault)->deleteProperties(*(*vault)->removedProperties()));
    QCOMPARE((*vault)->removedProperties()->size(), 0);
    QCOMPARE(fixture.edit({u"SELECT count(*) FROM material"_s}).front().toInt(), 0);
    QVERIFY((*vault)->check()->isSound());
}

void VaultBackupTest::olderCopyIsNoticed()
{
    VaultFixture fixture;
    const VaultMemory memory{fixture.filePath(u"seen"_s)};
    const auto open = [&] {
        return Vault::open(fixture.path(), secret(fixturePassphrase), fixture.actor(), fixture.clock(),
                           memory);
    };
    QVERIFY_RESULT(open());
    const QByteArray older = fixture.bytes();
    {
        auto vault = open();
        QVERIFY_RESULT(vault);
        QVERIFY_RESULT((*vault)->addProperty(newProperty(u"Later"_s, {})));
    }
    const QByteArray newer = fixture.bytes();
    fixture.setBytes(older);
    QCOMPARE_ERROR(open(), ErrorCode::VaultOlder);
    QCOMPARE(fixture.bytes(), older); // refused without a trace
    fixture.setBytes(newer);
    QVERIFY_RESULT(open());
}

void VaultBackupTest::olderCopyCanBeAccepted()
{
    VaultFixture fixture;
    VaultMemory memory{fixture.filePath(u"seen"_s)};
    const QByteArray older = fixture.bytes();
    QVERIFY_RESULT(
        Vault::open(fixture.path(), secret(fixturePassphrase), fixture.actor(), fixture.clock(), memory));
    fixture.setBytes(older);
    memory.olderCopy = OlderCopy::Accept;
    QVERIFY_RESULT(
        Vault::open(fixture.path(), secret(fixturePassphrase), fixture.actor(), fixture.clock(), memory));
    memory.olderCopy = OlderCopy::Refuse;
    QVERIFY_RESULT(
        Vault::open(fixture.path(), secret(fixturePassphrase), fixture.actor(), fixture.clock(), memory));
}

void VaultBackupTest::forgedMemoryDoesNotHideAnOlderCopy()
{
    VaultFixture fixture;
    const VaultMemory memory{fixture.filePath(u"seen"_s)};
    const QByteArray older = fixture.bytes();
    const auto open = [&] {
        return Vault::open(fixture.path(), secret(fixturePassphrase), fixture.actor(), fixture.clock(),
                           memory);
    };
    QVERIFY_RESULT(open());
    const QString file = memory.folder + u'/' + Vault::readHeader(fixture.path())->vaultId;
    QByteArray note = *readFile(file, 100);
    note[7] = 1; // the generation, lowered
    QVERIFY_RESULT(writeFile(file, bytesOf(note), FileAccess::OwnerOnly, Overwrite::Yes));
    fixture.setBytes(older);
    QCOMPARE_ERROR(open(), ErrorCode::VaultOlder);
}

void VaultBackupTest::rekeyingElsewhereIsNoOlderCopy()
{
    VaultFixture fixture;
    const VaultMemory memory{fixture.filePath(u"seen"_s)};
    const auto open = [&] {
        return Vault::open(fixture.path(), secret(fixturePassphrase), fixture.actor(), fixture.clock(),
                           memory);
    };
    QVERIFY_RESULT(open());
    const QByteArray older = fixture.bytes();
    {
        auto elsewhere = fixture.open();
        Rekeying request;
        request.passphrase = secret(fixturePassphrase);
        QVERIFY_RESULT((*elsewhere)->rekey(request));
    }
    QVERIFY_RESULT(open());
    fixture.setBytes(older); // from before the re-key, and its own data key
    QCOMPARE_ERROR(open(), ErrorCode::VaultOlder);
}

void VaultBackupTest::vaultOfFormat1IsReadAndUpgradedAfterABackup()
{
    VaultFixture fixture;
    const QByteArray original =
        *readFile(QStringLiteral(COUNTERSIGN_VAULT_DATA) + u"/format1.countersign"_s, 100000);
    fixture.setBytes(original);
    QCOMPARE(Vault::readHeader(fixture.path())->formatVersion, 1);
    auto vault = fixture.openWithPassphrase(passphraseOfFormat1);
    QVERIFY_RESULT(vault);
    QCOMPARE((*vault)->header().formatVersion, 2);
    QCOMPARE((*vault)->properties()->size(), 2);
    const recipes::Property shop = named(**vault, u"Shop EU"_s);
    QCOMPARE(shop.keys.versions().size(), 3);
    QCOMPARE(shop.keys.find(1)->status, keys::KeyStatus::Destroyed);
    QCOMPARE(keyOf(**vault, shop.id, 3), QByteArray("planted secret three of forty character"));
    QVERIFY(named(**vault, u"Depot"_s).archived);
    QVERIFY_RESULT((*vault)->keyMaterial(named(**vault, u"Depot"_s).id, 1));
    QCOMPARE((*vault)->activity({})->at(1).kind, ActivityKind::VaultUpgraded);
    QVERIFY_RESULT((*vault)->removeProperty(shop));
    const auto check = (*vault)->check();
    QVERIFY2(check->isSound(), qPrintable(check->findings.join(u'\n')));
    const QList<Backup> kept = backupsIn(defaultBackupFolder(fixture.path()), (*vault)->header().vaultId);
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.front().reason, BackupReason::BeforeUpgrade);
    QCOMPARE(Vault::readHeader(kept.front().path)->formatVersion, 1);
    vault->reset();
    QVERIFY_RESULT(fixture.openWithPassphrase(passphraseOfFormat1));
}

void VaultBackupTest::vaultOfFormat1OpensWhereItCannotBeUpgraded()
{
    VaultFixture fixture;
    fixture.setBytes(*readFile(QStringLiteral(COUNTERSIGN_VAULT_DATA) + u"/format1.countersign"_s, 100000));
    // No backup can be made: a file has the folder's name.
    QVERIFY_RESULT(writeFile(defaultBackupFolder(fixture.path()), bytesOf("in the way"), FileAccess::Ordinary,
                             Overwrite::No));
    auto vault = fixture.openWithPassphrase(passphraseOfFormat1);
    QVERIFY_RESULT(vault);
    QCOMPARE((*vault)->properties()->size(), 2);
    QCOMPARE_ERROR((*vault)->removeProperty((*vault)->properties()->front()), ErrorCode::WriteFailed);
    QCOMPARE(Vault::readHeader(fixture.path())->formatVersion, 1);
}

QTEST_GUILESS_MAIN(VaultBackupTest)
#include "tst_vaultbackup.moc"
