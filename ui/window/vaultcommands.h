#pragma once

#include "core/base/error.h"
#include "core/base/secretbytes.h"
#include "ui/widgets/styling.h"

#include <QObject>

namespace countersign::ui {

class ChangePassphrase;
class CheckVault;
class ExportBundle;
class ImportBundle;
class KeyringUnlock;
class MakeRecoveryKey;
class ManageBackups;
class Menus;
class OpenBin;
class RekeyVault;
class VaultSession;

/// What the Vault menu asks of the open vault: passphrase, check, bin, backups, bundles, keyring, recovery
/// key, new key.
class VaultCommands final : public QObject
{
    Q_OBJECT

public:
    VaultCommands(VaultSession &session, Menus &menus, QWidget *window);

    /// For a vault that was just created with this passphrase.
    void offerRecoveryKey(SecretBytes passphrase);
    void makeRecoveryKey();

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
    void connectBundles(const Menus &menus);
    void connectKeyring(const Menus &menus);

    ChangePassphrase *m_changePassphrase;
    CheckVault *m_check;
    OpenBin *m_openBin;
    ManageBackups *m_manageBackups;
    MakeRecoveryKey *m_makeRecoveryKey;
    RekeyVault *m_rekey;
    ExportBundle *m_exportBundle;
    ImportBundle *m_importBundle;
    KeyringUnlock *m_keyring;
};

} // namespace countersign::ui
