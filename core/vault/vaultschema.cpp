#include "core/vault/vaultschema_p.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

// https://www.sqlite.org/fileformat.html section 1.3
constexpr qsizetype sqliteHeaderSize = 100;
constexpr qsizetype applicationIdAt = 68;

/// Tables of formats 1 and 2, by name. A slot names its kind and its key derivation, a record its kind, so
/// that further ones can join without a new format.
QStringList tables()
{
    return {
        u"CREATE TABLE activity(sequence INTEGER PRIMARY KEY, sealed BLOB NOT NULL, link BLOB NOT NULL)"_s,
        u"CREATE TABLE header(id INTEGER PRIMARY KEY, vault_id BLOB NOT NULL, created_at INTEGER NOT NULL, key_commitment BLOB NOT NULL)"_s,
        u"CREATE TABLE key_slot(id INTEGER PRIMARY KEY, kind TEXT NOT NULL, kdf TEXT NOT NULL, cost INTEGER NOT NULL, block_size INTEGER NOT NULL, parallelization INTEGER NOT NULL, salt BLOB NOT NULL, wrapped_key BLOB NOT NULL, commitment BLOB NOT NULL, checksum BLOB NOT NULL)"_s,
        u"CREATE TABLE manifest(id INTEGER PRIMARY KEY, generation INTEGER NOT NULL, sealed BLOB NOT NULL)"_s,
        u"CREATE TABLE material(owner TEXT NOT NULL, version INTEGER NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY(owner, version))"_s,
        u"CREATE TABLE record(kind INTEGER NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY(kind, id))"_s,
    };
}

Result<void> executeAll(const SqlStore &store, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (auto done = store.execute(statement); !done) {
            return std::unexpected(done.error());
        }
    }
    return {};
}

Result<QStringList> tablesOf(const SqlStore &store)
{
    const auto rows = store.select(u"SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"_s);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    QStringList found;
    for (const Row &row : *rows) {
        found << row.front().toString();
    }
    return found;
}

Result<void> checkStamp(const SqlStore &store, const QStringList &found)
{
    const auto application = store.number(u"PRAGMA application_id"_s);
    const auto format = store.number(u"PRAGMA user_version"_s);
    if (!application || !format) {
        return std::unexpected((application ? format : application).error());
    }
    if (*application != vaultApplicationId) {
        return found == tables() ? damaged(u"the stamp of a vault was changed"_s)
                                 : failure(ErrorCode::NotAVault, u"an SQLite file of something else"_s);
    }
    if (*format > vaultFormatVersion) {
        return failure(ErrorCode::VaultTooNew,
                       u"format %1; this version reads up to %2"_s.arg(*format).arg(vaultFormatVersion));
    }
    if (*format < 1) {
        return damaged(u"format %1"_s.arg(*format));
    }
    return {};
}

bool holdsStamp(QByteArrayView header)
{
    return header.size() >= applicationIdAt + qsizetype(sizeof(quint32)) &&
           qFromBigEndian<quint32>(header.sliced(applicationIdAt).data()) == vaultApplicationId;
}

/// A vault whose first bytes were lost is one to restore: what a power failure leaves empty or zero, and what
/// still has the stamp further on. Anything else is somebody's file and must not be offered for replacing.
Result<void> checkStart(const QByteArray &header)
{
    if (header.startsWith(QByteArrayView("SQLite format 3\0", 16))) {
        return {};
    }
    if (header.isEmpty()) { // SQLite takes it for a new database; a vault was never empty
        return damaged(u"the file is empty"_s);
    }
    if (std::ranges::all_of(header, [](char byte) { return byte == '\0'; })) {
        return damaged(u"the file begins with zeros"_s);
    }
    return holdsStamp(header) ? damaged(u"its first bytes were changed"_s) : failure(ErrorCode::NotAVault);
}

} // namespace

Result<void> createSchema(const SqlStore &store)
{
    return executeAll(store, tables() << u"PRAGMA application_id=%1"_s.arg(vaultApplicationId)
                                      << u"PRAGMA user_version=%1"_s.arg(vaultFormatVersion));
}

Result<void> checkSchema(const SqlStore &store)
{
    const auto found = tablesOf(store);
    if (!found) {
        return std::unexpected(found.error());
    }
    if (auto stamp = checkStamp(store, *found); !stamp) {
        return stamp;
    }
    return *found == tables() ? Result<void>() : damaged(u"the tables are not those of a vault"_s);
}

Result<void> checkVaultFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return failure(ErrorCode::VaultNotFound, path);
    }
    if (info.isDir()) {
        return failure(ErrorCode::ReadFailed, path + u": a folder, not a file"_s);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::ReadFailed, path + u": "_s + file.errorString());
    }
    return checkStart(file.read(sqliteHeaderSize));
}

} // namespace countersign::vault
