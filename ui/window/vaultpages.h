#pragma once

#include "core/recipes/recipecatalog.h"
#include "ui/actions/keyring.h"
#include "ui/actions/otherwaysin.h"
#include "ui/actions/vaultsession.h"

#include <QStackedWidget>

#include <functional>
#include <utility>

namespace countersign::ui {

class BusyOverlay;
class CreateVaultPage;
class RecoverPage;
class ReplaceByBackup;
class StartPage;
class UnlockPage;

/// Where vaults lie and how the demo is made.
struct VaultPlaces
{
    QString defaultPath;
    QString demoPath;
    std::function<Result<std::unique_ptr<vault::Vault>>()> createDemo;
    QString demoPassphrase;
    VaultUser user;
};

/// What is shown while no vault is open: start, create, unlock. Drives the session and shows its errors.
class VaultPages final : public QStackedWidget
{
    Q_OBJECT

public:
    VaultPages(VaultSession &session, VaultPlaces places, QWidget *parent = nullptr);

    void setRecentVaults(const QStringList &paths) { m_recentVaults = paths; }
    void showStart();
    void showCreate();
    void showUnlock();
    void openDemo();
    void chooseFile();
    /// Empties every field.
    void clear();
    /// The passphrase of a vault that was just created, once; empty for one that was only opened.
    SecretBytes takeNewPassphrase() { return std::exchange(m_newPassphrase, {}); }

private:
    void connectPages();
    CreateVaultPage *createPage();
    UnlockPage *unlockPage();
    RecoverPage *recoverPage();
    void create();
    void recover();
    void showRecover();
    void lookForOtherWays();
    void offerOtherWays(const vault::OtherWays &ways);
    void unlockWithKeyring();
    void useKeyringKey(const QString &path, KeyringResult<SecretBytes> key);
    void showUnlockFailure(const Error &error);
    void followState(VaultSession::State state);
    void showFailure(const Error &error);
    void choose(const QString &path);

    VaultSession &m_session;
    VaultPlaces m_places;
    QStringList m_recentVaults;
    StartPage *m_start;
    CreateVaultPage *m_create = nullptr; ///< null until it is asked for
    UnlockPage *m_unlock = nullptr;      ///< likewise
    RecoverPage *m_recover = nullptr;    ///< likewise
    ReplaceByBackup *m_replacement;
    SecretBytes m_newPassphrase;
    QString m_vaultId;             ///< of the vault that is to be unlocked
    bool m_hasFailed = false;      ///< the opening whose end the next state is
    bool m_isKeyringTried = false; ///< by the try under way
    BusyOverlay *m_busy;
};

} // namespace countersign::ui
