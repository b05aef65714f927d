#pragma once

#include "core/bulk/csvrows.h"

#include <QStringList>

#include <optional>

namespace countersign::bulk {

enum class ColumnRole { Id, Email, Proof };

/// The role a column's name tells: "user_id", "E-Mail", "userHash", "JWT".
std::optional<ColumnRole> roleOfName(const QString &name);

/// Whether most of a column's values look like a hash or a token.
bool holdsProofs(const QList<QStringList> &rows, int column);
bool holdsEmails(const QList<QStringList> &rows, int column);

/// Which column is which, by its values first and its name second; -1 where nothing fits. `header` may be
/// empty.
ListColumns guessColumns(const QStringList &header, const QList<QStringList> &rows);

} // namespace countersign::bulk
