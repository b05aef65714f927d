#pragma once

#include "ui/actions/vaultsession.h"

namespace countersign::ui {

class BackupsDialog;

/// Lists the backups, makes one, and restores from one after showing what that changes.
class ManageBackups final : public QObject
{
    Q_OBJECT

public:
    ManageBackups(VaultSession &session, QWidget *window);

    void start();

Q_SIGNALS:
    void backedUp(const QString &path);
    void backedUpUnrecorded(const QString &path, const Error &why); ///< in place of backedUp()
    void restored(const QString &kept);

private:
    void connectDialog(BackupsDialog *dialog);
    void preview(BackupsDialog *dialog, const QString &path);
    void restore(BackupsDialog *dialog, const QString &path);
    void chooseFile(BackupsDialog *dialog);
    void backUp(BackupsDialog *dialog, const QString &path);

    VaultSession &m_session;
    QWidget *m_window;
};

} // namespace countersign::ui
