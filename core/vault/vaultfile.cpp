#include "core/vault/vaultfile.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace countersign::vault {
namespace {

constexpr int applicationId = 0x43535631; // "CSV1", for file(1) and for telling a stray SQLite file
constexpr qsizetype vaultIdSize = 16;

const QStringList &schema()
{
    static const QStringList statements = {
        u"PRAGMA application_id=%1"_s.arg(applicationId),
        u"PRAGMA user_version=%1"_s.arg(vaultFormatVersion),
        u"CREATE TABLE header (id INTEGER PRIMARY KEY CHECK (id = 1), vault_id BLOB NOT NULL, created INTEGER NOT NULL)"_s,
        u"CREATE TABLE key_slot (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, kdf TEXT NOT NULL, cost INTEGER "
        u"NOT NULL,"
        " block_size INTEGER NOT NULL, parallelization INTEGER NOT NULL, salt BLOB NOT NULL, commitment BLOB "
        "NOT NULL,"
        " wrapped_key BLOB NOT NULL, checksum BLOB NOT NULL)"_s,
        u"CREATE TABLE property (id BLOB PRIMARY KEY, version INTEGER NOT NULL, sealed BLOB NOT NULL) WITHOUT ROWID"_s,
        u"CREATE TABLE key_material (property_id BLOB NOT NULL, version INTEGER NOT NULL, sealed BLOB NOT "
        u"NULL,"
        " PRIMARY KEY (property_id, version)) WITHOUT ROWID"_s,
        u"CREATE TABLE activity (sequence INTEGER PRIMARY KEY, sealed BLOB NOT NULL)"_s,
        u"CREATE TABLE manifest (id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL, sealed BLOB NOT NULL)"_s,
    };
    return statements;
}

Result<void> checkFormat(const SqlDatabase &database)
{
    const auto application = database.value(u"PRAGMA application_id"_s);
    const auto version = database.value(u"PRAGMA user_version"_s);
    if (!application || !version) {
        return std::unexpected(application ? version.error() : application.error());
    }
    if (application->toInt() != applicationId) {
        return failure(ErrorCode::VaultDamaged, u"the file is not a Countersign vault"_s);
    }
    if (version->toInt() > vaultFormatVersion) {
        return failure(ErrorCode::VaultTooNew,
                       u"its format is %1, this Countersign reads up to %2"_s.arg(version->toInt())
                           .arg(vaultFormatVersion));
    }
    if (version->toInt() < 1) {
        return failure(ErrorCode::VaultDamaged, u"it names no format"_s);
    }
    return {};
}

Result<KeySlot> readSlot(const SqlDatabase &database)
{
    auto query =
        database.run(u"SELECT cost, block_size, parallelization, salt, commitment, wrapped_key, checksum"
                     " FROM key_slot WHERE kind = 'passphrase' AND kdf = 'scrypt'"_s);
    if (!query) {
        return std::unexpected(query.error());
    }
    if (!query->next()) {
        return failure(ErrorCode::VaultDamaged, u"the key slot is missing"_s);
    }
    return KeySlot{{query->value(0).toULongLong(), query->value(1).toUInt(), query->value(2).toUInt()},
                   query->value(3).toByteArray(),
                   query->value(4).toByteArray(),
                   query->value(5).toByteArray(),
                   query->value(6).toByteArray()};
}

} // namespace

Result<void> createSchema(const SqlDatabase &database)
{
    for (const QString &statement : schema()) {
        if (const auto done = database.run(statement); !done) {
            return std::unexpected(done.error());
        }
    }
    return {};
}

Result<void> writeHeader(const SqlDatabase &database, const VaultFileHeader &header)
{
    const auto written = database.run(u"INSERT INTO header (id, vault_id, created) VALUES (1, ?, ?)"_s,
                                      {header.vaultId, header.binding().createdAt});
    return written ? writeSlot(database, header.slot) : std::unexpected(written.error());
}

Result<void> writeSlot(const SqlDatabase &database, const KeySlot &slot)
{
    const auto written =
        database.run(u"INSERT OR REPLACE INTO key_slot (id, kind, kdf, cost, block_size, parallelization, "
                     u"salt, commitment,"
                     " wrapped_key, checksum) VALUES (1, 'passphrase', 'scrypt', ?, ?, ?, ?, ?, ?, ?)"_s,
                     {QVariant::fromValue<qulonglong>(slot.kdf.cost), slot.kdf.blockSize,
                      slot.kdf.parallelization, slot.salt, slot.commitment, slot.wrappedKey, slot.checksum});
    return written ? Result<void>() : std::unexpected(written.error());
}

Result<SqlDatabase> openVaultFile(const QString &path)
{
    const QFileInfo file(path);
    if (!file.exists()) {
        return failure(ErrorCode::VaultNotFound, path);
    }
    if (!file.isFile()) {
        return failure(ErrorCode::ReadFailed, u"%1 is not a file"_s.arg(path));
    }
    if (!file.isReadable()) {
        return failure(ErrorCode::ReadFailed, u"no permission to read %1"_s.arg(path));
    }
    if (file.size() == 0) {
        return failure(ErrorCode::VaultDamaged, u"the file is empty"_s);
    }
    return SqlDatabase::open(path);
}

Result<VaultFileHeader> readFileHeader(const SqlDatabase &database)
{
    if (const auto format = checkFormat(database); !format) {
        return std::unexpected(format.error());
    }
    auto query = database.run(u"SELECT vault_id, created FROM header"_s);
    if (!query) {
        return std::unexpected(query.error());
    }
    auto slot = readSlot(database);
    if (!query->next() || query->value(0).toByteArray().size() != vaultIdSize || !slot) {
        return slot ? failure(ErrorCode::VaultDamaged, u"the header is missing"_s)
                    : std::unexpected(slot.error());
    }
    const QByteArray id = query->value(0).toByteArray();
    const Timestamp created{std::chrono::seconds(query->value(1).toLongLong())};
    const VaultHeader header{QString::fromLatin1(id.toHex()), vaultFormatVersion, slot->kdf, created};
    return VaultFileHeader{header, id, *std::move(slot)};
}

} // namespace countersign::vault
