#include "app/cli/verbs.h"
#include "app/cli/verbs/keyscommon.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

struct NewKey
{
    keys::KeyMaterial material;
    keys::KeyOrigin origin;
};

CliResult<NewKey> newKeyFor(Session &session, const recipes::Recipe &recipe)
{
    const auto path = session.arguments().optional(u"import"_s);
    auto material = path ? readKeyFor(session, recipe, *path) : generateKeyFor(recipe);
    if (!material) {
        return std::unexpected(material.error());
    }
    return NewKey{*std::move(material), path ? keys::KeyOrigin::Imported : keys::KeyOrigin::Generated};
}

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
    const auto key = newKeyFor(session, **recipe);
    if (!key) {
        return std::unexpected(key.error());
    }
    const auto revoke = session.arguments().has(u"revoke-now"_s) ? keys::RevokeOld::Yes : keys::RevokeOld::No;
    const auto changed = (*session.vault())->rotateKey(*property, key->material, key->origin, revoke);
    if (!changed) {
        return std::unexpected(changed.error());
    }
    session.streams().note(u"Note: "_s + (*recipe)->rotation.consequence);
    return reportKeys(session, *changed, u"Version %1 is current."_s.arg(changed->keys.current()->number));
}

} // namespace

Verb keysRotateVerb()
{
    return {
        .path = u"keys P rotate"_s,
        .summary = u"Put a new version to use; the old one still verifies"_s,
        .description =
            u"The key is made here, or read from --import. Where the vendor issues it, --import is needed."_s,
        .operands = {propertyOperand()},
        .options = QList<Option>{{.name = u"import"_s,
                                  .valueName = u"F"_s,
                                  .help = u"the new key; \"-\" reads standard input"_s,
                                  .kind = ValueKind::File},
                                 {.name = u"revoke-now"_s,
                                  .valueName = {},
                                  .help = u"revoke every older version at once, as after a leak"_s,
                                  .kind = ValueKind::Flag}} +
                   importOptions(),
        .examples = {u"countersign-cli keys 'Shop EU' rotate --import new-key.txt"_s,
                     u"countersign-cli keys 'Help desk' rotate --revoke-now"_s},
        .jsonKeys = keysJsonKeys(),
        .run = run};
}

} // namespace countersign::cli
