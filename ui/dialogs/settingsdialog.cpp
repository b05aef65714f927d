#include "ui/dialogs/settingsdialog.h"

#include "ui/widgets/fieldrow.h"
#include "ui/widgets/messagebanner.h"
#include "ui/widgets/styling.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int usualHeight = 790; // in which everything is seen without scrolling

QCheckBox *makeSwitch(const QString &name, const QString &text, bool isOn)
{
    auto *box = new QCheckBox(text);
    box->setObjectName(name);
    box->setChecked(isOn);
    return box;
}

} // namespace

SettingsDialog::SettingsDialog(const ConsoleSettings &settings, QWidget *parent)
    : RequestDialog(tr("Settings"), tr("Save"), parent)
    , m_settings(settings)
    , m_recoveryReminder(new MessageBanner)
    , m_theme(new QComboBox)
    , m_autoLock(new QSpinBox)
    , m_lockWithScreen(makeSwitch(u"lockWithScreen"_s, tr("the screen is locked"), settings.lockWithScreen))
    , m_lockOnSleep(makeSwitch(u"lockOnSleep"_s, tr("the computer goes to sleep"), settings.lockOnSleep))
    , m_lockOnMinimise(
          makeSwitch(u"lockOnMinimise"_s, tr("the window is minimised"), settings.lockOnMinimise))
    , m_hideFromCapture(makeSwitch(u"hideFromCapture"_s,
                                   tr("Keep the window out of screenshots and recordings"),
                                   settings.hideFromCapture))
    , m_clipboard(new QSpinBox)
    , m_start(new QComboBox)
    , m_keptBackups(new QSpinBox)
    , m_backupFolder(new QLineEdit)
{
    setObjectName(u"settingsDialog"_s);
    fillEditors();
    auto *content = new QWidget;
    auto *fields = new QVBoxLayout(content);
    fields->setContentsMargins(0, 0, space::small, 0);
    fields->setSpacing(space::large);
    fields->addWidget(m_recoveryReminder);
    fields->addWidget(new FieldRow(tr("Theme"), m_theme));
    addLocking(fields);
    fields->addWidget(new FieldRow(tr("Start with"), m_start));
    addBackups(fields);
    fields->addStretch();
    body()->addWidget(makeScrollArea(content), 1);
    connect(m_recoveryReminder, &MessageBanner::activated, this, &SettingsDialog::recoveryKeyRequested);
    m_theme->setFocus();
    // All of it where the screen is high enough; elsewhere it scrolls.
    const int room = parent ? parent->window()->height() : usualHeight;
    resize(460, std::min(usualHeight, room));
}

void SettingsDialog::fillEditors()
{
    m_theme->setObjectName(u"themeChoice"_s);
    m_theme->addItem(tr("As the system"), u"system"_s);
    m_theme->addItem(tr("Light"), u"light"_s);
    m_theme->addItem(tr("Dark"), u"dark"_s);
    m_theme->setCurrentIndex(qMax(0, m_theme->findData(m_settings.theme)));
    m_autoLock->setObjectName(u"autoLockMinutes"_s);
    m_autoLock->setRange(0, 240);
    m_autoLock->setSpecialValueText(tr("Never"));
    m_autoLock->setSuffix(tr(" min"));
    m_autoLock->setValue(m_settings.autoLockMinutes);
    m_clipboard->setRange(5, 300);
    m_clipboard->setSuffix(tr(" s"));
    m_clipboard->setValue(m_settings.clipboardSeconds);
    m_start->addItem(tr("The vault used last"), int(StartWith::LastVault));
    m_start->addItem(tr("The start page"), int(StartWith::StartPage));
    m_start->setCurrentIndex(m_start->findData(int(m_settings.startWith)));
    m_recoveryReminder->setObjectName(u"recoveryReminder"_s);
    m_recoveryReminder->setDismissible(false);
    m_keptBackups->setObjectName(u"keptBackups"_s);
    m_keptBackups->setRange(1, 100);
    m_keptBackups->setValue(m_settings.keptBackups);
    m_backupFolder->setObjectName(u"backupFolder"_s);
    m_backupFolder->setPlaceholderText(tr("Beside each vault"));
    m_backupFolder->setText(m_settings.backupFolder);
}

void SettingsDialog::addLocking(QVBoxLayout *fields)
{
    auto *lock = new FieldRow(tr("Lock when idle for"), m_autoLock);
    lock->setHint(tr("Locking closes the vault and empties every page."));
    auto *clipboard = new FieldRow(tr("Clear a copied secret or proof after"), m_clipboard);
    clipboard->setHint(tr("Only if nothing else was copied since."));
    fields->addWidget(lock);
    fields->addWidget(makeLockGroup());
    fields->addWidget(clipboard);
    fields->addWidget(m_hideFromCapture);
}

void SettingsDialog::addBackups(QVBoxLayout *fields)
{
    auto *kept = new FieldRow(tr("Daily backups to keep"), m_keptBackups);
    kept->setHint(tr("Each is opened and checked when it is made. The oldest makes room."));
    auto *choose = makeButton(tr("Choose…"));
    choose->setObjectName(u"chooseBackupFolder"_s);
    connect(choose, &QPushButton::clicked, this, &SettingsDialog::chooseBackupFolder);
    auto *folder = new FieldRow(tr("Folder for backups"), m_backupFolder);
    folder->addButton(choose);
    fields->addWidget(kept);
    fields->addWidget(folder);
}

void SettingsDialog::chooseBackupFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder for backups"), m_backupFolder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, m_backupFolder, &QLineEdit::setText);
    dialog->open();
}

QWidget *SettingsDialog::makeLockGroup()
{
    auto *group = new QWidget;
    auto *layout = new QVBoxLayout(group);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::tiny);
    layout->addWidget(makeLabel(tr("Lock also when"), TextRole::Strong));
    m_lockWithScreen->setAccessibleName(tr("Lock when the screen is locked"));
    m_lockOnSleep->setAccessibleName(tr("Lock when the computer goes to sleep"));
    m_lockOnMinimise->setAccessibleName(tr("Lock when the window is minimised"));
    for (QCheckBox *box : {m_lockWithScreen, m_lockOnSleep, m_lockOnMinimise}) {
        layout->addWidget(box);
    }
    return group;
}

void SettingsDialog::remindOfRecoveryKey()
{
    m_recoveryReminder->showMessage(Tone::Attention, tr("This vault has no recovery key."),
                                    tr("If its passphrase is lost, nobody can open it."));
    m_recoveryReminder->setAction(tr("Make one…"));
}

void SettingsDialog::removeCaptureChoice()
{
    m_hideFromCapture->hide();
}

ConsoleSettings SettingsDialog::enteredSettings() const
{
    ConsoleSettings settings = m_settings;
    settings.theme = m_theme->currentData().toString();
    settings.autoLockMinutes = m_autoLock->value();
    settings.lockWithScreen = m_lockWithScreen->isChecked();
    settings.lockOnSleep = m_lockOnSleep->isChecked();
    settings.lockOnMinimise = m_lockOnMinimise->isChecked();
    settings.hideFromCapture = m_hideFromCapture->isChecked();
    settings.clipboardSeconds = m_clipboard->value();
    settings.startWith = StartWith(m_start->currentData().toInt());
    settings.keptBackups = m_keptBackups->value();
    settings.backupFolder = m_backupFolder->text().trimmed();
    return settings;
}

} // namespace countersign::ui
