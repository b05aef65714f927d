#include "ui/window/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

/// A file that is not there is no failure: the texts in the code are English.
void install(const QLocale &locale, const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(locale, name, u"_"_s, folder)) {
        translator->setParent(QCoreApplication::instance());
        QCoreApplication::installTranslator(translator.release());
    }
}

} // namespace

void installTranslations()
{
    const QString ours = u":/i18n"_s;
    install(QLocale(QLocale::English), u"countersign"_s, ours);
    install(QLocale(), u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QLocale(), u"countersign"_s, ours);
}

} // namespace countersign::ui
