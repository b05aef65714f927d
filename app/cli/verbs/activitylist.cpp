#include "app/cli/table.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/activitycommon.h"
#include "core/vault/activitytable.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

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

VerbResult run(Session &session)
{
    const auto entries = chosenActivity(session, static_cast<int>(session.arguments().number(u"limit"_s)));
    if (!entries) {
        return std::unexpected(entries.error());
    }
    JsonArray array;
    Table table({u"TIME"_s, u"WHO"_s, u"WHAT"_s, u"PROPERTY"_s, u"KEY"_s, u"DETAIL"_s});
    for (const vault::ActivityEntry &entry : *entries) {
        array.append(vault::activityJson(entry));
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
            .options = activityOptions() + QList<Option>{{.name = u"limit"_s,
                                                          .valueName = u"N"_s,
                                                          .help = u"at most so many"_s,
                                                          .kind = ValueKind::Number,
                                                          .defaultValue = u"100"_s,
                                                          .minimum = 1,
                                                          .maximum = mostActivityEntries}},
            .examples = {u"countersign-cli activity list --property 'Shop EU' --limit 20"_s},
            .jsonKeys = {u"activity"_s},
            .run = run};
}

} // namespace countersign::cli
