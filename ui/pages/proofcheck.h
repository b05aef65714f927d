#pragma once

#include "core/verify/identityverifier.h"
#include "ui/actions/vaultsession.h"

namespace countersign::ui {

/// What to check, with copies of all it needs: the check runs on the vault's thread.
struct ProofCheckRequest
{
    recipes::Recipe recipe;
    recipes::Property property;
    verify::VerificationRequest proof;
};

/// Checks one hash or token with every key version of the property, and notes the outcome in the vault's
/// activity. One at a time; a new one, or cancel(), drops what is under way.
class ProofCheck final : public QObject
{
    Q_OBJECT

public:
    ProofCheck(VaultSession &session, const Clock &clock, QObject *parent = nullptr);

    void start(ProofCheckRequest request);
    void cancel() { ++m_generation; }

Q_SIGNALS:
    void finished(const countersign::verify::Verdict &verdict);
    void failed(const countersign::Error &error);

private:
    VaultSession &m_session;
    const Clock &m_clock;
    int m_generation = 0;
};

} // namespace countersign::ui
