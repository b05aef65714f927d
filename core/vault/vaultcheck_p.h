#pragma once

#include "core/vault/recordset_p.h"
#include "core/vault/vault.h"

namespace countersign::vault {

/// Opens everything in one file, within the caller's transaction. Goes on after every finding. Fails with
/// Cancelled when the watch stops it.
Result<VaultCheck> checkContents(const SqlStore &store, const Envelope &envelope, RecordSet *records,
                                 const Manifest &manifest, const CheckWatch &watch = {});

} // namespace countersign::vault
