#pragma once

#include <QString>

namespace countersign::cli {

/// "1 property", "2 properties". The command line speaks English alone, which has these two forms.
QString counted(qint64 count, QLatin1StringView one, QLatin1StringView several);

} // namespace countersign::cli
