#pragma once

#include "core/vault/sqlstore_p.h"

namespace countersign::vault {

/// Format 2 has a recovery key, a bin, and a manifest that says its format; a vault of format 1 is brought to
/// it by its first change, see vaultupgrade.cpp.
inline constexpr int vaultFormatVersion = 2;
inline constexpr int vaultApplicationId = 0x43534e56; // "CSNV"

/// Makes the tables of an empty file and stamps it.
Result<void> createSchema(const SqlStore &store);
/// Whether the file is a vault of a format this program reads, with exactly the tables of that format: no
/// trigger, view or index slipped in. Fails with NotAVault, VaultDamaged or VaultTooNew.
Result<void> checkSchema(const SqlStore &store);
/// What can be told without SQLite: fails with VaultNotFound, ReadFailed, NotAVault or VaultDamaged.
Result<void> checkVaultFile(const QString &path);

} // namespace countersign::vault
