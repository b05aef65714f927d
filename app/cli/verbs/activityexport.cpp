#include "app/cli/verbs.h"
#include "app/cli/verbs/activitycommon.h"
#include "core/base/files.h"
#include "core/vault/activitytable.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

VerbResult run(Session &session)
{
    const QString path = session.arguments().value(u"out"_s);
    const bool isPrinted = path == u"-";
    if (isPrinted && session.wantsJson()) {
        return usageFailure(u"--json prints a document about the file. For \"-\" leave it out; --format json "
                            "prints the activity as JSON."_s);
    }
    const auto entries = chosenActivity(session, mostActivityEntries);
    if (!entries) {
        return std::unexpected(entries.error());
    }
    const bool isCsv = session.arguments().value(u"format"_s) == u"csv"_s;
    const QByteArray content = isCsv ? vault::activityToCsv(*entries) : vault::activityToJson(*entries);
    if (isPrinted) {
        session.streams().write(bytesOf(content));
        return ExitCode::Done;
    }
    if (auto written = writeFile(path, bytesOf(content), FileAccess::OwnerOnly, Overwrite::No); !written) {
        return std::unexpected(written.error());
    }
    session.print({{u"file"_s, path}, {u"entries"_s, static_cast<std::int64_t>(entries->size())}},
                  {u"Written to %1: %2 entries."_s.arg(path, QString::number(entries->size()))});
    return ExitCode::Done;
}

} // namespace

Verb activityExportVerb()
{
    return {
        .path = u"activity export"_s,
        .summary = u"Write the activity to a new file that only you can read"_s,
        .description = u"The chain of entries is checked as it is read; an altered one is named and "
                       "nothing is written."_s,
        .options = activityOptions() + QList<Option>{{.name = u"format"_s,
                                                      .valueName = u"FORMAT"_s,
                                                      .help = u"of the file"_s,
                                                      .kind = ValueKind::Choice,
                                                      .choices = {u"csv"_s, u"json"_s},
                                                      .defaultValue = u"csv"_s},
                                                     {.name = u"out"_s,
                                                      .valueName = u"FILE"_s,
                                                      .help = u"the file to write; \"-\" prints it"_s,
                                                      .kind = ValueKind::File,
                                                      .need = Need::Required}},
        .examples =
            {u"countersign-cli activity export --out activity.csv"_s,
             u"countersign-cli activity export --kind secret-revealed --format json --out revealed.json"_s},
        .jsonKeys = {u"file"_s, u"entries"_s},
        .run = run};
}

} // namespace countersign::cli
