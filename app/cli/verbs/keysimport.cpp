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
    const auto material = readKeyFor(session, **recipe, session.arguments().value(u"key-file"_s));
    if (!material) {
        return std::unexpected(material.error());
    }
    const auto changed = (*session.vault())->addKey(*property, *material, keys::KeyOrigin::Imported);
    if (!changed) {
        return std::unexpected(changed.error());
    }
    return reportKeys(session, *changed,
                      u"Imported version %1."_s.arg(changed->keys.versions().last().number));
}

} // namespace

Verb keysImportVerb()
{
    return {.path = u"keys P import"_s,
            .summary = u"Record a key that the vendor issued or that was made elsewhere"_s,
            .description =
                u"The first key becomes current, a later one standby: \"keys P promote V\" puts it to use."_s,
            .operands = {propertyOperand()},
            .options = QList<Option>{{.name = u"key-file"_s,
                                      .valueName = u"F"_s,
                                      .help = u"the key; \"-\" reads standard input"_s,
                                      .kind = ValueKind::File,
                                      .need = Need::Required}} +
                       importOptions(),
            .examples = {u"countersign-cli keys 'Shop EU' import --key-file key.txt"_s},
            .jsonKeys = keysJsonKeys(),
            .run = run};
}

} // namespace countersign::cli
