#include "core/vault/keyringkey.h"

#include "core/crypto/aead.h"
#include "core/vault/vaultprivate_p.h"

using namespace Qt::StringLiterals;

namespace countersign::vault {

Result<OtherWays> otherWaysInto(const QString &path)
{
    const auto locked = openLocked(path);
    if (!locked) {
        return std::unexpected(locked.error());
    }
    return OtherWays{locked->header.vaultId, locked->header.hasRecoveryKey,
                     findSlot(locked->keySlots, SlotKind::Keyring) != nullptr};
}

Result<void> setKeyringKey(const Vault &vault, const SecretBytes &passphrase, const SecretBytes &key)
{
    if (key.size() != crypto::aeadKeySize) {
        return failure(ErrorCode::InvalidInput, u"a key for the keyring has 32 bytes"_s);
    }
    // As cheap as a slot may be: there is nothing to guess about random bytes.
    return VaultOpening::privateOf(vault).rewrap(
        {SlotKind::Passphrase, passphrase}, {SlotKind::Keyring, key}, {},
        {ActivityKind::RecoveryKeyMade, 0, u"for the desktop's keyring"_s});
}

Result<void> removeKeyringKey(const Vault &vault)
{
    return VaultOpening::privateOf(vault).dropSlot(
        SlotKind::Keyring, {ActivityKind::RecoveryKeyRemoved, 0, u"of the desktop's keyring"_s});
}

Result<std::unique_ptr<Vault>> openWithKeyringKey(const QString &path, const SecretBytes &key, Actor actor,
                                                  const Clock &clock, const VaultMemory &memory)
{
    auto vault = VaultOpening::open(path, derivationFrom(key), std::move(actor), clock, SlotKind::Keyring);
    return vault ? VaultOpening::enter(std::move(*vault), memory, u"with the desktop's keyring"_s)
                 : std::move(vault);
}

} // namespace countersign::vault
