#include "core/vault/vaultprivate_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::vault {

Result<void> Vault::removeProperty(const recipes::Property &property)
{
    auto removed = d->changeProperty(property, [&](StoredProperty &stored) -> Result<Event> {
        stored.property.removedAt = d->clock->now();
        return Event{ActivityKind::PropertyRemoved, 0, {}};
    });
    return removed ? Result<void>() : std::unexpected(removed.error());
}

Result<QList<recipes::Property>> Vault::removedProperties() const
{
    auto all = d->readAll();
    if (!all) {
        return all;
    }
    all->removeIf([](const recipes::Property &property) { return !property.removedAt; });
    std::ranges::sort(*all, std::ranges::greater(), &recipes::Property::removedAt);
    return all;
}

Result<recipes::Property> Vault::takeBackProperty(const recipes::Property &removed)
{
    auto change = d->beginChange();
    if (!change) {
        return std::unexpected(change.error());
    }
    auto stored = d->readFromBin(removed);
    if (!stored) {
        return std::unexpected(stored.error());
    }
    stored->property.removedAt.reset();
    return d->finishChange(std::move(*change), std::move(*stored), {ActivityKind::PropertyTakenBack, 0, {}});
}

Result<void> Vault::deleteProperty(const recipes::Property &removed)
{
    return deleteProperties({removed});
}

Result<void> Vault::deleteProperties(const QList<recipes::Property> &removed)
{
    auto change = d->beginChange();
    if (!change) {
        return std::unexpected(change.error());
    }
    for (const recipes::Property &property : removed) {
        const auto stored = d->readFromBin(property);
        if (!stored) {
            return std::unexpected(stored.error());
        }
        if (auto gone = d->records.remove(property.id, &change->manifest, &change->records); !gone) {
            return gone;
        }
        const Event event{ActivityKind::PropertyDeleted, 0, {}};
        if (auto logged = d->log(&*change, event, &stored->property); !logged) {
            return logged;
        }
    }
    return d->commit(std::move(*change));
}

/// Only what lies in the bin, as it was when the person saw it there.
Result<StoredProperty> Vault::Private::readFromBin(const recipes::Property &shown) const
{
    auto stored = records.read(shown.id);
    if (stored && (!stored->property.removedAt || stored->property.revision != shown.revision)) {
        return failure(ErrorCode::VaultConflict,
                       u"“%1” was taken out of the bin"_s.arg(stored->property.name));
    }
    return stored;
}

Result<QList<recipes::Property>> Vault::Private::readAll()
{
    auto reading = beginReading();
    if (!reading) {
        return std::unexpected(reading.error());
    }
    return records.readAll(reading->manifest);
}

Result<StoredProperty> Vault::Private::readInUse(const recipes::PropertyId &id) const
{
    auto stored = records.read(id);
    if (stored && stored->property.removedAt) {
        return failure(ErrorCode::UnknownProperty, u"“%1” is in the bin"_s.arg(stored->property.name));
    }
    return stored;
}

} // namespace countersign::vault
