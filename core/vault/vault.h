#pragma once

#include "core/base/files.h"
#include "core/crypto/kdf.h"
#include "core/keys/keymaterial.h"
#include "core/recipes/property.h"
#include "core/vault/activity.h"
#include "core/vault/backups.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace countersign::vault {

/// What the file says about itself before it is unlocked. Not authenticated.
struct VaultHeader
{
    QString vaultId;
    int formatVersion = 0;
    crypto::ScryptParameters kdf; ///< of the passphrase's slot
    bool hasRecoveryKey = false;
    Timestamp createdAt{};
};

enum class OlderCopy { Refuse, Accept };

/// Where a program remembers which state of each vault it saw last, to notice an older copy in a newer one's
/// place. An empty folder remembers nothing.
struct VaultMemory
{
    QString folder;
    OlderCopy olderCopy = OlderCopy::Refuse;
};

/// A property to add, with its first keys (the last one becomes current).
struct NewProperty
{
    recipes::Property property; ///< id, keys, times and revision are filled in by the vault
    std::vector<std::pair<keys::KeyMaterial, keys::KeyOrigin>> keys;
};

/// A property with all the keys it still has.
struct PropertyWithKeys
{
    recipes::Property property;
    std::vector<std::pair<keys::KeyVersion, keys::KeyMaterial>> keys;
};

struct ActivityFilter
{
    recipes::PropertyId propertyId; ///< empty: all
    int limit = 500;                ///< newest first
};

/// What a new data key takes: whoever knows the old one, from an old copy, can open nothing sealed from then
/// on.
struct Rekeying
{
    SecretBytes passphrase;     ///< the one in force; it stays
    SecretBytes newRecoveryKey; ///< of makeRecoveryKey(); empty: none. The old one stops working either way.
    crypto::ScryptParameters kdf;
    QString backupFolder; ///< empty: the default one
};

/// What a backup tells to the vault it is of.
struct BackupContents
{
    int properties = 0;              ///< in the bin or not; 0 when its passphrase is needed
    bool needsItsPassphrase = false; ///< made before the vault was given another data key
};

/// A backup that is there, whole.
struct MadeBackup
{
    std::optional<Error>
        notRecorded; ///< why the activity does not name it: of a vault that cannot be written
};

enum class RestoreEffect { ComesBack, ChangesBack, GoesToBin };

enum class KeyEffect {
    RevokedReturns,   ///< revoked now, of use again
    DestroyedReturns, ///< destroyed now, its key is there again
    Goes,             ///< not in the backup: its key is gone
};

/// What restoring does to one key version that a person should know before.
struct KeyRestoreStep
{
    KeyEffect effect{};
    int version = 0;

    bool operator==(const KeyRestoreStep &) const = default;
};

/// What restoring does to one property.
struct RestoreStep
{
    RestoreEffect effect{};
    recipes::PropertyId propertyId;
    QString name;
    QList<KeyRestoreStep> keys = {}; ///< by the version's number

    bool operator==(const RestoreStep &) const = default;
};

struct VaultCheck
{
    int properties = 0; ///< with those in the bin
    int propertiesInBin = 0;
    int keyVersions = 0;
    int keyPairs = 0; ///< of those: private halves that were held against their public ones
    int activityEntries = 0;
    QStringList findings; ///< empty when all is well; each says what is wrong in a sentence

    bool isSound() const { return findings.isEmpty(); }
};

/// How far a check is.
struct CheckProgress
{
    qint64 opened = 0; ///< records and entries of activity
    qint64 total = 0;  ///< of both
};

enum class CheckStep { GoOn, Stop };

/// Told after each record and entry, on the thread that checks; says whether to go on.
using CheckWatch = std::function<CheckStep(const CheckProgress &progress)>;

/// An unlocked vault: one SQLite file in which every record is sealed. Synchronous; used from the one thread
/// that opened it. Every change is one transaction that also writes its activity entry: after a kill at any
/// moment the file holds the state before or after.
///
/// Errors of opening: VaultNotFound, NotAVault, WrongPassphrase, WrongRecoveryKey, NoRecoveryKey,
/// VaultDamaged, VaultTooNew, VaultInUse, ReadFailed, and VaultOlder when this machine saw a newer state and
/// that was not accepted. Errors of every change: VaultConflict when the property was changed elsewhere since
/// it was read, VaultInUse, WriteFailed (nothing was changed), UnknownProperty, UnknownKeyVersion,
/// IllegalKeyTransition, PublicKeyAlone, and KeyExists for a key that the property has already, with the
/// version and its status.
class Vault final
{
public:
    static Result<std::unique_ptr<Vault>> create(const QString &path, const SecretBytes &passphrase,
                                                 const crypto::ScryptParameters &kdf, Actor actor,
                                                 const Clock &clock, const VaultMemory &memory = {});
    static Result<std::unique_ptr<Vault>> open(const QString &path, const SecretBytes &passphrase,
                                               Actor actor, const Clock &clock,
                                               const VaultMemory &memory = {});
    /// With the printed key, however it was typed; InvalidInput says what is wrong with one that cannot be.
    static Result<std::unique_ptr<Vault>> openWithRecoveryKey(const QString &path,
                                                              const SecretBytes &recoveryKey, Actor actor,
                                                              const Clock &clock,
                                                              const VaultMemory &memory = {});
    /// Reads the header alone; needs no passphrase.
    static Result<VaultHeader> readHeader(const QString &path);
    ~Vault();

