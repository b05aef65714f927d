#include "core/vault/manifest.h"

#include "core/crypto/kdf.h"

#include <QDataStream>
#include <QIODevice>

using namespace Qt::StringLiterals;

namespace countersign::vault {
namespace {

constexpr qsizetype sumSize = 32;

RecordPlace placeOf(quint64 version)
{
    return {RecordKind::Manifest, {}, version};
}

QByteArray serialize(const Manifest &manifest)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << manifest.properties << manifest.sum << manifest.activityEntries << manifest.activityHead;
    return bytes;
}

Result<Manifest> deserialize(ByteView bytes, quint64 version)
{
    QDataStream stream(QByteArray::fromRawData(viewOf(bytes).data(), viewOf(bytes).size()));
    stream.setVersion(QDataStream::Qt_6_4);
    Manifest manifest;
    manifest.version = version;
    stream >> manifest.properties >> manifest.sum >> manifest.activityEntries >> manifest.activityHead;
    if (stream.status() != QDataStream::Ok || manifest.sum.size() != sumSize) {
        return failure(ErrorCode::VaultDamaged, u"the manifest cannot be read"_s);
    }
    return manifest;
}

} // namespace

Result<ManifestSum> ManifestSum::create(const SecretBytes &dataKey, const QByteArray &vaultId)
{
    return crypto::hkdf(dataKey, bytesOf(vaultId), bytesOf("countersign manifest"), 32) |
           andThen([](const SecretBytes &key) {
               return crypto::MacKey::create(crypto::HashAlgorithm::Sha256, key.bytes());
           }) |
           transformed([](crypto::MacKey key) { return ManifestSum(std::move(key)); });
}

QByteArray ManifestSum::empty()
{
    return QByteArray(sumSize, '\0');
}

void ManifestSum::toggle(QByteArray *sum, const PropertyRow &row) const
{
    const QByteArray digest =
        m_key.computeMac(bytesOf(row.id + QByteArray::number(row.version) + '/' + row.tag));
    char *bytes = sum->data();
    for (qsizetype i = 0; i < sumSize; ++i) {
        bytes[i] = static_cast<char>(bytes[i] ^ digest[i]);
    }
}

Result<Manifest> readManifest(const SqlDatabase &database, const RecordSeal &seal)
{
    auto query = database.run(u"SELECT version, sealed FROM manifest"_s);
    if (!query) {
        return std::unexpected(query.error());
    }
    if (!query->next()) {
        return failure(ErrorCode::VaultDamaged, u"the manifest is missing"_s);
    }
    const quint64 version = query->value(0).toULongLong();
    return seal.open(placeOf(version), query->value(1).toByteArray()) |
           andThen([version](const SecretBytes &bytes) { return deserialize(bytes.bytes(), version); });
}

Result<void> writeManifest(const SqlDatabase &database, const RecordSeal &seal, const Manifest &manifest)
{
    const auto sealed = seal.seal(placeOf(manifest.version), bytesOf(serialize(manifest)));
    if (!sealed) {
        return std::unexpected(sealed.error());
    }
    const auto written =
        database.run(u"INSERT OR REPLACE INTO manifest (id, version, sealed) VALUES (1, ?, ?)"_s,
                     {manifest.version, *sealed});
    return written ? Result<void>() : std::unexpected(written.error());
}

} // namespace countersign::vault
