#include "benchmarks.h"
#include "windowprobe.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::bench {

namespace {

constexpr int starts = 7;

/// A home of its own, so that neither settings nor a vault of the person who runs this count.
QProcessEnvironment environmentIn(const QString &home)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    for (const QString &name : {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CACHE_HOME"_s}) {
        environment.insert(name, home);
    }
    return environment;
}

std::optional<WindowStart> best(std::optional<WindowStart> left, const std::optional<WindowStart> &right)
{
    if (!left || !right) {
        return right;
    }
    left->untilVisible = std::min(left->untilVisible, right->untilVisible);
    left->residentMegabytes = std::min(left->residentMegabytes, right->residentMegabytes);
    return left;
}

void print(const WindowStart &console, const WindowStart &empty, const WindowStart &plain)
{
    constexpr double allowedRatio = 1.5;
    const auto row = [&console](const QString &name, const QString &reference, const WindowStart &other) {
        const double ratio = console.untilVisible / other.untilVisible;
        printFigure(name, text(console.untilVisible),
                    u"%1: %2 (x %3)"_s.arg(reference, text(other.untilVisible)).arg(ratio, 0, 'f', 2),
                    u"at most x 1.5"_s, ratio <= allowedRatio);
    };
    row(u"window visible from start"_s, u"empty Qt window"_s, empty);
    row(u"the same"_s, u"Qt window of a menu and a line of text"_s, plain);
    printNote(
        u"memory of the open window: %1 MB; of an empty Qt window: %2 MB; with a menu and a line: %3 MB"_s
            .arg(console.residentMegabytes, 0, 'f', 1)
            .arg(empty.residentMegabytes, 0, 'f', 1)
            .arg(plain.residentMegabytes, 0, 'f', 1));
}

} // namespace

void measureWindowStart()
{
    printHeading(u"Window"_s);
    const QString console = QStringLiteral(COUNTERSIGN_CONSOLE);
    if (!QFile::exists(console)) {
        printNote(u"The console is not built here; nothing was measured."_s);
        return;
    }
    const QTemporaryDir home;
    const QProcessEnvironment environment = environmentIn(home.path());
    WindowProbe probe;
    std::optional<WindowStart> ours;
    std::optional<WindowStart> empty;
    std::optional<WindowStart> plain;
    for (int i = 0; i < starts; ++i) {
        empty = best(empty, probe.start(QStringLiteral(COUNTERSIGN_EMPTY_WINDOW), environment));
        plain = best(plain, probe.start(QStringLiteral(COUNTERSIGN_PLAIN_WINDOW), environment));
        ours = best(ours, probe.start(console, environment));
        if (!ours || !empty || !plain) {
            printNote(u"No window could be watched: run this under xvfb-run, in a build that found libxcb "
                      "(libxcb1-dev on Debian)."_s);
            return;
        }
    }
    print(*ours, *empty, *plain);
}

} // namespace countersign::bench
