#include "ui/dialogs/settingsdialog.h"

#include "ui/widgets/fieldrow.h"

#include <QComboBox>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

SettingsDialog::SettingsDialog(const ConsoleSettings &settings, QWidget *parent)
    : RequestDialog(tr("Settings"), tr("Save"), parent)
    , m_settings(settings)
    , m_theme(new QComboBox)
    , m_autoLock(new QSpinBox)
    , m_clipboard(new QSpinBox)
    , m_start(new QComboBox)
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
    auto *lock = new FieldRow(tr("Lock when nobody is here for"), m_autoLock);
    lock->setHint(tr("Locking closes the vault and empties every page."));
    auto *clipboard = new FieldRow(tr("Clear a copied secret or proof after"), m_clipboard);
    clipboard->setHint(tr("Only if nothing else was copied since."));
    body()->setSpacing(space::large);
    body()->addWidget(new FieldRow(tr("Theme"), m_theme));
    body()->addWidget(lock);
    body()->addWidget(clipboard);
    body()->addWidget(new FieldRow(tr("Start with"), m_start));
    body()->addStretch();
    setMinimumWidth(420);
}

ConsoleSettings SettingsDialog::enteredSettings() const
{
    ConsoleSettings settings = m_settings;
    settings.theme = m_theme->currentData().toString();
    settings.autoLockMinutes = m_autoLock->value();
    settings.clipboardSeconds = m_clipboard->value();
    settings.startWith = StartWith(m_start->currentData().toInt());
    return settings;
}

} // namespace countersign::ui
