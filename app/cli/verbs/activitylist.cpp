#include "app/cli/session.h"
#include "app/cli/table.h"
#include "app/cli/verbs.h"
#include "app/services/propertyfinder.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

constexpr qint64 mostEntries = 1'000'000;

JsonObject toJson(const vault::ActivityEntry &entry)
{
    return {{u"sequence"_s, static_cast<std::int64_t>(entry.sequence)},
            {u"at"_s, toRfc3339(entry.at)},
            {u"user"_s, entry.actor.user},
            {u"machine"_s, entry.actor.machine},
            {u"kind"_s, vault::activityName(entry.kind)},
            {u"property"_s, entry.propertyName},
            {u"propertyId"_s, entry.propertyId},
            {u"keyVersion"_s, entry.keyVersion == 0 ? JsonValue() : JsonValue(entry.keyVersion)},
            {u"detail"_s, entry.detail}};
}

QStringList rowOf(const vault::ActivityEntry &entry)
{
    const QString version = entry.keyVersion == 0 ? QString() : u"v%1"_s.arg(entry.keyVersion);
    return {toRfc3339(entry.at),
            entry.actor.user + u'@' + entry.actor.machine,
            vault::activityName(entry.kind),
            entry.propertyName,
            version,
            entry.detail};
}

CliResult<vault::ActivityFilter> readFilter(Session &session, const vault::Vault &vault)
{
    vault::ActivityFilter filter;
    filter.limit = static_cast<int>(session.arguments().number(u"limit"_s));
    const auto name = session.arguments().optional(u"property"_s);
    if (!name) {
        return filter;
    }
    const auto properties = vault.properties();
    if (!properties) {
        return std::unexpected(properties.error());
    }
    const auto property = services::findProperty(*properties, *name);
    if (!property) {
        return std::unexpected(property.error());
    }
    filter.propertyId = property->id;
    return filter;
}

VerbResult run(Session &session)
{
    const auto vault = session.vault();
    if (!vault) {
        return std::unexpected(vault.error());
    }
    const auto filter = readFilter(session, **vault);
    if (!filter) {
        return std::unexpected(filter.error());
    }
    const auto entries = (*vault)->activity(*filter);
    if (!entries) {
        return std::unexpected(entries.error());
    }
    JsonArray array;
    Table table({u"TIME"_s, u"WHO"_s, u"WHAT"_s, u"PROPERTY"_s, u"KEY"_s, u"DETAIL"_s});
    for (const vault::ActivityEntry &entry : *entries) {
        array.append(toJson(entry));
        table.addRow(rowOf(entry));
    }
    session.print({{u"activity"_s, array}}, table.lines());
    return ExitCode::Done;
}

} // namespace

Verb activityListVerb()
{
    return {.path = u"activity list"_s,
            .summary = u"List who did what to which key version, newest first"_s,
            .options = {{.name = u"property"_s, .valueName = u"P"_s, .help = u"only of this property"_s},
                        {.name = u"limit"_s,
                         .valueName = u"N"_s,
                         .help = u"at most so many"_s,
                         .kind = ValueKind::Number,
                         .defaultValue = u"100"_s,
                         .minimum = 1,
                         .maximum = mostEntries}},
            .examples = {u"countersign-cli activity list --property 'Shop EU' --limit 20"_s},
            .jsonKeys = {u"activity"_s},
            .run = run};
}

} // namespace countersign::cli
