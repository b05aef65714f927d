#include "core/bulk/outcome.h"

#include <mutex>

using namespace Qt::StringLiterals;

namespace countersign::bulk {

namespace {

/// Beyond this many, what differs in a cause's values alone is no longer told apart.
constexpr OutcomeId mostDetailed = 4096;

RowKind rowKindOf(verify::VerdictKind kind)
{
    switch (kind) {
    case verify::VerdictKind::Verified:
        return RowKind::Verified;
    case verify::VerdictKind::Failed:
        return RowKind::Failed;
    case verify::VerdictKind::NotVerified:
        return RowKind::NotVerified;
    case verify::VerdictKind::Unsupported:
        return RowKind::Unsupported;
    }
    Q_UNREACHABLE();
}

QString plainKey(const Outcome &outcome)
{
    return u"%1 %2 %3 %4 "_s.arg(static_cast<int>(outcome.kind))
               .arg(static_cast<int>(outcome.fault))
               .arg(outcome.keyVersion.value_or(0))
               .arg(outcome.isSearchedInFull ? 1 : 0) +
           causeCodes(outcome);
}

QString detailedKey(const Outcome &outcome)
{
    QString key = plainKey(outcome);
    for (const verify::Cause &cause : outcome.causes) {
        key += u'\n' + verify::causeTitle(cause);
    }
    return key;
}

} // namespace

QString rowKindName(RowKind kind)
{
    switch (kind) {
    case RowKind::Verified:
        return verdictName(verify::VerdictKind::Verified);
    case RowKind::Failed:
        return verdictName(verify::VerdictKind::Failed);
    case RowKind::NotVerified:
        return verdictName(verify::VerdictKind::NotVerified);
    case RowKind::Unsupported:
        return verdictName(verify::VerdictKind::Unsupported);
    case RowKind::Malformed:
        return u"malformed"_s;
    }
    Q_UNREACHABLE();
}

QString causeCodes(const Outcome &outcome)
{
    QStringList codes;
    for (const verify::Cause &cause : outcome.causes) {
        codes.append(verify::causeCode(cause.id));
    }
    return codes.join(u' ');
}

QString explanation(const Outcome &outcome, const verify::Translate &translate)
{
    return verify::capitalised(explanationPhrase(outcome, translate));
}

QString explanationPhrase(const Outcome &outcome, const verify::Translate &translate)
{
    if (outcome.kind == RowKind::Malformed) {
        return translate("CsvFault", faultSentence(outcome.fault));
    }
    QStringList phrases;
    for (const verify::Cause &cause : outcome.causes) {
        phrases.append(verify::causePhrase(cause, translate));
    }
    return phrases.join(u"; "_s);
}

QStringList resultColumns()
{
    return {u"line"_s, u"id"_s, u"email"_s, u"verdict"_s, u"causes"_s, u"key version"_s, u"explanation"_s};
}

OutcomeId OutcomeTable::idOf(const verify::Verdict &verdict)
{
    return idOf(Outcome{rowKindOf(verdict.kind), CsvFault::None, verdict.causes, verdict.keyVersion,
                        verdict.isSearchedInFull});
}

OutcomeId OutcomeTable::idOf(CsvFault fault)
{
    Outcome outcome;
    outcome.fault = fault;
    return idOf(std::move(outcome));
}

bool OutcomeTable::isAt(OutcomeId id, const Outcome &outcome) const
{
    const std::shared_lock lock(m_mutex);
    return id < m_outcomes.size() && m_outcomes[id] == outcome;
}

OutcomeId OutcomeTable::idOf(Outcome outcome)
{
    if (const OutcomeId latest = m_latest.load(std::memory_order_relaxed); isAt(latest, outcome)) {
        return latest; // without spelling its causes out
    }
    const OutcomeId id = idBySpelling(std::move(outcome));
    m_latest.store(id, std::memory_order_relaxed);
    return id;
}

OutcomeId OutcomeTable::idBySpelling(Outcome outcome)
{
    const QString key = detailedKey(outcome);
    {
        const std::shared_lock lock(m_mutex);
        if (const auto found = m_ids.constFind(key); found != m_ids.constEnd()) {
            return *found;
        }
    }
    const std::scoped_lock lock(m_mutex);
    const QString used = m_outcomes.size() < mostDetailed ? key : plainKey(outcome);
    if (const auto found = m_ids.constFind(used); found != m_ids.constEnd()) {
        return *found;
    }
    const auto id = static_cast<OutcomeId>(m_outcomes.size());
    m_outcomes.push_back(std::move(outcome));
    m_ids.insert(used, id);
    return id;
}

const Outcome &OutcomeTable::at(OutcomeId id) const
{
    const std::shared_lock lock(m_mutex);
    return m_outcomes[id];
}

OutcomeId OutcomeTable::size() const
{
    const std::shared_lock lock(m_mutex);
    return static_cast<OutcomeId>(m_outcomes.size());
}

} // namespace countersign::bulk
