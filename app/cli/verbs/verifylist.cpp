#include "app/cli/verbs/verifylist.h"

#include "app/cli/interrupt.h"
#include "app/cli/outputs.h"
#include "app/cli/progressline.h"
#include "app/cli/verbs/listinput.h"
#include "app/cli/verbs/proofcommon.h"
#include "core/base/utf8.h"
#include "core/bulk/csvwriter.h"
#include "core/events/checkevent.h"

#include <QThread>

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

constexpr qint64 mostThreads = 64;

/// The file of results: line, id, e-mail, verdict, causes. Never the hash or the token.
class ResultFile final
{
public:
    static CliResult<std::optional<ResultFile>> create(Session &session, const bulk::CsvDialect &dialect)
    {
        const auto path = session.arguments().optional(u"out"_s);
        if (!path) {
            return std::nullopt;
        }
        const bool plain = dialect.encoding == bulk::TextEncoding::Utf8 && !dialect.hasByteOrderMark;
        auto writer = bulk::CsvWriter::create(*path, dialect.delimiter,
                                              plain ? bulk::ByteOrderMark::No : bulk::ByteOrderMark::Yes,
                                              Overwrite::No);
        if (!writer) {
            return std::unexpected(writer.error());
        }
        ResultFile file(*std::move(writer));
        if (auto written = file.m_writer.write(bulk::resultColumns()); !written) {
            return std::unexpected(written.error());
        }
        return file;
    }

    Result<void> take(const bulk::DoneRows &rows)
    {
        for (std::size_t at = 0; at < rows.results.size(); ++at) {
            const bulk::Outcome &outcome = rows.outcomes.at(rows.results[at].outcome);
            const QString version = outcome.keyVersion ? QString::number(*outcome.keyVersion) : QString();
            auto written = m_writer.write(
                {QString::number(rows.results[at].line), fromUtf8Exactly(viewOf(rows.texts[at].id)),
                 fromUtf8Exactly(viewOf(rows.texts[at].email)), bulk::rowKindName(outcome.kind),
                 bulk::causeCodes(outcome), version, bulk::explanation(outcome)});
            if (!written) {
                return written;
            }
        }
        return {};
    }

    Result<void> finish() { return m_writer.finish(); }

private:
    explicit ResultFile(bulk::CsvWriter writer)
        : m_writer(std::move(writer))
    {
    }

    bulk::CsvWriter m_writer;
};

JsonValue columnOrNull(const bulk::ListPreview &preview, int column)
{
    return column < 0 ? JsonValue() : JsonValue(preview.columnName(column));
}

JsonValue countOf(quint64 count)
{
    return static_cast<std::int64_t>(count);
}

/// Text and remedy are those of the first cause, as the verdict on one visitor has them; where rows differ in
/// them, the text says of which line they are.
JsonObject groupToJson(const bulk::CauseGroup &group)
{
    const QList<verify::Cause> &causes = group.outcome.causes;
    JsonArray ids;
    for (const verify::Cause &cause : causes) {
        ids.append(verify::causeCode(cause.id));
    }
    const bool isExplained = !causes.isEmpty();
    const auto version = group.outcome.keyVersion;
    return {{u"verdict"_s, bulk::rowKindName(group.outcome.kind)},
            {u"ids"_s, ids},
            {u"rows"_s, countOf(group.rows)},
            {u"keyVersion"_s, version ? JsonValue(*version) : JsonValue()},
            {u"text"_s, bulk::groupFinding(group)},
            {u"remedy"_s, isExplained ? verify::causeRemedy(causes.first()) : QString()}};
}

JsonObject summaryToJson(const recipes::Property &property, const bulk::ListPreview &preview,
                         const bulk::ListColumns &columns, const bulk::ListSummary &summary,
                         const bulk::ListTotals &totals)
{
    JsonArray groups;
    for (const bulk::CauseGroup &group : summary.groups) {
        groups.append(groupToJson(group));
    }
    const JsonObject mapped{{u"id"_s, columnOrNull(preview, columns.id)},
                            {u"email"_s, columnOrNull(preview, columns.email)},
                            {u"proof"_s, columnOrNull(preview, columns.proof)}};
    return {{u"property"_s, property.name},
            {u"rows"_s, countOf(summary.rows)},
            {u"verified"_s, countOf(summary.count(bulk::RowKind::Verified))},
            {u"failed"_s, countOf(summary.count(bulk::RowKind::Failed))},
            {u"notVerified"_s, countOf(summary.count(bulk::RowKind::NotVerified))},
            {u"unsupported"_s, countOf(summary.count(bulk::RowKind::Unsupported))},
            {u"malformed"_s, countOf(summary.count(bulk::RowKind::Malformed))},
            {u"encoding"_s, QString::fromLatin1(bulk::encodingName(preview.dialect))},
            {u"delimiter"_s, QString::fromLatin1(bulk::delimiterName(preview.dialect.delimiter))},
            {u"columns"_s, mapped},
            {u"searches"_s, summary.searches},
            {u"notSearched"_s, countOf(summary.notSearched)},
            {u"milliseconds"_s, JsonValue(std::int64_t{totals.elapsed.count()})},
            {u"causes"_s, groups}};
}

