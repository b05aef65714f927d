#include "app/cli/session.h"
#include "app/cli/table.h"
#include "app/cli/verbs.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

VerbResult run(Session &session)
{
    JsonArray array;
    Table table({u"ID"_s, u"VENDOR"_s, u"EVIDENCE"_s, u"SUMMARY"_s});
    for (const recipes::Recipe &recipe : session.catalog().recipes()) {
        const QString evidence = recipes::evidenceName(recipe.evidence);
        array.append(JsonObject{{u"id"_s, recipe.id},
                                {u"vendor"_s, recipe.vendor},
                                {u"summary"_s, recipe.summary},
                                {u"evidence"_s, evidence}});
        table.addRow({recipe.id, recipe.vendor, evidence, recipe.summary});
    }
    session.print({{u"recipes"_s, array}}, table.lines());
    return ExitCode::Done;
}

} // namespace

Verb recipeListVerb()
{
    return {.path = u"recipe list"_s,
            .summary = u"List the vendors' schemes"_s,
            .examples = {u"countersign-cli recipe list"_s},
            .jsonKeys = {u"recipes"_s},
            .run = run};
}

} // namespace countersign::cli
