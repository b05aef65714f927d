#include "ui/dialogs/settingsdialog.h"

#include "ui/widgets/fieldrow.h"
#include "ui/widgets/messagebanner.h"
#include "ui/widgets/styling.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

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
    m_theme->setObjectName(u"themeChoice"_s);
    m_theme->addItem(tr("As the system"), u"system"_s);
    m_theme->addItem(tr("Light"), u"light"_s);
    m_theme->addItem(tr("Dark"), u"dark"_s);
    m_theme->setCurrentIndex(qMax(0, m_theme->findData(settings.theme)));
    m_autoLock->setObjectName(u"autoLockMinutes"_s);
    m_autoLock->setRange(0, 240);
    m_autoLock->setSpecialValueText(tr("Never"));
    m_autoLock->setSuffix(tr(" min"));
    m_autoLock->setValue(settings.autoLockMinutes);
    m_clipboard->setRange(5, 300);
    m_clipboard->setSuffix(tr(" s"));
    m_clipboard->setValue(settings.clipboardSeconds);
    m_start->addItem(tr("The vault used last"), int(StartWith::LastVault));
    m_start->addItem(tr("The start page"), int(StartWith::StartPage));
    m_start->setCurrentIndex(m_start->findData(int(settings.startWith)));
    auto *lock = new FieldRow(tr("Lock after no keyboard or mouse for"), m_autoLock);
    lock->setHint(tr("Locking closes the vault and empties every page."));
    auto *clipboard = new FieldRow(tr("Clear a copied secret or proof after"), m_clipboard);
    clipboard->setHint(tr("Only if nothing else was copied since."));
    body()->setSpacing(space::large);
    m_recoveryReminder->setObjectName(u"recoveryReminder"_s);
    m_recoveryReminder->setDismissible(false);
    body()->addWidget(m_recoveryReminder);
    connect(m_recoveryReminder, &MessageBanner::activated, this, &SettingsDialog::recoveryKeyRequested);
    body()->addWidget(new FieldRow(tr("Theme"), m_theme));
    body()->addWidget(lock);
    body()->addWidget(makeLockGroup());
    body()->addWidget(clipboard);
    body()->addWidget(m_hideFromCapture);
    body()->addWidget(new FieldRow(tr("Start with"), m_start));
    m_keptBackups->setObjectName(u"keptBackups"_s);
    m_keptBackups->setRange(1, 100);
    m_keptBackups->setValue(settings.keptBackups);
    m_backupFolder->setObjectName(u"backupFolder"_s);
    m_backupFolder->setPlaceholderText(tr("Beside each vault"));
    m_backupFolder->setText(settings.backupFolder);
    auto *backups = new FieldRow(tr("Daily backups to keep"), m_keptBackups);
    backups->setHint(tr("Each is opened and checked when it is made. The oldest makes room."));
    body()->addWidget(backups);
    body()->addWidget(new FieldRow(tr("Folder for backups"), m_backupFolder));
    body()->addStretch();
    m_theme->setFocus();
    setMinimumWidth(420);
}

QWidget *SettingsDialog::makeLockGroup()
{
    auto *group = new QWidget;
    auto *layout = new QVBoxLayout(group);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::tiny);
    layout->addWidget(makeLabel(tr("Lock also when"), TextRole::Strong));
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