    const QString &path() const;
    const VaultHeader &header() const;
    /// Whether it is the passphrase in force: fails with WrongPassphrase. Takes as long as opening.
    Result<void> checkPassphrase(const SecretBytes &passphrase) const;
    /// Derives the key again and rewraps the data key; no record is rewritten.
    Result<void> changePassphrase(const SecretBytes &oldPassphrase, const SecretBytes &newPassphrase,
                                  const crypto::ScryptParameters &kdf);
    /// The same for whoever has the recovery key and not the passphrase.
    Result<void> resetPassphrase(const SecretBytes &recoveryKey, const SecretBytes &newPassphrase,
                                 const crypto::ScryptParameters &kdf);
    /// Lets a key of makeRecoveryKey() open the vault; one made before no longer does.
    Result<void> setRecoveryKey(const SecretBytes &passphrase, const SecretBytes &recoveryKey,
                                const crypto::ScryptParameters &kdf);
    Result<void> removeRecoveryKey(); ///< NoRecoveryKey when there is none

    /// All properties that are not in the bin, with the metadata of their key versions, sorted by name. No
    /// key material.
    Result<QList<recipes::Property>> properties() const;
    Result<recipes::Property> property(const recipes::PropertyId &id) const;

    Result<recipes::Property> addProperty(NewProperty property);
    /// Many in one transaction, with one activity entry each.
    Result<QList<recipes::Property>> addProperties(std::vector<NewProperty> properties);
    /// Saves everything but the key set, which only the key operations change.
    Result<recipes::Property> updateProperty(const recipes::Property &property);

    /// Into the bin: out of properties(), of no use any more, and to be had back with its keys.
    Result<void> removeProperty(const recipes::Property &property);
    /// What lies in the bin, the latest first.
    Result<QList<recipes::Property>> removedProperties() const;
    Result<recipes::Property> takeBackProperty(const recipes::Property &removed);
    /// Out of the bin, with every key, for good.
    Result<void> deleteProperty(const recipes::Property &removed);
    /// All of what was seen in the bin, in one transaction.
    Result<void> deleteProperties(const QList<recipes::Property> &removed);

    /// Key operations return the property as it is afterwards.
    Result<recipes::Property> addKey(const recipes::Property &property, const keys::KeyMaterial &material,
                                     keys::KeyOrigin origin);
    Result<recipes::Property> rotateKey(const recipes::Property &property, const keys::KeyMaterial &material,
                                        keys::KeyOrigin origin, keys::RevokeOld revokeOld);
    Result<recipes::Property> promoteKey(const recipes::Property &property, int version);
    Result<recipes::Property> revokeKey(const recipes::Property &property, int version);
    /// Overwrites and drops the material of the version for good.
    Result<recipes::Property> destroyKey(const recipes::Property &property, int version);

    /// The key itself, for one use. Fails with UnknownKeyVersion also for a destroyed one.
    Result<keys::KeyMaterial> keyMaterial(const recipes::PropertyId &id, int version) const;

    /// Every property that is not in the bin with its keys, opened in one pass, for one search over the whole
    /// vault; sorted by name.
    Result<std::vector<PropertyWithKeys>> propertiesWithKeys() const;

    /// Records something that changed no property: a reveal, a copy, a proof made or verified.
    Result<void> record(ActivityKind kind, const recipes::Property *property, int keyVersion,
                        const QString &detail);
    Result<QList<ActivityEntry>> activity(const ActivityFilter &filter) const;

    /// Opens every record, every key and the activity chain, and holds the private half of each pair against
    /// its public one. Fails with Cancelled when the watch stops it.
    Result<VaultCheck> check(const CheckWatch &watch = {}) const;
    /// Whether another program changed the vault since this was called last. Cheap.
    Result<bool> wasChangedElsewhere();

    /// Seals everything under a new data key, in one transaction, after a verified backup, whose path is
    /// returned. Fails with VaultDamaged, and changes nothing, unless every record and key opens.
    Result<QString> rekey(const Rekeying &request);

    /// Writes a copy, opens everything in it, and only then gives it its name.
    Result<MadeBackup> backUp(const QString &target, Overwrite overwrite);
    /// The same into the policy's folder unless there is a recent one; returns its path, or an empty one.
    Result<QString> backUpWhenDue(const BackupPolicy &policy);
    Result<BackupContents> describeBackup(const QString &file) const;
    /// What restoring would change. The passphrase of the backup is needed only for one made before a re-key:
    /// WrongBackupPassphrase says so. FileNotFound when there is none, BackupOfAnotherVault for one that does
    /// not belong here.
    Result<QList<RestoreStep>> previewRestore(const QString &file, const SecretBytes *passphrase) const;
    /// Takes the properties over from a backup, in one transaction, after a verified backup of what is there
    /// now, whose path is returned. Passphrase, data key and activity stay.
    Result<QString> restore(const QString &file, const SecretBytes *passphrase, const QString &backupFolder);
    /// For a vault that is missing or cannot be opened: puts a verified copy of the backup in its place.
    /// Returns where the damaged file was moved, or an empty path.
    static Result<QString> replaceByBackup(const QString &path, const QString &file,
                                           const SecretBytes &passphrase, Actor actor, const Clock &clock,
                                           const VaultMemory &memory = {});

    struct Private;

private:
    friend struct VaultOpening;
    explicit Vault(std::unique_ptr<Private> opened);
    std::unique_ptr<Private> d;
};

} // namespace countersign::vault
