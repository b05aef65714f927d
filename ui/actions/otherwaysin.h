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

} // namespace countersign::ui
