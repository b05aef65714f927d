#pragma once

#include "core/crypto/aead.h"

namespace countersign::vault {

enum class RecordKind : quint8 { Property = 1, KeyMaterial = 2, Activity = 3, Manifest = 4 };

/// Where a sealed record belongs. All of it is authenticated with the record, so a row that was moved,
/// swapped or put back from an older copy does not open.
struct RecordPlace
{
    RecordKind kind;
    QByteArray id;
    quint64 version = 0; ///< raised each time the record is written
};

/// Seals records under the vault's data key, bound to the vault and their place in it.
class RecordSeal final
{
public:
    static Result<RecordSeal> create(const SecretBytes &dataKey, const QByteArray &vaultId);

    Result<QByteArray> seal(const RecordPlace &place, ByteView plaintext) const;
    /// Fails with VaultDamaged, naming the record.
    Result<SecretBytes> open(const RecordPlace &place, const QByteArray &sealed) const;

    /// The tag at the end of a sealed record: stands for its exact content.
    static QByteArray tagOf(const QByteArray &sealed) { return sealed.last(qsizetype(crypto::aeadTagSize)); }
    static bool isLongEnough(const QByteArray &sealed);

private:
    RecordSeal(crypto::AeadKey key, QByteArray vaultId)
        : m_key(std::move(key))
        , m_vaultId(std::move(vaultId))
    {
    }
    QByteArray associatedData(const RecordPlace &place) const;

    crypto::AeadKey m_key;
    QByteArray m_vaultId;
};

/// "property 9f3a…", for errors.
QString describePlace(const RecordPlace &place);

} // namespace countersign::vault
