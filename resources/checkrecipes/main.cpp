// Run by the build over resources/: a recipe that cannot be read, or that names a template which is not
// there, fails the build with the place and the reason.

#include "core/recipes/recipecatalog.h"

#include <QDir>
#include <QFileInfo>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace countersign;

namespace {

int complain(const QString &what)
{
    std::fprintf(stderr, "checkrecipes: %s\n", qUtf8Printable(what));
    return EXIT_FAILURE;
}

int checkTemplates(const recipes::Recipe &recipe, const QDir &snippets)
{
    for (const recipes::SnippetRule &rule : recipe.snippets) {
        if (!rule.templateFile.isEmpty() && !QFileInfo(snippets.filePath(rule.templateFile)).isFile()) {
            return complain(u"%1: the snippet \"%2\" names the template %3, which is not there"_s.arg(
                recipe.id, rule.id, rule.templateFile));
        }
    }
    return EXIT_SUCCESS;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 2) {
        return complain(u"usage: checkrecipes RESOURCES"_s);
    }
    const QDir resources(QString::fromLocal8Bit(argv[1]));
    const auto catalog = recipes::RecipeCatalog::fromFolder(resources.filePath(u"recipes"_s));
    if (!catalog) {
        return complain(catalog.error().detail);
    }
    for (const recipes::Recipe &recipe : catalog->recipes()) {
        if (checkTemplates(recipe, resources.filePath(u"snippets"_s)) != EXIT_SUCCESS) {
            return EXIT_FAILURE;
        }
    }
    return EXIT_SUCCESS;
}
