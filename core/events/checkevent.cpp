#include "core/events/checkevent.h"

using namespace Qt::StringLiterals;

namespace countersign::events {

namespace {

std::optional<vault::ActivityKind> kindOf(verify::VerdictKind kind)
{
    switch (kind) {
    case verify::VerdictKind::Verified:
        return vault::ActivityKind::ProofVerified;
    case verify::VerdictKind::Failed:
        return vault::ActivityKind::ProofFailed;
    case verify::VerdictKind::NotVerified:
    case verify::VerdictKind::Unsupported:
        break;
    }
    return std::nullopt;
}

} // namespace

std::optional<CheckEvent> eventOf(const verify::Verdict &verdict)
{
    const auto kind = kindOf(verdict.kind);
    if (!kind) {
        return std::nullopt;
    }
    const QString cause = verdict.causes.isEmpty() ? QString() : verify::causeCode(verdict.causes.first().id);
    return CheckEvent{*kind, cause};
}

std::optional<CheckEvent> eventOf(const bulk::ListSummary &summary)
{
    const quint64 verified = summary.count(bulk::RowKind::Verified);
    // A row that is none is no proof either, as its exit code says too.
    const quint64 failed = summary.count(bulk::RowKind::Failed) + summary.count(bulk::RowKind::Malformed);
    if (verified + failed == 0) {
        return std::nullopt;
    }
    QString detail = u"%1 verified, %2 failed"_s.arg(verified).arg(failed);
    if (const quint64 undecided = summary.rows - verified - failed; undecided > 0) {
        detail += u", %1 undecided"_s.arg(undecided);
    }
    return CheckEvent{failed == 0 ? vault::ActivityKind::ProofVerified : vault::ActivityKind::ProofFailed,
                      detail};
}

} // namespace countersign::events
