#pragma once

#include "core/vault/vault.h"
#include "ui/dialogs/requestdialog.h"

class QLabel;
class QListWidget;
class QProgressBar;

namespace countersign::ui {

/// How far a check of the vault is, and then what it found: that all is well, or each thing that is wrong,
/// with the counts of what was opened. Can be closed, and thereby stopped, at any time.
class CheckVaultDialog final : public RequestDialog
{
    Q_OBJECT

public:
    explicit CheckVaultDialog(QWidget *parent);

    /// Back to the bar, at its beginning.
    void start();
    void showProgress(const vault::CheckProgress &progress);
    void showResult(const vault::VaultCheck &check);
    void showError(const Error &error) override;

Q_SIGNALS:
    void backupsRequested();

private:
    void showCounts(const vault::VaultCheck &check);
    void setRunning(bool isRunning);

    QProgressBar *m_bar;
    MessageBanner *m_verdict;
    QLabel *m_counts;
    QListWidget *m_findings;
    QPushButton *m_backups;
};

} // namespace countersign::ui
