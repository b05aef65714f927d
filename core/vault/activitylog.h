#pragma once

#include "core/vault/activity.h"
#include "core/vault/manifest.h"

namespace countersign::vault {

/// The record of what was done: sealed rows, each carrying the chain's link before it, the last link kept in
/// the manifest. An entry that was altered, dropped or cut off breaks the chain.
class ActivityLog final
{
public:
    static Result<ActivityLog> create(const SecretBytes &dataKey, const QByteArray &vaultId);

    /// Numbers the entry, writes it and moves the manifest's head on to it. Within a write transaction.
    Result<void> append(const SqlDatabase &database, const RecordSeal &seal, ActivityEntry entry,
                        Manifest *manifest) const;

    /// Newest first, at most `limit`, of one property unless `propertyId` is empty.
    static Result<QList<ActivityEntry>> read(const SqlDatabase &database, const RecordSeal &seal,
                                             const recipes::PropertyId &propertyId, int limit);

    /// Walks the chain; adds a sentence to `findings` for each break. Returns the number of entries.
    Result<int> check(const SqlDatabase &database, const RecordSeal &seal, const Manifest &manifest,
                      QStringList *findings) const;

private:
    explicit ActivityLog(crypto::MacKey chainKey)
        : m_chainKey(std::move(chainKey))
    {
    }
    QByteArray link(const QByteArray &previous, const QByteArray &sealed) const;

    crypto::MacKey m_chainKey;
};

} // namespace countersign::vault
