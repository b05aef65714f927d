#include "ui/window/mainwindow.h"

#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/widgets/messagebanner.h"
#include "ui/widgets/svgicon.h"
#include "ui/window/autolock.h"
#include "ui/window/captureguard.h"
#include "ui/window/locktriggers.h"
#include "ui/window/manualwindow.h"
#include "ui/window/menus.h"
#include "ui/window/propertycommands.h"
#include "ui/window/propertyview.h"
#include "ui/window/sidebar.h"
#include "ui/window/statusline.h"
#include "ui/window/toolview.h"
#include "ui/window/topbar.h"
#include "ui/window/vaultcommands.h"
#include "ui/window/workspace.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

MainWindow::MainWindow(WindowContext context)
    : m_context(std::move(context))
    , m_settings(loadSettings(m_context.settings))
    , m_menus(new Menus(menuBar(), propertyPlaces(), tools()))
    , m_topBar(new TopBar(tools()))
    , m_status(new StatusLine(statusBar()))
    , m_autoLock(new AutoLock(this))
    , m_lockTriggers(new LockTriggers(this))
    , m_captureGuard(new CaptureGuard(this))
    , m_stack(new QStackedWidget)
    , m_vaultPages(new VaultPages(m_context.session, m_context.vaults))
    , m_banner(new MessageBanner)
    , m_propertyCommands(new PropertyCommands(m_context.session, m_context.recipes, *m_menus, this))
    , m_vaultCommands(new VaultCommands(m_context.session, *m_menus, this))
{
    build();
    connectSession();
    connectParts();
    connectMenus();
    connectCommands();
    apply(m_settings);
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Countersign"_s);
    resize(1280, 800);
    setMinimumSize(900, 600);
    restoreGeometry(m_context.settings.value("windowGeometry"_L1).toByteArray());
    m_stack->addWidget(m_vaultPages);
    auto *central = new QWidget;
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_topBar);
    layout->addWidget(makeLine());
    auto *notices = new QVBoxLayout; // apart from the window's edges, like every other banner
    notices->setContentsMargins(space::small, 0, space::small, 0);
    notices->addWidget(m_banner);
    layout->addLayout(notices);
    layout->addWidget(m_stack, 1);
    setCentralWidget(central);
}

// The first vault that is opened builds it: a start page should not wait for it.
Workspace *MainWindow::workspace()
{
    if (!m_workspace) {
        m_workspace = new Workspace(pageContext());
        m_stack->addWidget(m_workspace);
        m_propertyCommands->serve(m_workspace);
        connect(m_workspace, &Workspace::propertyChosen, this, &MainWindow::closeTool);
        connect(m_workspace, &Workspace::refreshed, this, &MainWindow::showCounts);
        connect(m_workspace->view(), &PropertyView::messageShown, m_status, &StatusLine::showMessage);
    }
    return m_workspace;
}

PropertyView *MainWindow::propertyView()
{
    return workspace()->view();
}

Sidebar *MainWindow::sidebar()
{
    return workspace()->sidebar();
}

void MainWindow::connectSession()
{
    VaultSession &session = m_context.session;
    connect(&session, &VaultSession::stateChanged, this, &MainWindow::followState);
    connect(&session, &VaultSession::propertiesChanged, this, &MainWindow::reload);
    connect(&session, &VaultSession::propertyChanged, this,
            [this](const recipes::PropertyId &id) { workspace()->update(id); });
    connect(&session, &VaultSession::changedElsewhere, m_status, [this] {
        m_status->showMessage(tr("Another program changed the vault; its changes are shown now."));
    });
    connect(&session, &VaultSession::reloadFailed, m_banner, &MessageBanner::showError);
    connect(&session, &VaultSession::backupFailed, m_banner, &MessageBanner::showError);
    connect(m_autoLock, &AutoLock::expired, &session, &VaultSession::lock);
    connect(m_lockTriggers, &LockTriggers::lockWanted, &session, &VaultSession::lock);
    connect(m_autoLock, &AutoLock::remainingChanged, m_status, &StatusLine::showRemaining);
}

void MainWindow::connectParts()
{
    connect(m_topBar->lockButton(), &QPushButton::clicked, &m_context.session, &VaultSession::lock);
    connect(m_topBar, &TopBar::toolChosen, this, &MainWindow::showTool);
    connect(&m_context.clipboard, &SecretClipboard::copied, m_status, [this](int seconds) {
        m_status->showMessage(seconds > 0 ? tr("Copied. The clipboard is cleared in %n s.", nullptr, seconds)
                                          : tr("Copied."));
    });
    connect(&m_context.clipboard, &SecretClipboard::cleared, m_status,
            [this] { m_status->showMessage(tr("The clipboard was cleared.")); });
}

