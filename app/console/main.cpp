#include "app/console/console.h"
#include "app/services/processhardening.h"
#include "ui/window/languages.h"

#include <QApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    countersign::services::hardenProcess();
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
