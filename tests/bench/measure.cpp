#include "measure.h"

#include <QDateTime>
#include <QFile>
#include <QSaveFile>
#include <QSysInfo>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace countersign::bench {

namespace {

using SteadyClock = std::chrono::steady_clock;
constexpr int rounds = 7;

bool allMet = true;
QStringList page;  ///< the figures as Markdown, in the order they were printed
QStringList notes; ///< likewise; they stand under the table, which they would break

void endTable()
{
    if (!notes.isEmpty()) {
        page += QStringList{{}} + std::exchange(notes, {});
    }
}

/// As Linux tells it; elsewhere the architecture has to do.
QString processorName()
{
    QFile file(u"/proc/cpuinfo"_s);
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("model name")) {
                return QString::fromUtf8(line.mid(line.indexOf(':') + 1)).trimmed();
            }
        }
    }
    return QSysInfo::currentCpuArchitecture();
}

constexpr char pageHead[] =
    R"(# Figures

This page is written by the benchmark itself (`countersign-bench --write resources/manual/figures.md`). Each figure is
measured beside a reference in the same run, because ratios carry over to another machine and absolute figures do not.

Measured on %1 on an %2 with %3 cores, %4.
)";

Duration timeRound(const std::function<void()> &call, int count)
{
    const auto start = SteadyClock::now();
    for (int i = 0; i < count; ++i) {
        call();
    }
    return Duration(SteadyClock::now() - start) / count;
}

/// So many calls that a round takes about as long as asked.
int callsFor(const std::function<void()> &call, Duration round)
{
    const Duration once = std::max(timeRound(call, 1), timeRound(call, 3));
    return std::max(1, static_cast<int>(round / std::max(once, Duration(1))));
}

void printLine(const QString &line)
{
    std::puts(line.toUtf8().constData());
    std::fflush(stdout);
}

} // namespace

Duration timePerCall(const std::function<void()> &call, Duration round)
{
    const int count = callsFor(call, round);
    Duration best = timeRound(call, count);
    for (int i = 1; i < rounds; ++i) {
        best = std::min(best, timeRound(call, count));
    }
    return best;
}

Pair timeBoth(const std::function<void()> &ours, const std::function<void()> &reference)
{
    constexpr Duration round = std::chrono::milliseconds(100);
    const int ourCount = callsFor(ours, round);
    const int referenceCount = callsFor(reference, round);
    Pair best{timeRound(ours, ourCount), timeRound(reference, referenceCount)};
    for (int i = 1; i < 2 * rounds; ++i) {
        best.ours = std::min(best.ours, timeRound(ours, ourCount));
        best.reference = std::min(best.reference, timeRound(reference, referenceCount));
    }
    return best;
}

Duration timeOnce(const std::function<void()> &call)
{
    return timeRound(call, 1);
}

QString text(Duration duration)
{
    const double nanoseconds = duration.count();
    if (nanoseconds < 1e3) {
        return u"%1 ns"_s.arg(nanoseconds, 0, 'f', 0);
    }
    if (nanoseconds < 1e6) {
        return u"%1 µs"_s.arg(nanoseconds / 1e3, 0, 'f', 2);
    }
    return u"%1 ms"_s.arg(nanoseconds / 1e6, 0, 'f', 2);
}

void printHeading(const QString &title)
{
    printLine(u"\n%1"_s.arg(title));
    endTable();
    page += {{},
             u"## "_s + title,
             {},
             u"| work | figure | reference | aim | met |"_s,
             u"|---|---:|---|---|---|"_s};
}

void printFigure(const QString &name, const QString &figure, const QString &reference, const QString &aim,
                 bool isMet)
{
    allMet = allMet && isMet;
    page.append(
        u"| %1 | %2 | %3 | %4 | %5 |"_s.arg(name, figure, reference, aim, isMet ? u"yes"_s : u"no"_s));
    printLine(u"  %1 %2  %3  %4: %5"_s.arg(name.leftJustified(34), figure.rightJustified(11),
                                           reference.leftJustified(44), aim, isMet ? u"met"_s : u"MISSED"_s));
}

void printNote(const QString &note)
{
    printLine(u"  %1"_s.arg(note));
    notes.append(u"- "_s + note);
}

bool writeFigures(const QString &path)
{
    endTable();
    QSaveFile file(path);
    const QString head = QString::fromLatin1(pageHead)
                             .arg(QDateTime::currentDateTimeUtc().toString(u"d MMMM yyyy"_s), processorName())
                             .arg(QThread::idealThreadCount())
                             .arg(QSysInfo::prettyProductName());
    return file.open(QIODevice::WriteOnly) && file.write((head + page.join(u'\n') + u'\n').toUtf8()) > 0 &&
           file.commit();
}

bool metEveryAim()
{
    return allMet;
}

} // namespace countersign::bench
