#include "app/cli/verbs/snippetcommon.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

CliResult<QList<snippets::Snippet>> renderAll(Session &session)
{
    const auto property = session.property();
    if (!property) {
        return std::unexpected(property.error());
    }
    const auto recipe = session.recipeOf(*property);
    if (!recipe) {
        return std::unexpected(recipe.error());
    }
    auto rendered = snippets::renderSnippets(**recipe, *property);
    if (!rendered) {
        return std::unexpected(rendered.error());
    }
    return *std::move(rendered);
}

QString sideName(recipes::SnippetSide side)
{
    switch (side) {
    case recipes::SnippetSide::Server:
        return u"server"_s;
    case recipes::SnippetSide::Page:
        return u"page"_s;
    case recipes::SnippetSide::Mobile:
        break;
    }
    return u"mobile"_s;
}

JsonObject snippetToJson(const snippets::Snippet &snippet)
{
    return {{u"name"_s, snippet.id},
            {u"title"_s, snippet.title},
            {u"side"_s, sideName(snippet.side)},
            {u"language"_s, snippet.language},
            {u"fileName"_s, snippet.fileName},
            {u"note"_s, snippet.note},
            {u"missing"_s, snippet.missing},
            {u"text"_s, snippet.text}};
}

QStringList snippetJsonKeys()
{
    return {u"name"_s,     u"title"_s, u"side"_s,    u"language"_s,
            u"fileName"_s, u"note"_s,  u"missing"_s, u"text"_s};
}

} // namespace countersign::cli