QStringList linesOf(const bulk::ListPreview &preview, const bulk::ListColumns &columns,
                    const bulk::ListSummary &summary)
{
    QStringList read{
        QString::fromLatin1(bulk::encodingName(preview.dialect)),
        u"separated by %1"_s.arg(QString::fromLatin1(bulk::delimiterName(preview.dialect.delimiter))),
        u"proof in %1"_s.arg(preview.columnName(columns.proof))};
    if (columns.id >= 0) {
        read.append(u"id in %1"_s.arg(preview.columnName(columns.id)));
    }
    if (columns.email >= 0) {
        read.append(u"e-mail in %1"_s.arg(preview.columnName(columns.email)));
    }
    QStringList lines{u"Read as "_s + read.join(u", "_s) + u'.', bulk::totalsSentence(summary)};
    for (const bulk::CauseGroup &group : summary.groups) {
        lines << QString() << bulk::groupHeadline(group, summary);
        if (const QString codes = bulk::causeCodes(group.outcome); !codes.isEmpty()) {
            lines << u"  "_s + codes;
        }
        if (const QString explanation = bulk::groupExplanation(group); !explanation.isEmpty()) {
            lines << u"  "_s + explanation;
        }
    }
    if (const QString sample = bulk::sampleSentence(summary); !sample.isEmpty()) {
        lines << QString() << sample;
    }
    return lines;
}

ExitCode exitCodeFor(const bulk::ListSummary &summary)
{
    if (summary.count(bulk::RowKind::Failed) + summary.count(bulk::RowKind::Malformed) > 0) {
        return ExitCode::VerificationFailed;
    }
    return summary.failures() > 0 ? ExitCode::NothingDecided : ExitCode::Done;
}

/// The record says how many there were, never of whom.
void record(Session &session, vault::Vault &vault, const recipes::Property &property,
            const bulk::ListSummary &summary)
{
    const auto event = events::eventOf(summary);
    if (!event) {
        return;
    }
    if (const auto recorded = vault.record(event->kind, &property, 0, event->detail); !recorded) {
        session.streams().note(u"Note: the check was not recorded. "_s + Failure(recorded.error()).message);
    }
}

CliResult<void> checkOptions(const Arguments &arguments)
{
    for (const QString &one : {u"user-id"_s, u"hash"_s, u"token"_s, u"email"_s}) {
        if (arguments.has(one)) {
            return usageFailure(u"--csv checks a list, --%1 one visitor. Use one of the two."_s.arg(one));
        }
    }
    if (auto fits = refuseStandardOutput(arguments.value(u"out"_s),
                                         u"Standard output has the summary; name a file for the rows."_s);
        !fits) {
        return fits;
    }
    if (arguments.has(u"report"_s)) {
        return usageFailure(u"--report is of one visitor. Of a list, --out writes a verdict for each row."_s);
    }
    if (arguments.has(u"hash-column"_s) && arguments.has(u"token-column"_s)) {
        return usageFailure(u"Name one column: --hash-column or --token-column."_s);
    }
    return {};
}

/// Everything one run needs, found before the first row.
struct PreparedList
{
    ListInput input;
    bulk::ListColumns columns;
    bulk::ListRequest request;
};

CliResult<PreparedList> prepare(Session &session, const recipes::Recipe &recipe)
{
    const Arguments &arguments = session.arguments();
    if (auto checked = checkOptions(arguments); !checked) {
        return std::unexpected(checked.error());
    }
    PreparedList list;
    if (arguments.has(u"proof"_s)) {
        const auto rule = proofRuleOf(session, recipe);
        if (!rule) {
            return std::unexpected(rule.error());
        }
        list.request.proofRule = (*rule)->id;
    }
    auto input = openList(session);
    if (!input) {
        return std::unexpected(input.error());
    }
    list.input = *std::move(input);
    const auto columns = columnsOf(session, recipe, list.input.preview);
    if (!columns) {
        return std::unexpected(columns.error());
    }
    list.columns = *columns;
    list.request.shape = {list.input.preview.dialect, *columns, list.input.preview.fieldCount};
    list.request.clockSkew = std::chrono::seconds{arguments.number(u"clock-skew"_s)};
    list.request.threads = arguments.has(u"threads"_s) ? static_cast<int>(arguments.number(u"threads"_s))
                                                       : std::max(1, QThread::idealThreadCount());
    return list;
}

