#pragma once

#include "core/base/json.h"
#include "core/vault/activity.h"

#include <QList>

namespace countersign::vault {

/// The names of all kinds, as activityName() writes them.
QStringList activityNames();

/// The members of one entry in JSON: times in RFC 3339 UTC, a key version of null where there is none.
JsonObject activityJson(const ActivityEntry &entry);

/// {"activity": [...]}, indented.
QByteArray activityToJson(const QList<ActivityEntry> &entries);
/// A row of names and a row an entry, as csvRow() writes them, between commas.
QByteArray activityToCsv(const QList<ActivityEntry> &entries);

} // namespace countersign::vault
