#include "ui/actions/checkvault.h"

#include "ui/dialogs/checkvaultdialog.h"

namespace countersign::ui {

namespace {

constexpr std::chrono::milliseconds refreshInterval{100};

} // namespace

CheckVault::CheckVault(VaultSession &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{
}

void CheckVault::start()
{
    auto *dialog = new CheckVaultDialog(m_window);
    connect(dialog, &RequestDialog::submitted, this, [this, dialog] {
        dialog->start();
        check(dialog);
    });
    connect(dialog, &CheckVaultDialog::backupsRequested, this, [this, dialog] {
        dialog->finish();
        Q_EMIT backupsRequested();
    });
    // Closing it and locking, which deletes it, both end the check.
    connect(dialog, &QObject::destroyed, this, &CheckVault::stop);
    connect(dialog, &QDialog::finished, this, &CheckVault::stop);
    dialog->open();
    check(dialog);
}

void CheckVault::check(CheckVaultDialog *dialog)
{
    auto watched = std::make_shared<Watched>();
    m_watched = watched;
    m_refresh.disconnect();
    connect(&m_refresh, &QTimer::timeout, dialog,
            [dialog, watched] { dialog->showProgress({watched->opened, watched->total}); });
    m_refresh.start(refreshInterval);
    m_session.run(
        dialog,
        [watched](vault::Vault &vault) {
            return vault.check([&](const vault::CheckProgress &progress) {
                watched->total = progress.total;
                watched->opened = progress.opened;
                return watched->isStopped ? vault::CheckStep::Stop : vault::CheckStep::GoOn;
            });
        },
        [this, dialog](const Result<vault::VaultCheck> &check) {
            m_refresh.stop();
            if (check) {
                dialog->showResult(*check);
            } else {
                dialog->showError(check.error());
            }
        });
}

void CheckVault::stop()
{
    m_refresh.stop();
    if (m_watched) {
        m_watched->isStopped = true;
    }
}

} // namespace countersign::ui
