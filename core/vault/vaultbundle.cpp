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

/// Told apart from the one that is there, within what a name may be long. Counts from 1.
QString nameOfCopy(const QString &name, int number)
{
    const QString suffix = number == 1 ? u" (imported)"_s : u" (imported %1)"_s.arg(number);
    return name.left(recipes::maximumNameLength - suffix.size()) + suffix;
}

bool isTaken(const QString &name, const QList<recipes::Property> &present)
{
    return std::ranges::any_of(present, [&](const recipes::Property &other) { return other.name == name; });
}

QString nameOfNextCopy(const QString &name, const QList<recipes::Property> &present)
{
    int number = 1;
    while (isTaken(nameOfCopy(name, number), present)) {
        ++number;
    }
    return nameOfCopy(name, number);
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

/// Whether it is, but for its id and name, what an import put beside `bundled`.
Result<bool> isCopy(const Vault::Private &vault, const recipes::Property &candidate,
                    const PropertyWithKeys &bundled)
{
    const auto stored = vault.records.read(candidate.id);
    if (!stored) {
        return std::unexpected(stored.error());
    }
    auto whole = withKeys(vault, *stored);
    if (!whole) {
        return std::unexpected(whole.error());
    }
    whole->property.id = bundled.property.id;
    whole->property.name = bundled.property.name;
    return isSame(*whole, bundled);
}

/// The name of the copy that an earlier import made and nobody changed since; empty where there is none.
Result<QString> copyOf(const Vault::Private &vault, const PropertyWithKeys &bundled,
                       const QList<recipes::Property> &present)
{
    for (int number = 1; isTaken(nameOfCopy(bundled.property.name, number), present); ++number) {
        QString name = nameOfCopy(bundled.property.name, number);
        for (const recipes::Property &candidate : present) {
            if (candidate.name != name || candidate.removedAt) {
                continue;
            }
            const auto found = isCopy(vault, candidate, bundled);
            if (!found) {
                return std::unexpected(found.error());
            }
            if (*found) {
                return name;
            }
        }
    }
    return QString();
}

Result<ImportEffect> effectOf(const Vault::Private &vault, const PropertyWithKeys &bundled)
{
    const auto stored = vault.records.read(bundled.property.id);
    if (!stored) {
        const bool isNew = stored.error().code == ErrorCode::UnknownProperty;
        return isNew ? Result<ImportEffect>(ImportEffect::New) : std::unexpected(stored.error());
    }
    if (stored->property.removedAt) {
        return ImportEffect::InBin;
    }
    const auto present = withKeys(vault, *stored);
    if (!present) {
        return std::unexpected(present.error());
    }
    return isSame(*present, bundled) ? ImportEffect::Same : ImportEffect::Differs;
}

/// `present` is every property, in the bin or not.
Result<ImportStep> importStep(const Vault::Private &vault, const PropertyWithKeys &bundled,
                              const QList<recipes::Property> &present)
{
    const recipes::Property &property = bundled.property;
    const auto effect = effectOf(vault, bundled);
    if (!effect) {
        return std::unexpected(effect.error());
    }
    ImportStep step{*effect, property.id, property.name, int(property.keys.versions().size())};
    if (*effect == ImportEffect::Differs || *effect == ImportEffect::InBin) {
        auto copy = copyOf(vault, bundled, present);
        if (!copy) {
            return std::unexpected(copy.error());
        }
        if (!copy->isEmpty()) {
            step.effect = ImportEffect::Same;
            step.copyName = *std::move(copy);
        }
    }
    return step;
}

/// As it was where it comes from: every version with its status and dates. With another name it is a copy
/// beside what is here.
Result<recipes::Property> writeImported(const Vault::Private &vault, Change *change,
                                        const PropertyWithKeys &bundled,
                                        const std::optional<QString> &nameOfCopy)
{
    StoredProperty stored{bundled.property, {}};
    recipes::Property &property = stored.property;
    property.revision = 1;
    property.removedAt.reset();
    if (nameOfCopy) {
        property.id = QString::fromLatin1(crypto::randomBytes(16).toHex());
        property.name = *nameOfCopy;
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
    const auto reading = d->beginReading();
    if (!reading) {
        return std::unexpected(reading.error());
    }
    const auto present = d->records.readAll(reading->manifest);
    if (!present) {
        return std::unexpected(present.error());
    }
    QList<ImportStep> steps;
    for (const PropertyWithKeys &bundled : bundle.properties) {
        auto step = importStep(*d, bundled, *present);
        if (!step) {
            return std::unexpected(step.error());
        }
        step->isNameTaken = std::ranges::any_of(*present, [&](const recipes::Property &other) {
            return other.name == step->name && other.id != step->propertyId && !other.removedAt;
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
    const auto present = d->records.readAll(change->manifest);
    if (!present) {
        return std::unexpected(present.error());
    }
    QList<recipes::Property> imported;
    for (const PropertyWithKeys &bundled : bundle.properties) {
        if (!chosen.contains(bundled.property.id)) {
            continue;
        }
        const auto step =
            importStep(*d, bundled, *present); // again: the vault may have changed since the preview
        if (!step) {
            return std::unexpected(step.error());
        }
        if (step->effect == ImportEffect::Same) {
            continue;
        }
        std::optional<QString> nameOfCopy;
        if (step->effect != ImportEffect::New) {
            nameOfCopy = nameOfNextCopy(step->name, *present + imported);
        }
        auto written = writeImported(*d, &*change, bundled, nameOfCopy);
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
