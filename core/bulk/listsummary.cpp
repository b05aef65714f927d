#include "core/bulk/listsummary.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::bulk {

namespace {

constexpr const char *context = "ListSummary";

/// Rows of one group have the same ids of causes; their values may differ.
bool belongTogether(const Outcome &left, const Outcome &right)
{
    return left.kind == right.kind && left.fault == right.fault && left.keyVersion == right.keyVersion &&
           causeCodes(left) == causeCodes(right);
}

bool isWorthAGroup(const Outcome &outcome)
{
    return outcome.kind != RowKind::Verified || !outcome.causes.isEmpty();
}

/// What did not verify first, then by how many.
bool comesBefore(const CauseGroup &left, const CauseGroup &right)
{
    const bool leftVerified = left.outcome.kind == RowKind::Verified;
    const bool rightVerified = right.outcome.kind == RowKind::Verified;
    return leftVerified != rightVerified ? rightVerified : left.rows > right.rows;
}

QString textOf(const Outcome &outcome)
{
    return outcome.causes.isEmpty() ? QString()
                                    : verify::causeSentence(outcome.causes.first()) + u'\n' +
                                          verify::causeRemedy(outcome.causes.first());
}

void addTo(QList<CauseGroup> &groups, const Outcome &outcome, OutcomeId id, const ListTotals &totals)
{
    const auto found = std::ranges::find_if(
        groups, [&](const CauseGroup &group) { return belongTogether(group.outcome, outcome); });
    CauseGroup &group = found == groups.end() ? groups.emplaceBack(CauseGroup{outcome, 0, {}, {}}) : *found;
    group.titlesDiffer = group.titlesDiffer || explanationPhrase(outcome) != explanationPhrase(group.outcome);
    group.textsDiffer = group.textsDiffer || textOf(outcome) != textOf(group.outcome);
    group.rows += totals.byOutcome[id];
    group.outcomes.push_back(id);
    if (group.firstLines.empty() && id < totals.firstLines.size()) {
        group.firstLines = totals.firstLines[id];
    }
}

QString phraseOf(const CauseGroup &group, const verify::Translate &translate)
{
    const QString phrase = explanationPhrase(group.outcome, translate);
    if (phrase.isEmpty()) {
        return translate(context, QT_TRANSLATE_NOOP("ListSummary", "no cause is known"));
    }
    return group.titlesDiffer
               ? translate(context, QT_TRANSLATE_NOOP("ListSummary", "%1, or similar")).arg(phrase)
               : phrase;
}

QString nameOf(const CauseGroup &group, const verify::Translate &translate)
{
    const Outcome &outcome = group.outcome;
    const QString name = phraseOf(group, translate);
    if (!outcome.keyVersion) {
        return name;
    }
    return translate(context, QT_TRANSLATE_NOOP("ListSummary", "%1 (key version %2)"))
        .arg(name, QString::number(*outcome.keyVersion));
}

QString linesOf(const CauseGroup &group, const verify::Translate &translate)
{
    if (group.firstLines.empty()) {
        return {};
    }
    QStringList lines;
    for (const quint64 line : group.firstLines) {
        lines.append(verify::groupedNumber(static_cast<qint64>(line)));
    }
    const char *text = group.rows == 1 ? QT_TRANSLATE_NOOP("ListSummary", "It is line %1 of the list.")
                       : group.rows == group.firstLines.size()
                           ? QT_TRANSLATE_NOOP("ListSummary", "They are lines %1 of the list.")
                           : QT_TRANSLATE_NOOP("ListSummary", "The first of them are lines %1 of the list.");
    return translate(context, text).arg(lines.join(u", "_s)) + u' ';
}

/// What a group is a part of.
struct Whole
{
    quint64 rows;
    const char *text;
};

Whole wholeOf(const CauseGroup &group, const ListSummary &summary)
{
    const RowKind kind = group.outcome.kind;
    if (kind == RowKind::Verified) {
        return {summary.count(kind), QT_TRANSLATE_NOOP("ListSummary", "%1 of %2 verified: %3")};
    }
    if (kind == RowKind::Malformed) {
        const quint64 rows = summary.count(kind);
        return {rows, rows == 1 ? QT_TRANSLATE_NOOP("ListSummary", "%1 of %2 malformed row: %3")
                                : QT_TRANSLATE_NOOP("ListSummary", "%1 of %2 malformed rows: %3")};
    }
    const quint64 rows = summary.failures();
    return {rows, rows == 1 ? QT_TRANSLATE_NOOP("ListSummary", "%1 of %2 failure: %3")
                            : QT_TRANSLATE_NOOP("ListSummary", "%1 of %2 failures: %3")};
}

struct KindText
{
    RowKind kind;
    const char *text;
};

constexpr KindText kindTexts[] = {
    {RowKind::Verified, QT_TRANSLATE_NOOP("ListSummary", "%1 verified")},
    {RowKind::Failed, QT_TRANSLATE_NOOP("ListSummary", "%1 failed")},
    {RowKind::NotVerified, QT_TRANSLATE_NOOP("ListSummary", "%1 not verified")},
    {RowKind::Unsupported, QT_TRANSLATE_NOOP("ListSummary", "%1 unsupported")},
    {RowKind::Malformed, QT_TRANSLATE_NOOP("ListSummary", "%1 malformed")},
};

} // namespace

