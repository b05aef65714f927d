#pragma once

#include "core/vault/keyringkey.h"

namespace countersign::ui {

/// Who opens vaults here, by which clock, and where the states of vaults seen last are noted.
struct VaultUser
{
    vault::Actor actor;
    const Clock *clock = nullptr; ///< outlives everything
    QString memoryFolder;         ///< empty: nowhere
};

/// Opens a vault with its recovery key and puts a new passphrase in place of the lost one. Fails as opening
/// and Vault::resetPassphrase() do.
Result<std::unique_ptr<vault::Vault>> recoverVault(const QString &path, const SecretBytes &recoveryKey,
                                                   const SecretBytes &newPassphrase, const VaultUser &user,
                                                   vault::OlderCopy olderCopy);

Result<std::unique_ptr<vault::Vault>> openByKeyring(const QString &path, const SecretBytes &key,
                                                    const VaultUser &user, vault::OlderCopy olderCopy);

/// Puts the backup in the vault's place and opens it. Fails as Vault::replaceByBackup() does.
Result<std::unique_ptr<vault::Vault>> openReplacedByBackup(const QString &path, const QString &backup,
                                                           const SecretBytes &passphrase,
                                                           const VaultUser &user);

} // namespace countersign::ui
