#pragma once

#include "ui/models/consolesettings.h"
#include "ui/pages/propertypage.h"
#include "ui/widgets/theme.h"
#include "ui/window/vaultpages.h"

#include <QMainWindow>

#include <optional>

class QSettings;
class QStackedWidget;

namespace countersign::ui {

class AutoLock;
class CaptureGuard;
class LockTriggers;
class Menus;
class MessageBanner;
class PropertyCommands;
class PropertyView;
class SettingsDialog;
class Sidebar;
class StatusLine;
class ToolPage;
class TopBar;
class VaultCommands;
class Workspace;

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
    std::optional<ThemeChoice> themeForThisRun = {}; ///< in place of the one set, until another is chosen
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
    PropertyView *propertyView();
    Sidebar *sidebar();
    AutoLock *autoLock() const { return m_autoLock; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    Workspace *workspace();
    void connectSession();
    void connectParts();
    void connectMenus();
    void connectCommands();

    void followState(VaultSession::State state);
    void enterVault();
    void leaveVault();
    void closeDialogs();
    void reload();
    void showCounts();
    void refreshMenus();
    PageContext pageContext() const;
    void showTool(const QString &toolId);
    void closeTool();
    void leaveToolFor(const recipes::PropertyId &id);
    void showManual();
    void editSettings();
    void remindOfRecoveryKey(SettingsDialog *dialog);
    void apply(const ConsoleSettings &settings);

    WindowContext m_context;
    ConsoleSettings m_settings;
    Menus *m_menus;
    TopBar *m_topBar;
    StatusLine *m_status;
    AutoLock *m_autoLock;
    LockTriggers *m_lockTriggers;
    CaptureGuard *m_captureGuard;
    QStackedWidget *m_stack;
    VaultPages *m_vaultPages;
    QMap<QString, ToolPage *> m_toolPages; ///< those opened so far
    Workspace *m_workspace = nullptr;      ///< null until a vault is opened
    MessageBanner *m_banner;
    PropertyCommands *m_propertyCommands;
    VaultCommands *m_vaultCommands;
};

} // namespace countersign::ui
