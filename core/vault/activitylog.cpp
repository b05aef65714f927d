#include "core/vault/activitylog.h"

#include "core/crypto/kdf.h"

#include <QDataStream>
#include <QIODevice>

using namespace Qt::StringLiterals;

namespace countersign::vault {
namespace {

RecordPlace placeOf(qint64 sequence)
{
    return {RecordKind::Activity, {}, static_cast<quint64>(sequence)};
}

QByteArray serialize(const ActivityEntry &entry)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << qint64{entry.at.time_since_epoch().count()} << entry.actor.user << entry.actor.machine
           << static_cast<quint8>(entry.kind) << entry.propertyId << entry.propertyName
           << qint32{entry.keyVersion} << entry.detail;
    return bytes;
}

Result<ActivityEntry> deserialize(ByteView bytes, qint64 sequence)
{
    QDataStream stream(QByteArray::fromRawData(viewOf(bytes).data(), viewOf(bytes).size()));
    stream.setVersion(QDataStream::Qt_6_4);
    ActivityEntry entry;
    entry.sequence = sequence;
    qint64 at = 0;
    quint8 kind = 0;
    qint32 keyVersion = 0;
    stream >> at >> entry.actor.user >> entry.actor.machine >> kind >> entry.propertyId >>
        entry.propertyName >> keyVersion >> entry.detail;
    if (stream.status() != QDataStream::Ok || kind > static_cast<quint8>(ActivityKind::SnippetExported)) {
        return failure(ErrorCode::VaultDamaged, u"activity entry %1 cannot be read"_s.arg(sequence));
    }
    entry.at = Timestamp(std::chrono::seconds(at));
    entry.kind = static_cast<ActivityKind>(kind);
    entry.keyVersion = keyVersion;
    return entry;
}

Result<ActivityEntry> openEntry(const RecordSeal &seal, qint64 sequence, const QByteArray &sealed)
{
    return seal.open(placeOf(sequence), sealed) |
           andThen([sequence](const SecretBytes &bytes) { return deserialize(bytes.bytes(), sequence); });
}

} // namespace

Result<ActivityLog> ActivityLog::create(const SecretBytes &dataKey, const QByteArray &vaultId)
{
    return crypto::hkdf(dataKey, bytesOf(vaultId), bytesOf("countersign activity"), 32) |
           andThen([](const SecretBytes &key) {
               return crypto::MacKey::create(crypto::HashAlgorithm::Sha256, key.bytes());
           }) |
           transformed([](crypto::MacKey key) { return ActivityLog(std::move(key)); });
}

Result<void> ActivityLog::append(const SqlDatabase &database, const RecordSeal &seal, ActivityEntry entry,
                                 Manifest *manifest) const
{
    const qint64 sequence = manifest->activityEntries + 1;
    const auto sealed = seal.seal(placeOf(sequence), bytesOf(serialize(entry)));
    if (!sealed) {
        return std::unexpected(sealed.error());
    }
    const auto written =
        database.run(u"INSERT INTO activity (sequence, sealed) VALUES (?, ?)"_s, {sequence, *sealed});
    if (!written) {
        return std::unexpected(written.error());
    }
    manifest->activityEntries = sequence;
    manifest->activityHead = link(manifest->activityHead, *sealed);
    return {};
}

Result<QList<ActivityEntry>> ActivityLog::read(const SqlDatabase &database, const RecordSeal &seal,
                                               const recipes::PropertyId &propertyId, int limit)
{
    auto query = database.run(u"SELECT sequence, sealed FROM activity ORDER BY sequence DESC"_s);
    if (!query) {
        return std::unexpected(query.error());
    }
    QList<ActivityEntry> entries;
    while (entries.size() < limit && query->next()) {
        auto entry = openEntry(seal, query->value(0).toLongLong(), query->value(1).toByteArray());
        if (!entry) {
            return std::unexpected(entry.error());
        }
        if (propertyId.isEmpty() || entry->propertyId == propertyId) {
            entries.append(*std::move(entry));
        }
    }
    return entries;
}

Result<int> ActivityLog::check(const SqlDatabase &database, const RecordSeal &seal, const Manifest &manifest,
                               QStringList *findings) const
{
    auto query = database.run(u"SELECT sequence, sealed FROM activity ORDER BY sequence"_s);
    if (!query) {
        return std::unexpected(query.error());
    }
    QByteArray head;
    int count = 0;
    while (query->next()) {
        const qint64 sequence = query->value(0).toLongLong();
        const QByteArray sealed = query->value(1).toByteArray();
        if (const auto entry = openEntry(seal, sequence, sealed); !entry) {
            findings->append(entry.error().detail + u'.');
        }
        head = link(head, sealed);
        ++count;
    }
    if (count != manifest.activityEntries || head != manifest.activityHead) {
        findings->append(
            u"The activity record was cut or altered: %1 entries where %2 are expected."_s.arg(count).arg(
                manifest.activityEntries));
    }
    return count;
}

QByteArray ActivityLog::link(const QByteArray &previous, const QByteArray &sealed) const
{
    return m_chainKey.computeMac(bytesOf(previous + sealed));
}

} // namespace countersign::vault
