#include "core/vault/vaultprivate_p.h"
#include "core/vault/vaultschema_p.h"

using namespace Qt::StringLiterals;

namespace countersign::vault {

/// Format 2 seals as format 1 did, so nothing is sealed anew: the stamp and the manifest say the new format,
/// and from then on a program that knows no bin and no recovery key refuses the file instead of misreading
/// it.
Result<Change> Vault::Private::upgradeFirst(Transaction outdated)
{
    {
        const Transaction ended = std::move(outdated);
    }
    if (auto kept = backUpInto({}, BackupReason::BeforeUpgrade, Copying::Verified); !kept) {
        return std::unexpected(kept.error());
    }
    auto transaction = Transaction::begin(*store, Transaction::Kind::Write);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    auto manifest = readManifest(*store, envelope);
    if (!manifest) {
        return std::unexpected(manifest.error());
    }
    Change change{std::move(*transaction), std::move(*manifest), {}};
    const int before = std::exchange(change.manifest.format, vaultFormatVersion);
    if (before < vaultFormatVersion) { // else another program was faster
        const QString stamp = u"PRAGMA user_version=%1"_s.arg(vaultFormatVersion);
        if (auto stamped = store->execute(stamp); !stamped) {
            return std::unexpected(stamped.error());
        }
        const QString formats = u"format %1 to %2"_s.arg(before).arg(vaultFormatVersion);
        if (auto logged = log(&change, {ActivityKind::VaultUpgraded, 0, formats}, nullptr); !logged) {
            return std::unexpected(logged.error());
        }
    }
    header.formatVersion = vaultFormatVersion;
    return change;
}

} // namespace countersign::vault
