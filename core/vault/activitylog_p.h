#pragma once

#include "core/vault/activity.h"
#include "core/vault/manifest_p.h"

#include <functional>

namespace countersign::vault {

/// An entry and the mark of the record the change left behind, which tells later which record was exchanged.
struct LoggedEntry
{
    ActivityEntry entry;
    QByteArray recordMark; ///< empty when no record was written
};

/// Adds it at the end of the chain and moves the manifest's head. The sequence number is filled in.
Result<void> appendActivity(const SqlStore &store, const Envelope &envelope, LoggedEntry logged,
                            Manifest *manifest);

/// What the sealed row of an entry holds; VaultDamaged when it is malformed.
Result<LoggedEntry> deserializeActivity(ByteView bytes, qint64 sequence);
/// Walks the chain from its head backwards, checking each link against the one after it. Stops when `visit`
/// returns false. Fails with VaultDamaged at the first entry that was changed, moved or dropped.
Result<void> walkActivity(const SqlStore &store, const Envelope &envelope, const Manifest &manifest,
                          const std::function<bool(const LoggedEntry &)> &visit);

} // namespace countersign::vault
