#pragma once

#include "core/base/secretbytes.h"
#include "core/vault/sqlstore_p.h"
#include "core/vault/vault.h"

#include <functional>

namespace countersign::vault {

/// Passphrase and salt to 32 bytes: scrypt, but for tests that open a vault a thousand times.
using SlotKeyDerivation =
    std::function<Result<SecretBytes>(const QByteArray &salt, const crypto::ScryptParameters &parameters)>;
SlotKeyDerivation derivationFrom(const SecretBytes &passphrase);

/// What opens a slot. Each vault has one slot of the first kind and at most one of each other.
enum class SlotKind { Passphrase = 1, RecoveryKey = 2, Keyring = 3 };

/// One way to the data key: wrapped under what its key derivation makes of a passphrase or a recovery key.
struct KeySlot
{
    SlotKind kind = SlotKind::Passphrase;
    QString kdf = QStringLiteral("scrypt");
    crypto::ScryptParameters parameters;
    QByteArray salt;
    QByteArray wrappedKey;
    QByteArray commitment; ///< to the derived key: tells a wrong passphrase from a damaged slot
    QByteArray checksum;   ///< of all of the above: tells an accident from a wrong passphrase

    /// Of the row: the number of its kind.
    int id() const { return static_cast<int>(kind); }
    /// Everything that must not change unnoticed, in one run of bytes.
    QByteArray canonical() const;
    QByteArray expectedChecksum() const;
};

Result<KeySlot> wrapDataKey(SlotKind kind, const SecretBytes &dataKey, const QByteArray &vaultId,
                            const crypto::ScryptParameters &parameters, const SlotKeyDerivation &derive);
/// Fails with WrongPassphrase, or VaultDamaged for a slot that was changed.
Result<SecretBytes> unwrapDataKey(const KeySlot &slot, const QByteArray &vaultId,
                                  const SlotKeyDerivation &derive);

/// All slots by id. Fails with VaultDamaged for parameters out of bounds, before anything is derived.
Result<std::vector<KeySlot>> readSlots(const SqlStore &store);
/// The slot of that kind, or null.
const KeySlot *findSlot(const std::vector<KeySlot> &keySlots, SlotKind kind);
Result<void> writeSlot(const SqlStore &store, const KeySlot &slot);
Result<void> removeSlot(const SqlStore &store, SlotKind kind);
/// Over all slots and the header's time, for the manifest.
QByteArray slotsDigest(Timestamp createdAt, const std::vector<KeySlot> &keySlots);

} // namespace countersign::vault
