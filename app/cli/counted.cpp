#include "app/cli/counted.h"

namespace countersign::cli {

QString counted(qint64 count, QLatin1StringView one, QLatin1StringView several)
{
    return QString::number(count) + QLatin1Char(' ') + (count == 1 ? one : several);
}

} // namespace countersign::cli
