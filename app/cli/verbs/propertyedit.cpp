#include "app/cli/propertyjson.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/propertyedits.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

CliResult<recipes::Property> edited(Session &session)
{
    auto property = session.property();
    if (!property) {
        return property;
    }
    const auto recipe = session.recipeOf(*property);
    if (!recipe) {
        return std::unexpected(recipe.error());
    }
    if (auto applied = applyPropertyOptions(session.arguments(), **recipe, *property); !applied) {
        return std::unexpected(applied.error());
    }
    return property;
}

VerbResult run(Session &session)
{
    const auto property = edited(session);
    if (!property) {
        return std::unexpected(property.error());
    }
    const auto saved = (*session.vault())->updateProperty(*property);
    if (!saved) {
        return std::unexpected(saved.error());
    }
    session.print(propertyToJson(*saved, session.clock().now()), {u"Saved \"%1\"."_s.arg(saved->name)});
    return ExitCode::Done;
}

} // namespace

Verb propertyEditVerb()
{
    return {.path = u"property edit"_s,
            .summary = u"Change a property; what is not named stays as it is"_s,
            .operands = {propertyOperand()},
            .options = propertyOptions(),
            .examples = {u"countersign-cli property edit 'Shop EU' --enforcement on --tag eu --tag shop"_s},
            .jsonKeys = propertyJsonKeys(),
            .run = run};
}

} // namespace countersign::cli
