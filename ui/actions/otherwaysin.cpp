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

} // namespace countersign::ui
