#include "core/base/clock.h"

#include <QTimeZone>

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace countersign {

namespace {

// RFC 3339 writes four-digit years: 0000-01-01 to 9999-12-31.
constexpr Timestamp earliest{std::chrono::seconds{-62167219200}};
constexpr Timestamp latest{std::chrono::seconds{253402300799}};

struct Unit
{
    std::int64_t seconds;
    QLatin1StringView one, many;
};

constexpr std::array units{Unit{86400, "day"_L1, "days"_L1}, Unit{3600, "h"_L1, "h"_L1},
                           Unit{60, "min"_L1, "min"_L1}, Unit{1, "s"_L1, "s"_L1}};

QString describeUnit(std::int64_t count, const Unit &unit)
{
    return QString::number(count) + u' ' + (count == 1 ? unit.one : unit.many);
}

std::int64_t magnitude(std::int64_t value)
{
    constexpr auto largest = std::numeric_limits<std::int64_t>::max();
    return value >= 0 ? value : value == -largest - 1 ? largest : -value;
}

} // namespace

Timestamp SystemClock::now() const
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

QDateTime toDateTime(Timestamp time)
{
    if (time < earliest || time > latest) {
        return {}; // a claim may hold any number; QDateTime would wrap around
    }
    return QDateTime::fromSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC);
}

Timestamp fromDateTime(const QDateTime &time)
{
    return Timestamp{std::chrono::seconds{time.toSecsSinceEpoch()}};
}

QString toRfc3339(Timestamp time)
{
    if (time > latest) {
        return u"after the year 9999"_s;
    }
    if (time < earliest) {
        return u"before the year 0"_s;
    }
    return toDateTime(time).toString(u"yyyy-MM-ddTHH:mm:ss'Z'");
}

QString describeDuration(std::chrono::seconds duration)
{
    std::int64_t rest = magnitude(duration.count());
    for (std::size_t i = 0; i + 1 < units.size(); ++i) {
        if (rest < units[i].seconds) {
            continue;
        }
        const QString first = describeUnit(rest / units[i].seconds, units[i]);
        const std::int64_t second = rest % units[i].seconds / units[i + 1].seconds;
        return second == 0 ? first : first + u' ' + describeUnit(second, units[i + 1]);
    }
    return describeUnit(rest, units.back());
}

} // namespace countersign
