#pragma once

#include "ui/actions/otherwaysin.h"
#include "ui/actions/vaultsession.h"

namespace countersign::ui {

class PassphraseRequestDialog;

/// Puts a backup in the place of a vault that cannot be opened, and opens it. The damaged file is kept beside
/// it. A failure is told by the session, as of any other opening.
class ReplaceByBackup final : public QObject
{
    Q_OBJECT

public:
    ReplaceByBackup(VaultSession &session, VaultUser user, QWidget *window);

    void start();

private:
    void ask(const QString &backup);
    void replace(PassphraseRequestDialog *dialog, const QString &backup);

    VaultSession &m_session;
    VaultUser m_user;
    QWidget *m_window;
};

} // namespace countersign::ui