/// At once, because the threads that check may not use the vault. Where not all can be opened in one pass,
/// one by one, without the damaged ones.
std::vector<verify::OtherProperty> otherProperties(vault::Vault &vault, const recipes::PropertyId &checked,
                                                   const verify::KeyReader &read)
{
    if (auto all = vault.propertiesWithKeys()) {
        return verify::otherProperties(*std::move(all), checked);
    }
    return verify::otherProperties(vault.properties().value_or(QList<recipes::Property>()), checked, read);
}

std::unexpected<Failure> cancelled()
{
    return std::unexpected(Failure(Error{ErrorCode::Cancelled, {}}));
}

} // namespace

QList<Option> listOptions()
{
    const auto column = [](const QString &name, const QString &help) {
        return Option{.name = name, .valueName = u"C"_s, .help = help};
    };
    return {{.name = u"csv"_s,
             .valueName = u"FILE"_s,
             .help = u"check every row of a list; \"-\" reads standard input"_s,
             .kind = ValueKind::File},
            column(u"id-column"_s, u"the list's column of user ids: its name, or its number from 1"_s),
            column(u"email-column"_s, u"the list's column of e-mails"_s),
            column(u"hash-column"_s, u"the list's column of hashes"_s),
            column(u"token-column"_s, u"the list's column of tokens"_s),
            {.name = u"out"_s,
             .valueName = u"FILE"_s,
             .help = u"write a CSV with line, verdict and causes of every row"_s,
             .kind = ValueKind::File},
            {.name = u"threads"_s,
             .valueName = u"N"_s,
             .help = u"how many threads check the list; as many as the processor has when not given"_s,
             .kind = ValueKind::Number,
             .minimum = 1,
             .maximum = mostThreads},
            {.name = u"delimiter"_s,
             .valueName = u"D"_s,
             .help = u"what stands between two fields of the list; found by looking when not given"_s,
             .kind = ValueKind::Choice,
             .choices = {u"comma"_s, u"semicolon"_s, u"tab"_s, u"bar"_s}},
            {.name = u"encoding"_s,
             .valueName = u"E"_s,
             .help = u"the list's encoding (latin-1: as windows-1252); found by looking when not given"_s,
             .kind = ValueKind::Choice,
             .choices = {u"utf-8"_s, u"windows-1252"_s, u"latin-1"_s}},
            {.name = u"header"_s,
             .valueName = u"H"_s,
             .help = u"whether the list's first row names the columns; found by looking when not given"_s,
             .kind = ValueKind::Choice,
             .choices = {u"yes"_s, u"no"_s}}};
}

QString listDescription()
{
    return u"With --csv every row of a list is checked: the list is a CSV with a column of user ids or "
           u"e-mails and one of "
           "hashes or tokens; how it is written and which column is which is found by looking, and said. The "
           "summary "
           "counts rows by cause; --out writes a verdict for each row, never its hash or token. The exit "
           "code is 0 when "
           "every row verified. With --json the document has other members then: rows, verified, failed, "
           "notVerified, "
           "unsupported, malformed, encoding, delimiter, columns, searches, notSearched, milliseconds and causes."_s;
}

VerbResult verifyList(Session &session, const recipes::Recipe &recipe, const recipes::Property &property)
{
    auto list = prepare(session, recipe);
    if (!list) {
        return std::unexpected(list.error());
    }
    vault::Vault &vault = **session.vault();
    const verify::KeyReader read = [&vault](const recipes::PropertyId &id, int version) {
        return vault.keyMaterial(id, version);
    };
    auto keys = verify::candidateKeys(property, read);
    if (!keys) {
        return std::unexpected(keys.error());
    }
    auto file = ResultFile::create(session, list->input.preview.dialect);
    if (!file) {
        return std::unexpected(file.error());
    }
    bulk::ListVerification verification(recipe, property, *std::move(keys), session.clock(), list->request,
                                        verify::handOver(otherProperties(vault, property.id, read)));
    const InterruptFlag interrupt;
    ProgressLine line(list->input.size);
    const bulk::ListObserver observer{
        [&](const bulk::DoneRows &rows) { return *file ? (*file)->take(rows) : Result<void>(); },
        [&](const bulk::ListProgress &progress) {
            line.show(progress.rows, progress.bytes, progress.elapsed);
        }};
    const auto totals = verification.run(std::move(list->input.source), observer, interrupt.isSet());
    line.clear();
    if (interrupt.isSet()) {
        return cancelled();
    }
    if (!totals) {
        return std::unexpected(totals.error());
    }
    const bulk::ListSummary summary = bulk::summaryOf(*totals, verification.outcomes());
    if (summary.rows == 0) {
        return unreadableList(session.arguments().value(u"csv"_s), u"it has no rows"_s);
    }
    if (*file) {
        if (auto written = (*file)->finish(); !written) {
            return std::unexpected(written.error());
        }
    }
    record(session, vault, property, summary);
    session.print(summaryToJson(property, list->input.preview, list->columns, summary, *totals),
                  linesOf(list->input.preview, list->columns, summary));
    return exitCodeFor(summary);
}

} // namespace countersign::cli
