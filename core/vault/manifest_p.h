#pragma once

#include "core/vault/envelope_p.h"
#include "core/vault/sqlstore_p.h"

namespace countersign::vault {

/// Binds all rows into one: which records there are, where the activity ends, which slots open the vault.
/// One small row, so that a change need not touch what it does not change.
///
/// The records are bound by the exclusive-or of a keyed hash of each (Bellare and Micciancio's XHASH): a
/// record's hash is taken out and put in as it changes. The hashes never leave the vault unsealed and a
/// record's name occurs once, so no other set of rows can be made to fit.
struct Manifest
{
    qint64 generation = 0; ///< raised by every change
    int format = 1;        ///< of the file; the same as its stamp
    qint64 rekeyedAt = 0;  ///< the generation that began with another data key; 0: none did
    qint64 recordCount = 0;
    QByteArray recordsHash;
    qint64 activityCount = 0;
    QByteArray activityHead; ///< the link of the last entry
    QByteArray slotsDigest;
};

inline constexpr qsizetype linkSize = 32;
Manifest emptyManifest();

/// Fails with VaultDamaged when it does not open.
Result<Manifest> readManifest(const SqlStore &store, const Envelope &envelope);
/// What the sealed row holds; VaultDamaged when it is malformed.
Result<Manifest> deserializeManifest(ByteView bytes, qint64 generation);
/// Raises the generation and writes it in place.
Result<void> writeManifest(const SqlStore &store, const Envelope &envelope, Manifest *manifest);

/// The keyed hash of one record's row. The seal's tag stands for its contents.
QByteArray recordHash(const Envelope &envelope, int kind, const QString &id, qint64 revision,
                      QByteArrayView tag);
void exclusiveOr(QByteArray *hash, const QByteArray &other);

} // namespace countersign::vault
