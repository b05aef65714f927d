#pragma once

#include "core/crypto/mac.h"
#include "core/vault/recordseal.h"
#include "core/vault/sqldatabase.h"

namespace countersign::vault {

/// What must be in the vault as a whole: one sealed row that every change rewrites. A property record that
/// was dropped, added, or put back from an older copy, and activity that was cut off, no longer fit it.
struct Manifest
{
    quint64 version = 0; ///< raised by every change
    quint32 properties = 0;
    QByteArray sum; ///< exclusive or of a keyed digest of each property row
    qint64 activityEntries = 0;
    QByteArray activityHead; ///< the chain's last link
};

/// Identifies one exact property row.
struct PropertyRow
{
    QByteArray id;
    quint64 version = 0;
    QByteArray tag; ///< RecordSeal::tagOf
};

/// The sum is order-free and changes by one row at a time, so a save costs the same in a vault of ten and
/// of ten thousand properties.
class ManifestSum final
{
public:
    static Result<ManifestSum> create(const SecretBytes &dataKey, const QByteArray &vaultId);

    static QByteArray empty();
    /// Adds the row, or takes it out again when it is already in.
    void toggle(QByteArray *sum, const PropertyRow &row) const;

private:
    explicit ManifestSum(crypto::MacKey key)
        : m_key(std::move(key))
    {
    }
    crypto::MacKey m_key;
};

Result<Manifest> readManifest(const SqlDatabase &database, const RecordSeal &seal);
Result<void> writeManifest(const SqlDatabase &database, const RecordSeal &seal, const Manifest &manifest);

} // namespace countersign::vault
