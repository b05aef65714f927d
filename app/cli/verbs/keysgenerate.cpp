#include "app/cli/verbs.h"
#include "app/cli/verbs/keyscommon.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

VerbResult run(Session &session)
{
    const auto property = session.property();
    if (!property) {
        return std::unexpected(property.error());
    }
    const auto recipe = session.recipeOf(*property);
    if (!recipe) {
        return std::unexpected(recipe.error());
    }
    const auto material = generateKeyFor(**recipe);
    if (!material) {
        return std::unexpected(material.error());
    }
    const auto changed = (*session.vault())->addKey(*property, *material, keys::KeyOrigin::Generated);
    if (!changed) {
        return std::unexpected(changed.error());
    }
    return reportKeys(session, *changed, u"Made version %1."_s.arg(changed->keys.versions().last().number));
}

} // namespace

Verb keysGenerateVerb()
{
    return {.path = u"keys P generate"_s,
            .summary = u"Make a key, where the customer makes it"_s,
            .description =
                u"The first key becomes current, a later one standby: \"keys P promote V\" puts it to use."_s,
            .operands = {propertyOperand()},
            .examples = {u"countersign-cli keys 'Help desk' generate"_s},
            .jsonKeys = keysJsonKeys(),
            .run = run};
}

} // namespace countersign::cli
