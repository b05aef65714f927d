#include "ui/pages/claimtimes.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ClaimTimes)
};

/// Beyond this a number of seconds lies in the year 5138: it counts milliseconds.
constexpr double largestSecond = 1e11;

double toDouble(const JsonValue &value)
{
    return std::visit(
        [](const auto &number) -> double {
            if constexpr (std::is_arithmetic_v<std::decay_t<decltype(number)>>) {
                return static_cast<double>(number);
            }
            return 0;
        },
        value.data());
}

QString moment(Timestamp time)
{
    return QLocale().toString(toDateTime(time), u"d MMM yyyy, HH:mm:ss"_s) + u" UTC"_s;
}

QString distance(Timestamp time, Timestamp now)
{
    if (time == now) {
        return Tr::tr("now");
    }
    return time > now ? Tr::tr("in %1").arg(describeDuration(time - now))
                      : Tr::tr("%1 ago").arg(describeDuration(now - time));
}

QString timeText(const JsonValue &value, Timestamp now)
{
    if (!value.isNumber()) {
        return Tr::tr("%1 instead of a number of seconds").arg(QString::fromLatin1(value.kindName()));
    }
    const double number = toDouble(value);
    const bool isMilliseconds = number > largestSecond && number < largestSecond * 1000;
    const double seconds = isMilliseconds ? number / 1000 : number;
    if (!(seconds > -largestSecond && seconds < largestSecond)) {
        return Tr::tr("no time a calendar knows");
    }
    const Timestamp time{std::chrono::seconds(static_cast<std::int64_t>(seconds))};
    return isMilliseconds ? Tr::tr("counts milliseconds, not seconds; meant is %1").arg(moment(time))
                          : Tr::tr("%1, %2").arg(moment(time), distance(time, now));
}

} // namespace

QList<ClaimTime> claimTimes(const JsonObject &claims, Timestamp now)
{
    const QList<std::pair<QString, QString>> known = {
        {u"iat"_s, Tr::tr("Issued")}, {u"nbf"_s, Tr::tr("Valid from")}, {u"exp"_s, Tr::tr("Expires")}};
    QList<ClaimTime> times;
    for (const auto &[name, label] : known) {
        if (const JsonValue *value = findMember(claims, name)) {
            times.append({u"%1 (%2)"_s.arg(label, name), timeText(*value, now)});
        }
    }
    return times;
}

} // namespace countersign::ui
