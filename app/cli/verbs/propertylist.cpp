#include "app/cli/propertyjson.h"
#include "app/cli/session.h"
#include "app/cli/table.h"
#include "app/cli/verbs.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

/// Every word of the search must occur somewhere, in any letter case.
bool matches(const recipes::Property &property, const QStringList &words)
{
    const QString text = (QStringList{property.name, property.id, property.recipeId, property.environment,
                                      property.platform, property.notes} +
                          property.tags + property.fields.values())
                             .join(u'\n');
    return std::ranges::all_of(words,
                               [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

void addRow(Table &table, const recipes::Property &property, Timestamp now)
{
    const recipes::Attention attention = recipes::attentionFor(property, now);
    QString state = attention == recipes::Attention::None ? QString() : attentionName(attention);
    if (property.archived) {
        state = u"archived"_s;
    }
    table.addRow(
        {property.name, property.recipeId, property.environment, property.platform, property.id, state});
}

VerbResult run(Session &session)
{
    const auto vault = session.vault();
    if (!vault) {
        return std::unexpected(vault.error());
    }
    const auto properties = (*vault)->properties();
    if (!properties) {
        return std::unexpected(properties.error());
    }
    const QStringList words = session.arguments().value(u"search"_s).split(u' ', Qt::SkipEmptyParts);
    const Timestamp now = session.clock().now();
    JsonArray array;
    Table table({u"NAME"_s, u"RECIPE"_s, u"ENVIRONMENT"_s, u"PLATFORM"_s, u"ID"_s, u"STATE"_s});
    for (const recipes::Property &property : *properties) {
        if (matches(property, words)) {
            array.append(propertyToJson(property, now));
            addRow(table, property, now);
        }
    }
    session.print({{u"properties"_s, array}},
                  array.isEmpty() ? QStringList{u"No property."_s} : table.lines());
    return ExitCode::Done;
}

} // namespace

Verb propertyListVerb()
{
    return {.path = u"property list"_s,
            .summary = u"List the properties"_s,
            .options = {{.name = u"search"_s,
                         .valueName = u"TEXT"_s,
                         .help = u"only those that contain every word of it"_s}},
            .examples = {u"countersign-cli property list --search shop"_s},
            .jsonKeys = {u"properties"_s},
            .run = run};
}

} // namespace countersign::cli
