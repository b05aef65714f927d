#include "core/base/nativefile_p.h"
#include "core/vault/vaultcheck_p.h"
#include "core/vault/vaultprivate_p.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::vault {

/// A backup, opened and found sound.
struct OpenBackup
{
    std::unique_ptr<SqlStore> store;
    std::optional<Envelope> own; ///< when it was sealed under another data key
    const Envelope *envelope = nullptr;
    std::vector<StoredProperty> properties;
};

namespace {

Result<std::vector<StoredProperty>> readProperties(const SqlStore &store, const Envelope &envelope)
{
    auto transaction = Transaction::begin(store, Transaction::Kind::Read);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const RecordSet records(store, envelope);
    const auto rows = records.rows();
    if (!rows) {
        return std::unexpected(rows.error());
    }
    std::vector<StoredProperty> properties;
    for (const SealedRecord &row : *rows) {
        auto stored = records.unseal(row);
        if (!stored) {
            return std::unexpected(stored.error());
        }
        properties.push_back(std::move(*stored));
    }
    return properties;
}

using Present = QHash<QString, recipes::Property>;

bool isSameKey(const keys::KeyVersion &left, const keys::KeyVersion &right)
{
    return left.number == right.number && left.description.fingerprint == right.description.fingerprint;
}

std::optional<KeyEffect> keyEffectOn(const keys::KeyVersion &now, const keys::KeySet &backedUp)
{
    const keys::KeyVersion *then = backedUp.find(now.number);
    const bool isBackedUp = then && isSameKey(now, *then);
    if (now.status == keys::KeyStatus::Destroyed) {
        return isBackedUp && then->status != keys::KeyStatus::Destroyed
                   ? std::optional(KeyEffect::DestroyedReturns)
                   : std::nullopt;
    }
    if (!isBackedUp || then->status == keys::KeyStatus::Destroyed) {
        return KeyEffect::Goes;
    }
    return now.status == keys::KeyStatus::Revoked && keys::isOfUse(then->status)
               ? std::optional(KeyEffect::RevokedReturns)
               : std::nullopt;
}

QList<KeyRestoreStep> keyStepsFor(const keys::KeySet &now, const keys::KeySet &backedUp)
{
    QList<KeyRestoreStep> steps;
    for (const keys::KeyVersion &version : now.versions()) {
        if (const auto effect = keyEffectOn(version, backedUp)) {
            steps << KeyRestoreStep{*effect, version.number};
        }
    }
    return steps;
}

std::optional<RestoreStep> stepFor(const recipes::Property &backedUp, const Present &present)
{
    const auto now = present.constFind(backedUp.id);
    if (now != present.constEnd() && essenceOf(*now) == essenceOf(backedUp)) {
        return std::nullopt;
    }
    const bool isThere = now != present.constEnd() && !now->removedAt;
    const RestoreEffect effect = backedUp.removedAt ? RestoreEffect::GoesToBin
                                 : isThere          ? RestoreEffect::ChangesBack
                                                    : RestoreEffect::ComesBack;
    const QList<KeyRestoreStep> keySteps =
        now != present.constEnd() ? keyStepsFor(now->keys, backedUp.keys) : QList<KeyRestoreStep>();
    return RestoreStep{effect, backedUp.id, backedUp.name, keySteps};
}

/// What is in the vault and not in the backup goes to the bin, from where it can be had back.
std::optional<RestoreStep> stepForNewer(const recipes::Property &property, const QSet<QString> &backedUp)
{
    if (property.removedAt || backedUp.contains(property.id)) {
        return std::nullopt;
    }
    return RestoreStep{RestoreEffect::GoesToBin, property.id, property.name};
}

QList<RestoreStep> stepsFor(const OpenBackup &backup, const QList<recipes::Property> &properties)
{
    Present present;
    for (const recipes::Property &property : properties) {
        present.insert(property.id, property);
    }
    QList<RestoreStep> steps;
    QSet<QString> backedUp;
    for (const StoredProperty &stored : backup.properties) {
        backedUp.insert(stored.property.id);
        if (const auto step = stepFor(stored.property, present)) {
            steps << *step;
        }
    }
    for (const recipes::Property &property : properties) {
        if (const auto step = stepForNewer(property, backedUp)) {
            steps << *step;
        }
    }
    std::ranges::sort(steps, {}, [](const RestoreStep &step) { return std::tuple(step.effect, step.name); });
    return steps;
}

} // namespace

