#pragma once

#include "core/vault/recordstore.h"
#include "core/vault/vault.h"

namespace countersign::vault {

/// Opens everything there is and says what is wrong. Within a read transaction. Fails only when the file
/// cannot be read at all.
Result<VaultCheck> checkVault(const SqlDatabase &database, const VaultKeys &keys);

} // namespace countersign::vault
