#pragma once

#include "core/recipes/proof.h"
#include "ui/actions/vaultsession.h"

#include <optional>

namespace countersign::ui {

/// What to make a proof of, and with which key.
struct ProofRequest
{
    recipes::PropertyId propertyId;
    const recipes::Recipe *recipe = nullptr; ///< outlives the request
    QString ruleId;
    recipes::Subject subject;
    int keyVersion = 0;
};

/// Makes proofs on the vault's thread as one types: the latest request wins, and no more than one is under
/// way.
class ProofMaker final : public QObject
{
    Q_OBJECT

public:
    ProofMaker(VaultSession &session, const Clock &clock, QObject *parent = nullptr);

    void make(ProofRequest request);
    /// Forgets what is under way; nothing more is sent for it.
    void cancel();

Q_SIGNALS:
    void made(const countersign::recipes::Proof &proof);
    void failed(const countersign::Error &error);

private:
    void start(const ProofRequest &request);
    void finish(int generation, const Result<recipes::Proof> &result);

    VaultSession &m_session;
    const Clock &m_clock;
    std::optional<ProofRequest> m_next;
    bool m_isRunning = false;
    int m_generation = 0; ///< raised by cancel(): what was started before is dropped
};

} // namespace countersign::ui
