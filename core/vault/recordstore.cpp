#include "core/vault/recordstore.h"

using namespace Qt::StringLiterals;

namespace countersign::vault {
namespace {

RecordPlace propertyPlace(const PropertyRow &row)
{
    return {RecordKind::Property, row.id, row.version};
}

RecordPlace keyPlace(const recipes::PropertyId &id, int version)
{
    return {RecordKind::KeyMaterial, rowId(id), static_cast<quint64>(version)};
}

Result<StoredRecord> openRecord(const VaultKeys &keys, PropertyRow row, const QByteArray &sealed)
{
    const auto plaintext = keys.seal.open(propertyPlace(row), sealed);
    if (!plaintext) {
        return std::unexpected(plaintext.error());
    }
    auto record = deserializeRecord(plaintext->bytes(), QString::fromLatin1(row.id.toHex()));
    if (!record) {
        return std::unexpected(record.error());
    }
    row.tag = RecordSeal::tagOf(sealed);
    return StoredRecord{*std::move(record), std::move(row)};
}

} // namespace

Result<VaultKeys> VaultKeys::create(SecretBytes dataKey, const QByteArray &vaultId)
{
    auto seal = RecordSeal::create(dataKey, vaultId);
    auto sum = ManifestSum::create(dataKey, vaultId);
    auto log = ActivityLog::create(dataKey, vaultId);
    if (!seal || !sum || !log) {
        return failure(ErrorCode::CryptoFailed, u"deriving the vault's keys"_s);
    }
    return VaultKeys{std::move(dataKey), *std::move(seal), *std::move(sum), *std::move(log)};
}

QByteArray rowId(const recipes::PropertyId &id)
{
    return QByteArray::fromHex(id.toLatin1());
}

Result<StoredRecord> readRecord(const SqlDatabase &database, const VaultKeys &keys,
                                const recipes::PropertyId &id)
{
    auto query = database.run(u"SELECT version, sealed FROM property WHERE id = ?"_s, {rowId(id)});
    if (!query) {
        return std::unexpected(query.error());
    }
    if (!query->next()) {
        return failure(ErrorCode::UnknownProperty, id);
    }
    return openRecord(keys, {rowId(id), query->value(0).toULongLong(), {}}, query->value(1).toByteArray());
}

Result<QList<StoredRecord>> readAllRecords(const SqlDatabase &database, const VaultKeys &keys)
{
    const auto manifest = readManifest(database, keys.seal);
    if (!manifest) {
        return std::unexpected(manifest.error());
    }
    auto query = database.run(u"SELECT id, version, sealed FROM property"_s);
    if (!query) {
        return std::unexpected(query.error());
    }
    QList<StoredRecord> records;
    QByteArray sum = ManifestSum::empty();
    while (query->next()) {
        const PropertyRow row{query->value(0).toByteArray(), query->value(1).toULongLong(), {}};
        auto record = openRecord(keys, row, query->value(2).toByteArray());
        if (!record) {
            return std::unexpected(record.error());
        }
        keys.sum.toggle(&sum, record->row);
        records.append(*std::move(record));
    }
    if (sum != manifest->sum || records.size() != qsizetype{manifest->properties}) {
        return failure(ErrorCode::VaultDamaged,
                       u"%1 properties are there where %2 belong, or one was put back from an older copy"_s
                           .arg(records.size())
                           .arg(manifest->properties));
    }
    return records;
}

Result<keys::KeyMaterial> readKeyMaterial(const SqlDatabase &database, const VaultKeys &keys,
                                          const PropertyRecord &record, int version)
{
    const recipes::PropertyId &id = record.property.id;
    if (!record.keyTags.contains(version)) {
        return failure(ErrorCode::UnknownKeyVersion,
                       u"version %1 of %2"_s.arg(version).arg(record.property.name));
    }
    const auto sealed = database.value(
        u"SELECT sealed FROM key_material WHERE property_id = ? AND version = ?"_s, {rowId(id), version});
    if (!sealed) {
        return std::unexpected(sealed.error());
    }
    const QByteArray bytes = sealed->toByteArray();
    const auto opened = keys.seal.open(keyPlace(id, version), bytes);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    if (RecordSeal::tagOf(bytes) != record.keyTags.value(version)) {
        return failure(ErrorCode::VaultDamaged,
                       u"%1 is not the one that was saved"_s.arg(describePlace(keyPlace(id, version))));
    }
    return keys::deserializeKeyMaterial(opened->bytes());
}

Result<VaultChange> VaultChange::begin(const SqlDatabase &database, const VaultKeys &keys, Actor actor,
                                       const Clock &clock)
{
    auto transaction = SqlTransaction::begin(database, TransactionKind::Write);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    auto manifest = readManifest(database, keys.seal);
    if (!manifest) {
        return std::unexpected(manifest.error());
    }
    return VaultChange(*std::move(transaction), database, keys, *std::move(manifest), std::move(actor),
                       clock.now());
}

VaultChange::VaultChange(SqlTransaction transaction, const SqlDatabase &database, const VaultKeys &keys,
                         Manifest manifest, Actor actor, Timestamp now)
    : m_transaction(std::move(transaction))
    , m_database(database)
    , m_keys(keys)
    , m_manifest(std::move(manifest))
    , m_actor(std::move(actor))
    , m_now(now)
{
}

Result<PropertyRecord> VaultChange::read(const recipes::Property &expected)
{
    auto stored = readRecord(m_database, m_keys, expected.id);
    if (!stored) {
        return std::unexpected(stored.error());
    }
    if (stored->record.property.revision != expected.revision) {
        return failure(ErrorCode::VaultConflict, stored->record.property.name);
    }
    m_rows.insert(expected.id, stored->row);
    return std::move(stored->record);
}

Result<void> VaultChange::addRecord(const PropertyRecord &record)
{
    ++m_manifest.properties;
    return write(record, 1);
}

Result<void> VaultChange::replaceRecord(const PropertyRecord &record)
{
    const PropertyRow old = m_rows.value(record.property.id);
    m_keys.sum.toggle(&m_manifest.sum, old);
    return write(record, old.version + 1);
}

Result<void> VaultChange::write(const PropertyRecord &record, quint64 version)
{
    PropertyRow row{rowId(record.property.id), version, {}};
    const auto sealed = m_keys.seal.seal(propertyPlace(row), bytesOf(serializeRecord(record)));
    if (!sealed) {
        return std::unexpected(sealed.error());
    }
    const auto written =
        m_database.run(u"INSERT OR REPLACE INTO property (id, version, sealed) VALUES (?, ?, ?)"_s,
                       {row.id, version, *sealed});
    if (!written) {
        return std::unexpected(written.error());
    }
    row.tag = RecordSeal::tagOf(*sealed);
    m_keys.sum.toggle(&m_manifest.sum, row);
    m_rows.insert(record.property.id, row);
    return {};
}

Result<void> VaultChange::removeRecord(const PropertyRecord &record)
{
    const QByteArray id = rowId(record.property.id);
    const auto keysRemoved = m_database.run(u"DELETE FROM key_material WHERE property_id = ?"_s, {id});
    const auto removed = m_database.run(u"DELETE FROM property WHERE id = ?"_s, {id});
    if (!keysRemoved || !removed) {
        return std::unexpected(keysRemoved ? removed.error() : keysRemoved.error());
    }
    m_keys.sum.toggle(&m_manifest.sum, m_rows.take(record.property.id));
    --m_manifest.properties;
    return {};
}

Result<void> VaultChange::addKey(PropertyRecord *record, int version, const keys::KeyMaterial &material)
{
    const recipes::PropertyId &id = record->property.id;
    const SecretBytes bytes = keys::serializeKeyMaterial(material);
    const auto sealed = m_keys.seal.seal(keyPlace(id, version), bytes.bytes());
    if (!sealed) {
        return std::unexpected(sealed.error());
    }
    const auto written =
        m_database.run(u"INSERT INTO key_material (property_id, version, sealed) VALUES (?, ?, ?)"_s,
                       {rowId(id), version, *sealed});
    if (!written) {
        return std::unexpected(written.error());
    }
    record->keyTags.insert(version, RecordSeal::tagOf(*sealed));
    return {};
}

Result<void> VaultChange::removeKey(PropertyRecord *record, int version)
{
    const auto removed = m_database.run(u"DELETE FROM key_material WHERE property_id = ? AND version = ?"_s,
                                        {rowId(record->property.id), version});
    record->keyTags.remove(version);
    return removed ? Result<void>() : std::unexpected(removed.error());
}

Result<void> VaultChange::note(ActivityKind kind, const recipes::Property *property, int keyVersion,
                               const QString &detail)
{
    return m_keys.log.append(m_database, m_keys.seal,
                             ActivityEntry{0, m_now, m_actor, kind, property ? property->id : QString(),
                                           property ? property->name : QString(), keyVersion, detail},
                             &m_manifest);
}

Result<void> VaultChange::commit()
{
    ++m_manifest.version;
    const auto written = writeManifest(m_database, m_keys.seal, m_manifest);
    return written ? m_transaction.commit() : written;
}

} // namespace countersign::vault
