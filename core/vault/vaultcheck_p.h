#pragma once

#include "core/vault/recordset_p.h"
#include "core/vault/vault.h"

namespace countersign::vault {

/// Opens everything in one file, within the caller's transaction. Goes on after every finding.
VaultCheck checkContents(const SqlStore &store, const Envelope &envelope, RecordSet *records,
                         const Manifest &manifest);

} // namespace countersign::vault
