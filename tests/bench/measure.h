#pragma once

#include <QString>

#include <chrono>
#include <functional>

namespace countersign::bench {

using Duration = std::chrono::duration<double, std::nano>;

/// How long one call takes: the shortest of several rounds, because everything else on the machine only adds.
Duration timePerCall(const std::function<void()> &call, Duration round = std::chrono::milliseconds(200));
/// The two measured in turns, so that both meet the same machine.
struct Pair
{
    Duration ours;
    Duration reference;
};
Pair timeBoth(const std::function<void()> &ours, const std::function<void()> &reference);
/// How long this one call takes.
Duration timeOnce(const std::function<void()> &call);

QString text(Duration duration); ///< "3.70 µs"

/// A line of the table: the figure, what it is measured beside, and whether the aim is met.
void printHeading(const QString &title);
void printFigure(const QString &name, const QString &figure, const QString &reference, const QString &aim,
                 bool isMet);
void printNote(const QString &note);
/// Writes everything printed so far as a Markdown page; false when the file cannot be written.
bool writeFigures(const QString &path);
/// Whether every figure printed so far met its aim.
bool metEveryAim();

/// Keeps the compiler from dropping work whose result nobody uses.
template<typename T>
void keep(const T &value)
{
    asm volatile("" : : "g"(&value) : "memory");
}

} // namespace countersign::bench
