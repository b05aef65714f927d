#include "benchmarks.h"
#include "measure.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace {

struct Part
{
    const char *name;
    void (*measure)();
};

constexpr Part parts[] = {
    {"signatures", bench::measureSignatures}, {"macs", bench::measureMacSpeed},
    {"list", bench::measureListFilter},       {"vault", bench::measureVault},
    {"lists", bench::measureLists},           {"tokens", bench::measureTokenLists},
    {"memory", bench::measureListMemory},     {"window", bench::measureWindowStart},
};

} // namespace

/// Prints each figure beside a reference measured in the same run. Run it on a quiet machine, in a release
/// build; names of parts choose some of them. --write makes the manual's page of figures.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption write(u"write"_s, u"Write the figures as a Markdown page."_s, u"FILE"_s);
    parser.addOption(write);
    parser.addHelpOption();
    parser.addPositionalArgument(
        u"PART"_s,
        u"signatures, macs, list, vault, lists, tokens, memory, window; all when none is named."_s);
    parser.process(application);
    const QStringList chosen = parser.positionalArguments();
#ifndef NDEBUG
    bench::printNote(u"This is a debug build: the figures say little."_s);
#endif
    for (const Part &part : parts) {
        if (chosen.isEmpty() || chosen.contains(QLatin1String(part.name))) {
            part.measure();
        }
    }
    if (parser.isSet(write) && !bench::writeFigures(parser.value(write))) {
        return 2;
    }
    return bench::metEveryAim() ? 0 : 1;
}
