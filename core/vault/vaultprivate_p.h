#pragma once

#include "core/vault/activitylog_p.h"
#include "core/vault/keyslot_p.h"
#include "core/vault/recordset_p.h"
#include "core/vault/seenvaults_p.h"
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
/// The same of a backup: one that is missing is a file that is missing, and no vault to be made.
Result<LockedVault> openLockedBackup(const QString &file);

/// The data key, by what opens that kind of slot. Fails with WrongPassphrase, or of a recovery key with
/// WrongRecoveryKey or NoRecoveryKey.
Result<SecretBytes> unwrapWith(const std::vector<KeySlot> &keySlots, const QByteArray &vaultId, SlotKind kind,
                               const SlotKeyDerivation &derive);

struct SlotSecret
{
    SlotKind kind;
    const SecretBytes &secret;
};
using SlotEdit = std::function<Result<void>(std::vector<KeySlot> *)>;

enum class Copying {
    Verified, ///< opened whole before it gets its name
    AsItIs,
};
struct OpenBackup;

/// Opens everything in a file. Fails with VaultDamaged and what is wrong.
Result<void> checkVault(const SqlStore &store, const Envelope &envelope);

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

    /// Every property, in the bin or not.
    Result<QList<recipes::Property>> readAll();
    /// UnknownProperty for one in the bin.
    Result<StoredProperty> readInUse(const recipes::PropertyId &id) const;
    Result<StoredProperty> readFromBin(const recipes::Property &shown) const;
    /// The record as it is now; VaultConflict unless its revision is the one the caller saw.
    Result<StoredProperty> readForChange(const recipes::Property &shown) const;
    /// Raises the revision, writes the record and its activity entry, and commits.
    Result<recipes::Property> finishChange(Change change, StoredProperty stored, const Event &event);
    /// Notes the time of use in the record and returns its mark.
    Result<QByteArray> markUsed(Change *change, const recipes::PropertyId &id, int version) const;
    /// One change of one property: `edit` alters it and says what to call that.
    template<typename Edit>
    Result<recipes::Property> changeProperty(const recipes::Property &shown, Edit edit);

    /// Seals the material of a new version.
    Result<void> writeMaterial(StoredProperty *stored, int version, const keys::KeyMaterial &material) const;
    Result<keys::KeyMaterial> readMaterial(const StoredProperty &stored, int version) const;
    /// Refuses a row that was exchanged.
    Result<keys::KeyMaterial> openMaterial(const StoredProperty &stored, int version,
                                           const QByteArray &sealed) const;
    Result<void> destroyMaterial(StoredProperty *stored, int version) const;

    /// Opens the data key with one secret and lets another open it too, in place of the one of its kind.
    Result<void> rewrap(const SlotSecret &with, const SlotSecret &target, const crypto::ScryptParameters &kdf,
                        const Event &event);
    /// One change of the slots, which were `before` when the caller read them.
    Result<void> changeSlots(std::vector<KeySlot> before, const SlotEdit &edit, const Event &event);
    Result<void> dropSlot(SlotKind kind, const Event &event);
    /// A copy of the file as it is now, under its name only when it is whole.
    Result<void> copyTo(const QString &target, Copying copying, Overwrite overwrite) const;
    /// Returns the backup's path. An empty folder is the default one.
    Result<QString> backUpInto(const QString &folder, BackupReason reason, Copying copying) const;

    Result<OpenBackup> openBackup(const QString &file, const SecretBytes *passphrase) const;
    Result<void> readBackup(OpenBackup *backup) const;
    Result<void> takeOver(const OpenBackup &backup);
    Result<void> restoreProperty(Change *change, const OpenBackup &backup, StoredProperty stored);
    Result<void> writeRestored(Change *change, const StoredProperty &stored);
    Result<void> moveToBin(Change *change, const recipes::PropertyId &id);

    Result<std::vector<KeySlot>> slotsFor(const SecretBytes &dataKey, const Rekeying &request) const;
    /// Swaps the envelope for `after` when it succeeds.
    Result<void> putNewKey(Envelope *after, const std::vector<KeySlot> &keySlots);
    /// Why the manifest does not open: damage, or another program gave the vault a new key.
    std::unexpected<Error> unreadableManifest(const Error &error) const;
    /// Begins the change that also brings a file of an earlier format to this one, after a verified backup.
    Result<Change> upgradeFirst(Transaction outdated);

    Result<recipes::Property> addProperty(Change *change, NewProperty &property) const;

    QString path;
    std::unique_ptr<SqlStore> store;
    SqlStore::Mode mode;
    VaultHeader header;
    QByteArray vaultId;
    Envelope envelope;
    RecordSet records;
    Actor actor;
    qint64 dataVersion = 0;        ///< when it was last asked for; 0: never
    std::optional<SeenVault> seen; ///< what this machine remembers of it
    const Clock *clock; ///< never null; the demo vault makes its history with one that stands still
};

template<typename Edit>
Result<recipes::Property> Vault::Private::changeProperty(const recipes::Property &shown, Edit edit)
{
    auto change = beginChange();
    if (!change) {
        return std::unexpected(change.error());
    }
    auto stored = readForChange(shown);
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
    /// For what works on a vault without being part of it.
    static Vault::Private &privateOf(const Vault &vault) { return *vault.d; }
    static Result<std::unique_ptr<Vault>> open(const QString &path, const SlotKeyDerivation &derive,
                                               Actor actor, const Clock &clock,
                                               SlotKind kind = SlotKind::Passphrase);
    /// What every opening ends with: an older copy is refused or accepted, and the opening recorded.
    static Result<std::unique_ptr<Vault>> enter(std::unique_ptr<Vault> vault, const VaultMemory &memory,
                                                const QString &detail);
    static void count(const Result<std::unique_ptr<Vault>> &opened, const QString &path, const Clock &clock,
                      const VaultMemory &memory);
    static void setClock(Vault *vault, const Clock &clock);
};

} // namespace countersign::vault
