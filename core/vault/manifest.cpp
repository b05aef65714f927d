#include "core/vault/manifest_p.h"

#include "core/vault/cborrecord_p.h"
#include "core/vault/vaultschema_p.h"

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

QByteArray serialize(const Manifest &manifest)
{
    CborRecordWriter out;
    out.write(manifest.recordCount);
    out.write(manifest.recordsHash);
    out.write(manifest.activityCount);
    out.write(manifest.activityHead);
    out.write(manifest.slotsDigest);
    if (manifest.format > 1) {
        out.write(qint64{manifest.format});
        out.write(manifest.rekeyedAt);
    }
    return out.finish();
}

} // namespace

Result<Manifest> deserializeManifest(ByteView bytes, qint64 generation)
{
    CborRecordReader in(bytes);
    Manifest manifest;
    manifest.generation = generation;
    manifest.recordCount = in.number();
    manifest.recordsHash = in.bytes();
    manifest.activityCount = in.number();
    manifest.activityHead = in.bytes();
    manifest.slotsDigest = in.bytes();
    if (in.hasNext()) {
        manifest.format = static_cast<int>(in.number());
        manifest.rekeyedAt = in.number();
    }
    in.leaveList();
    if (!in.isGood() || manifest.recordsHash.size() != linkSize || manifest.activityHead.size() != linkSize) {
        return damaged(u"the manifest is malformed"_s);
    }
    return manifest;
}

Manifest emptyManifest()
{
    Manifest manifest;
    manifest.format = vaultFormatVersion;
    manifest.recordsHash = QByteArray(linkSize, '\0');
    manifest.activityHead = QByteArray(linkSize, '\0');
    return manifest;
}

Result<Manifest> readManifest(const SqlStore &store, const Envelope &envelope)
{
    const auto row = store.selectOne(u"SELECT generation, sealed FROM manifest"_s);
    if (!row) {
        return std::unexpected(row.error());
    }
    const qint64 generation = (*row)[0].toLongLong();
    const auto opened = envelope.open((*row)[1].toByteArray(), {RecordKind::Manifest, {}, generation});
    if (!opened) {
        return damaged(u"the manifest: "_s + opened.error().detail);
    }
    return deserializeManifest(opened->bytes(), generation);
}

Result<void> writeManifest(const SqlStore &store, const Envelope &envelope, Manifest *manifest)
{
    ++manifest->generation;
    const auto sealed =
        envelope.seal(bytesOf(serialize(*manifest)), {RecordKind::Manifest, {}, manifest->generation});
    if (!sealed) {
        return std::unexpected(sealed.error());
    }
    auto written = store.execute(u"INSERT OR REPLACE INTO manifest(id, generation, sealed) VALUES(1, ?, ?)"_s,
                                 {manifest->generation, *sealed});
    if (!written) {
        return std::unexpected(written.error());
    }
    return {};
}

QByteArray recordHash(const Envelope &envelope, int kind, const QString &id, qint64 revision,
                      QByteArrayView tag)
{
    QByteArray row = "record";
    row.reserve(128);
    appendNumber(&row, kind);
    appendNumber(&row, revision);
    appendNumber(&row, tag.size());
    row.append(tag).append(id.toUtf8());
    return envelope.mac(bytesOf(row));
}

void exclusiveOr(QByteArray *hash, const QByteArray &other)
{
    char *bytes = hash->data();
    for (qsizetype i = 0; i < qMin(hash->size(), other.size()); ++i) {
        bytes[i] = static_cast<char>(bytes[i] ^ other[i]);
    }
}

} // namespace countersign::vault
