#pragma once

#include "app/cli/session.h"
#include "app/cli/verb.h"

namespace countersign::cli {

/// V: the number of a key version.
Operand versionOperand(Need need);
/// The typed number; fails with UnknownKeyVersion unless the property has it.
CliResult<int> versionOf(const Session &session, const recipes::Property &property);
/// The typed number, or the current version when none was typed.
CliResult<int> versionOrCurrent(const Session &session, const recipes::Property &property);

/// A key of the kind the recipe asks for, read from `path`; `--key-encoding` overrides the recipe's.
CliResult<keys::KeyMaterial> readKeyFor(Session &session, const recipes::Recipe &recipe, const QString &path);
/// A new key for a recipe whose keys the customer makes; refused where the vendor issues them.
CliResult<keys::KeyMaterial> generateKeyFor(const recipes::Recipe &recipe);

/// --key-encoding and --key-passphrase-file.
QList<Option> importOptions();

/// Prints the property's key versions after a change, or its JSON.
ExitCode reportKeys(Session &session, const recipes::Property &property, const QString &sentence);
QStringList keysJsonKeys();

} // namespace countersign::cli
