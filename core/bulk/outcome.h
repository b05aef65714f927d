#pragma once

#include "core/bulk/csvrecord.h"
#include "core/verify/wording.h"

#include <QHash>

#include <atomic>
#include <deque>
#include <shared_mutex>

namespace countersign::bulk {

/// What a row of a list is: a verdict, or no row at all.
enum class RowKind { Verified, Failed, NotVerified, Unsupported, Malformed };

/// How a row ended. Rows that ended alike share one, so that a million rows keep a million small numbers.
struct Outcome
{
    RowKind kind = RowKind::Malformed;
    CsvFault fault = CsvFault::None;
    QList<verify::Cause>
        causes; ///< in the order of the verdict; values that differ from row to row are the first's
    std::optional<int> keyVersion;
    bool isSearchedInFull = true; ///< false: only causes found in other rows were looked for

    bool operator==(const Outcome &) const = default;
};

using OutcomeId = quint32;

/// "verified", "failed", "not verified", "unsupported", "malformed".
QString rowKindName(RowKind kind);
/// The ids of the causes with a space between, as the list of results and its CSV write them.
QString causeCodes(const Outcome &outcome);
/// What is wrong, in a line: the titles of the causes that count, or of the row's fault.
QString explanation(const Outcome &outcome, const verify::Translate &translate = verify::inEnglish);
/// The same for the middle of a sentence.
QString explanationPhrase(const Outcome &outcome, const verify::Translate &translate = verify::inEnglish);

/// The columns of a CSV of results, in one order wherever it is written.
QStringList resultColumns();

/// The distinct outcomes of a list. For several threads at once. Never grows beyond a few thousand.
class OutcomeTable final
{
public:
    OutcomeId idOf(const verify::Verdict &verdict);
    OutcomeId idOf(CsvFault fault);
    /// Stays where it is for as long as the table.
    const Outcome &at(OutcomeId id) const;
    OutcomeId size() const;

private:
    OutcomeId idOf(Outcome outcome);
    OutcomeId idBySpelling(Outcome outcome);
    bool isAt(OutcomeId id, const Outcome &outcome) const;

    mutable std::shared_mutex m_mutex;
    std::atomic<OutcomeId> m_latest{0}; ///< asked about: neighbours mostly end alike
    std::deque<Outcome> m_outcomes;
    QHash<QString, OutcomeId> m_ids;
};

} // namespace countersign::bulk
