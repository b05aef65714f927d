#include "core/vault/propertyrecord.h"

#include <QDataStream>
#include <QIODevice>

using namespace Qt::StringLiterals;

namespace countersign::vault {
namespace {

constexpr quint8 recordFormat = 1;

qint64 secondsOf(Timestamp time)
{
    return time.time_since_epoch().count();
}

Timestamp timeOf(qint64 seconds)
{
    return Timestamp(std::chrono::seconds(seconds));
}

/// An optional enumerator as one byte; 255 for none.
template<typename Enum>
quint8 byteOf(const std::optional<Enum> &value)
{
    return value ? static_cast<quint8>(*value) : quint8{255};
}

template<typename Enum>
std::optional<Enum> enumOf(quint8 byte)
{
    return byte == 255 ? std::nullopt : std::optional(static_cast<Enum>(byte));
}

void write(QDataStream &stream, const keys::KeyVersion &version, const QByteArray &keyTag)
{
    const keys::KeyDescription &description = version.description;
    stream << qint32{version.number} << static_cast<quint8>(version.status)
           << static_cast<quint8>(version.origin) << secondsOf(version.createdAt)
           << secondsOf(version.statusSince)
           << (version.lastUsedAt ? secondsOf(*version.lastUsedAt) : qint64{-1})
           << static_cast<quint8>(description.type) << qint32{description.bits} << byteOf(description.curve)
           << byteOf(description.secretEncoding) << description.hasPrivatePart
           << description.fingerprint.toLatin1() << keyTag;
}

keys::KeyVersion readVersion(QDataStream &stream, PropertyRecord *record)
{
    keys::KeyVersion version;
    qint32 number = 0;
    qint32 bits = 0;
    quint8 status = 0, origin = 0, type = 0, curve = 0, encoding = 0;
    qint64 created = 0, since = 0, used = 0;
    QByteArray fingerprint, keyTag;
    stream >> number >> status >> origin >> created >> since >> used >> type >> bits >> curve >> encoding >>
        version.description.hasPrivatePart >> fingerprint >> keyTag;
    version.number = number;
    version.status = static_cast<keys::KeyStatus>(status);
    version.origin = static_cast<keys::KeyOrigin>(origin);
    version.createdAt = timeOf(created);
    version.statusSince = timeOf(since);
    version.lastUsedAt = used < 0 ? std::nullopt : std::optional(timeOf(used));
    version.description.type = static_cast<crypto::KeyType>(type);
    version.description.bits = bits;
    version.description.curve = enumOf<crypto::EcCurve>(curve);
    version.description.secretEncoding = enumOf<keys::SecretEncoding>(encoding);
    version.description.fingerprint = QString::fromLatin1(fingerprint);
    if (!keyTag.isEmpty()) {
        record->keyTags.insert(number, keyTag);
    }
    return version;
}

Result<void> readKeys(QDataStream &stream, PropertyRecord *record)
{
    qint32 count = 0;
    stream >> count;
    QList<keys::KeyVersion> versions;
    for (qint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        versions.append(readVersion(stream, record));
    }
    auto set = keys::KeySet::fromVersions(std::move(versions));
    if (!set) {
        return std::unexpected(set.error());
    }
    record->property.keys = *std::move(set);
    return {};
}

void readFields(QDataStream &stream, recipes::Property *property)
{
    quint8 enforcement = 0;
    qint32 rotateAfterDays = 0, revision = 0;
    qint64 created = 0, updated = 0;
    stream >> property->recipeId >> property->name >> property->environment >> property->platform >>
        property->fields >> property->tags >> property->notes >> enforcement >> rotateAfterDays >>
        property->archived >> created >> updated >> revision;
    property->enforcement = static_cast<recipes::Enforcement>(enforcement);
    property->rotateAfterDays = rotateAfterDays;
    property->createdAt = timeOf(created);
    property->updatedAt = timeOf(updated);
    property->revision = revision;
}

} // namespace

QByteArray serializeRecord(const PropertyRecord &record)
{
    const recipes::Property &property = record.property;
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << recordFormat << property.recipeId << property.name << property.environment << property.platform
           << property.fields << property.tags << property.notes << static_cast<quint8>(property.enforcement)
           << qint32{property.rotateAfterDays} << property.archived << secondsOf(property.createdAt)
           << secondsOf(property.updatedAt) << qint32{property.revision}
           << static_cast<qint32>(property.keys.versions().size());
    for (const keys::KeyVersion &version : property.keys.versions()) {
        write(stream, version, record.keyTags.value(version.number));
    }
    return bytes;
}

Result<PropertyRecord> deserializeRecord(ByteView bytes, const recipes::PropertyId &id)
{
    QDataStream stream(QByteArray::fromRawData(viewOf(bytes).data(), viewOf(bytes).size()));
    stream.setVersion(QDataStream::Qt_6_4);
    PropertyRecord record;
    record.property.id = id;
    quint8 format = 0;
    stream >> format;
    readFields(stream, &record.property);
    const auto keysRead = readKeys(stream, &record);
    if (format != recordFormat || !keysRead || stream.status() != QDataStream::Ok || !stream.atEnd()) {
        return failure(ErrorCode::VaultDamaged, u"the record of property %1 cannot be read"_s.arg(id));
    }
    return record;
}

} // namespace countersign::vault
