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

/// One of the vault's changes of a single version: Vault::promoteKey and its like.
using KeyChange = Result<recipes::Property> (vault::Vault::*)(const recipes::Property &, int);
/// Changes the typed version of the property and prints its keys, after "Version 2 is revoked.".
VerbResult changeVersion(Session &session, KeyChange change, QLatin1StringView isNow);
/// The same for a property and version that are read already.
VerbResult changeVersion(Session &session, const recipes::Property &property, int version, KeyChange change,
                         QLatin1StringView isNow);

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
