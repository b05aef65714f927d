#pragma once

#include "app/cli/session.h"
#include "app/cli/verb.h"

namespace countersign::cli {

/// Refuses a place where something is already, and makes the folder of the default vault, which nobody
/// made by hand.
CliResult<void> makeRoomForVault(const QString &path);

/// What a vault says about itself before it is unlocked.
JsonObject headerToJson(const QString &path, const vault::VaultHeader &header);
QStringList headerJsonKeys();

/// A vault opened for something that needs its passphrase once more.
struct OpenedVault
{
    std::unique_ptr<vault::Vault> vault;
    SecretBytes passphrase;
};
CliResult<OpenedVault> openWithPassphrase(Session &session);

} // namespace countersign::cli
