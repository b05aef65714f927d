#include "app/cli/session.h"
#include "app/cli/verbs.h"
#include "core/base/files.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

constexpr qsizetype largestRecipe = 1 << 20;

VerbResult run(Session &session)
{
    const QString path = session.arguments().value(u"FILE"_s);
    const auto text =
        path == "-"_L1 ? session.streams().readAll(largestRecipe) : readFile(path, largestRecipe);
    if (!text) {
        return std::unexpected(text.error());
    }
    const auto recipe = recipes::parseRecipe(*text);
    if (!recipe) {
        return std::unexpected(Error{recipe.error().code, path + u": "_s + recipe.error().detail});
    }
    session.print({{u"id"_s, recipe->id}, {u"vendor"_s, recipe->vendor}, {u"valid"_s, true}},
                  {u"%1: recipe \"%2\" for %3 is valid."_s.arg(path, recipe->id, recipe->vendor)});
    return ExitCode::Done;
}

} // namespace

Verb recipeCheckVerb()
{
    return {.path = u"recipe check"_s,
            .summary = u"Check a recipe file against the rules and say where it breaks them"_s,
            .operands = {{u"FILE"_s, u"a recipe; \"-\" reads standard input"_s, ValueKind::File}},
            .examples = {u"countersign-cli recipe check my-vendor.json"_s},
            .jsonKeys = {u"id"_s, u"vendor"_s, u"valid"_s},
            .run = run};
}

} // namespace countersign::cli
