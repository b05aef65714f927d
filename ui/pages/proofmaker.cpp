#include "ui/pages/proofmaker.h"

#include <utility>

namespace countersign::ui {

namespace {

Result<recipes::Proof> makeInVault(const vault::Vault &vault, const ProofRequest &request, Timestamp now)
{
    const Result<keys::KeyMaterial> key = vault.keyMaterial(request.propertyId, request.keyVersion);
    if (!key) {
        return std::unexpected(key.error());
    }
    const recipes::ProofRule &rule = *request.recipe->proof(request.ruleId);
    return recipes::makeProof(*request.recipe, rule, request.subject, *key, request.keyVersion, now);
}

} // namespace

ProofMaker::ProofMaker(VaultSession &session, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_clock(clock)
{
}

void ProofMaker::make(ProofRequest request)
{
    if (m_isRunning) {
        m_next = std::move(request);
    } else {
        start(request);
    }
}

void ProofMaker::cancel()
{
    ++m_generation;
    m_isRunning = false;
    m_next.reset();
}

void ProofMaker::start(const ProofRequest &request)
{
    m_isRunning = true;
    const auto task = [request, now = m_clock.now()](vault::Vault &vault) {
        return makeInVault(vault, request, now);
    };
    m_session.run(this, task, [this, generation = m_generation](const Result<recipes::Proof> &result) {
        finish(generation, result);
    });
}

void ProofMaker::finish(int generation, const Result<recipes::Proof> &result)
{
    if (generation != m_generation) {
        return;
    }
    m_isRunning = false;
    if (m_next) {
        start(*std::exchange(m_next, std::nullopt));
    } else if (result) {
        Q_EMIT made(*result);
    } else {
        Q_EMIT failed(result.error());
    }
}

} // namespace countersign::ui
