#include "ui/actions/otherwaysin.h"

namespace countersign::ui {

namespace {

constexpr std::chrono::milliseconds unlockTarget{700};

} // namespace

Result<std::unique_ptr<vault::Vault>> recoverVault(const QString &path, const SecretBytes &recoveryKey,
                                                   const SecretBytes &newPassphrase, const VaultUser &user,
                                                   vault::OlderCopy olderCopy)
{
    auto vault = vault::Vault::openWithRecoveryKey(path, recoveryKey, user.actor, *user.clock,
                                                   {user.memoryFolder, olderCopy});
    if (!vault) {
        return vault;
    }
    const auto kdf = crypto::calibrateScrypt(unlockTarget);
    if (auto set = (*vault)->resetPassphrase(recoveryKey, newPassphrase, kdf); !set) {
        return std::unexpected(set.error());
    }
    return vault;
}

Result<std::unique_ptr<vault::Vault>> openByKeyring(const QString &path, const SecretBytes &key,
                                                    const VaultUser &user, vault::OlderCopy olderCopy)
{
    return vault::openWithKeyringKey(path, key, user.actor, *user.clock, {user.memoryFolder, olderCopy});
}

Result<std::unique_ptr<vault::Vault>> openReplacedByBackup(const QString &path, const QString &backup,
                                                           const SecretBytes &passphrase,
                                                           const VaultUser &user)
{
    const vault::VaultMemory memory{user.memoryFolder, vault::OlderCopy::Accept};
    const auto aside =
        vault::Vault::replaceByBackup(path, backup, passphrase, user.actor, *user.clock, memory);
    if (!aside) {
        return std::unexpected(aside.error());
    }
    return vault::Vault::open(path, passphrase, user.actor, *user.clock, memory);
}

} // namespace countersign::ui
