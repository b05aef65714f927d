#include "benchmarks.h"
#include "measure.h"

#include <QCoreApplication>

using namespace countersign;
using namespace Qt::StringLiterals;

/// Prints each figure beside a reference measured in the same run. Run it on a quiet machine, in a release
/// build; names of parts (signatures, vault, list, lists, window) choose some of them.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList chosen = QCoreApplication::arguments().sliced(1);
    const auto isWanted = [&](const QString &part) { return chosen.isEmpty() || chosen.contains(part); };
#ifndef NDEBUG
    bench::printNote(u"This is a debug build: the figures say little."_s);
#endif
    if (isWanted(u"signatures"_s)) {
        bench::measureSignatures();
    }
    if (isWanted(u"list"_s)) {
        bench::measureListFilter();
    }
    if (isWanted(u"vault"_s)) {
        bench::measureVault();
    }
    if (isWanted(u"lists"_s)) {
        bench::measureLists();
    }
    if (isWanted(u"window"_s)) {
        bench::measureWindowStart();
    }
    return bench::metEveryAim() ? 0 : 1;
}
