#include "core/recipes/recipecatalog.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::recipes {

namespace {

constexpr qsizetype maximumRecipeSize = 1 << 20;

Result<Recipe> readRecipe(const QString &path)
{
    QFile file(path); // not readFile: the built-in recipes lie in a Qt resource
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::ReadFailed, path + u": "_s + file.errorString());
    }
    if (file.size() > maximumRecipeSize) {
        return failure(ErrorCode::FileTooLarge, path);
    }
    Result<Recipe> recipe = parseRecipe(file.readAll());
    if (!recipe) {
        return failure(recipe.error().code, QFileInfo(path).fileName() + u": "_s + recipe.error().detail);
    }
    return recipe;
}

bool isBefore(const Recipe &left, const Recipe &right)
{
    return QString::compare(left.vendor, right.vendor, Qt::CaseInsensitive) < 0;
}

} // namespace

Result<RecipeCatalog> RecipeCatalog::fromFolder(const QString &folder)
{
    RecipeCatalog catalog;
    const QDir directory(folder);
    for (const QString &name : directory.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        if (name.endsWith(u".schema.json")) {
            continue;
        }
        Result<Recipe> recipe = readRecipe(directory.filePath(name));
        if (!recipe) {
            return std::unexpected(recipe.error());
        }
        if (catalog.find(recipe->id)) {
            return failure(ErrorCode::InvalidRecipe,
                           u"%1: another recipe has the id \"%2\""_s.arg(name, recipe->id));
        }
        catalog.m_recipes.append(std::move(*recipe));
    }
    if (catalog.m_recipes.isEmpty()) {
        return failure(ErrorCode::FileNotFound, u"no recipe in "_s + folder);
    }
    std::ranges::sort(catalog.m_recipes, isBefore);
    return catalog;
}

Result<RecipeCatalog> RecipeCatalog::builtIn()
{
    return fromFolder(u":/recipes"_s);
}

const Recipe *RecipeCatalog::find(QStringView id) const
{
    const auto found =
        std::ranges::find_if(m_recipes, [id](const Recipe &recipe) { return recipe.id == id; });
    return found == m_recipes.end() ? nullptr : &*found;
}

} // namespace countersign::recipes
