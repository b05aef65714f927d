#include "core/vault/vaultprivate_p.h"

#include "core/vault/vaultschema_p.h"

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

QString placeOf(const StoredProperty &stored, int version)
{
    return u"the key of “%1”, version %2"_s.arg(stored.property.name, QString::number(version));
}

} // namespace

Result<keys::KeyMaterial> openMaterial(const Envelope &envelope, const StoredProperty &stored, int version,
                                       const QByteArray &sealed)
{
    if (tagOf(sealed) != stored.materialTags.value(version)) {
        return damaged(placeOf(stored, version) + u" was replaced by something other than Countersign"_s);
    }
    const auto plain = envelope.open(sealed, {RecordKind::Material, stored.property.id.toUtf8(), version});
    if (!plain) {
        return damaged(placeOf(stored, version) + u": "_s + plain.error().detail);
    }
    auto material = keys::deserializeKeyMaterial(plain->bytes());
    if (!material) {
        return damaged(placeOf(stored, version) + u": "_s + material.error().detail);
    }
    return material;
}

Result<keys::KeyMaterial> readMaterial(const SqlStore &store, const Envelope &envelope,
                                       const StoredProperty &stored, int version)
{
    const auto rows = store.select(u"SELECT sealed FROM material WHERE owner = ? AND version = ?"_s,
                                   {stored.property.id, version});
    if (!rows) {
        return std::unexpected(rows.error());
    }
    if (rows->size() != 1) {
        return damaged(placeOf(stored, version) + u" is missing"_s);
    }
    return openMaterial(envelope, stored, version, rows->front().front().toByteArray());
}

Vault::Private::Private(QString vaultPath, LockedVault locked, Envelope opened, Actor who, const Clock &now)
    : path(std::move(vaultPath))
    , store(std::move(locked.store))
    , mode(locked.mode)
    , header(std::move(locked.header))
    , vaultId(std::move(locked.vaultId))
    , envelope(std::move(opened))
    , records(*store, envelope)
    , actor(std::move(who))
    , clock(&now)
{
}

Result<Change> Vault::Private::beginUnverifiedChange()
{
    auto transaction = Transaction::begin(*store, Transaction::Kind::Write);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    auto manifest = readManifest(*store, envelope);
    if (!manifest) {
        return unreadableManifest(manifest.error());
    }
    if (manifest->format < vaultFormatVersion) {
        return upgradeFirst(std::move(*transaction));
    }
    return Change{std::move(*transaction), std::move(*manifest), {}};
}

std::unexpected<Error> Vault::Private::unreadableManifest(const Error &error) const
{
    const auto row = store->selectOne(u"SELECT key_commitment FROM header"_s);
    if (row && row->front().toByteArray() != envelope.commitment()) {
        return failure(ErrorCode::VaultConflict,
                       u"the vault was given a new key elsewhere; lock it and unlock it again"_s);
    }
    return std::unexpected(error);
}

Result<Change> Vault::Private::beginChange()
{
    auto change = beginUnverifiedChange();
    if (change) {
        if (auto verified = records.verify(change->manifest); !verified) {
            return std::unexpected(verified.error());
        }
    }
    return change;
}

/// The revision stays: what a person edits meanwhile does not conflict with a key having been used.
Result<QByteArray> Vault::Private::markUsed(Change *change, const recipes::PropertyId &id, int version) const
{
    auto stored = records.read(id);
    if (!stored) {
        return std::unexpected(stored.error());
    }
    stored->property.keys.markUsed(version, clock->now());
    return records.write(*stored, &change->manifest, &change->records);
}

Result<void> Vault::Private::log(Change *change, const Event &event, const recipes::Property *property,
                                 const QByteArray &recordMark) const
{
    LoggedEntry logged;
    logged.entry.at = clock->now();
    logged.entry.actor = actor;
    logged.entry.kind = event.kind;
    logged.entry.keyVersion = event.keyVersion;
    logged.entry.detail = event.detail;
    if (property) {
        logged.entry.propertyId = property->id;
        logged.entry.propertyName = property->name;
    }
    logged.recordMark = recordMark;
    return appendActivity(*store, envelope, std::move(logged), &change->manifest);
}

