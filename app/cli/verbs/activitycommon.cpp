#include "app/cli/verbs/activitycommon.h"

#include "app/services/propertyfinder.h"
#include "core/vault/activitytable.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

CliResult<recipes::PropertyId> chosenProperty(const Session &session, const vault::Vault &vault)
{
    const auto name = session.arguments().optional(u"property"_s);
    if (!name) {
        return recipes::PropertyId();
    }
    const auto properties = vault.properties();
    if (!properties) {
        return std::unexpected(properties.error());
    }
    const auto property = services::findProperty(*properties, *name);
    if (!property) {
        return std::unexpected(property.error());
    }
    return property->id;
}

} // namespace

QList<Option> activityOptions()
{
    return {{.name = u"property"_s, .valueName = u"P"_s, .help = u"only of this property"_s},
            {.name = u"kind"_s,
             .valueName = u"KIND"_s,
             .help = u"only of this kind"_s,
             .kind = ValueKind::Choice,
             .choices = vault::activityNames()}};
}

CliResult<QList<vault::ActivityEntry>> chosenActivity(Session &session, int limit)
{
    const auto vault = session.vault();
    if (!vault) {
        return std::unexpected(vault.error());
    }
    const auto property = chosenProperty(session, **vault);
    if (!property) {
        return std::unexpected(property.error());
    }
    const auto kind = session.arguments().optional(u"kind"_s);
    // The kind is chosen from all, then the limit cuts.
    auto entries = (*vault)->activity({*property, kind ? mostActivityEntries : limit});
    if (!entries) {
        return std::unexpected(entries.error());
    }
    if (kind) {
        entries->removeIf(
            [&](const vault::ActivityEntry &entry) { return vault::activityName(entry.kind) != *kind; });
    }
    return entries->first(std::min<qsizetype>(limit, entries->size()));
}

} // namespace countersign::cli
