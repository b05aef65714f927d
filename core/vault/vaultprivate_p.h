#pragma once

#include "core/vault/activitylog_p.h"
#include "core/vault/keyslot_p.h"
#include "core/vault/recordset_p.h"
#include "core/vault/vault.h"

#include <optional>

namespace countersign::vault {

/// A change under way: rolled back unless committed.
struct Change
{
    Transaction transaction;
    Manifest manifest;
    RecordChanges records;
};

/// What a change is called in the activity.
struct Event
{
    ActivityKind kind;
    int keyVersion = 0;
    QString detail;
};

/// What the file holds before it is unlocked.
struct LockedVault
{
    std::unique_ptr<SqlStore> store;
    SqlStore::Mode mode = SqlStore::Mode::ReadWrite;
    VaultHeader header;
    QByteArray vaultId;
    QByteArray keyCommitment;
    std::vector<KeySlot> keySlots;
};

Result<LockedVault> openLocked(const QString &path);

struct Vault::Private
{
    Private(QString path, LockedVault locked, Envelope envelope, Actor actor, const Clock &clock);

    Result<Change> beginChange();
    /// For a change that reads no record, such as noting an activity.
    Result<Change> beginUnverifiedChange();
    /// Adds the activity entry. `recordMark` is that of the property's record if it was written.
    Result<void> log(Change *change, const Event &event, const recipes::Property *property,
                     const QByteArray &recordMark = {}) const;
    Result<void> commit(Change change);

    /// Begins to read: one state of the file, held against its manifest.
    struct Reading
    {
        Transaction transaction;
        Manifest manifest;
    };
    Result<Reading> beginReading();
    Result<Reading> beginReadingVerified();

    /// The record as it is now; VaultConflict unless its revision is the one the caller saw.
    Result<StoredProperty> readForChange(const recipes::Property &seen) const;
    /// Raises the revision, writes the record and its activity entry, and commits.
    Result<recipes::Property> finishChange(Change change, StoredProperty stored, const Event &event);
    /// Notes the time of use in the record and returns its mark.
    Result<QByteArray> markUsed(Change *change, const recipes::PropertyId &id, int version) const;
    /// One change of one property: `edit` alters it and says what to call that.
    template<typename Edit>
    Result<recipes::Property> changeProperty(const recipes::Property &seen, Edit edit);

    /// Seals the material of a new version.
    Result<void> writeMaterial(StoredProperty *stored, int version, const keys::KeyMaterial &material) const;
    Result<keys::KeyMaterial> readMaterial(const StoredProperty &stored, int version) const;
    /// Refuses a row that was exchanged.
    Result<keys::KeyMaterial> openMaterial(const StoredProperty &stored, int version,
                                           const QByteArray &sealed) const;
    Result<void> destroyMaterial(StoredProperty *stored, int version) const;

    Result<recipes::Property> addProperty(Change *change, NewProperty &property) const;

    QString path;
    std::unique_ptr<SqlStore> store;
    SqlStore::Mode mode;
    VaultHeader header;
    QByteArray vaultId;
    Envelope envelope;
    RecordSet records;
    Actor actor;
    const Clock *clock; ///< never null; the demo vault makes its history with one that stands still
};

template<typename Edit>
Result<recipes::Property> Vault::Private::changeProperty(const recipes::Property &seen, Edit edit)
{
    auto change = beginChange();
    if (!change) {
        return std::unexpected(change.error());
    }
    auto stored = readForChange(seen);
    if (!stored) {
        return std::unexpected(stored.error());
    }
    const Result<Event> event = edit(*stored);
    if (!event) {
        return std::unexpected(event.error());
    }
    return finishChange(std::move(*change), std::move(*stored), *event);
}

/// Ways into a vault that its callers have no use for.
struct VaultOpening
{
    static Result<std::unique_ptr<Vault>> open(const QString &path, const SlotKeyDerivation &derive,
                                               Actor actor, const Clock &clock);
    static void setClock(Vault *vault, const Clock &clock);
};

} // namespace countersign::vault
