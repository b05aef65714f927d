#include "core/crypto/random.h"
#include "core/vault/bundle.h"
#include "core/vault/vaultprivate_p.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

bool isSameKey(const keys::KeyMaterial &left, const keys::KeyMaterial &right)
{
    return keys::serializeKeyMaterial(left).equals(keys::serializeKeyMaterial(right));
}

bool isSame(const PropertyWithKeys &left, const PropertyWithKeys &right)
{
    return essenceOf(left.property) == essenceOf(right.property) &&
           std::ranges::equal(left.keys, right.keys, [](const auto &one, const auto &other) {
               return isSameKey(one.second, other.second);
           });
}

/// Told apart from the one that is there, within what a name may be long.
QString nameOfCopy(const QString &name)
{
    const QString suffix = u" (imported)"_s;
    return name.left(recipes::maximumNameLength - suffix.size()) + suffix;
}

Result<PropertyWithKeys> withKeys(const Vault::Private &vault, const StoredProperty &stored)
{
    PropertyWithKeys whole{stored.property, {}};
    for (const keys::KeyVersion &version : stored.property.keys.versions()) {
        if (version.status == keys::KeyStatus::Destroyed) {
            continue;
        }
        auto material = vault.readMaterial(stored, version.number);
        if (!material) {
            return std::unexpected(material.error());
        }
        whole.keys.emplace_back(version, *std::move(material));
    }
    return whole;
}

Result<ImportStep> importStep(const Vault::Private &vault, const PropertyWithKeys &bundled)
{
    const recipes::Property &property = bundled.property;
    ImportStep step{ImportEffect::New, property.id, property.name, int(property.keys.versions().size())};
    const auto stored = vault.records.read(property.id);
    if (!stored) {
        const bool isNew = stored.error().code == ErrorCode::UnknownProperty;
        return isNew ? Result<ImportStep>(step) : std::unexpected(stored.error());
    }
    if (stored->property.removedAt) {
        step.effect = ImportEffect::InBin;
        return step;
    }
    const auto present = withKeys(vault, *stored);
    if (!present) {
        return std::unexpected(present.error());
    }
    step.effect = isSame(*present, bundled) ? ImportEffect::Same : ImportEffect::Differs;
    return step;
}

/// As it was where it comes from: every version with its status and dates.
Result<recipes::Property> writeImported(const Vault::Private &vault, Change *change,
                                        const PropertyWithKeys &bundled, ImportEffect effect)
{
    StoredProperty stored{bundled.property, {}};
    recipes::Property &property = stored.property;
    property.revision = 1;
    property.removedAt.reset();
    if (effect != ImportEffect::New) {
        property.id = QString::fromLatin1(crypto::randomBytes(16).toHex());
        property.name = nameOfCopy(property.name);
    }
    for (const auto &[version, material] : bundled.keys) {
        if (auto written = vault.writeMaterial(&stored, version.number, material); !written) {
            return std::unexpected(written.error());
        }
    }
    const auto mark = vault.records.write(stored, &change->manifest, &change->records);
    if (!mark) {
        return std::unexpected(mark.error());
    }
    const Event event{ActivityKind::PropertyAdded, 0, u"from a bundle"_s};
    if (auto logged = vault.log(change, event, &property, *mark); !logged) {
        return std::unexpected(logged.error());
    }
    return std::move(property);
}

} // namespace

Result<Bundle> takeForBundle(const Vault &vault, const QList<recipes::PropertyId> &ids)
{
    Vault::Private *d = &VaultOpening::privateOf(vault);
    auto change = d->beginChange();
    if (!change) {
        return std::unexpected(change.error());
    }
    Bundle bundle{d->clock->now(), {}};
    for (const recipes::PropertyId &id : ids) {
        const auto stored = d->readInUse(id);
        if (!stored) {
            return std::unexpected(stored.error());
        }
        auto whole = withKeys(*d, *stored);
        if (!whole) {
            return std::unexpected(whole.error());
        }
        const Event event{ActivityKind::PrivateKeyExported, 0, u"all versions, in a bundle"_s};
        if (auto logged = d->log(&*change, event, &whole->property); !logged) {
            return std::unexpected(logged.error());
        }
        bundle.properties.push_back(*std::move(whole));
    }
    auto committed = d->commit(std::move(*change));
    return committed ? Result<Bundle>(std::move(bundle)) : std::unexpected(committed.error());
}

Result<QList<ImportStep>> previewImport(const Vault &vault, const Bundle &bundle)
{
    Vault::Private *d = &VaultOpening::privateOf(vault);
    const auto present = vault.properties();
    if (!present) {
        return std::unexpected(present.error());
    }
    const auto reading = d->beginReadingVerified();
    if (!reading) {
        return std::unexpected(reading.error());
    }
    QList<ImportStep> steps;
    for (const PropertyWithKeys &bundled : bundle.properties) {
        auto step = importStep(*d, bundled);
        if (!step) {
            return std::unexpected(step.error());
        }
        step->isNameTaken = std::ranges::any_of(*present, [&](const recipes::Property &other) {
            return other.name == step->name && other.id != step->propertyId;
        });
        steps << *step;
    }
    return steps;
}

Result<QList<recipes::Property>> importBundle(const Vault &vault, const Bundle &bundle,
                                              const QSet<recipes::PropertyId> &chosen)
{
    Vault::Private *d = &VaultOpening::privateOf(vault);
    auto change = d->beginChange();
    if (!change) {
        return std::unexpected(change.error());
    }
    QList<recipes::Property> imported;
    for (const PropertyWithKeys &bundled : bundle.properties) {
        if (!chosen.contains(bundled.property.id)) {
            continue;
        }
        const auto step = importStep(*d, bundled); // again: the vault may have changed since the preview
        if (!step) {
            return std::unexpected(step.error());
        }
        if (step->effect == ImportEffect::Same) {
            continue;
        }
        auto written = writeImported(*d, &*change, bundled, step->effect);
        if (!written) {
            return std::unexpected(written.error());
        }
        imported << *std::move(written);
    }
    if (imported.isEmpty()) {
        return imported;
    }
    auto committed = d->commit(std::move(*change));
    return committed ? Result<QList<recipes::Property>>(imported) : std::unexpected(committed.error());
}

} // namespace countersign::vault
