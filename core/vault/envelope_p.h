#pragma once

#include "core/crypto/aead.h"
#include "core/crypto/mac.h"

#include <QByteArray>
#include <QString>

namespace countersign::vault {

/// What a sealed row is. Part of what it is bound to; never renumbered.
enum class RecordKind : unsigned char { Slot = 1, Property = 2, Material = 3, Activity = 4, Manifest = 5 };

/// What a sealed row is bound to, beside the vault and the format.
struct RecordName
{
    RecordKind kind;
    QByteArray id;       ///< empty where there is only one
    qint64 revision = 0; ///< or a key version, or a sequence number
};

/// The data key and all that is derived from it: seals rows and computes the links between them.
class Envelope final
{
public:
    static Result<Envelope> create(const SecretBytes &dataKey, const QByteArray &vaultId);

    Result<QByteArray> seal(ByteView plaintext, const RecordName &name) const;
    /// Fails with VaultDamaged for a row that was changed, moved or sealed elsewhere.
    Result<SecretBytes> open(const QByteArray &sealed, const RecordName &name) const;
    QByteArray mac(ByteView message) const;
    /// For what this machine remembers of the vault; see seenvaults_p.h.
    QByteArray seenMac(ByteView message) const;
    /// Tells whether a data key is this vault's, so that no two can open one file to two contents.
    const QByteArray &commitment() const { return m_commitment; }

private:
    Envelope(QByteArray vaultId, crypto::AeadKey records, crypto::AeadKey material, crypto::MacKey chain,
             crypto::MacKey seen, QByteArray commitment);
    const crypto::AeadKey &keyFor(RecordKind kind) const;

    QByteArray m_vaultId;
    crypto::AeadKey m_records;
    crypto::AeadKey m_material;
    crypto::MacKey m_chain;
    crypto::MacKey m_seen;
    QByteArray m_commitment;
};

/// The associated data of a row: seal format | vault id (16) | kind | revision (8, big-endian) | id.
QByteArray associatedData(const QByteArray &vaultId, const RecordName &name);
void appendNumber(QByteArray *bytes, qint64 number); ///< 8 bytes, big-endian

} // namespace countersign::vault
