#include "core/vault/backups.h"

#include "core/base/nativefile_p.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

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

std::optional<std::chrono::seconds> ageOfNewest(const QList<Backup> &backups, Timestamp now)
{
    std::optional<std::chrono::seconds> age;
    for (const Backup &backup : backups) {
        if (backup.madeAt <= now) {
            age = std::min(age.value_or(std::chrono::seconds::max()), now - backup.madeAt);
        }
    }
    return age;
}

void dropOldBackups(const QString &folder, const QString &vaultId, int keep)
{
    QList<Backup> daily = backupsIn(folder, vaultId);
    daily.removeIf([](const Backup &backup) { return backup.reason != BackupReason::Daily; });
    QList<Backup> newest = daily;
    std::ranges::stable_sort(newest, std::ranges::greater(), &Backup::madeAt);
    QSet<QString> kept;
    for (qsizetype i = 0; i < qMin(daily.size(), qsizetype(qMax(1, keep))); ++i) {
        kept << daily.at(i).path << newest.at(i).path;
    }
    for (const Backup &backup : daily) {
        if (!kept.contains(backup.path)) {
            removeFile(backup.path);
        }
    }
}

} // namespace countersign::vault
