#pragma once

#include "tests/support/maskedbytes.h"

#include <QList>
#include <QString>

#include <utility>

namespace countersign::test {

using NamedSecret = std::pair<QString, MaskedBytes>;

/// Every key a vault file holds or derives, read by another process: this one never has them in its memory.
/// `program` is called again with secretsOption and answers with tellSecrets(). Empty when that failed.
QList<NamedSecret> secretsOf(const QString &program, const QString &vaultPath);

inline constexpr const char *secretsOption = "--tell-secrets";

/// Prints them, masked; returns the exit code.
int tellSecrets(const QString &vaultPath, const MaskedBytes &passphrase);

} // namespace countersign::test
