#include "core/vault/vault.h"

#include "core/crypto/random.h"
#include "core/vault/recordstore.h"
#include "core/vault/vaultcheck.h"
#include "core/vault/vaultcreation.h"
#include "core/vault/vaultfile.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace countersign::vault {

struct Vault::Private
{
    QString path;
    VaultFileHeader fileHeader;
    SqlDatabase database;
    VaultKeys keys;
    Actor actor;
    const Clock &clock;

    Result<VaultChange> begin() { return VaultChange::begin(database, keys, actor, clock); }
    Result<recipes::Property> save(VaultChange &change, PropertyRecord record);
    Result<recipes::Property> add(VaultChange &change, NewProperty added);
    template<typename Edit>
    Result<recipes::Property> edit(const recipes::Property &property, Edit edit);
};

namespace {

/// What a change of one property does besides saving it: the activity to note.
struct Noted
{
    ActivityKind kind;
    int keyVersion = 0;
};

void raiseRevision(recipes::Property *property, Timestamp now)
{
    ++property->revision;
    property->updatedAt = now;
}

ActivityKind additionKind(keys::KeyOrigin origin)
{
    return origin == keys::KeyOrigin::Generated ? ActivityKind::KeyGenerated : ActivityKind::KeyImported;
}

ActivityKind editKind(const recipes::Property &before, const recipes::Property &after)
{
    if (before.archived == after.archived) {
        return ActivityKind::PropertyEdited;
    }
    return after.archived ? ActivityKind::PropertyArchived : ActivityKind::PropertyRestored;
}

} // namespace

Result<recipes::Property> Vault::Private::save(VaultChange &change, PropertyRecord record)
{
    return change.replaceRecord(record) | andThen([&] { return change.commit(); }) |
           transformed([&] { return std::move(record.property); });
}

/// Reads the property under the write lock, lets `edit` change the record, saves it with its activity.
template<typename Edit>
Result<recipes::Property> Vault::Private::edit(const recipes::Property &property, Edit edit)
{
    auto change = begin();
    if (!change) {
        return std::unexpected(change.error());
    }
    auto record = change->read(property);
    if (!record) {
        return std::unexpected(record.error());
    }
    const Result<Noted> noted = edit(*change, &*record);
    if (!noted) {
        return std::unexpected(noted.error());
    }
    raiseRevision(&record->property, change->now());
    const auto written = change->note(noted->kind, &record->property, noted->keyVersion, {});
    return written ? save(*change, *std::move(record)) : std::unexpected(written.error());
}

Vault::Vault(std::unique_ptr<Private> opened)
    : d(std::move(opened))
{
}

Vault::~Vault() = default;

Result<std::unique_ptr<Vault>> Vault::create(const QString &path, const SecretBytes &passphrase,
                                             const crypto::ScryptParameters &kdf, Actor actor,
                                             const Clock &clock)
{
    auto created = createVaultFile(path, passphrase, kdf, actor, clock);
    if (!created) {
        return std::unexpected(created.error());
    }
    auto database = openVaultFile(path);
    if (!database) {
        return std::unexpected(database.error());
    }
    return std::unique_ptr<Vault>(
        new Vault(std::unique_ptr<Private>(new Private{path, std::move(created->header), *std::move(database),
                                                       std::move(created->keys), std::move(actor), clock})));
}

Result<std::unique_ptr<Vault>> Vault::open(const QString &path, const SecretBytes &passphrase, Actor actor,
                                           const Clock &clock)
{
    auto database = openVaultFile(path);
    if (!database) {
        return std::unexpected(database.error());
    }
    auto header = readFileHeader(*database);
    if (!header) {
        return std::unexpected(header.error());
    }
    auto keys = openSlot(header->slot, passphrase, header->binding()) | andThen([&](SecretBytes dataKey) {
                    return VaultKeys::create(std::move(dataKey), header->vaultId);
                });
    if (!keys) {
        return std::unexpected(keys.error());
    }
    if (const auto manifest = readManifest(*database, keys->seal); !manifest) {
        return std::unexpected(manifest.error());
    }
    return std::unique_ptr<Vault>(new Vault(std::unique_ptr<Private>(new Private{
        path, *std::move(header), *std::move(database), *std::move(keys), std::move(actor), clock})));
}

