#pragma once

#include "core/crypto/kdf.h"
#include "core/keys/keymaterial.h"
#include "core/recipes/property.h"
#include "core/vault/activity.h"

#include <memory>
#include <vector>

namespace countersign::vault {

/// What the file says about itself before it is unlocked. Not authenticated.
struct VaultHeader
{
    QString vaultId;
    int formatVersion = 0;
    crypto::ScryptParameters kdf;
    Timestamp createdAt{};
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

struct VaultCheck
{
    int properties = 0;
    int keyVersions = 0;
    int activityEntries = 0;
    QStringList findings; ///< empty when all is well; each says what is wrong in a sentence

    bool isSound() const { return findings.isEmpty(); }
};

/// An unlocked vault: one SQLite file in which every record is sealed. Synchronous; used from the one thread
/// that opened it. Every change is one transaction that also writes its activity entry: after a kill at any
/// moment the file holds the state before or after.
///
/// Errors of opening: VaultNotFound, WrongPassphrase, VaultDamaged, VaultTooNew, VaultInUse, ReadFailed.
/// Errors of every change: VaultConflict when the property was changed elsewhere since it was read,
/// VaultInUse, WriteFailed (nothing was changed), UnknownProperty, UnknownKeyVersion, IllegalKeyTransition.
class Vault final
{
public:
    static Result<std::unique_ptr<Vault>> create(const QString &path, const SecretBytes &passphrase,
                                                 const crypto::ScryptParameters &kdf, Actor actor,
                                                 const Clock &clock);
    static Result<std::unique_ptr<Vault>> open(const QString &path, const SecretBytes &passphrase,
                                               Actor actor, const Clock &clock);
    /// Reads the header alone; needs no passphrase.
    static Result<VaultHeader> readHeader(const QString &path);
    ~Vault();

    const QString &path() const;
    const VaultHeader &header() const;
    /// Derives the key again and rewraps the data key; no record is rewritten.
    Result<void> changePassphrase(const SecretBytes &oldPassphrase, const SecretBytes &newPassphrase,
                                  const crypto::ScryptParameters &kdf);

    /// All properties with the metadata of their key versions, sorted by name. No key material.
    Result<QList<recipes::Property>> properties() const;
    Result<recipes::Property> property(const recipes::PropertyId &id) const;

    Result<recipes::Property> addProperty(NewProperty property);
    /// Many in one transaction, with one activity entry each.
    Result<QList<recipes::Property>> addProperties(std::vector<NewProperty> properties);
    /// Saves everything but the key set, which only the key operations change.
    Result<recipes::Property> updateProperty(const recipes::Property &property);
    Result<void> removeProperty(const recipes::Property &property);

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

    /// Every property with its keys, opened in one pass, for one search over the whole vault; sorted by name.
    Result<std::vector<PropertyWithKeys>> propertiesWithKeys() const;

    /// Records something that changed no property: a reveal, a copy, a proof made or verified.
    Result<void> record(ActivityKind kind, const recipes::Property *property, int keyVersion,
                        const QString &detail);
    Result<QList<ActivityEntry>> activity(const ActivityFilter &filter) const;

    /// Opens every record, every key and the activity chain.
    Result<VaultCheck> check() const;

    struct Private;

private:
    friend struct VaultOpening;
    explicit Vault(std::unique_ptr<Private> opened);
    std::unique_ptr<Private> d;
};

} // namespace countersign::vault
