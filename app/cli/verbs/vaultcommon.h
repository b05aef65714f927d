#pragma once

#include "app/cli/session.h"

namespace countersign::cli {

/// Refuses a place where something is already, and makes the folder of the default vault, which nobody
/// made by hand.
CliResult<void> makeRoomForVault(const QString &path);

/// What a vault says about itself before it is unlocked.
JsonObject headerToJson(const QString &path, const vault::VaultHeader &header);
QStringList headerJsonKeys();

} // namespace countersign::cli
