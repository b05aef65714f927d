#pragma once

#include "app/cli/session.h"

namespace countersign::cli {

/// A secret from a file, or from standard input when `path` is "-"; `purpose` names it when two ask for that.
CliResult<SecretBytes> readSecretInput(Session &session, const QString &path, const QString &purpose);
/// The first line of a file or of standard input. Standard input can hold several, one after the other.
CliResult<SecretBytes> readPassphraseFile(Session &session, const QString &path);

/// The vault's passphrase: from --passphrase-file, else asked on the terminal.
CliResult<SecretBytes> readVaultPassphrase(Session &session);
/// A passphrase to set: from the file that `option` names, else asked twice. Refused when empty.
CliResult<SecretBytes> readNewPassphrase(Session &session, const QString &option);

enum class LineBreak {
    Kept,   ///< the bytes are what is meant
    Dropped ///< one at the end comes from the shell, not from the text
};

/// An operand's text as UTF-8, or standard input when it is "-".
CliResult<QByteArray> readOperand(Session &session, const QString &name, LineBreak lineBreak);

/// What of an option or operand is JSON, read strictly; `name` says where in the error.
CliResult<JsonObject> parseObjectArgument(QByteArrayView text, const QString &name);

/// "--now": RFC 3339 or seconds since 1970.
CliResult<Timestamp> parseTime(const QString &text);
/// "90", "45s", "30m", "1h", "7d".
CliResult<std::chrono::seconds> parseDuration(const QString &text, const QString &option);

} // namespace countersign::cli
