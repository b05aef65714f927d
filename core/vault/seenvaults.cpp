#include "core/vault/seenvaults_p.h"

#include "core/base/nativefile_p.h"

#include <QDir>

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

constexpr qsizetype noteSize = 8 + linkSize;

QByteArray messageFor(const QByteArray &vaultId, qint64 generation)
{
    QByteArray message = vaultId;
    appendNumber(&message, generation);
    return message;
}

Result<void> writeNote(const QString &temporary, const QByteArray &note)
{
    auto file = NativeFile::create(temporary, FileAccess::OwnerOnly);
    if (!file) {
        return std::unexpected(file.error());
    }
    if (auto written = file->write(bytesOf(note)); !written) {
        return written;
    }
    return file->close();
}

} // namespace

SeenVault::SeenVault(const QString &folder, const QByteArray &vaultId)
    : m_file(folder + u'/' + QString::fromLatin1(vaultId.toHex()))
    , m_vaultId(vaultId)
{
}

Result<void> SeenVault::compare(const Manifest &manifest, const Envelope &envelope) const
{
    const auto note = readFile(m_file, noteSize);
    if (!note || note->size() != noteSize) {
        return {}; // never seen, or a note that a kill cut short
    }
    const qint64 seen = qFromBigEndian<qint64>(note->constData());
    const bool isGenuine = equalConstantTime(bytesOf(note->last(linkSize)),
                                             bytesOf(envelope.seenMac(bytesOf(messageFor(m_vaultId, seen)))));
    // A note under an earlier data key is as it should be when that key was given up after what was seen.
    const bool isSuperseded = !isGenuine && manifest.rekeyedAt > seen;
    if (isSuperseded || (isGenuine && manifest.generation >= seen)) {
        return {};
    }
    return failure(ErrorCode::VaultOlder,
                   u"change %1; change %2 was seen here"_s.arg(manifest.generation).arg(seen));
}

void SeenVault::remember(const Manifest &manifest, const Envelope &envelope) const
{
    const QString folder = QFileInfo(m_file).path();
    const QString temporary = temporaryNameFor(m_file);
    QByteArray note;
    appendNumber(&note, manifest.generation);
    note += envelope.seenMac(bytesOf(messageFor(m_vaultId, manifest.generation)));
    if (QDir().mkpath(folder) &&
        (!writeNote(temporary, note) || !moveIntoPlace(temporary, m_file, Overwrite::Yes))) {
        removeFile(temporary);
    }
}

} // namespace countersign::vault