Result<OpenBackup> Vault::Private::openBackup(const QString &file, const SecretBytes *passphrase) const
{
    auto locked = openLockedBackup(file);
    if (!locked) {
        return std::unexpected(locked.error());
    }
    if (locked->vaultId != vaultId) {
        return failure(ErrorCode::BackupOfAnotherVault, file);
    }
    OpenBackup backup;
    backup.store = std::move(locked->store);
    if (locked->keyCommitment != envelope.commitment()) {
        if (!passphrase) {
            return failure(ErrorCode::WrongBackupPassphrase);
        }
        const auto key =
            unwrapWith(locked->keySlots, vaultId, SlotKind::Passphrase, derivationFrom(*passphrase));
        if (!key) {
            return key.error().code == ErrorCode::WrongPassphrase
                       ? failure(ErrorCode::WrongBackupPassphrase, u"this is another passphrase"_s)
                       : std::unexpected(key.error());
        }
        auto own = Envelope::create(*key, vaultId);
        if (!own) {
            return std::unexpected(own.error());
        }
        backup.own = std::move(*own);
    }
    return backup;
}

Result<void> Vault::Private::readBackup(OpenBackup *backup) const
{
    backup->envelope = backup->own ? &*backup->own : &envelope;
    if (auto checked = checkVault(*backup->store, *backup->envelope); !checked) {
        return checked;
    }
    auto properties = readProperties(*backup->store, *backup->envelope);
    if (!properties) {
        return std::unexpected(properties.error());
    }
    backup->properties = std::move(*properties);
    return {};
}

Result<QList<RestoreStep>> Vault::previewRestore(const QString &file, const SecretBytes *passphrase) const
{
    auto backup = d->openBackup(file, passphrase);
    if (!backup) {
        return std::unexpected(backup.error());
    }
    if (auto read = d->readBackup(&*backup); !read) {
        return std::unexpected(read.error());
    }
    const auto present = d->readAll();
    return present ? Result<QList<RestoreStep>>(stepsFor(*backup, *present))
                   : std::unexpected(present.error());
}

/// The backup's state under this vault's key, as one more change: the revision rises, so that whoever still
/// looks at the state before cannot overwrite it unseen.
Result<void> Vault::Private::restoreProperty(Change *change, const OpenBackup &backup, StoredProperty stored)
{
    const auto now = records.read(stored.property.id);
    if (!now && now.error().code != ErrorCode::UnknownProperty) {
        return std::unexpected(now.error());
    }
    const QHash<int, QByteArray> tags = std::exchange(stored.materialTags, {});
    const StoredProperty source{stored.property, tags};
    if (auto cleared = store->execute(u"DELETE FROM material WHERE owner = ?"_s, {stored.property.id});
        !cleared) {
        return std::unexpected(cleared.error());
    }
    for (const keys::KeyVersion &version : source.property.keys.versions()) {
        if (version.status == keys::KeyStatus::Destroyed) {
            continue;
        }
        const auto material = vault::readMaterial(*backup.store, *backup.envelope, source, version.number);
        if (!material) {
            return std::unexpected(material.error());
        }
        if (auto written = writeMaterial(&stored, version.number, *material); !written) {
            return written;
        }
    }
    const int revision = now ? now->property.revision : 0;
    stored.property.revision = qMax(revision, stored.property.revision) + 1;
    stored.property.updatedAt = clock->now();
    return writeRestored(change, stored);
}

Result<void> Vault::Private::writeRestored(Change *change, const StoredProperty &stored)
{
    const auto mark = records.write(stored, &change->manifest, &change->records);
    if (!mark) {
        return std::unexpected(mark.error());
    }
    const auto kind = stored.property.removedAt ? ActivityKind::PropertyRemoved : ActivityKind::VaultRestored;
    return log(change, {kind, 0, u"from a backup"_s}, &stored.property, *mark);
}

