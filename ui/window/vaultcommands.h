#pragma once

#include "core/base/error.h"
#include "ui/widgets/styling.h"

#include <QObject>

namespace countersign::ui {

class ChangePassphrase;
class CheckVault;
class MakeRecoveryKey;
class ManageBackups;
class Menus;
class OpenBin;
class RekeyVault;
class VaultSession;

/// What the Vault menu asks of the open vault: passphrase, check, bin, backups, recovery key, new key.
class VaultCommands final : public QObject
{
    Q_OBJECT

public:
    VaultCommands(VaultSession &session, Menus &menus, QWidget *window);

Q_SIGNALS:
    /// For the status line: it may pass unread.
    void done(const QString &message);
    /// For the banner: it stays until it was read.
    void announced(countersign::ui::Tone tone, const QString &sentence, const QString &detail);
    void failed(const countersign::Error &error);

private:
    void connectMenus(const Menus &menus);
    void reportDone();
    void reportAnnounced();

    ChangePassphrase *m_changePassphrase;
    CheckVault *m_check;
    OpenBin *m_openBin;
    ManageBackups *m_manageBackups;
    MakeRecoveryKey *m_makeRecoveryKey;
    RekeyVault *m_rekey;
};

} // namespace countersign::ui
