#include "ui/window/mainwindow.h"

#include "ui/actions/addproperty.h"
#include "ui/actions/changepassphrase.h"
#include "ui/actions/checkvault.h"
#include "ui/actions/editproperty.h"
#include "ui/actions/managebackups.h"
#include "ui/actions/openbin.h"
#include "ui/actions/removeproperty.h"
#include "ui/actions/vaultkeyactions.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebanner.h"
#include "ui/widgets/svgicon.h"
#include "ui/widgets/theme.h"
#include "ui/window/autolock.h"
#include "ui/window/captureguard.h"
#include "ui/window/locktriggers.h"
#include "ui/window/manualwindow.h"
#include "ui/window/menus.h"
#include "ui/window/propertyheader.h"
#include "ui/window/propertyview.h"
#include "ui/window/sidebar.h"
#include "ui/window/statusline.h"
#include "ui/window/toolview.h"
#include "ui/window/topbar.h"

#include <QAction>
#include <QCloseEvent>
#include <QDir>
#include <QMenuBar>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

MainWindow::MainWindow(WindowContext context)
    : m_context(std::move(context))
    , m_settings(loadSettings(m_context.settings))
    , m_model(m_context.recipes)
    , m_menus(new Menus(menuBar(), propertyPlaces(), tools()))
    , m_topBar(new TopBar(tools()))
    , m_status(new StatusLine(statusBar()))
    , m_autoLock(new AutoLock(this))
    , m_lockTriggers(new LockTriggers(this))
    , m_captureGuard(new CaptureGuard(this))
    , m_stack(new QStackedWidget)
    , m_vaultPages(new VaultPages(m_context.session, m_context.vaults))
    , m_sidebar(new Sidebar(m_model))
    , m_right(new QStackedWidget)
    , m_noProperty(new EmptyState(u"shield"_s, {}, {}))
    , m_view(new PropertyView(pageContext()))
    , m_banner(new MessageBanner)
    , m_addProperty(new AddProperty(m_context.session, m_context.recipes, this))
    , m_editProperty(new EditProperty(m_context.session, this))
    , m_removeProperty(new RemoveProperty(m_context.session, this))
    , m_changePassphrase(new ChangePassphrase(m_context.session, this))
    , m_checkVault(new CheckVault(m_context.session, this))
    , m_openBin(new OpenBin(m_context.session, this))
    , m_manageBackups(new ManageBackups(m_context.session, this))
    , m_makeRecoveryKey(new MakeRecoveryKey(m_context.session, this))
    , m_rekeyVault(new RekeyVault(m_context.session, this))
{
    build();
    connectSession();
    connectParts();
    connectMenus();
    connectPropertyMenu();
    connectActions();
    connectVaultCare();
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
    m_workspace = makeWorkspace();
    m_stack->addWidget(m_vaultPages);
    m_stack->addWidget(m_workspace);
    auto *central = new QWidget;
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_topBar);
    layout->addWidget(makeLine());
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    setCentralWidget(central);
}

QWidget *MainWindow::makeWorkspace()
{
    m_right->addWidget(m_noProperty);
    m_right->addWidget(m_view);
    auto *splitter = new QSplitter;
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_sidebar);
    splitter->addWidget(m_right);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({304, 976});
    return splitter;
}

void MainWindow::connectSession()
{
    VaultSession &session = m_context.session;
    connect(&session, &VaultSession::stateChanged, this, &MainWindow::followState);
    connect(&session, &VaultSession::propertiesChanged, this, &MainWindow::reloadList);
    connect(&session, &VaultSession::propertyChanged, this, &MainWindow::propertyChanged);
    connect(&session, &VaultSession::changedElsewhere, m_status, [this] {
        m_status->showMessage(tr("Another program changed the vault; its changes are shown now."));
    });
    connect(&session, &VaultSession::backupFailed, m_banner, &MessageBanner::showError);
    connect(m_autoLock, &AutoLock::expired, &session, &VaultSession::lock);
    connect(m_lockTriggers, &LockTriggers::lockWanted, &session, &VaultSession::lock);
    connect(m_autoLock, &AutoLock::remainingChanged, m_status, &StatusLine::showRemaining);
}

