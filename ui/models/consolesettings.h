#pragma once

#include <QStringList>

class QSettings;

namespace countersign::ui {

enum class StartWith {
    LastVault, ///< its unlock page
    StartPage,
};

/// What a person can set. Never a secret.
struct ConsoleSettings
{
    QString theme;              ///< "system", "light", "dark"
    int autoLockMinutes = 10;   ///< 0: never
    bool lockWithScreen = true; ///< when the desktop's session is locked
    bool lockOnSleep = true;    ///< when the machine is about to sleep
    bool lockOnMinimise = false;
    bool hideFromCapture = true; ///< from screenshots and recordings, where the system can do that
    int clipboardSeconds = 20;
    StartWith startWith = StartWith::LastVault;
    int keptBackups = 10;
    QString backupFolder;     ///< empty: beside each vault
    QStringList recentVaults; ///< newest first

    bool operator==(const ConsoleSettings &) const = default;
};

inline constexpr int maximumRecentVaults = 5;

/// Values outside what the dialog offers become the defaults.
ConsoleSettings loadSettings(const QSettings &store);
void saveSettings(QSettings &store, const ConsoleSettings &settings);
/// Puts a vault first in the list of recent ones.
void rememberVault(ConsoleSettings &settings, const QString &path);

} // namespace countersign::ui
