#pragma once

#include "ui/actions/vaultsession.h"

namespace countersign::ui {

/// Puts a new passphrase in place of the one in force.
class ChangePassphrase final : public QObject
{
    Q_OBJECT

public:
    ChangePassphrase(VaultSession &session, QWidget *window);

    void start();

Q_SIGNALS:
    void changed();

private:
    VaultSession &m_session;
    QWidget *m_window;
};

} // namespace countersign::ui
