#include "ui/pages/proofcheck.h"

namespace countersign::ui {

namespace {

using verify::CandidateKey;
using verify::Verdict;

/// Every version that still has its key, whatever its status: a revoked one is tried to be named.
Result<std::vector<CandidateKey>> candidatesOf(const vault::Vault &vault, const recipes::Property &property)
{
    std::vector<CandidateKey> candidates;
    for (const keys::KeyVersion &version : property.keys.versions()) {
        if (version.status == keys::KeyStatus::Destroyed) {
            continue;
        }
        Result<keys::KeyMaterial> material = vault.keyMaterial(property.id, version.number);
        if (!material) {
            return std::unexpected(material.error());
        }
        candidates.push_back({version, std::move(*material)});
    }
    return candidates;
}

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
    Result<std::vector<CandidateKey>> candidates = candidatesOf(vault, request.property);
    if (!candidates) {
        return std::unexpected(candidates.error());
    }
    const verify::IdentityVerifier verifier(request.recipe, request.property, std::move(*candidates), clock);
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
