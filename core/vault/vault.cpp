#include "core/vault/vault.h"

#include "core/vault/vaultprivate_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::vault {

Vault::Vault(std::unique_ptr<Private> opened)
    : d(std::move(opened))
{
}

Vault::~Vault() = default;

const QString &Vault::path() const
{
    return d->path;
}

const VaultHeader &Vault::header() const
{
    return d->header;
}

Result<QList<recipes::Property>> Vault::properties() const
{
    auto properties = d->readAll();
    if (properties) {
        properties->removeIf(
            [](const recipes::Property &property) { return property.removedAt.has_value(); });
        std::ranges::sort(*properties, recipes::comesBefore);
    }
    return properties;
}

Result<recipes::Property> Vault::property(const recipes::PropertyId &id) const
{
    auto reading = d->beginReadingVerified();
    if (!reading) {
        return std::unexpected(reading.error());
    }
    auto stored = d->readInUse(id);
    if (!stored) {
        return std::unexpected(stored.error());
    }
    return std::move(stored->property);
}

Result<keys::KeyMaterial> Vault::keyMaterial(const recipes::PropertyId &id, int version) const
{
    auto reading = d->beginReadingVerified();
    if (!reading) {
        return std::unexpected(reading.error());
    }
    const auto stored = d->readInUse(id);
    if (!stored) {
        return std::unexpected(stored.error());
    }
    const keys::KeyVersion *found = stored->property.keys.find(version);
    if (!found || found->status == keys::KeyStatus::Destroyed) {
        return failure(ErrorCode::UnknownKeyVersion, u"version %1"_s.arg(version));
    }
    return d->readMaterial(*stored, version);
}

Result<void> Vault::record(ActivityKind kind, const recipes::Property *property, int keyVersion,
                           const QString &detail)
{
    const bool marksUse = kind == ActivityKind::ProofMade && property && keyVersion > 0;
    auto change = marksUse ? d->beginChange() : d->beginUnverifiedChange();
    if (!change) {
        return std::unexpected(change.error());
    }
    const auto mark =
        marksUse ? d->markUsed(&*change, property->id, keyVersion) : Result<QByteArray>(QByteArray());
    if (!mark) {
        return std::unexpected(mark.error());
    }
    if (auto logged = d->log(&*change, {kind, keyVersion, detail}, property, *mark); !logged) {
        return logged;
    }
    return d->commit(std::move(*change));
}

Result<QList<ActivityEntry>> Vault::activity(const ActivityFilter &filter) const
{
    auto reading = d->beginReading();
    if (!reading) {
        return std::unexpected(reading.error());
    }
    QList<ActivityEntry> entries;
    const auto visit = [&](const LoggedEntry &logged) {
        if (filter.propertyId.isEmpty() || logged.entry.propertyId == filter.propertyId) {
            entries.append(logged.entry);
        }
        return entries.size() < filter.limit;
    };
    if (auto walked = walkActivity(*d->store, d->envelope, reading->manifest, visit); !walked) {
        return std::unexpected(walked.error());
    }
    return entries;
}

} // namespace countersign::vault