void MainWindow::connectMenus()
{
    const auto on = [this](QAction *action, auto &&task) {
        connect(action, &QAction::triggered, this, task);
    };
    on(m_menus->createVault, [this] {
        m_context.session.choose({});
        m_vaultPages->showCreate();
    });
    on(m_menus->openVault, [this] { m_vaultPages->chooseFile(); });
    on(m_menus->tryDemo, [this] {
        m_context.session.choose({});
        m_vaultPages->openDemo();
    });
    on(m_menus->lock, [this] { m_context.session.lock(); });
    on(m_menus->settings, [this] { editSettings(); });
    on(m_menus->quit, [this] { close(); });
    on(m_menus->search, [this] {
        closeTool();
        sidebar()->focusSearch();
    });
    on(m_menus->manual, [this] { showManual(); });
    on(m_menus->shortcutsHelp, [this] { (new ShortcutsDialog(m_menus->shortcuts(), this))->open(); });
    on(m_menus->about, [this] { (new AboutDialog(this))->open(); });
    connect(m_menus, &Menus::toolChosen, this, &MainWindow::showTool);
    connect(m_menus, &Menus::placeChosen, this, [this](const QString &place) {
        closeTool();
        propertyView()->goTo(place);
    });
    connect(m_menus, &Menus::themeChosen, this, [this](const QString &name) {
        m_settings.theme = name;
        m_context.themeForThisRun.reset();
        apply(m_settings);
    });
}

void MainWindow::connectCommands()
{
    connect(m_propertyCommands, &PropertyCommands::done, m_status, &StatusLine::showMessage);
    connect(m_propertyCommands, &PropertyCommands::failed, m_banner, &MessageBanner::showError);
    connect(m_vaultCommands, &VaultCommands::done, m_status, &StatusLine::showMessage);
    connect(m_vaultCommands, &VaultCommands::announced, m_banner, &MessageBanner::showMessage);
    connect(m_vaultCommands, &VaultCommands::failed, m_banner, &MessageBanner::showError);
}

void MainWindow::begin(const QString &vaultPath)
{
    if (!vaultPath.isEmpty()) {
        m_context.session.choose(vaultPath);
    } else {
        m_vaultPages->showStart();
    }
}

void MainWindow::followState(VaultSession::State state)
{
    switch (state) {
    case VaultSession::State::Busy:
        return;
    case VaultSession::State::Unlocked:
        enterVault();
        return;
    case VaultSession::State::Locked:
    case VaultSession::State::Closed:
        leaveVault();
        return;
    }
}

void MainWindow::enterVault()
{
    const QString path = m_context.session.path();
    m_topBar->showVault(path, true);
    rememberVault(m_settings, path);
    saveSettings(m_context.settings, m_settings);
    m_vaultPages->setRecentVaults(m_settings.recentVaults);
    m_stack->setCurrentWidget(workspace());
    m_autoLock->start();
    m_lockTriggers->listen();
    sidebar()->focusSearch();
    if (SecretBytes passphrase = m_vaultPages->takeNewPassphrase(); !passphrase.isEmpty()) {
        m_vaultCommands->offerRecoveryKey(std::move(passphrase));
    }
}

void MainWindow::leaveVault()
{
    m_autoLock->stop();
    closeDialogs();
    m_context.clipboard.clearIfOurs();
    if (m_workspace) {
        m_workspace->clear();
    }
    m_banner->clear();
    closeTool();
    m_status->clear();
    if (m_context.session.state() == VaultSession::State::Locked) {
        m_topBar->showVault(m_context.session.path(), false);
    } else {
        m_topBar->showNoVault();
    }
    m_stack->setCurrentWidget(m_vaultPages);
}

// A dialog may hold a secret, and its answer, or a menu's, would be for a vault that is closed.
void MainWindow::closeDialogs()
{
    for (QWidget *popup = nullptr; (popup = QApplication::activePopupWidget()) && popup->close();) {
        // a menu over a menu: until none is open
    }
    for (QDialog *dialog : findChildren<QDialog *>()) {
        dialog->hide();
        dialog->deleteLater();
    }
}

void MainWindow::reload()
{
    if (m_workspace || m_context.session.state() == VaultSession::State::Unlocked) {
        workspace()->reload();
    }
}

void MainWindow::showCounts()
{
    const PropertyListModel &properties = workspace()->properties();
    m_status->showCounts(properties.total(), properties.keyVersionCount());
    refreshMenus();
}