void MainWindow::connectParts()
{
    connect(m_sidebar, &Sidebar::selectionChanged, this, &MainWindow::showProperty);
    connect(m_sidebar, &Sidebar::addRequested, m_addProperty, &AddProperty::start);
    connect(m_noProperty, &EmptyState::activated, m_addProperty, &AddProperty::start);
    connect(m_view, &PropertyView::editRequested, this, &MainWindow::edit);
    connect(m_view, &PropertyView::messageShown, m_status, &StatusLine::showMessage);
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
    on(m_menus->changePassphrase, [this] { m_changePassphrase->start(); });
    on(m_menus->lock, [this] { m_context.session.lock(); });
    on(m_menus->settings, [this] { editSettings(); });
    on(m_menus->quit, [this] { close(); });
    on(m_menus->search, [this] {
        closeTool();
        m_sidebar->focusSearch();
    });
    on(m_menus->manual, [this] { showManual(); });
    on(m_menus->shortcutsHelp, [this] { (new ShortcutsDialog(m_menus->shortcuts(), this))->open(); });
    on(m_menus->about, [this] { (new AboutDialog(this))->open(); });
    connect(m_menus, &Menus::toolChosen, this, &MainWindow::showTool);
    connect(m_menus, &Menus::themeChosen, this, [this](const QString &name) {
        m_settings.theme = name;
        apply(m_settings);
    });
}

void MainWindow::connectPropertyMenu()
{
    connect(m_menus->addProperty, &QAction::triggered, m_addProperty, &AddProperty::start);
    connect(m_menus->editProperty, &QAction::triggered, this, [this] { edit({}); });
    connect(m_menus->rotateKey, &QAction::triggered, m_view->header()->rotateButton(), &QPushButton::click);
    connect(m_menus->exportCode, &QAction::triggered, m_view->header()->exportButton(), &QPushButton::click);
    connect(m_menus->archiveProperty, &QAction::triggered, this, [this] {
        if (const recipes::Property *property = m_view->property()) {
            m_editProperty->setArchived(*property, !property->archived);
        }
    });
    connect(m_menus->removeProperty, &QAction::triggered, this, [this] {
        if (const recipes::Property *property = m_view->property()) {
            m_removeProperty->start(*property);
        }
    });
    connect(m_menus, &Menus::placeChosen, this, [this](const QString &place) {
        closeTool();
        m_view->goTo(place);
    });
}

void MainWindow::connectActions()
{
    connect(m_addProperty, &AddProperty::added, m_sidebar, &Sidebar::select);
    connect(m_editProperty, &EditProperty::edited, m_status, [this] { m_status->showMessage(tr("Saved.")); });
    connect(m_editProperty, &EditProperty::failed, m_banner, &MessageBanner::showError);
    connect(m_removeProperty, &RemoveProperty::removed, m_status,
            [this](const QString &name) { m_status->showMessage(tr("%1 was removed.").arg(name)); });
    connect(m_changePassphrase, &ChangePassphrase::changed, m_status,
            [this] { m_status->showMessage(tr("The passphrase was changed.")); });
}

void MainWindow::begin(const QString &vaultPath)
{
    if (!vaultPath.isEmpty()) {
        m_context.session.choose(vaultPath);
    } else {
        m_vaultPages->showStart();
    }
}

void MainWindow::connectVaultCare()
{
    connect(m_menus->checkVault, &QAction::triggered, m_checkVault, &CheckVault::start);
    connect(m_checkVault, &CheckVault::backupsRequested, m_manageBackups, &ManageBackups::start);
    connect(m_menus->openBin, &QAction::triggered, m_openBin, &OpenBin::start);
    connect(m_menus->backups, &QAction::triggered, m_manageBackups, &ManageBackups::start);
    connect(m_menus->recoveryKey, &QAction::triggered, m_makeRecoveryKey, &MakeRecoveryKey::start);
    connect(m_menus->rekey, &QAction::triggered, m_rekeyVault, &RekeyVault::start);
    connect(m_openBin, &OpenBin::takenBack, m_status,
            [this](const QString &name) { m_status->showMessage(tr("%1 is back.").arg(name)); });
    connect(m_openBin, &OpenBin::deleted, m_status,
            [this] { m_status->showMessage(tr("Deleted for good.")); });
    connect(m_openBin, &OpenBin::failed, m_banner, &MessageBanner::showError);
    connect(m_manageBackups, &ManageBackups::backedUp, m_status, [this](const QString &path) {
        m_status->showMessage(tr("Backed up to %1, and checked.").arg(QDir::toNativeSeparators(path)));
    });
    connect(m_manageBackups, &ManageBackups::restored, m_banner, [this](const QString &kept) {
        m_banner->showMessage(Tone::Good, tr("Restored."),
                              tr("As the vault was before: %1").arg(QDir::toNativeSeparators(kept)));
    });
    connect(m_makeRecoveryKey, &MakeRecoveryKey::made, m_banner, [this](const QString &path) {
        m_banner->showMessage(Tone::Attention,
                              tr("The recovery key is in a file. Print it, then delete the file."),
                              QDir::toNativeSeparators(path));
    });
    connect(m_rekeyVault, &RekeyVault::rekeyed, m_banner, [this](const QString &backup) {
        m_banner->showMessage(Tone::Good,
                              tr("The vault has a new key. Make a new recovery key if there was one."),
                              tr("As the vault was before: %1").arg(QDir::toNativeSeparators(backup)));
    });
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
    m_stack->setCurrentWidget(m_workspace);
    m_autoLock->start();
    m_lockTriggers->listen();
    m_sidebar->focusSearch();
}

