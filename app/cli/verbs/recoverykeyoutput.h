#pragma once

#include "app/cli/session.h"
#include "app/cli/verb.h"

namespace countersign::cli {

/// --reveal and --recovery-key-out FILE: where a recovery key may go.
Option revealOption();
Option recoveryKeyOutOption();
/// Refuses both at once, neither where one is needed, and --reveal beside --json: the key would stand in the
/// document's place.
CliResult<void> checkRecoveryKeyOptions(const Session &session, Need need);
/// Writes it where the options say: to the new file, else to standard output.
CliResult<void> handOutRecoveryKey(Session &session, const SecretBytes &key);

} // namespace countersign::cli
