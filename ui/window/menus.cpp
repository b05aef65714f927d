#include "ui/window/menus.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace countersign::ui {

Menus::Menus(QMenuBar *bar, const QList<Place> &places, const QList<Tool> &tools)
    : QObject(bar)
    , m_themes(new QActionGroup(this))
{
    buildVaultMenu(bar);
    buildPropertyMenu(bar);
    buildViewMenu(bar, places, tools);
    buildHelpMenu(bar);
    setState(false, false, false);
}

QAction *Menus::add(QMenu *menu, const QString &text, const QKeySequence &keys, const char *name)
{
    QAction *action = menu->addAction(text);
    action->setShortcut(keys);
    action->setObjectName(QString::fromLatin1(name));
    m_all << action;
    return action;
}

void Menus::buildVaultMenu(QMenuBar *bar)
{
    QMenu *menu = bar->addMenu(tr("&Vault"));
    createVault = add(menu, tr("&Create a vault…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
                      "actionCreateVault");
    openVault = add(menu, tr("&Open a vault…"), QKeySequence::Open, "actionOpenVault");
    tryDemo = add(menu, tr("Try the &demo vault"), {}, "actionTryDemo");
    menu->addSeparator();
    changePassphrase = add(menu, tr("Change the &passphrase…"), {}, "actionChangePassphrase");
    checkVault = add(menu, tr("Chec&k the vault…"), {}, "actionCheckVault");
    recoveryKey = add(menu, tr("Make a &recovery key…"), {}, "actionRecoveryKey");
    keyring = add(menu, tr("Open with the desk&top's keyring…"), {}, "actionKeyring");
    rekey = add(menu, tr("Give the vault a &new key…"), {}, "actionRekey");
    menu->addSeparator();
    backups = add(menu, tr("Back&ups…"), {}, "actionBackups");
    openBin = add(menu, tr("&Bin…"), {}, "actionOpenBin");
    exportBundle = add(menu, tr("&Export to a bundle…"), {}, "actionExportBundle");
    importBundle = add(menu, tr("&Import a bundle…"), {}, "actionImportBundle");
    menu->addSeparator();
    lock = add(menu, tr("&Lock"), QKeySequence(Qt::CTRL | Qt::Key_L), "actionLock");
    settings = add(menu, tr("&Settings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma), "actionSettings");
    settings->setMenuRole(QAction::PreferencesRole);
    quit = add(menu, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), "actionQuit");
    quit->setMenuRole(QAction::QuitRole);
}

void Menus::buildPropertyMenu(QMenuBar *bar)
{
    QMenu *menu = bar->addMenu(tr("&Property"));
    addProperty = add(menu, tr("&Add a property…"), QKeySequence::New, "actionAddProperty");
    editProperty = add(menu, tr("&Edit…"), QKeySequence(Qt::Key_F2), "actionEditProperty");
    menu->addSeparator();
    rotateKey = add(menu, tr("&Rotate the key…"), QKeySequence(Qt::CTRL | Qt::Key_R), "actionRotateKey");
    exportCode =
        add(menu, tr("E&xport code…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), "actionExportCode");
    menu->addSeparator();
    archiveProperty = add(menu, tr("Ar&chive"), {}, "actionArchiveProperty");
    removeProperty = add(menu, tr("Re&move…"), {}, "actionRemoveProperty");
}

void Menus::buildViewMenu(QMenuBar *bar, const QList<Place> &places, const QList<Tool> &tools)
{
    QMenu *menu = bar->addMenu(tr("V&iew"));
    int number = 0;
    for (const Place &place : places) {
        const QKeySequence keys(Qt::CTRL | Qt::Key(Qt::Key_1 + number++));
        QAction *action = add(menu, place.title, keys, "actionPlace");
        connect(action, &QAction::triggered, this, [this, id = place.id] { Q_EMIT placeChosen(id); });
        m_places << action;
    }
    menu->addSeparator();
    search = add(menu, tr("&Search properties"), QKeySequence::Find, "actionSearch");
    for (const Tool &tool : tools) {
        QAction *action = add(menu, tool.title, tool.keys, "actionTool");
        if (tool.needs == ToolNeeds::OpenVault) {
            m_vaultTools << action;
        }
        connect(action, &QAction::triggered, this, [this, id = tool.id] { Q_EMIT toolChosen(id); });
    }
    menu->addSeparator();
    buildThemeMenu(menu->addMenu(tr("&Theme")));
}

void Menus::buildThemeMenu(QMenu *menu)
{
    const QList<std::pair<QString, QString>> themes = {
        {u"system"_s, tr("As the s&ystem")}, {u"light"_s, tr("&Light")}, {u"dark"_s, tr("&Dark")}};
    for (const auto &[name, text] : themes) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(name);
        m_themes->addAction(action);
        connect(action, &QAction::triggered, this, [this, name] { Q_EMIT themeChosen(name); });
    }
}

void Menus::buildHelpMenu(QMenuBar *bar)
{
    QMenu *menu = bar->addMenu(tr("&Help"));
    manual = add(menu, tr("&Manual"), QKeySequence::HelpContents, "actionManual");
    shortcutsHelp =
        add(menu, tr("&Keyboard shortcuts"), QKeySequence(Qt::CTRL | Qt::Key_Slash), "actionShortcuts");
    about = add(menu, tr("&About Countersign"), {}, "actionAbout");
    about->setMenuRole(QAction::AboutRole);
}

void Menus::setState(bool unlocked, bool propertyChosen, bool archived)
{
    for (QAction *action : {changePassphrase, checkVault, openBin, backups, exportBundle, importBundle,
                            keyring, recoveryKey, rekey, lock, addProperty, search}) {
        action->setEnabled(unlocked);
    }
    for (QAction *action : propertyActions()) {
        action->setEnabled(unlocked && propertyChosen);
    }
    for (QAction *action : m_places) {
        action->setEnabled(unlocked && propertyChosen);
    }
    for (QAction *action : m_vaultTools) {
        action->setEnabled(unlocked);
    }
    archiveProperty->setText(archived ? tr("Take out of the ar&chive") : tr("Ar&chive"));
}

void Menus::disablePropertyActions()
{
    for (QAction *action : propertyActions()) {
        action->setEnabled(false);
    }
}

QList<QAction *> Menus::propertyActions() const
{
    return {editProperty, rotateKey, exportCode, archiveProperty, removeProperty};
}

void Menus::setTheme(const QString &themeName)
{
    for (QAction *action : m_themes->actions()) {
        action->setChecked(action->data() == themeName);
    }
}

QList<ShortcutsDialog::Entry> Menus::shortcuts() const
{
    QList<ShortcutsDialog::Entry> entries;
    for (const QAction *action : m_all) {
        if (!action->shortcut().isEmpty()) {
            entries.append({action->text().remove(u'&').remove(u'…'), action->shortcut()});
        }
    }
    return entries;
}

} // namespace countersign::ui