void MainWindow::leaveVault()
{
    m_autoLock->stop();
    closeDialogs();
    m_context.clipboard.clearIfOurs();
    m_view->clear();
    m_sidebar->clear();
    m_banner->clear();
    closeTool();
    m_status->clear();
    m_menus->setState(false, false, false);
    if (m_context.session.state() == VaultSession::State::Locked) {
        m_topBar->showVault(m_context.session.path(), false);
    } else {
        m_topBar->showNoVault();
    }
    m_stack->setCurrentWidget(m_vaultPages);
}

// A dialog may hold a secret, and its answer would be for a vault that is closed.
void MainWindow::closeDialogs()
{
    for (QDialog *dialog : findChildren<QDialog *>()) {
        dialog->hide();
        dialog->deleteLater();
    }
}

void MainWindow::reloadList()
{
    m_model.setProperties(m_context.session.properties(), m_context.clock.now());
    if (m_context.session.state() != VaultSession::State::Unlocked) {
        return;
    }
    if (m_sidebar->selected().isEmpty()) {
        m_sidebar->selectFirst();
    }
    refreshView();
}

void MainWindow::propertyChanged(const recipes::PropertyId &id)
{
    if (const recipes::Property *property = m_context.session.property(id)) {
        m_model.updateProperty(*property, m_context.clock.now());
    }
    refreshView();
}

void MainWindow::showProperty(const recipes::PropertyId &id)
{
    closeTool();
    m_view->show(id);
    refreshView();
}

void MainWindow::refreshView()
{
    m_sidebar->refresh();
    m_status->showCounts(m_model.total(), m_model.keyVersionCount());
    const recipes::Property *property = m_context.session.property(m_sidebar->selected());
    if (property) {
        m_view->show(property->id);
    } else {
        m_view->clear();
        const bool isEmpty = m_context.session.properties().isEmpty();
        m_noProperty->setTexts(
            isEmpty ? tr("No properties yet") : tr("Choose a property"),
            isEmpty ? tr("A property is one widget on one site, with its own keys. Add your first.")
                    : tr("Its keys, proofs and code are shown here."));
        m_noProperty->setAction(isEmpty ? tr("Add property…") : QString());
    }
    m_right->setCurrentWidget(property ? static_cast<QWidget *>(m_view) : m_noProperty);
    m_menus->setState(true, property != nullptr, property && property->archived);
}

void MainWindow::edit(const QString &fieldId)
{
    if (const recipes::Property *property = m_view->property(); property && m_view->recipe()) {
        m_editProperty->start(*m_view->recipe(), *property, fieldId);
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
            m_view->goTo(placeId);
        });
        connect(page, &ToolPage::verifyRequested, this, [this](const auto &id, const auto &request) {
            leaveToolFor(id);
            m_view->check(request);
        });
        m_stack->addWidget(frame);
        m_toolPages.insert(toolId, page);
    }
    ToolPage *page = m_toolPages.value(toolId);
    m_stack->setCurrentWidget(page->parentWidget());
    page->setFocus(Qt::OtherFocusReason);
}

void MainWindow::closeTool()
{
    for (ToolPage *page : m_toolPages) {
        page->clear();
    }
    const bool isOpen = m_context.session.state() == VaultSession::State::Unlocked;
    m_stack->setCurrentWidget(isOpen ? m_workspace : m_vaultPages);
}

void MainWindow::leaveToolFor(const recipes::PropertyId &id)
{
    closeTool();
    m_sidebar->select(id);
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
    dialog->open();
}

void MainWindow::apply(const ConsoleSettings &settings)
{
    m_settings = settings;
    m_vaultPages->setRecentVaults(settings.recentVaults);
    saveSettings(m_context.settings, settings);
    m_context.session.setBackupsKept(settings.backupFolder, settings.keptBackups);
    m_context.theme.setChoice(themeNamed(settings.theme));
    m_menus->setTheme(settings.theme);
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
