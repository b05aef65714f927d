#pragma once

#include "app/cli/session.h"
#include "core/bulk/listpreview.h"

namespace countersign::cli {

/// A list opened, its beginning looked at; `source` reads it from its first byte on.
struct ListInput
{
    bulk::ListPreview preview;
    bulk::ByteSource source;
    std::optional<quint64> size; ///< in bytes; nothing for standard input
};

/// What is said of a list that is none.
std::unexpected<Failure> unreadableList(const QString &path, const QString &reason);

/// Opens `--csv`, "-" for standard input, and reads it as `--delimiter`, `--encoding` and `--header` say.
CliResult<ListInput> openList(Session &session);

/// The columns that `--id-column`, `--email-column`, `--hash-column` and `--token-column` name; what they do
/// not name is found by looking. Fails with WrongUsage, naming the columns there are, when one is not there
/// or is missing.
CliResult<bulk::ListColumns> columnsOf(Session &session, const recipes::Recipe &recipe,
                                       const bulk::ListPreview &preview);

} // namespace countersign::cli
