#pragma once

#include "core/vault/recordstore.h"
#include "core/vault/vaultfile.h"

namespace countersign::vault {

/// A vault file that was just made, and the keys to it.
struct CreatedVault
{
    VaultFileHeader header;
    VaultKeys keys;
};

/// Makes an empty vault, owner-only, whole or not at all: it is built beside its place and moved there.
/// Fails with VaultExists when something lies at the path, InvalidInput for parameters out of bounds.
Result<CreatedVault> createVaultFile(const QString &path, const SecretBytes &passphrase,
                                     const crypto::ScryptParameters &kdf, const Actor &actor,
                                     const Clock &clock);

} // namespace countersign::vault
