#include "core/snippets/snippet.h"

#include "tests/fuzz/fuzztarget.h"

using namespace countersign;
using namespace Qt::StringLiterals;

namespace {

/// As Orlo's: pasted code with a word the server fills in and one a property field does.
recipes::Recipe makeRecipe()
{
    recipes::Recipe recipe;
    recipe.id = u"fuzz"_s;
    recipe.propertyFields = {{.id = u"embed"_s,
                              .label = u"Embed code"_s,
                              .type = recipes::FieldType::EmbedCode,
                              .presence = recipes::Presence::Required,
                              .pattern = {},
                              .patternHint = {},
                              .hint = {},
                              .example = {},
                              .defaultValue = {},
                              .placeholders = {u"JWT_TOKEN"_s, u"WIDGET_ID"_s}},
                             {.id = u"widgetId"_s,
                              .label = u"Widget id"_s,
                              .type = recipes::FieldType::Text,
                              .presence = recipes::Presence::Optional,
                              .pattern = {},
                              .patternHint = {},
                              .hint = {},
                              .example = {},
                              .defaultValue = {},
                              .placeholders = {}}};
    recipe.proofs = {recipes::ProofRule{}};
    recipe.snippets = {recipes::SnippetRule{
        .id = u"page"_s,
        .title = u"Page"_s,
        .side = recipes::SnippetSide::Page,
        .language = u"html"_s,
        .fileName = u"page.html"_s,
        .templateFile = {},
        .embedField = u"embed"_s,
        .proofRule = {},
        .note = {},
        .replacements = {{u"JWT_TOKEN"_s, u"<?= $token ?>"_s, {}}, {u"WIDGET_ID"_s, {}, u"widgetId"_s}}}};
    return recipe;
}

} // namespace

/// The pasted code, and behind a zero byte the property field that goes into it.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const recipes::Recipe recipe = makeRecipe();
    const QByteArray input = fuzz::viewOfInput(data, size).toByteArray();
    const qsizetype end = input.indexOf('\0');
    const QString code = QString::fromUtf8(input.left(end));
    recipes::Property property;
    property.fields = {{u"embed"_s, code},
                       {u"widgetId"_s, end < 0 ? u"w"_s : QString::fromUtf8(input.mid(end + 1))}};

    const auto problem = recipes::validateField(recipe.propertyFields.front(), code);
    if (!problem) {
        fuzz::require(code.contains(u"JWT_TOKEN"), "code that is taken holds its placeholders");
    }
    const auto snippet = snippets::renderSnippet(recipe, recipe.snippets.front(), property);
    fuzz::require(snippet.has_value(), "embed code is no template that could be damaged");
    if (!problem && snippet->missing.isEmpty()) {
        fuzz::require(snippet->text.contains(u"<?= $token ?>"), "the token's place is filled");
    }
    return 0;
}
