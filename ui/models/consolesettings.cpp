#include "ui/models/consolesettings.h"

#include <QSettings>

#include <utility>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

int within(const QVariant &value, int least, int most, int otherwise)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber && number >= least && number <= most ? number : otherwise;
}

constexpr std::pair<QLatin1StringView, bool ConsoleSettings::*> switches[] = {
    {"lockWithScreen"_L1, &ConsoleSettings::lockWithScreen},
    {"lockOnSleep"_L1, &ConsoleSettings::lockOnSleep},
    {"lockOnMinimise"_L1, &ConsoleSettings::lockOnMinimise},
    {"hideFromCapture"_L1, &ConsoleSettings::hideFromCapture},
};

} // namespace

ConsoleSettings loadSettings(const QSettings &store)
{
    ConsoleSettings settings;
    settings.theme = store.value("theme"_L1, u"system"_s).toString();
    settings.autoLockMinutes = within(store.value("autoLockMinutes"_L1), 0, 240, settings.autoLockMinutes);
    settings.clipboardSeconds = within(store.value("clipboardSeconds"_L1), 5, 300, settings.clipboardSeconds);
    for (const auto &[name, member] : switches) {
        settings.*member = store.value(name, settings.*member).toBool();
    }
    settings.startWith = store.value("startWith"_L1).toString() == "start-page"_L1 ? StartWith::StartPage
                                                                                   : StartWith::LastVault;
    settings.keptBackups = within(store.value("keptBackups"_L1), 1, 100, settings.keptBackups);
    settings.backupFolder = store.value("backupFolder"_L1).toString();
    settings.recentVaults = store.value("recentVaults"_L1).toStringList().mid(0, maximumRecentVaults);
    return settings;
}

void saveSettings(QSettings &store, const ConsoleSettings &settings)
{
    store.setValue("theme"_L1, settings.theme);
    store.setValue("autoLockMinutes"_L1, settings.autoLockMinutes);
    store.setValue("clipboardSeconds"_L1, settings.clipboardSeconds);
    for (const auto &[name, member] : switches) {
        store.setValue(name, settings.*member);
    }
    store.setValue("startWith"_L1,
                   settings.startWith == StartWith::StartPage ? u"start-page"_s : u"last-vault"_s);
    store.setValue("keptBackups"_L1, settings.keptBackups);
    store.setValue("backupFolder"_L1, settings.backupFolder);
    store.setValue("recentVaults"_L1, settings.recentVaults);
}

void rememberVault(ConsoleSettings &settings, const QString &path)
{
    settings.recentVaults.removeAll(path);
    settings.recentVaults.prepend(path);
    settings.recentVaults = settings.recentVaults.mid(0, maximumRecentVaults);
}

} // namespace countersign::ui