Result<VaultHeader> Vault::readHeader(const QString &path)
{
    return openVaultFile(path) |
           andThen([](const SqlDatabase &database) { return readFileHeader(database); }) |
           transformed([](const VaultFileHeader &file) { return file.header; });
}

const QString &Vault::path() const
{
    return d->path;
}

const VaultHeader &Vault::header() const
{
    return d->fileHeader.header;
}

Result<void> Vault::changePassphrase(const SecretBytes &oldPassphrase, const SecretBytes &newPassphrase,
                                     const crypto::ScryptParameters &kdf)
{
    const auto current = readFileHeader(d->database) | andThen([&](const VaultFileHeader &file) {
                             return openSlot(file.slot, oldPassphrase, file.binding());
                         });
    if (!current) {
        return std::unexpected(current.error());
    }
    auto slot = sealSlot(d->keys.dataKey, newPassphrase, kdf, d->fileHeader.binding());
    if (!slot) {
        return std::unexpected(slot.error());
    }
    auto change = d->begin();
    if (!change) {
        return std::unexpected(change.error());
    }
    return writeSlot(d->database, *slot) |
           andThen([&] { return change->note(ActivityKind::PassphraseChanged, nullptr, 0, {}); }) |
           andThen([&] { return change->commit(); }) | transformed([&] {
               d->fileHeader.slot = *std::move(slot);
               d->fileHeader.header.kdf = kdf;
           });
}