Result<void> Vault::Private::commit(Change change)
{
    if (auto written = writeManifest(*store, envelope, &change.manifest); !written) {
        return written;
    }
    if (auto committed = change.transaction.commit(); !committed) {
        records.forget();
        return committed;
    }
    records.apply(change.records);
    if (seen) {
        seen->remember(change.manifest, envelope);
    }
    return {};
}

Result<Vault::Private::Reading> Vault::Private::beginReading()
{
    auto transaction = Transaction::begin(*store, Transaction::Kind::Read);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    auto manifest = readManifest(*store, envelope);
    if (!manifest) {
        return unreadableManifest(manifest.error());
    }
    return Reading{std::move(*transaction), std::move(*manifest)};
}

Result<Vault::Private::Reading> Vault::Private::beginReadingVerified()
{
    auto reading = beginReading();
    if (reading) {
        if (auto verified = records.verify(reading->manifest); !verified) {
            return std::unexpected(verified.error());
        }
    }
    return reading;
}

Result<StoredProperty> Vault::Private::readForChange(const recipes::Property &shown) const
{
    auto stored = readInUse(shown.id);
    if (stored && stored->property.revision != shown.revision) {
        return failure(ErrorCode::VaultConflict,
                       u"“%1” is at revision %2, not %3"_s.arg(stored->property.name,
                                                               QString::number(stored->property.revision),
                                                               QString::number(shown.revision)));
    }
    return stored;
}

Result<recipes::Property> Vault::Private::finishChange(Change change, StoredProperty stored,
                                                       const Event &event)
{
    recipes::Property &property = stored.property;
    ++property.revision;
    property.updatedAt = clock->now();
    const auto tag = records.write(stored, &change.manifest, &change.records);
    if (!tag) {
        return std::unexpected(tag.error());
    }
    if (auto logged = log(&change, event, &property, *tag); !logged) {
        return std::unexpected(logged.error());
    }
    if (auto committed = commit(std::move(change)); !committed) {
        return std::unexpected(committed.error());
    }
    return std::move(property);
}

Result<void> Vault::Private::writeMaterial(StoredProperty *stored, int version,
                                           const keys::KeyMaterial &material) const
{
    const QString &owner = stored->property.id;
    const SecretBytes plain = keys::serializeKeyMaterial(material);
    const auto sealed = envelope.seal(plain.bytes(), {RecordKind::Material, owner.toUtf8(), version});
    if (!sealed) {
        return std::unexpected(sealed.error());
    }
    auto written = store->execute(u"INSERT INTO material(owner, version, sealed) VALUES(?, ?, ?)"_s,
                                  {owner, version, *sealed});
    if (!written) {
        return std::unexpected(written.error());
    }
    stored->materialTags.insert(version, tagOf(*sealed).toByteArray());
    return {};
}

Result<keys::KeyMaterial> Vault::Private::readMaterial(const StoredProperty &stored, int version) const
{
    return vault::readMaterial(*store, envelope, stored, version);
}

Result<keys::KeyMaterial> Vault::Private::openMaterial(const StoredProperty &stored, int version,
                                                       const QByteArray &sealed) const
{
    return vault::openMaterial(envelope, stored, version, sealed);
}

/// secure_delete has SQLite overwrite what the row held.
Result<void> Vault::Private::destroyMaterial(StoredProperty *stored, int version) const
{
    auto deleted = store->execute(u"DELETE FROM material WHERE owner = ? AND version = ?"_s,
                                  {stored->property.id, version});
    if (!deleted) {
        return std::unexpected(deleted.error());
    }
    stored->materialTags.remove(version);
    return {};
}

Result<bool> Vault::wasChangedElsewhere()
{
    const auto version = d->store->number(u"PRAGMA data_version"_s);
    if (!version) {
        return std::unexpected(version.error());
    }
    const qint64 before = std::exchange(d->dataVersion, *version);
    return before != 0 && before != *version;
}

} // namespace countersign::vault
