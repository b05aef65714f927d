#pragma once

#include "ui/actions/vaultsession.h"

#include <atomic>

namespace countersign::ui {

class CheckVaultDialog;

/// Checks the whole vault on its own thread, showing how far that is, and says what was found.
class CheckVault final : public QObject
{
    Q_OBJECT

public:
    CheckVault(VaultSession &session, QWidget *window);

    void start();

Q_SIGNALS:
    void backupsRequested();

private:
    /// What the vault's thread writes and this one reads.
    struct Watched
    {
        std::atomic<qint64> opened{0};
        std::atomic<qint64> total{0};
        std::atomic<bool> isStopped{false};
    };

    void check(CheckVaultDialog *dialog);
    void stop();

    VaultSession &m_session;
    QWidget *m_window;
    std::shared_ptr<Watched> m_watched; ///< of the check under way
    QTimer m_refresh;
};

} // namespace countersign::ui
