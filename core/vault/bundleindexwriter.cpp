#include "core/vault/bundleindex_p.h"
#include "core/vault/bundlenames_p.h"

#include "core/base/json.h"

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

template<typename Enum, std::size_t size>
QString nameOf(Enum value, const std::array<BundleName<Enum>, size> &names)
{
    for (const BundleName<Enum> &each : names) {
        if (each.value == value) {
            return QString::fromLatin1(each.name);
        }
    }
    Q_UNREACHABLE();
}

template<typename Enum, std::size_t size>
JsonValue nameOrNull(const std::optional<Enum> &value, const std::array<BundleName<Enum>, size> &names)
{
    return value ? JsonValue(nameOf(*value, names)) : JsonValue();
}

JsonValue toJson(Timestamp time)
{
    return std::int64_t{time.time_since_epoch().count()};
}

JsonArray toJson(const QStringList &texts)
{
    JsonArray array;
    for (const QString &text : texts) {
        array.append(text);
    }
    return array;
}

JsonObject toJson(const QMap<QString, QString> &texts)
{
    JsonObject object;
    for (auto each = texts.cbegin(); each != texts.cend(); ++each) {
        object.append({each.key(), each.value()});
    }
    return object;
}

JsonObject toJson(const keys::KeyDescription &description)
{
    return {{u"type"_s, nameOf(description.type, keyTypeNames)},
            {u"bits"_s, description.bits},
            {u"curve"_s, nameOrNull(description.curve, curveNames)},
            {u"encoding"_s, nameOrNull(description.secretEncoding, encodingNames)},
            {u"hasPrivatePart"_s, description.hasPrivatePart},
            {u"fingerprint"_s, description.fingerprint}};
}

JsonObject toJson(const keys::KeyVersion &version, std::size_t keySize)
{
    return {{u"version"_s, version.number},
            {u"status"_s, nameOf(version.status, statusNames)},
            {u"origin"_s, nameOf(version.origin, originNames)},
            {u"createdAt"_s, toJson(version.createdAt)},
            {u"statusSince"_s, toJson(version.statusSince)},
            {u"lastUsedAt"_s, version.lastUsedAt ? toJson(*version.lastUsedAt) : JsonValue()},
            {u"key"_s, toJson(version.description)},
            {u"keySize"_s, static_cast<std::int64_t>(keySize)}};
}

JsonObject toJson(const IndexedProperty &indexed)
{
    const recipes::Property &property = indexed.property;
    JsonArray versions;
    for (const keys::KeyVersion &version : property.keys.versions()) {
        versions.append(toJson(version, indexed.keySizes.value(version.number)));
    }
    return {{u"id"_s, property.id},
            {u"recipe"_s, property.recipeId},
            {u"name"_s, property.name},
            {u"environment"_s, property.environment},
            {u"platform"_s, property.platform},
            {u"fields"_s, toJson(property.fields)},
            {u"tags"_s, toJson(property.tags)},
            {u"notes"_s, property.notes},
            {u"enforcement"_s, nameOf(property.enforcement, enforcementNames)},
            {u"rotateAfterDays"_s, property.rotateAfterDays},
            {u"archived"_s, property.archived},
            {u"createdAt"_s, toJson(property.createdAt)},
            {u"updatedAt"_s, toJson(property.updatedAt)},
            {u"keyVersions"_s, versions}};
}

} // namespace

QByteArray writeBundleIndex(const BundleIndex &index)
{
    JsonArray properties;
    for (const IndexedProperty &indexed : index.properties) {
        properties.append(toJson(indexed));
    }
    return writeJson(JsonObject{{u"madeAt"_s, toJson(index.madeAt)}, {u"properties"_s, properties}});
}

} // namespace countersign::vault
