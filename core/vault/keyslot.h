#pragma once

#include "core/crypto/kdf.h"

#include <QByteArray>

namespace countersign::vault {

/// One way to the vault's data key: the key wrapped under a passphrase.
struct KeySlot
{
    crypto::ScryptParameters kdf;
    QByteArray salt;       ///< 32 bytes
    QByteArray commitment; ///< 32 bytes: stands for the passphrase's key, so that no other can open the slot
    QByteArray wrappedKey; ///< sealed data key
    QByteArray checksum;   ///< SHA-256 of the rest: tells a damaged slot from a wrong passphrase
};

/// What the slot is bound to besides the passphrase.
struct SlotBinding
{
    QByteArray vaultId;
    qint64 createdAt = 0;
};

/// Derives a key from the passphrase and wraps the data key with it.
Result<KeySlot> sealSlot(const SecretBytes &dataKey, const SecretBytes &passphrase,
                         const crypto::ScryptParameters &kdf, const SlotBinding &binding);

/// The data key. Fails with VaultDamaged when the recorded parameters are out of bounds or the slot was
/// altered, and with WrongPassphrase.
Result<SecretBytes> openSlot(const KeySlot &slot, const SecretBytes &passphrase, const SlotBinding &binding);

} // namespace countersign::vault
