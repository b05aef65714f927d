#include "core/vault/backups.h"

#include "core/base/nativefile_p.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

constexpr int idDigits = 8;
const QString timeFormat = u"yyyyMMdd-HHmmss"_s;

/// In the order of BackupReason.
constexpr std::array<QLatin1StringView, 5> reasonNames{
    QLatin1StringView(""), QLatin1StringView("-before-upgrade"), QLatin1StringView("-before-rekey"),
    QLatin1StringView("-before-restore"), QLatin1StringView("-damaged")};

std::optional<Backup> backupFrom(const QFileInfo &file, const QString &vaultId)
{
    static const QRegularExpression form(
        u"-([0-9a-f]{8})-([0-9]{8}-[0-9]{6})-g([0-9]{1,18})(-[a-z-]+)?\\.countersign$"_s);
    const auto match = form.match(file.fileName());
    const auto reason = std::ranges::find(reasonNames, match.captured(4));
    if (!match.hasMatch() || match.captured(1) != vaultId.first(idDigits) || reason == reasonNames.end()) {
        return std::nullopt;
    }
    QDateTime made = QDateTime::fromString(match.captured(2), timeFormat);
    made.setTimeSpec(Qt::UTC);
    return Backup{file.absoluteFilePath(), fromDateTime(made), match.captured(3).toLongLong(),
                  static_cast<BackupReason>(reason - reasonNames.begin()), file.size()};
}

} // namespace

QString defaultBackupFolder(const QString &vaultPath)
{
    return QFileInfo(vaultPath).absoluteFilePath() + u".backups"_s;
}

QString backupFileName(const QString &vaultPath, const QString &vaultId, const Backup &backup)
{
    // A short part of a long name: what is added must not pass the file system's limit.
    return u"%1-%2-%3-g%4%5.countersign"_s.arg(
        QFileInfo(vaultPath).completeBaseName().left(60), vaultId.first(idDigits),
        toDateTime(backup.madeAt).toString(timeFormat), QString::number(backup.generation),
        reasonNames.at(static_cast<std::size_t>(backup.reason)));
}

QList<Backup> backupsIn(const QString &folder, const QString &vaultId)
{
    QList<Backup> backups;
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files)) {
        if (const auto backup = backupFrom(file, vaultId)) {
            backups << *backup;
        }
    }
    std::ranges::sort(backups, [](const Backup &left, const Backup &right) {
        return std::tie(left.generation, left.madeAt) > std::tie(right.generation, right.madeAt);
    });
    return backups;
}

void dropOldBackups(const QString &folder, const QString &vaultId, int keep)
{
    int daily = 0;
    for (const Backup &backup : backupsIn(folder, vaultId)) {
        if (backup.reason == BackupReason::Daily && ++daily > qMax(1, keep)) {
            removeFile(backup.path);
        }
    }
}

} // namespace countersign::vault
