#include "app/cli/confirmation.h"
#include "app/cli/counted.h"
#include "app/cli/table.h"
#include "app/cli/verbs.h"
#include "app/services/propertyfinder.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

CliResult<QList<recipes::Property>> removed(Session &session)
{
    const auto vault = session.vault();
    if (!vault) {
        return std::unexpected(vault.error());
    }
    auto all = (*vault)->removedProperties();
    if (!all) {
        return std::unexpected(all.error());
    }
    return *std::move(all);
}

CliResult<recipes::Property> removedProperty(Session &session)
{
    const auto all = removed(session);
    if (!all) {
        return std::unexpected(all.error());
    }
    auto found = services::findProperty(*all, session.arguments().value(u"P"_s));
    if (!found) {
        return std::unexpected(found.error());
    }
    return *std::move(found);
}

VerbResult list(Session &session)
{
    const auto all = removed(session);
    if (!all) {
        return std::unexpected(all.error());
    }
    JsonArray properties;
    Table table({u"NAME"_s, u"REMOVED"_s, u"KEYS"_s, u"ID"_s});
    for (const recipes::Property &property : *all) {
        const QString at = toRfc3339(*property.removedAt);
        properties.append(
            JsonObject{{u"name"_s, property.name}, {u"id"_s, property.id}, {u"removedAt"_s, at}});
        table.addRow({property.name, at, QString::number(property.keys.versions().size()), property.id});
    }
    session.print({{u"properties"_s, properties}},
                  all->isEmpty() ? QStringList{u"The bin is empty."_s} : table.lines());
    return ExitCode::Done;
}

VerbResult takeBack(Session &session)
{
    const auto property = removedProperty(session);
    if (!property) {
        return std::unexpected(property.error());
    }
    const auto back = (*session.vault())->takeBackProperty(*property);
    if (!back) {
        return std::unexpected(back.error());
    }
    session.print({{u"id"_s, back->id}, {u"name"_s, back->name}},
                  {u"\"%1\" was taken out of the bin."_s.arg(back->name)});
    return ExitCode::Done;
}

VerbResult deleteForGood(Session &session, const QList<recipes::Property> &properties, const QString &word)
{
    qsizetype versions = 0;
    for (const recipes::Property &property : properties) {
        versions += property.keys.versions().size();
    }
    const QString many = counted(properties.size(), "property"_L1, "properties"_L1);
    const QString warning =
        u"%1 with %2 will be deleted for good. Nothing made with these keys can be verified any more."_s.arg(
            many, counted(versions, "key version"_L1, "key versions"_L1));
    if (auto meant = confirm(session, warning, word); !meant) {
        return std::unexpected(meant.error());
    }
    if (auto gone = (*session.vault())->deleteProperties(properties); !gone) {
        return std::unexpected(gone.error());
    }
    session.print({{u"deleted"_s, static_cast<int>(properties.size())}},
                  {u"Deleted %1 for good."_s.arg(many)});
    return ExitCode::Done;
}

VerbResult deleteOne(Session &session)
{
    const auto property = removedProperty(session);
    return property ? deleteForGood(session, {*property}, property->name) : std::unexpected(property.error());
}

VerbResult empty(Session &session)
{
    const auto all = removed(session);
    if (!all) {
        return std::unexpected(all.error());
    }
    if (all->isEmpty()) {
        session.print({{u"deleted"_s, 0}}, {u"The bin is empty."_s});
        return ExitCode::Done;
    }
    return deleteForGood(session, *all, u"empty"_s);
}

} // namespace

Verb binListVerb()
{
    return {.path = u"bin list"_s,
            .summary = u"Show the properties that were removed"_s,
            .examples = {u"countersign-cli bin list"_s},
            .jsonKeys = {u"properties"_s},
            .run = list};
}

Verb binTakeBackVerb()
{
    return {.path = u"bin take-back"_s,
            .summary = u"Take a removed property out of the bin, with its keys"_s,
            .operands = {propertyOperand()},
            .examples = {u"countersign-cli bin take-back 'Shop EU'"_s},
            .jsonKeys = {u"id"_s, u"name"_s},
            .run = takeBack};
}

Verb binDeleteVerb()
{
    return {.path = u"bin delete"_s,
            .summary = u"Delete a removed property and its keys for good"_s,
            .operands = {propertyOperand()},
            .options = {yesOption()},
            .examples = {u"countersign-cli bin delete 'Shop EU' --yes"_s},
            .jsonKeys = {u"deleted"_s},
            .run = deleteOne};
}

Verb binEmptyVerb()
{
    return {.path = u"bin empty"_s,
            .summary = u"Delete everything in the bin for good"_s,
            .options = {yesOption()},
            .examples = {u"countersign-cli bin empty --yes"_s},
            .jsonKeys = {u"deleted"_s},
            .run = empty};
}

} // namespace countersign::cli
