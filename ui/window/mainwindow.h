#pragma once

#include "ui/models/consolesettings.h"
#include "ui/models/propertylistmodel.h"
#include "ui/pages/propertypage.h"
#include "ui/window/vaultpages.h"

#include <QMainWindow>

class QSettings;
class QStackedWidget;

namespace countersign::ui {

class AddProperty;
class AutoLock;
class CaptureGuard;
class ChangePassphrase;
class CheckVault;
class EditProperty;
class EmptyState;
class LockTriggers;
class MakeRecoveryKey;
class ManageBackups;
class Menus;
class MessageBanner;
class OpenBin;
class PropertyView;
class RekeyVault;
class RemoveProperty;
class Sidebar;
class StatusLine;
class Theme;
class ToolPage;
class TopBar;

/// What the window is made of; everything outlives it.
struct WindowContext
{
    VaultSession &session;
    const recipes::RecipeCatalog &recipes;
    const Clock &clock;
    SecretClipboard &clipboard;
    Theme &theme;
    QSettings &settings;
    VaultPlaces vaults;
};

/// The shell: puts the parts together and passes on what one says to the others.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(WindowContext context);
    ~MainWindow() override;

    /// Shows this vault's unlock page, or the start page for an empty path.
    void begin(const QString &vaultPath);
    PropertyView *propertyView() const { return m_view; }
    Sidebar *sidebar() const { return m_sidebar; }
    AutoLock *autoLock() const { return m_autoLock; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *makeWorkspace();
    void build();
    void connectSession();
    void connectParts();
    void connectMenus();
    void connectPropertyMenu();
    void connectActions();
    void connectVaultCare();

    void followState(VaultSession::State state);
    void enterVault();
    void leaveVault();
    void closeDialogs();
    void reloadList();
    void propertyChanged(const recipes::PropertyId &id);
    void showProperty(const recipes::PropertyId &id);
    void refreshView();
    void edit(const QString &fieldId);
    PageContext pageContext() const;
    void showTool(const QString &toolId);
    void closeTool();
    void leaveToolFor(const recipes::PropertyId &id);
    void showManual();
    void editSettings();
    void apply(const ConsoleSettings &settings);

    WindowContext m_context;
    ConsoleSettings m_settings;
    PropertyListModel m_model;
    Menus *m_menus;
    TopBar *m_topBar;
    StatusLine *m_status;
    AutoLock *m_autoLock;
    LockTriggers *m_lockTriggers;
    CaptureGuard *m_captureGuard;
    QStackedWidget *m_stack;
    VaultPages *m_vaultPages;
    QMap<QString, ToolPage *> m_toolPages; ///< those opened so far
    QWidget *m_workspace = nullptr;
    Sidebar *m_sidebar;
    QStackedWidget *m_right;
    EmptyState *m_noProperty;
    PropertyView *m_view;
    MessageBanner *m_banner;
    AddProperty *m_addProperty;
    EditProperty *m_editProperty;
    RemoveProperty *m_removeProperty;
    ChangePassphrase *m_changePassphrase;
    CheckVault *m_checkVault;
    OpenBin *m_openBin;
    ManageBackups *m_manageBackups;
    MakeRecoveryKey *m_makeRecoveryKey;
    RekeyVault *m_rekeyVault;
};

} // namespace countersign::ui
