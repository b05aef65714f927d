#pragma once

#include "core/recipes/recipe.h"

namespace countersign::recipes {

/// Every recipe there is, by vendor name.
class RecipeCatalog final
{
public:
    /// Reads every .json file of a folder; ":/recipes" holds the built-in ones.
    static Result<RecipeCatalog> fromFolder(const QString &folder);
    static Result<RecipeCatalog> builtIn();

    const QList<Recipe> &recipes() const { return m_recipes; }
    const Recipe *find(QStringView id) const;

private:
    QList<Recipe> m_recipes;
};

} // namespace countersign::recipes
