#include "core/vault/recoverykey.h"
#include "core/vault/vaultprivate_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

void replaceSlot(std::vector<KeySlot> *keySlots, const KeySlot &slot)
{
    std::erase_if(*keySlots, [&](const KeySlot &other) { return other.kind == slot.kind; });
    keySlots->push_back(slot);
    std::ranges::sort(*keySlots, {}, &KeySlot::id);
}

/// A recovery key as it is used; a passphrase as it is.
Result<SecretBytes> usable(SlotKind kind, const SecretBytes &secret)
{
    if (kind == SlotKind::RecoveryKey) {
        return parseRecoveryKey(secret.bytes());
    }
    return secret.clone();
}

/// A recovery key is what people ask for; a missing one of the keyring is nobody's mistake.
std::unexpected<Error> noSlot(SlotKind kind, ErrorCode otherwise)
{
    return kind == SlotKind::RecoveryKey ? failure(ErrorCode::NoRecoveryKey)
                                         : failure(otherwise, u"the vault has no key slot of that kind"_s);
}

} // namespace

Result<SecretBytes> unwrapWith(const std::vector<KeySlot> &keySlots, const QByteArray &vaultId, SlotKind kind,
                               const SlotKeyDerivation &derive)
{
    const KeySlot *slot = findSlot(keySlots, kind);
    if (!slot) {
        return noSlot(kind, ErrorCode::WrongPassphrase);
    }
    auto dataKey = unwrapDataKey(*slot, vaultId, derive);
    const bool isRefused = !dataKey && dataKey.error().code == ErrorCode::WrongPassphrase;
    if (isRefused && kind == SlotKind::RecoveryKey) {
        return failure(ErrorCode::WrongRecoveryKey);
    }
    return dataKey;
}

Result<void> Vault::Private::changeSlots(std::vector<KeySlot> before, const SlotEdit &edit,
                                         const Event &event)
{
    auto change = beginChange();
    if (!change) {
        return std::unexpected(change.error());
    }
    if (change->manifest.slotsDigest != slotsDigest(header.createdAt, before)) {
        return failure(ErrorCode::VaultConflict, u"the passphrase was changed meanwhile"_s);
    }
    if (auto edited = edit(&before); !edited) {
        return edited;
    }
    change->manifest.slotsDigest = slotsDigest(header.createdAt, before);
    if (auto logged = log(&*change, event, nullptr); !logged) {
        return logged;
    }
    auto committed = commit(std::move(*change));
    if (committed) {
        header.kdf = findSlot(before, SlotKind::Passphrase)->parameters;
        header.hasRecoveryKey = findSlot(before, SlotKind::RecoveryKey) != nullptr;
    }
    return committed;
}

/// The data key is not kept while the vault is open, so a new slot asks for one that opens.
Result<void> Vault::Private::rewrap(const SlotSecret &with, const SlotSecret &target,
                                    const crypto::ScryptParameters &kdf, const Event &event)
{
    if (target.secret.isEmpty()) {
        return failure(ErrorCode::InvalidInput, u"the new passphrase is empty"_s);
    }
    const auto key = usable(with.kind, with.secret);
    const auto newKey = usable(target.kind, target.secret);
    if (!key || !newKey) {
        return std::unexpected(key ? newKey.error() : key.error());
    }
    auto before = readSlots(*store);
    if (!before) {
        return std::unexpected(before.error());
    }
    const auto dataKey = unwrapWith(*before, vaultId, with.kind, derivationFrom(*key));
    if (!dataKey) {
        return std::unexpected(dataKey.error());
    }
    const auto slot = wrapDataKey(target.kind, *dataKey, vaultId, kdf, derivationFrom(*newKey));
    if (!slot) {
        return std::unexpected(slot.error());
    }
    const auto put = [&](std::vector<KeySlot> *keySlots) {
        replaceSlot(keySlots, *slot);
        return writeSlot(*store, *slot);
    };
    return changeSlots(std::move(*before), put, event);
}

Result<void> Vault::checkPassphrase(const SecretBytes &passphrase) const
{
    const auto keySlots = readSlots(*d->store);
    const auto key = usable(SlotKind::Passphrase, passphrase);
    if (!keySlots || !key) {
        return std::unexpected(keySlots ? key.error() : keySlots.error());
    }
    const auto dataKey = unwrapWith(*keySlots, d->vaultId, SlotKind::Passphrase, derivationFrom(*key));
    return dataKey ? Result<void>() : std::unexpected(dataKey.error());
}

Result<void> Vault::changePassphrase(const SecretBytes &oldPassphrase, const SecretBytes &newPassphrase,
                                     const crypto::ScryptParameters &kdf)
{
    return d->rewrap({SlotKind::Passphrase, oldPassphrase}, {SlotKind::Passphrase, newPassphrase}, kdf,
                     {ActivityKind::PassphraseChanged, 0, {}});
}

Result<void> Vault::resetPassphrase(const SecretBytes &recoveryKey, const SecretBytes &newPassphrase,
                                    const crypto::ScryptParameters &kdf)
{
    return d->rewrap({SlotKind::RecoveryKey, recoveryKey}, {SlotKind::Passphrase, newPassphrase}, kdf,
                     {ActivityKind::PassphraseChanged, 0, u"with the recovery key"_s});
}

Result<void> Vault::setRecoveryKey(const SecretBytes &passphrase, const SecretBytes &recoveryKey,
                                   const crypto::ScryptParameters &kdf)
{
    return d->rewrap({SlotKind::Passphrase, passphrase}, {SlotKind::RecoveryKey, recoveryKey}, kdf,
                     {ActivityKind::RecoveryKeyMade, 0, {}});
}

Result<void> Vault::Private::dropSlot(SlotKind kind, const Event &event)
{
    auto before = readSlots(*store);
    if (!before) {
        return std::unexpected(before.error());
    }
    if (!findSlot(*before, kind)) {
        return noSlot(kind, ErrorCode::InvalidInput);
    }
    const auto drop = [this, kind](std::vector<KeySlot> *keySlots) {
        std::erase_if(*keySlots, [kind](const KeySlot &slot) { return slot.kind == kind; });
        return removeSlot(*store, kind);
    };
    return changeSlots(std::move(*before), drop, event);
}

Result<void> Vault::removeRecoveryKey()
{
    return d->dropSlot(SlotKind::RecoveryKey, {ActivityKind::RecoveryKeyRemoved, 0, {}});
}

} // namespace countersign::vault
