#pragma once

#include "core/verify/identityverifier.h"
#include "tests/cli/clirunner.h"
#include "ui/actions/vaultsession.h"

#include <memory>

namespace countersign::test {

/// The ids of the causes for one input, in their order, with a space between.
using Codes = QString;

/// A property of the vault and what is asked about it.
struct ParityScheme
{
    QString property; ///< its name
    QString proof;    ///< of the recipe's proofs
    QList<verify::VerificationRequest> requests;
};

/// Types into the real widgets of Verify and reads what stands there afterwards.
QList<Codes> codesOfWindow(cli::CliRunner &runner, const ParityScheme &scheme);
/// A run of `verify P --user-id … --hash …` for each.
QList<Codes> codesOfCommandLine(cli::CliRunner &runner, const ParityScheme &scheme);
/// One run of `verify P --csv` for all.
QList<Codes> codesOfList(cli::CliRunner &runner, const ParityScheme &scheme);

} // namespace countersign::test