Result<void> Vault::Private::moveToBin(Change *change, const recipes::PropertyId &id)
{
    auto stored = records.read(id);
    if (!stored) {
        return std::unexpected(stored.error());
    }
    stored->property.removedAt = stored->property.updatedAt = clock->now();
    ++stored->property.revision;
    return writeRestored(change, *stored);
}

Result<void> Vault::Private::takeOver(const OpenBackup &backup)
{
    auto change = beginChange();
    if (!change) {
        return std::unexpected(change.error());
    }
    const auto present = records.readAll(change->manifest);
    if (!present) {
        return std::unexpected(present.error());
    }
    QHash<QString, const StoredProperty *> backedUp;
    for (const StoredProperty &stored : backup.properties) {
        backedUp.insert(stored.property.id, &stored);
    }
    for (const RestoreStep &step : stepsFor(backup, *present)) {
        const StoredProperty *stored = backedUp.value(step.propertyId);
        auto done =
            stored ? restoreProperty(&*change, backup, *stored) : moveToBin(&*change, step.propertyId);
        if (!done) {
            return done;
        }
    }
    if (auto logged = log(&*change, {ActivityKind::VaultRestored, 0, {}}, nullptr); !logged) {
        return logged;
    }
    return commit(std::move(*change));
}

Result<QString> Vault::restore(const QString &file, const SecretBytes *passphrase,
                               const QString &backupFolder)
{
    auto backup = d->openBackup(file, passphrase);
    if (!backup) {
        return std::unexpected(backup.error());
    }
    if (auto read = d->readBackup(&*backup); !read) {
        return std::unexpected(read.error());
    }
    auto kept = d->backUpInto(backupFolder, BackupReason::BeforeRestore, Copying::Verified);
    if (!kept) {
        return kept;
    }
    auto taken = d->takeOver(*backup);
    return taken ? kept : std::unexpected(taken.error());
}

namespace {

/// Out of the way, and a journal with it: SQLite would apply it to whatever has the vault's name.
Result<QString> setAside(const QString &path, Timestamp now)
{
    const QString aside = path + u".damaged-"_s + toDateTime(now).toString(u"yyyyMMdd-HHmmss"_s);
    for (const QString &suffix : {u"-journal"_s, u""_s}) {
        if (QFileInfo::exists(path + suffix)) {
            if (auto moved = moveIntoPlace(path + suffix, aside + suffix, Overwrite::No); !moved) {
                return failure(moved.error().code, aside + suffix + u": "_s + moved.error().detail);
            }
        }
    }
    return aside;
}

} // namespace

Result<QString> Vault::replaceByBackup(const QString &path, const QString &file,
                                       const SecretBytes &passphrase, Actor actor, const Clock &clock,
                                       const VaultMemory &memory)
{
    if (!QFileInfo::exists(file)) {
        return failure(ErrorCode::FileNotFound, file);
    }
    auto backup = VaultOpening::open(file, derivationFrom(passphrase), actor, clock);
    VaultOpening::count(backup, path, clock, memory); // the one it takes the place of has its passphrase
    if (!backup) {
        return std::unexpected(backup.error());
    }
    const QString fresh = path + u".restored"_s;
    if (!QDir().mkpath(QFileInfo(path).absolutePath())) {
        return failure(ErrorCode::WriteFailed, u"the folder %1 cannot be made"_s.arg(QFileInfo(path).path()));
    }
    if (auto copied = (*backup)->d->copyTo(fresh, Copying::Verified, Overwrite::Yes); !copied) {
        return std::unexpected(copied.error());
    }
    Result<QString> aside = QString();
    if (QFileInfo::exists(path)) {
        aside = setAside(path, clock.now());
    }
    if (!aside) {
        return aside;
    }
    if (auto moved = moveIntoPlace(fresh, path, Overwrite::No); !moved) {
        return std::unexpected(moved.error());
    }
    const VaultMemory accepting{memory.folder, OlderCopy::Accept};
    auto vault = Vault::open(path, passphrase, std::move(actor), clock, accepting);
    if (!vault) {
        return std::unexpected(vault.error());
    }
    auto noted = (*vault)->record(ActivityKind::VaultRestored, nullptr, 0, QFileInfo(file).fileName());
    return noted ? aside : std::unexpected(noted.error());
}

} // namespace countersign::vault
