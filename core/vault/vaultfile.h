#pragma once

#include "core/vault/keyslot.h"
#include "core/vault/sqldatabase.h"
#include "core/vault/vault.h"

namespace countersign::vault {

inline constexpr int vaultFormatVersion = 1;

/// What the file says before it is unlocked.
struct VaultFileHeader
{
    VaultHeader header;
    QByteArray vaultId;
    KeySlot slot;

    SlotBinding binding() const { return {vaultId, header.createdAt.time_since_epoch().count()}; }
};

/// Makes the tables of an empty file.
Result<void> createSchema(const SqlDatabase &database);
Result<void> writeHeader(const SqlDatabase &database, const VaultFileHeader &header);
Result<void> writeSlot(const SqlDatabase &database, const KeySlot &slot);

/// Opens an existing vault file. Fails with VaultNotFound, ReadFailed, or as SqlDatabase::open().
Result<SqlDatabase> openVaultFile(const QString &path);
/// Fails with VaultDamaged when the file is no vault, with VaultTooNew when a later Countersign made it.
Result<VaultFileHeader> readFileHeader(const SqlDatabase &database);

} // namespace countersign::vault
