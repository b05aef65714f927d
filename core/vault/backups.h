#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"

#include <QList>
#include <QString>

#include <optional>

namespace countersign::vault {

/// Where automatic backups go and how many of them stay.
struct BackupPolicy
{
    QString folder; ///< empty: defaultBackupFolder()
    int keep = 10;  ///< at least 1
    std::chrono::seconds every = std::chrono::hours(24);
};

/// Why a backup was made, beside the daily ones: these are never removed to make room.
enum class BackupReason { Daily, BeforeUpgrade, BeforeRekey, BeforeRestore, Damaged };

/// A backup as its file's name tells.
struct Backup
{
    QString path;
    Timestamp madeAt{};
    qint64 generation = 0; ///< of the vault: orders backups even when the clock was set back
    BackupReason reason = BackupReason::Daily;
    qint64 size = 0; ///< bytes
};

/// "vault.countersign.backups", beside the vault.
QString defaultBackupFolder(const QString &vaultPath);
/// "vault-1a2b3c4d-20261121-122500-g42.countersign".
QString backupFileName(const QString &vaultPath, const QString &vaultId, const Backup &backup);
/// This vault's backups in a folder, newest state first. A folder that cannot be read has none.
QList<Backup> backupsIn(const QString &folder, const QString &vaultId);
/// The time since the newest was made; none when there is none. One from the future says that the clock was
/// set back, not that one was made just now.
std::optional<std::chrono::seconds> ageOfNewest(const QList<Backup> &backups, Timestamp now);
/// Removes the daily ones that are old: `keep` others hold a newer state, and `keep` were made later. Neither
/// alone tells: the clock may have been set back, and an older copy put in the vault's place.
void dropOldBackups(const QString &folder, const QString &vaultId, int keep);

} // namespace countersign::vault