Result<QList<recipes::Property>> Vault::properties() const
{
    const auto transaction = SqlTransaction::begin(d->database, TransactionKind::Read);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    auto records = readAllRecords(d->database, d->keys);
    if (!records) {
        return std::unexpected(records.error());
    }
    QList<recipes::Property> properties;
    properties.reserve(records->size());
    for (StoredRecord &stored : *records) {
        properties.append(std::move(stored.record.property));
    }
    std::ranges::sort(properties, [](const recipes::Property &left, const recipes::Property &right) {
        const int order = left.name.compare(right.name, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : left.environment < right.environment;
    });
    return properties;
}

Result<recipes::Property> Vault::property(const recipes::PropertyId &id) const
{
    return readRecord(d->database, d->keys, id) |
           transformed([](StoredRecord stored) { return std::move(stored.record.property); });
}

Result<recipes::Property> Vault::Private::add(VaultChange &change, NewProperty added)
{
    PropertyRecord record{std::move(added.property), {}};
    recipes::Property &property = record.property;
    property.id = QString::fromLatin1(crypto::randomBytes(16).toHex());
    property.createdAt = change.now();
    property.updatedAt = change.now();
    property.revision = 1;
    property.keys = {};
    for (const auto &[material, origin] : added.keys) {
        const int number =
            property.keys.rotate(keys::describe(material), origin, keys::RevokeOld::No, change.now());
        if (const auto stored = change.addKey(&record, number, material); !stored) {
            return std::unexpected(stored.error());
        }
    }
    return change.addRecord(record) | andThen([&] {
               return change.note(ActivityKind::PropertyAdded, &property, property.keys.versions().size(),
                                  {});
           }) |
           transformed([&] { return std::move(property); });
}

Result<recipes::Property> Vault::addProperty(NewProperty property)
{
    std::vector<NewProperty> one;
    one.push_back(std::move(property));
    return addProperties(std::move(one)) |
           transformed([](QList<recipes::Property> added) { return added.takeFirst(); });
}

Result<QList<recipes::Property>> Vault::addProperties(std::vector<NewProperty> properties)
{
    auto change = d->begin();
    if (!change) {
        return std::unexpected(change.error());
    }
    QList<recipes::Property> added;
    for (NewProperty &property : properties) {
        auto result = d->add(*change, std::move(property));
        if (!result) {
            return std::unexpected(result.error());
        }
        added.append(*std::move(result));
    }
    return change->commit() | transformed([&] { return std::move(added); });
}

Result<recipes::Property> Vault::updateProperty(const recipes::Property &property)
{
    return d->edit(property, [&](VaultChange &, PropertyRecord *record) -> Result<Noted> {
        const ActivityKind kind = editKind(record->property, property);
        const keys::KeySet keys = record->property.keys;
        const Timestamp created = record->property.createdAt;
        record->property = property;
        record->property.keys = keys;
        record->property.createdAt = created;
        return Noted{kind};
    });
}

Result<void> Vault::removeProperty(const recipes::Property &property)
{
    auto change = d->begin();
    if (!change) {
        return std::unexpected(change.error());
    }
    const auto record = change->read(property);
    if (!record) {
        return std::unexpected(record.error());
    }
    return change->removeRecord(*record) |
           andThen([&] { return change->note(ActivityKind::PropertyRemoved, &property, 0, {}); }) |
           andThen([&] { return change->commit(); });
}

Result<recipes::Property> Vault::addKey(const recipes::Property &property, const keys::KeyMaterial &material,
                                        keys::KeyOrigin origin)
{
    return d->edit(property, [&](VaultChange &change, PropertyRecord *record) {
        const int number = record->property.keys.add(keys::describe(material), origin, change.now());
        return change.addKey(record, number, material) |
               transformed([&] { return Noted{additionKind(origin), number}; });
    });
}

Result<recipes::Property> Vault::rotateKey(const recipes::Property &property,
                                           const keys::KeyMaterial &material, keys::KeyOrigin origin,
                                           keys::RevokeOld revokeOld)
{
    return d->edit(property, [&](VaultChange &change, PropertyRecord *record) {
        const int number =
            record->property.keys.rotate(keys::describe(material), origin, revokeOld, change.now());
        return change.addKey(record, number, material) |
               transformed([&] { return Noted{ActivityKind::KeyRotated, number}; });
    });
}

Result<recipes::Property> Vault::promoteKey(const recipes::Property &property, int version)
{
    return d->edit(property, [&](VaultChange &change, PropertyRecord *record) {
        return record->property.keys.promote(version, change.now()) |
               transformed([&] { return Noted{ActivityKind::KeyPromoted, version}; });
    });
}

Result<recipes::Property> Vault::revokeKey(const recipes::Property &property, int version)
{
    return d->edit(property, [&](VaultChange &change, PropertyRecord *record) {
        return record->property.keys.revoke(version, change.now()) |
               transformed([&] { return Noted{ActivityKind::KeyRevoked, version}; });
    });
}

Result<recipes::Property> Vault::destroyKey(const recipes::Property &property, int version)
{
    return d->edit(property, [&](VaultChange &change, PropertyRecord *record) {
        return record->property.keys.destroy(version, change.now()) |
               andThen([&] { return change.removeKey(record, version); }) |
               transformed([&] { return Noted{ActivityKind::KeyDestroyed, version}; });
    });
}

Result<keys::KeyMaterial> Vault::keyMaterial(const recipes::PropertyId &id, int version) const
{
    const auto transaction = SqlTransaction::begin(d->database, TransactionKind::Read);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    return readRecord(d->database, d->keys, id) | andThen([&](const StoredRecord &stored) {
               return readKeyMaterial(d->database, d->keys, stored.record, version);
           });
}

Result<void> Vault::record(ActivityKind kind, const recipes::Property *property, int keyVersion,
                           const QString &detail)
{
    auto change = d->begin();
    if (!change) {
        return std::unexpected(change.error());
    }
    if (kind == ActivityKind::ProofMade && property) {
        // The time of use is no edit: it leaves the revision alone, so nobody's change conflicts with it.
        auto stored = readRecord(d->database, d->keys, property->id) |
                      andThen([&](const StoredRecord &found) { return change->read(found.record.property); });
        if (!stored) {
            return std::unexpected(stored.error());
        }
        stored->property.keys.markUsed(keyVersion, change->now());
        if (const auto written = change->replaceRecord(*stored); !written) {
            return written;
        }
    }
    return change->note(kind, property, keyVersion, detail) | andThen([&] { return change->commit(); });
}

Result<QList<ActivityEntry>> Vault::activity(const ActivityFilter &filter) const
{
    return ActivityLog::read(d->database, d->keys.seal, filter.propertyId, filter.limit);
}

Result<VaultCheck> Vault::check() const
{
    const auto transaction = SqlTransaction::begin(d->database, TransactionKind::Read);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    return checkVault(d->database, d->keys);
}

} // namespace countersign::vault
