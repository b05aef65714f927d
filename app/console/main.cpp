#include "app/console/console.h"
#include "app/services/processhardening.h"
#include "ui/window/languages.h"

#include <QApplication>

#include <algorithm>
#include <cstdio>
#include <span>
#include <string_view>

namespace {

/// --help and --version are answered where no window can be shown, too.
bool asksForWordsAlone(int argc, char **argv)
{
    const std::span arguments(argv + 1, argc > 1 ? static_cast<std::size_t>(argc) - 1 : 0);
    return std::ranges::any_of(arguments, [](std::string_view argument) {
        return argument == "--version" || argument == "-v" || argument == "--help" || argument == "-h" ||
               argument == "--help-all";
    });
}

/// Whether Qt would find nothing to show a window on, and end the program as if it had crashed.
bool lacksDisplay(int argc, char **argv)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    const std::span arguments(argv, static_cast<std::size_t>(argc));
    return qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") &&
           qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") &&
           std::ranges::find(arguments, std::string_view("-platform")) == arguments.end();
#else
    Q_UNUSED(argc)
    Q_UNUSED(argv)
    return false;
#endif
}

int tellInTerminal(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    countersign::ui::installTranslations();
    if (asksForWordsAlone(argc, argv)) {
        countersign::console::parseOptions(application); // ends the program
    }
    const QString sentence = QCoreApplication::translate(
        "Console",
        "There is no display to show the console on. countersign-cli does the same in a terminal.");
    std::fprintf(stderr, "%s\n", qPrintable(sentence));
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    countersign::services::hardenProcess();
    if (asksForWordsAlone(argc, argv) || lacksDisplay(argc, argv)) {
        return tellInTerminal(argc, argv);
    }
    QApplication application(argc, argv);
    countersign::ui::installTranslations();
    const auto console =
        countersign::console::Console::create(application, countersign::console::parseOptions(application));
    if (!console) {
        std::fprintf(stderr, "%s %s\n", countersign::errorSentence(console.error().code),
                     qPrintable(console.error().detail));
        return 1;
    }
    (*console)->start();
    return application.exec();
}
