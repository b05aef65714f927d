#pragma once

#include "app/services/services.h"
#include "ui/actions/vaultsession.h"
#include "ui/widgets/secretclipboard.h"

#include <QSettings>

#include <memory>
#include <optional>

class QApplication;
class QCoreApplication;

namespace countersign::ui {
class MainWindow;
class Theme;
} // namespace countersign::ui

namespace countersign::console {

struct Options
{
    QString vault; ///< empty: the one used last, or the start page
    QString theme; ///< for this run; empty: as set
    QString tour;  ///< the folder for the pictures; empty: no tour
};

/// Reads the command line; ends the program for --help, --version and a wrong usage. Call it when the
/// translations are installed: the help is translated too.
Options parseOptions(const QCoreApplication &application);

/// Everything the window needs, made in one place and alive as long as it.
class Console final
{
public:
    static Result<std::unique_ptr<Console>> create(QApplication &application, Options options);
    ~Console();

    /// Shows the window, or starts the tour.
    void start();

private:
    Console(QApplication &application, services::Services services, Options options);
    QString vaultToBegin() const;
    QString demoPath() const;

    Options m_options;
    services::Services m_services;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::Theme> m_theme;
    ui::SecretClipboard m_clipboard;
    ui::VaultSession m_session;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace countersign::console
