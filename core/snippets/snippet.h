#pragma once

#include "core/recipes/property.h"

namespace countersign::snippets {

/// A snippet ready to copy or save. Never holds a key: server code reads it from the environment.
struct Snippet
{
    QString id;
    QString title;
    recipes::SnippetSide side = recipes::SnippetSide::Server;
    QString language;
    QString fileName;
    QString text;
    QString note;
    QString missing; ///< when it cannot be made yet: what to fill in first, in a sentence; text is then empty
    QString missingField; ///< the id of that field
};

/// Every snippet of the recipe for this property, in the recipe's order. Property values enter the code as
/// properly quoted literals of its language. Fails only when a template is damaged.
Result<QList<Snippet>> renderSnippets(const recipes::Recipe &recipe, const recipes::Property &property);
Result<Snippet> renderSnippet(const recipes::Recipe &recipe, const recipes::SnippetRule &rule,
                              const recipes::Property &property);

/// Writes every snippet into a folder, which is made when absent. Existing files are kept and fail with
/// FileExists.
Result<QStringList> exportSnippets(const QList<Snippet> &snippets, const QString &folder);

} // namespace countersign::snippets
