#include "core/base/nativefile_p.h"
#include "core/vault/vaultcheck_p.h"
#include "core/vault/vaultprivate_p.h"
#include "core/vault/vaultschema_p.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

/// SQLite writes it; owner-only from the first byte, so the file is made before.
Result<void> writeCopy(const SqlStore &store, const QString &temporary)
{
    if (auto created = createOwnerOnly(temporary); !created) {
        return created;
    }
    if (auto copied = store.execute(u"VACUUM INTO ?"_s, {temporary}); !copied) {
        return std::unexpected(copied.error());
    }
    return syncFile(temporary);
}

/// Findings are sentences, an error's detail stands within one.
QString asDetail(const QStringList &findings)
{
    QStringList fragments;
    for (const QString &finding : findings) {
        fragments << finding.first(1).toLower() + finding.sliced(1).chopped(1);
    }
    return fragments.join(u"; "_s);
}

Result<void> checkCopy(const SqlStore &copy, const Envelope &envelope)
{
    auto transaction = Transaction::begin(copy, Transaction::Kind::Read);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    if (auto schema = checkSchema(copy); !schema) {
        return schema;
    }
    const auto manifest = readManifest(copy, envelope);
    if (!manifest) {
        return std::unexpected(manifest.error());
    }
    RecordSet records(copy, envelope);
    const auto check = checkContents(copy, envelope, &records, *manifest);
    if (!check) {
        return std::unexpected(check.error());
    }
    return check->isSound() ? Result<void>() : damaged(asDetail(check->findings));
}

Result<void> openAndCheck(const QString &copy, const Envelope &envelope)
{
    const auto store = SqlStore::open(copy, SqlStore::Mode::ReadWrite); // one to be put right fails here
    return store ? checkCopy(**store, envelope) : std::unexpected(store.error());
}

} // namespace

Result<LockedVault> openLockedBackup(const QString &file)
{
    auto locked = openLocked(file);
    if (!locked && locked.error().code == ErrorCode::VaultNotFound) {
        return failure(ErrorCode::FileNotFound, locked.error().detail);
    }
    return locked;
}

Result<void> checkVault(const SqlStore &store, const Envelope &envelope)
{
    return checkCopy(store, envelope);
}

Result<void> Vault::Private::copyTo(const QString &target, Copying copying, Overwrite overwrite) const
{
    const QString temporary = temporaryNameFor(target);
    auto made = writeCopy(*store, temporary);
    if (made && copying == Copying::Verified) {
        made = openAndCheck(temporary, envelope);
    }
    if (made) {
        made = moveIntoPlace(temporary, target, overwrite);
    }
    if (!made) {
        removeFile(temporary);
        Error error = made.error();
        error.code = error.code == ErrorCode::ReadFailed ? ErrorCode::WriteFailed : error.code;
        return naming(target, error);
    }
    return {};
}

Result<QString> Vault::Private::backUpInto(const QString &folder, BackupReason reason, Copying copying) const
{
    const auto generation = store->number(u"SELECT generation FROM manifest"_s);
    const Backup backup{{}, clock->now(), generation.value_or(0), reason, 0};
    const QString target = (folder.isEmpty() ? defaultBackupFolder(path) : folder) + u'/' +
                           backupFileName(path, header.vaultId, backup);
    if (!QDir().mkpath(QFileInfo(target).absolutePath())) {
        return failure(ErrorCode::WriteFailed,
                       u"the folder %1 cannot be made"_s.arg(QFileInfo(target).path()));
    }
    auto copied = copyTo(target, copying, Overwrite::Yes);
    return copied ? Result<QString>(target) : std::unexpected(copied.error());
}

Result<MadeBackup> Vault::backUp(const QString &target, Overwrite overwrite)
{
    if (QFileInfo(target) == QFileInfo(d->path)) {
        return failure(ErrorCode::BackupOverVault, target);
    }
    if (auto copied = d->copyTo(target, Copying::Verified, overwrite); !copied) {
        return std::unexpected(copied.error());
    }
    const auto recorded = record(ActivityKind::BackupMade, nullptr, 0, QFileInfo(target).fileName());
    return MadeBackup{recorded ? std::nullopt : std::optional(recorded.error())};
}

Result<QString> Vault::backUpWhenDue(const BackupPolicy &policy)
{
    const QString folder = policy.folder.isEmpty() ? defaultBackupFolder(d->path) : policy.folder;
    const auto age = ageOfNewest(backupsIn(folder, d->header.vaultId), d->clock->now());
    if (age && *age < policy.every) {
        return QString();
    }
    auto made = d->backUpInto(folder, BackupReason::Daily, Copying::Verified);
    if (made) {
        dropOldBackups(folder, d->header.vaultId, policy.keep);
    }
    return made;
}

Result<BackupContents> Vault::describeBackup(const QString &file) const
{
    const auto locked = openLockedBackup(file);
    if (!locked) {
        return std::unexpected(locked.error());
    }
    if (locked->vaultId != d->vaultId) {
        return failure(ErrorCode::BackupOfAnotherVault, file);
    }
    BackupContents contents;
    contents.needsItsPassphrase = locked->keyCommitment != d->envelope.commitment();
    if (!contents.needsItsPassphrase) {
        const auto manifest = readManifest(*locked->store, d->envelope);
        if (!manifest) {
            return std::unexpected(manifest.error());
        }
        contents.properties = static_cast<int>(manifest->recordCount);
    }
    return contents;
}

} // namespace countersign::vault
