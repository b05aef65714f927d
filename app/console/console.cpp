#include "app/console/console.h"

#include "app/console/tour.h"
#include "app/services/vaultlocation.h"
#include "core/vault/demovault.h"
#include "ui/widgets/svgicon.h"
#include "ui/widgets/theme.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace countersign::console {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Console", text);
}

/// A tour leaves no trace in the settings of whoever runs it.
std::unique_ptr<QSettings> openSettings(const Options &options)
{
    if (!options.tour.isEmpty()) {
        return std::make_unique<QSettings>(options.tour + u"/tour.ini"_s, QSettings::IniFormat);
    }
    return std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, u"Countersign"_s,
                                       u"console"_s);
}

} // namespace

Options parseOptions(const QCoreApplication &application)
{
    QCoreApplication::setApplicationName(u"Countersign"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(COUNTERSIGN_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("Keeps the keys of chat widgets, makes their proofs and says why one fails."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption vault(u"vault"_s, tr("The vault to open."), u"file"_s);
    const QCommandLineOption theme(u"theme"_s, tr("light or dark, for this time; without it, as set."),
                                   u"theme"_s);
    const QCommandLineOption tour(
        u"tour"_s, tr("Walks through a demo vault and leaves pictures in a folder."), u"folder"_s);
    parser.addOptions({vault, theme, tour});
    parser.addPositionalArgument(u"file"_s, tr("The same, as a desktop opens a file."), u"[file]"_s);
    parser.process(application);
    const QStringList vaults = parser.values(vault) + parser.positionalArguments();
    if (vaults.size() > 1) {
        parser.showHelp(EXIT_FAILURE);
    }
    return {vaults.value(0), parser.value(theme), parser.value(tour)};
}

Result<std::unique_ptr<Console>> Console::create(QApplication &application, Options options)
{
    if (!options.tour.isEmpty() && !QDir().mkpath(options.tour)) {
        return failure(ErrorCode::WriteFailed, options.tour);
    }
    auto services = services::Services::create();
    if (!services) {
        return std::unexpected(services.error());
    }
    return std::unique_ptr<Console>(new Console(application, std::move(*services), std::move(options)));
}

Console::Console(QApplication &application, services::Services services, Options options)
    : m_options(std::move(options))
    , m_services(std::move(services))
    , m_settings(openSettings(m_options))
    , m_theme(std::make_unique<ui::Theme>(application))
    , m_clipboard(QGuiApplication::clipboard())
    , m_session(m_services.actor, m_services.clock)
{
    QGuiApplication::setDesktopFileName(u"countersign"_s);
    QGuiApplication::setWindowIcon(ui::applicationIcon());
    if (m_options.tour.isEmpty()) {
        m_session.setMemory(services::seenVaultsFolder());
        m_session.setBackups({});
    }
    ui::VaultPlaces places;
    places.defaultPath = m_services.vaultPath;
    places.demoPath = demoPath();
    places.user = {m_services.actor, &m_services.clock,
                   m_options.tour.isEmpty() ? services::seenVaultsFolder() : QString()};
    places.demoPassphrase = QString::fromLatin1(vault::demoPassphrase);
    places.createDemo = [this] {
        QDir().mkpath(QFileInfo(demoPath()).path());
        return vault::createDemoVault(demoPath(), m_services.catalog, m_services.actor, m_services.clock);
    };
    const auto theme =
        m_options.theme.isEmpty() ? std::nullopt : std::optional(ui::themeNamed(m_options.theme));
    m_window = std::make_unique<ui::MainWindow>(ui::WindowContext{
        m_session, m_services.catalog, m_services.clock, m_clipboard, *m_theme, *m_settings, places, theme});
}

Console::~Console() = default;

QString Console::demoPath() const
{
    const QString folder = m_options.tour.isEmpty() ? QFileInfo(m_services.vaultPath).path() : m_options.tour;
    return folder + u"/demo.countersign"_s;
}

QString Console::vaultToBegin() const
{
    if (!m_options.vault.isEmpty()) {
        return QFileInfo(m_options.vault).absoluteFilePath();
    }
    const ui::ConsoleSettings settings = ui::loadSettings(*m_settings);
    if (settings.startWith == ui::StartWith::StartPage) {
        return {};
    }
    const QString last = settings.recentVaults.value(0, m_services.vaultPath);
    return QFileInfo::exists(last) ? last : QString();
}

void Console::start()
{
    if (!m_options.tour.isEmpty()) {
        startTour(*m_window, m_session, *m_theme, m_options.tour);
        return;
    }
    m_window->begin(vaultToBegin());
    m_window->show();
}

} // namespace countersign::console
