#pragma once

#include "core/bulk/listverification.h"

#include <array>

namespace countersign::bulk {

/// Rows that ended alike, for people: one kind, one list of causes, one key version.
struct CauseGroup
{
    Outcome outcome;
    quint64 rows = 0;
    std::vector<OutcomeId> outcomes; ///< the ones counted here
    std::vector<quint64> firstLines; ///< of the list, a few; of rows that ended as `outcome` says
    bool titlesDiffer = false;       ///< not every row's causes are called what those of `outcome` are
    bool textsDiffer = false;        ///< nor does sentence or remedy of the first cause hold for every row
};

struct ListSummary
{
    quint64 rows = 0;
    std::array<quint64, 5> byKind{}; ///< by RowKind
    quint64 notSearched = 0;         ///< unexplained rows that were compared with the sample's causes alone
    QList<CauseGroup> groups; ///< of rows that did not verify, the largest first; then verified with a remark
    int searches = 0;
    bool isCancelled = false;

    quint64 count(RowKind kind) const { return byKind[static_cast<std::size_t>(kind)]; }
    /// All rows that could be read and did not verify.
    quint64 failures() const { return rows - count(RowKind::Verified) - count(RowKind::Malformed); }
};

ListSummary summaryOf(const ListTotals &totals, const OutcomeTable &outcomes);

/// "412 of 431 failures: a revoked key was used (version 3)", "2 of 3 malformed rows: …". Marked for
/// translation in "ListSummary".
QString groupHeadline(const CauseGroup &group, const ListSummary &summary,
                      const verify::Translate &translate = verify::inEnglish);
/// What was found: the first cause's sentence. Where rows differ in it, it says of which line it is.
QString groupFinding(const CauseGroup &group, const verify::Translate &translate = verify::inEnglish);
/// What was found and what to do about it; of malformed rows, which lines they are.
QString groupExplanation(const CauseGroup &group, const verify::Translate &translate = verify::inEnglish);
/// "1,000 rows: 569 verified, 431 failed." Marked for translation in "ListSummary".
QString totalsSentence(const ListSummary &summary, const verify::Translate &translate = verify::inEnglish);
/// Says of how many rows the causes may not be complete; empty when of none.
QString sampleSentence(const ListSummary &summary, const verify::Translate &translate = verify::inEnglish);

} // namespace countersign::bulk
