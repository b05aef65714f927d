#pragma once

#include "core/recipes/recipecatalog.h"
#include "ui/actions/vaultsession.h"

#include <QStackedWidget>

#include <functional>

namespace countersign::ui {

class BusyOverlay;
class CreateVaultPage;
class StartPage;
class UnlockPage;

/// Where vaults lie and how the demo is made.
struct VaultPlaces
{
    QString defaultPath;
    QString demoPath;
    std::function<Result<std::unique_ptr<vault::Vault>>()> createDemo;
    QString demoPassphrase;
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

private:
    void connectPages();
    CreateVaultPage *createPage();
    UnlockPage *unlockPage();
    void followState(VaultSession::State state);
    void showFailure(const Error &error);
    void choose(const QString &path);

    VaultSession &m_session;
    VaultPlaces m_places;
    QStringList m_recentVaults;
    StartPage *m_start;
    CreateVaultPage *m_create = nullptr; ///< null until it is asked for
    UnlockPage *m_unlock = nullptr;      ///< likewise
    BusyOverlay *m_busy;
};

} // namespace countersign::ui
