#include "ui/pages/proofcheck.h"

#include "core/events/checkevent.h"

namespace countersign::ui {

namespace {

using verify::Verdict;

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
    if (const auto event = events::eventOf(verdict)) {
        // A vault that cannot be written to at the moment is no reason to withhold the verdict.
        (void)vault.record(event->kind, &request.property, verdict.keyVersion.value_or(0), event->detail);
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
