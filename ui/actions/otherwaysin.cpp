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

void OtherWaysIn::lookAt(const QString &path)
{
    m_thread.post([this, path, question = ++m_question](VaultThread::Slot &) {
        const auto ways = vault::otherWaysInto(path);
        const auto answer = [this, ways, question] {
            if (ways && question == m_question) {
                Q_EMIT found(*ways);
            }
        };
        QMetaObject::invokeMethod(this, answer, Qt::QueuedConnection);
    });
}

} // namespace countersign::ui
