#pragma once

#include "core/vault/vault.h"

namespace countersign::vault {

// A random key that opens the vault beside its passphrase, for the desktop's keyring to keep: the passphrase
// itself is never given away. It has a key slot of its own, which a new data key ends.

/// What opens a vault beside its passphrase. Not authenticated.
struct OtherWays
{
    QString vaultId;
    bool recoveryKey = false;
    bool keyringKey = false;
};

/// Reads the header alone; fails as Vault::readHeader() does.
Result<OtherWays> otherWaysInto(const QString &path);

/// Lets 32 random bytes open the vault; a key set before no longer does. WrongPassphrase, or InvalidInput for
/// a key of another length.
Result<void> setKeyringKey(const Vault &vault, const SecretBytes &passphrase, const SecretBytes &key);
Result<void> removeKeyringKey(const Vault &vault); ///< InvalidInput when there is none

/// WrongPassphrase for a key that was not set or no longer is. Such tries are not counted: nobody guesses
/// them.
Result<std::unique_ptr<Vault>> openWithKeyringKey(const QString &path, const SecretBytes &key, Actor actor,
                                                  const Clock &clock, const VaultMemory &memory = {});

} // namespace countersign::vault