ListSummary summaryOf(const ListTotals &totals, const OutcomeTable &outcomes)
{
    ListSummary summary;
    summary.rows = totals.rows;
    summary.searches = totals.searches;
    summary.isCancelled = totals.isCancelled;
    for (OutcomeId id = 0; id < totals.byOutcome.size(); ++id) {
        const Outcome &outcome = outcomes.at(id);
        const quint64 rows = totals.byOutcome[id];
        summary.byKind[static_cast<std::size_t>(outcome.kind)] += rows;
        summary.notSearched += outcome.isSearchedInFull ? 0 : rows;
        if (rows > 0 && isWorthAGroup(outcome)) {
            addTo(summary.groups, outcome, id, totals);
        }
    }
    std::ranges::stable_sort(summary.groups, comesBefore);
    return summary;
}

QString groupHeadline(const CauseGroup &group, const ListSummary &summary, const verify::Translate &translate)
{
    const Whole whole = wholeOf(group, summary);
    return translate(context, whole.text)
        .arg(verify::groupedNumber(group.rows), verify::groupedNumber(whole.rows), nameOf(group, translate));
}

QString groupFinding(const CauseGroup &group, const verify::Translate &translate)
{
    if (group.outcome.causes.isEmpty()) {
        return explanation(group.outcome, translate);
    }
    const QString sentence = verify::causeSentence(group.outcome.causes.first(), translate);
    if (!group.textsDiffer || group.firstLines.empty()) {
        return sentence;
    }
    return translate(context,
                     QT_TRANSLATE_NOOP("ListSummary", "Details differ from row to row. Of line %1: %2"))
        .arg(verify::groupedNumber(static_cast<qint64>(group.firstLines.front())), sentence);
}

QString groupExplanation(const CauseGroup &group, const verify::Translate &translate)
{
    if (group.outcome.kind == RowKind::Malformed) {
        return linesOf(group, translate) + translate("CsvFault", faultRemedy(group.outcome.fault));
    }
    if (group.outcome.causes.isEmpty()) {
        return {};
    }
    return groupFinding(group, translate) + u' ' +
           verify::causeRemedy(group.outcome.causes.first(), translate);
}

QString totalsSentence(const ListSummary &summary, const verify::Translate &translate)
{
    QStringList parts;
    for (const KindText &kind : kindTexts) {
        if (const quint64 rows = summary.count(kind.kind); rows > 0) {
            parts.append(translate(context, kind.text).arg(verify::groupedNumber(rows)));
        }
    }
    if (parts.isEmpty()) {
        return translate(context, QT_TRANSLATE_NOOP("ListSummary", "The list has no rows."));
    }
    const char *text = summary.rows == 1 ? QT_TRANSLATE_NOOP("ListSummary", "%1 row: %2.")
                                         : QT_TRANSLATE_NOOP("ListSummary", "%1 rows: %2.");
    return translate(context, text).arg(verify::groupedNumber(summary.rows), parts.join(u", "_s));
}

QString sampleSentence(const ListSummary &summary, const verify::Translate &translate)
{
    if (summary.notSearched == 0) {
        return {};
    }
    const char *text =
        summary.notSearched == 1
            ? QT_TRANSLATE_NOOP("ListSummary",
                                "%1 unexplained row was compared only with the causes found in %2 others. "
                                "Check it alone to search for its cause in full.")
            : QT_TRANSLATE_NOOP("ListSummary",
                                "%1 unexplained rows were compared only with the causes found in %2 others. "
                                "Check one of them alone to search for its cause in full.");
    return translate(context, text)
        .arg(verify::groupedNumber(summary.notSearched), verify::groupedNumber(summary.searches));
}

} // namespace countersign::bulk
