#pragma once

#include "core/keys/keymaterial.h"
#include "core/vault/activitylog.h"
#include "core/vault/propertyrecord.h"

namespace countersign::vault {

/// What an unlocked vault works with, all from its data key.
struct VaultKeys
{
    SecretBytes dataKey;
    RecordSeal seal;
    ManifestSum sum;
    ActivityLog log;

    static Result<VaultKeys> create(SecretBytes dataKey, const QByteArray &vaultId);
};

QByteArray rowId(const recipes::PropertyId &id);

/// A property's row as it lies in the file.
struct StoredRecord
{
    PropertyRecord record;
    PropertyRow row;
};

Result<StoredRecord> readRecord(const SqlDatabase &database, const VaultKeys &keys,
                                const recipes::PropertyId &id);
/// Every record, checked against the manifest as a set. Within a read transaction.
Result<QList<StoredRecord>> readAllRecords(const SqlDatabase &database, const VaultKeys &keys);
/// The key of one version, checked against the tag in its property's record.
Result<keys::KeyMaterial> readKeyMaterial(const SqlDatabase &database, const VaultKeys &keys,
                                          const PropertyRecord &record, int version);

/// One change of the vault: reads what it needs under the write lock, writes records, keys and activity, and
/// commits them with a manifest that fits. Dropped without commit, it changed nothing.
class VaultChange final
{
public:
    static Result<VaultChange> begin(const SqlDatabase &database, const VaultKeys &keys, Actor actor,
                                     const Clock &clock);

    Timestamp now() const { return m_now; }
    /// Fails with UnknownProperty, and with VaultConflict unless the stored revision is the expected one.
    Result<PropertyRecord> read(const recipes::Property &expected);
    Result<void> addRecord(const PropertyRecord &record);
    /// Writes the record over the one that read() gave.
    Result<void> replaceRecord(const PropertyRecord &record);
    Result<void> removeRecord(const PropertyRecord &record);
    /// Seals the key and notes its tag in the record, which must be written afterwards.
    Result<void> addKey(PropertyRecord *record, int version, const keys::KeyMaterial &material);
    Result<void> removeKey(PropertyRecord *record, int version);
    Result<void> note(ActivityKind kind, const recipes::Property *property, int keyVersion,
                      const QString &detail);
    Result<void> commit();

private:
    VaultChange(SqlTransaction transaction, const SqlDatabase &database, const VaultKeys &keys,
                Manifest manifest, Actor actor, Timestamp now);
    Result<void> write(const PropertyRecord &record, quint64 version);

    SqlTransaction m_transaction;
    const SqlDatabase &m_database;
    const VaultKeys &m_keys;
    Manifest m_manifest;
    Actor m_actor;
    Timestamp m_now;
    QMap<recipes::PropertyId, PropertyRow> m_rows; ///< as read, to take them out of the manifest's sum
};

} // namespace countersign::vault
