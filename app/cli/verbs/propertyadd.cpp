#include "app/cli/propertyjson.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/propertyedits.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

CliResult<recipes::Property> newProperty(const Session &session)
{
    const QString id = session.arguments().value(u"recipe"_s);
    const recipes::Recipe *recipe = session.catalog().find(id);
    if (recipe == nullptr) {
        return std::unexpected(Error{ErrorCode::UnknownRecipe, id});
    }
    recipes::Property property;
    property.recipeId = id;
    for (const recipes::FieldRule &field : recipe->propertyFields) {
        if (!field.defaultValue.isEmpty()) {
            property.fields.insert(field.id, field.defaultValue);
        }
    }
    if (auto applied = applyPropertyOptions(session.arguments(), *recipe, property); !applied) {
        return std::unexpected(applied.error());
    }
    return property;
}

QString keyAdvice(const recipes::Recipe &recipe, const QString &id)
{
    return recipe.key.issuer == recipes::KeyIssuer::Vendor
               ? u"Give it the key that %1 issues: countersign-cli keys %2 import --key-file F"_s.arg(
                     recipe.vendor, id)
               : u"Give it a key: countersign-cli keys %1 generate, or import --key-file F"_s.arg(id);
}

VerbResult run(Session &session)
{
    const auto property = newProperty(session);
    if (!property) {
        return std::unexpected(property.error());
    }
    const auto vault = session.vault();
    if (!vault) {
        return std::unexpected(vault.error());
    }
    const auto added = (*vault)->addProperty({*property, {}});
    if (!added) {
        return std::unexpected(added.error());
    }
    session.print(propertyToJson(*added, session.clock().now()),
                  {u"Added \"%1\", id %2."_s.arg(added->name, added->id),
                   keyAdvice(*session.catalog().find(added->recipeId), added->id)});
    return ExitCode::Done;
}

} // namespace

Verb propertyAddVerb()
{
    QList<Option> options = propertyOptions();
    options.first().need = Need::Required;
    options.prepend({.name = u"recipe"_s,
                     .valueName = u"ID"_s,
                     .help = u"the vendor's scheme, as \"recipe list\" prints it"_s,
                     .need = Need::Required});
    return {
        .path = u"property add"_s,
        .summary = u"Add a property: one widget on one site"_s,
        .options = options,
        .examples =
            {u"countersign-cli property add --recipe tawk-to --name 'Shop EU' --environment Production"_s},
        .jsonKeys = propertyJsonKeys(),
        .run = run};
}

} // namespace countersign::cli