void MainWindow::refreshMenus()
{
    if (m_context.session.state() != VaultSession::State::Unlocked) {
        m_menus->setState(false, false, false);
        return;
    }
    const recipes::Property *property = propertyView()->property();
    m_menus->setState(true, property != nullptr, property && property->archived);
    if (m_stack->currentWidget() != m_workspace) {
        m_menus->disablePropertyActions(); // nobody means a property that a tool covers
    }
}

PageContext MainWindow::pageContext() const
{
    return {m_context.session, m_context.recipes, m_context.clock, m_context.clipboard};
}

void MainWindow::showTool(const QString &toolId)
{
    if (!m_toolPages.contains(toolId)) {
        const QList<Tool> all = tools();
        const Tool &tool = *std::ranges::find(all, toolId, &Tool::id);
        ToolPage *page = tool.make(pageContext());
        auto *frame = new ToolView(tool.title, page);
        connect(frame, &ToolView::closed, this, &MainWindow::closeTool);
        connect(page, &ToolPage::messageShown, m_status, &StatusLine::showMessage);
        connect(page, &ToolPage::placeRequested, this, [this](const auto &id, const QString &placeId) {
            leaveToolFor(id);
            propertyView()->goTo(placeId);
        });
        connect(page, &ToolPage::verifyRequested, this, [this](const auto &id, const auto &request) {
            leaveToolFor(id);
            propertyView()->check(request);
        });
        m_stack->addWidget(frame);
        m_toolPages.insert(toolId, page);
    }
    ToolPage *page = m_toolPages.value(toolId);
    m_stack->setCurrentWidget(page->parentWidget());
    refreshMenus();
    page->setFocus(Qt::OtherFocusReason);
}

void MainWindow::closeTool()
{
    for (ToolPage *page : m_toolPages) {
        page->clear();
    }
    const bool isOpen = m_context.session.state() == VaultSession::State::Unlocked;
    m_stack->setCurrentWidget(isOpen ? static_cast<QWidget *>(workspace()) : m_vaultPages);
    refreshMenus();
}

void MainWindow::leaveToolFor(const recipes::PropertyId &id)
{
    closeTool();
    sidebar()->select(id);
}

void MainWindow::showManual()
{
    auto *manual = findChild<ManualWindow *>();
    if (!manual) {
        manual = new ManualWindow(this);
        manual->showChapter(u"index"_s);
    }
    manual->show();
    manual->raise();
    manual->activateWindow();
}

void MainWindow::editSettings()
{
    auto *dialog = new SettingsDialog(m_settings, this);
    if (!CaptureGuard::isAvailable()) {
        dialog->removeCaptureChoice();
    }
    connect(dialog, &RequestDialog::submitted, this, [this, dialog] {
        apply(dialog->enteredSettings());
        dialog->finish();
    });
    remindOfRecoveryKey(dialog);
    dialog->open();
}

void MainWindow::remindOfRecoveryKey(SettingsDialog *dialog)
{
    connect(dialog, &SettingsDialog::recoveryKeyRequested, this, [this, dialog] {
        apply(dialog->enteredSettings());
        dialog->finish();
        m_vaultCommands->makeRecoveryKey();
    });
    m_context.session.run(
        dialog, [](vault::Vault &vault) { return vault.header(); },
        [dialog](const vault::VaultHeader &header) {
            if (!header.hasRecoveryKey) {
                dialog->remindOfRecoveryKey();
            }
        });
}

void MainWindow::apply(const ConsoleSettings &settings)
{
    if (settings.theme != m_settings.theme) {
        m_context.themeForThisRun.reset();
    }
    m_settings = settings;
    m_vaultPages->setRecentVaults(settings.recentVaults);
    saveSettings(m_context.settings, settings);
    m_context.session.setBackupsKept(settings.backupFolder, settings.keptBackups);
    m_context.theme.setChoice(m_context.themeForThisRun.value_or(themeNamed(settings.theme)));
    m_menus->setTheme(themeName(m_context.theme.choice()));
    m_lockTriggers->setSettings(settings);
    m_captureGuard->setActive(settings.hideFromCapture);
    m_autoLock->setLimit(std::chrono::minutes(settings.autoLockMinutes));
    m_context.clipboard.setClearAfter(std::chrono::seconds(settings.clipboardSeconds));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_context.settings.setValue("windowGeometry"_L1, saveGeometry());
    m_context.session.lock();
    QMainWindow::closeEvent(event);
}

} // namespace countersign::ui
