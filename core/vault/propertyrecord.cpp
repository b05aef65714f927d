#include "core/vault/propertyrecord_p.h"

#include "core/vault/cborrecord_p.h"

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

constexpr qint64 none = -1;
constexpr qsizetype versionFields = 13; ///< of one key version, description and tag included

template<typename Enum>
qint64 numberOf(const std::optional<Enum> &value)
{
    return value ? static_cast<qint64>(*value) : none;
}

template<typename Enum>
std::optional<Enum> optionalOf(qint64 value, Enum last)
{
    return value >= 0 && value <= static_cast<qint64>(last) ? std::optional(static_cast<Enum>(value))
                                                            : std::nullopt;
}

void writeDescription(CborRecordWriter *out, const keys::KeyDescription &description)
{
    out->write(static_cast<qint64>(description.type));
    out->write(qint64{description.bits});
    out->write(numberOf(description.curve));
    out->write(numberOf(description.secretEncoding));
    out->write(qint64{description.hasPrivatePart});
    out->write(description.fingerprint);
}

keys::KeyDescription readDescription(CborRecordReader *in)
{
    keys::KeyDescription description;
    description.type = in->enumerator(crypto::KeyType::Ed25519);
    description.bits = static_cast<int>(in->number());
    description.curve = optionalOf(in->number(), crypto::EcCurve::P521);
    description.secretEncoding = optionalOf(in->number(), keys::SecretEncoding::Base64);
    description.hasPrivatePart = in->number() != 0;
    description.fingerprint = in->text();
    return description;
}

void writeVersion(CborRecordWriter *out, const keys::KeyVersion &version, const QByteArray &materialTag)
{
    out->beginList(versionFields);
    out->write(qint64{version.number});
    out->write(static_cast<qint64>(version.status));
    writeDescription(out, version.description);
    out->write(static_cast<qint64>(version.origin));
    out->write(version.createdAt);
    out->write(version.statusSince);
    out->write(version.lastUsedAt ? qint64{version.lastUsedAt->time_since_epoch().count()} : none);
    out->write(materialTag);
    out->endList();
}

keys::KeyVersion readVersion(CborRecordReader *in, QByteArray *materialTag)
{
    keys::KeyVersion version;
    in->enterList();
    version.number = static_cast<int>(in->number());
    version.status = in->enumerator(keys::KeyStatus::Destroyed);
    version.description = readDescription(in);
    version.origin = in->enumerator(keys::KeyOrigin::Imported);
    version.createdAt = in->time();
    version.statusSince = in->time();
    if (const qint64 used = in->number(); used != none) {
        version.lastUsedAt = Timestamp{std::chrono::seconds{used}};
    }
    *materialTag = in->bytes();
    in->leaveList();
    return version;
}

void writeVersions(CborRecordWriter *out, const StoredProperty &stored)
{
    out->beginList(stored.property.keys.versions().size());
    for (const keys::KeyVersion &version : stored.property.keys.versions()) {
        writeVersion(out, version, stored.materialTags.value(version.number));
    }
    out->endList();
}

Result<void> readVersions(CborRecordReader *in, StoredProperty *stored)
{
    QList<keys::KeyVersion> versions;
    versions.reserve(in->enterList());
    while (in->hasNext()) {
        QByteArray materialTag;
        versions.append(readVersion(in, &materialTag));
        stored->materialTags.insert(versions.constLast().number, materialTag);
    }
    in->leaveList();
    auto set = keys::KeySet::fromVersions(std::move(versions));
    if (!set) {
        return std::unexpected(set.error());
    }
    stored->property.keys = std::move(*set);
    return {};
}

} // namespace

recipes::Property essenceOf(recipes::Property property)
{
    property.revision = 0;
    property.updatedAt = {};
    QList<keys::KeyVersion> versions = property.keys.versions();
    for (keys::KeyVersion &version : versions) {
        version.lastUsedAt.reset();
    }
    property.keys = keys::KeySet::fromVersions(std::move(versions)).value_or(property.keys);
    return property;
}

QByteArray serializeProperty(const StoredProperty &stored)
{
    const recipes::Property &property = stored.property;
    CborRecordWriter out;
    out.write(property.recipeId);
    out.write(property.name);
    out.write(property.environment);
    out.write(property.platform);
    out.write(property.fields);
    out.write(property.tags);
    out.write(property.notes);
    out.write(static_cast<qint64>(property.enforcement));
    out.write(qint64{property.rotateAfterDays});
    out.write(qint64{property.archived});
    out.write(property.createdAt);
    out.write(property.updatedAt);
    writeVersions(&out, stored);
    out.write(property.removedAt ? qint64{property.removedAt->time_since_epoch().count()} : none);
    return out.finish();
}

Result<StoredProperty> deserializeProperty(ByteView bytes)
{
    CborRecordReader in(bytes);
    StoredProperty stored;
    recipes::Property &property = stored.property;
    property.recipeId = in.text();
    property.name = in.text();
    property.environment = in.text();
    property.platform = in.text();
    property.fields = in.textMap();
    property.tags = in.texts();
    property.notes = in.text();
    property.enforcement = in.enumerator(recipes::Enforcement::On);
    property.rotateAfterDays = static_cast<int>(in.number());
    property.archived = in.number() != 0;
    property.createdAt = in.time();
    property.updatedAt = in.time();
    if (auto versions = readVersions(&in, &stored); !versions) {
        return std::unexpected(versions.error());
    }
    if (in.hasNext()) { // format 1 knew no bin
        const qint64 removed = in.number();
        property.removedAt =
            removed == none ? std::nullopt : std::optional(Timestamp{std::chrono::seconds{removed}});
    }
    in.leaveList();
    if (!in.isGood()) {
        return failure(ErrorCode::VaultDamaged, u"a property record is malformed"_s);
    }
    return stored;
}

} // namespace countersign::vault
