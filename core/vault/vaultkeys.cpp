#include "core/crypto/random.h"
#include "core/vault/vaultprivate_p.h"

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

ActivityKind kindOf(keys::KeyOrigin origin)
{
    return origin == keys::KeyOrigin::Generated ? ActivityKind::KeyGenerated : ActivityKind::KeyImported;
}

ActivityKind kindOfEdit(const recipes::Property &before, const recipes::Property &after)
{
    if (before.archived == after.archived) {
        return ActivityKind::PropertyEdited;
    }
    return after.archived ? ActivityKind::PropertyArchived : ActivityKind::PropertyRestored;
}

/// A revoked key would be current again under another number, so the same key is refused whatever its status.
QString remarkOn(const keys::KeyVersion &version)
{
    const QString is = u"version %1, %2"_s.arg(version.number).arg(keys::statusName(version.status));
    switch (version.status) {
    case keys::KeyStatus::Standby:
        return is + u"; promoting it puts it to use"_s;
    case keys::KeyStatus::Previous:
        return is + u"; promoting it makes it current again"_s;
    case keys::KeyStatus::Revoked:
        return is + u"; only if that was a mistake, promote it"_s;
    case keys::KeyStatus::Current:
    case keys::KeyStatus::Destroyed:
        break;
    }
    return is;
}

Result<void> refuseSameKey(const recipes::Property &property, const keys::KeyDescription &description)
{
    const keys::KeyVersion *same = property.keys.find(description);
    return same ? failure(ErrorCode::KeyExists, remarkOn(*same)) : Result<void>();
}

} // namespace

Result<recipes::Property> Vault::Private::addProperty(Change *change, NewProperty &added) const
{
    StoredProperty stored{std::move(added.property), {}};
    recipes::Property &property = stored.property;
    property.id = QString::fromLatin1(crypto::randomBytes(16).toHex());
    property.keys = {};
    property.createdAt = property.updatedAt = clock->now();
    property.revision = 1;
    for (const auto &[material, origin] : added.keys) {
        const auto version =
            property.keys.rotate(keys::describe(material), origin, keys::RevokeOld::No, clock->now());
        if (!version) {
            return std::unexpected(version.error());
        }
        if (auto written = writeMaterial(&stored, *version, material); !written) {
            return std::unexpected(written.error());
        }
    }
    const auto tag = records.write(stored, &change->manifest, &change->records);
    if (!tag) {
        return std::unexpected(tag.error());
    }
    if (auto logged = log(change, {ActivityKind::PropertyAdded, 0, {}}, &property, *tag); !logged) {
        return std::unexpected(logged.error());
    }
    return std::move(property);
}

Result<recipes::Property> Vault::addProperty(NewProperty property)
{
    std::vector<NewProperty> one;
    one.push_back(std::move(property));
    auto added = addProperties(std::move(one));
    if (!added) {
        return std::unexpected(added.error());
    }
    return added->takeFirst();
}

Result<QList<recipes::Property>> Vault::addProperties(std::vector<NewProperty> properties)
{
    auto change = d->beginChange();
    if (!change) {
        return std::unexpected(change.error());
    }
    QList<recipes::Property> added;
    for (NewProperty &property : properties) {
        auto one = d->addProperty(&*change, property);
        if (!one) {
            return std::unexpected(one.error());
        }
        added.append(std::move(*one));
    }
    if (auto committed = d->commit(std::move(*change)); !committed) {
        return std::unexpected(committed.error());
    }
    return added;
}

Result<recipes::Property> Vault::updateProperty(const recipes::Property &property)
{
    return d->changeProperty(property, [&](StoredProperty &stored) -> Result<Event> {
        const recipes::Property before = std::exchange(stored.property, property);
        stored.property.keys = before.keys;
        stored.property.createdAt = before.createdAt;
        stored.property.removedAt = before.removedAt;
        return Event{kindOfEdit(before, property), 0, {}};
    });
}

Result<recipes::Property> Vault::addKey(const recipes::Property &property, const keys::KeyMaterial &material,
                                        keys::KeyOrigin origin)
{
    return d->changeProperty(property, [&](StoredProperty &stored) -> Result<Event> {
        const keys::KeyDescription description = keys::describe(material);
        if (auto refused = refuseSameKey(stored.property, description); !refused) {
            return std::unexpected(refused.error());
        }
        const int version = stored.property.keys.add(description, origin, d->clock->now());
        if (auto written = d->writeMaterial(&stored, version, material); !written) {
            return std::unexpected(written.error());
        }
        return Event{kindOf(origin), version, {}};
    });
}

Result<recipes::Property> Vault::rotateKey(const recipes::Property &property,
                                           const keys::KeyMaterial &material, keys::KeyOrigin origin,
                                           keys::RevokeOld revokeOld)
{
    return d->changeProperty(property, [&](StoredProperty &stored) -> Result<Event> {
        const keys::KeyDescription description = keys::describe(material);
        if (auto refused = refuseSameKey(stored.property, description); !refused) {
            return std::unexpected(refused.error());
        }
        const auto version = stored.property.keys.rotate(description, origin, revokeOld, d->clock->now());
        if (!version) {
            return std::unexpected(version.error());
        }
        if (auto written = d->writeMaterial(&stored, *version, material); !written) {
            return std::unexpected(written.error());
        }
        const bool revoked = revokeOld == keys::RevokeOld::Yes;
        return Event{ActivityKind::KeyRotated, *version, revoked ? u"earlier versions revoked"_s : QString()};
    });
}

Result<recipes::Property> Vault::promoteKey(const recipes::Property &property, int version)
{
    return d->changeProperty(property, [&](StoredProperty &stored) -> Result<Event> {
        if (auto moved = stored.property.keys.promote(version, d->clock->now()); !moved) {
            return std::unexpected(moved.error());
        }
        return Event{ActivityKind::KeyPromoted, version, {}};
    });
}

Result<recipes::Property> Vault::revokeKey(const recipes::Property &property, int version)
{
    return d->changeProperty(property, [&](StoredProperty &stored) -> Result<Event> {
        if (auto moved = stored.property.keys.revoke(version, d->clock->now()); !moved) {
            return std::unexpected(moved.error());
        }
        return Event{ActivityKind::KeyRevoked, version, {}};
    });
}

Result<recipes::Property> Vault::destroyKey(const recipes::Property &property, int version)
{
    return d->changeProperty(property, [&](StoredProperty &stored) -> Result<Event> {
        if (auto moved = stored.property.keys.destroy(version, d->clock->now()); !moved) {
            return std::unexpected(moved.error());
        }
        if (auto gone = d->destroyMaterial(&stored, version); !gone) {
            return std::unexpected(gone.error());
        }
        return Event{ActivityKind::KeyDestroyed, version, {}};
    });
}

} // namespace countersign::vault
