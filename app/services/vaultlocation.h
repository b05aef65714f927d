#pragma once

#include <QString>

namespace countersign::services {

/// The environment variable that names another vault than the default one.
inline constexpr const char *vaultVariable = "COUNTERSIGN_VAULT";

/// Where the vault lies unless told otherwise: what COUNTERSIGN_VAULT says, else
/// "Countersign/vault.countersign" in the platform's folder for application data. The console and the
/// command line share it.
QString defaultVaultPath();

/// Where a demo vault lies unless told otherwise: never in the place of the default one.
QString demoVaultPath();

/// Where both programs remember which state of each vault they saw last.
QString seenVaultsFolder();

} // namespace countersign::services
