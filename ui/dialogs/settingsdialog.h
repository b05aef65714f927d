#pragma once

#include "ui/dialogs/requestdialog.h"
#include "ui/models/consolesettings.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace countersign::ui {

class MessageBanner;

/// Theme, locking, clipboard, start and backups.
class SettingsDialog final : public RequestDialog
{
    Q_OBJECT

public:
    SettingsDialog(const ConsoleSettings &settings, QWidget *parent);

    ConsoleSettings enteredSettings() const;
    /// For a system that cannot keep windows out of pictures of the screen.
    void removeCaptureChoice();
    /// For an open vault that nobody could open without its passphrase.
    void remindOfRecoveryKey();

Q_SIGNALS:
    void recoveryKeyRequested();

private:
    void fillEditors();
    void addLocking(QVBoxLayout *fields);
    void addBackups(QVBoxLayout *fields);
    QWidget *makeLockGroup();
    void chooseBackupFolder();

    ConsoleSettings m_settings;
    MessageBanner *m_recoveryReminder;
    QComboBox *m_theme;
    QSpinBox *m_autoLock;
    QCheckBox *m_lockWithScreen;
    QCheckBox *m_lockOnSleep;
    QCheckBox *m_lockOnMinimise;
    QCheckBox *m_hideFromCapture;
    QSpinBox *m_clipboard;
    QComboBox *m_start;
    QSpinBox *m_keptBackups;
    QLineEdit *m_backupFolder;
};

} // namespace countersign::ui
