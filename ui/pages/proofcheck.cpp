#include "ui/pages/proofcheck.h"

namespace countersign::ui {

namespace {

using verify::Verdict;

/// What could not be decided is no event.
std::optional<vault::ActivityKind> activityOf(verify::VerdictKind kind)
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

QString activityDetail(const Verdict &verdict)
{
    return verdict.causes.isEmpty() ? QString() : verify::causeCode(verdict.causes.first().id);
}

Result<Verdict> checkInVault(vault::Vault &vault, const ProofCheckRequest &request, const Clock &clock)
{
    const verify::KeyReader read = [&vault](const recipes::PropertyId &id, int version) {
        return vault.keyMaterial(id, version);
    };
    auto candidates = verify::candidateKeys(request.property, read);
    if (!candidates) {
        return std::unexpected(candidates.error());
    }
    const auto others = [&] {
        return verify::otherProperties(vault.properties().value_or(QList<recipes::Property>()),
                                       request.property.id, read);
    };
    const verify::IdentityVerifier verifier(request.recipe, request.property, std::move(*candidates), clock,
                                            others);
    const Verdict verdict = verifier.verify(request.proof);
    if (const auto kind = activityOf(verdict.kind)) {
        // A vault that cannot be written to at the moment is no reason to withhold the verdict.
        (void)vault.record(*kind, &request.property, verdict.keyVersion.value_or(0), activityDetail(verdict));
    }
    return verdict;
}

} // namespace

ProofCheck::ProofCheck(VaultSession &session, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_clock(clock)
{
}

void ProofCheck::start(ProofCheckRequest request)
{
    const int generation = ++m_generation;
    m_session.run(
        this,
        [request = std::move(request), &clock = m_clock](vault::Vault &vault) {
            return checkInVault(vault, request, clock);
        },
        [this, generation](const Result<Verdict> &result) {
            if (generation != m_generation) {
                return;
            }
            if (result) {
                Q_EMIT finished(*result);
            } else {
                Q_EMIT failed(result.error());
            }
        });
}

} // namespace countersign::ui
