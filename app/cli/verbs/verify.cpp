#include "app/cli/inputs.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/proofcommon.h"
#include "app/cli/verbs/verifylist.h"
#include "app/cli/verdictreport.h"
#include "core/base/files.h"
#include "core/events/checkevent.h"
#include "core/verify/report.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

CliResult<verify::VerificationRequest> readRequest(Session &session, const recipes::Recipe &recipe)
{
    verify::VerificationRequest request;
    auto proof = readProof(session);
    if (!proof) {
        return std::unexpected(proof.error());
    }
    if (session.arguments().has(u"proof"_s)) {
        const auto rule = proofRuleOf(session, recipe);
        if (!rule) {
            return std::unexpected(rule.error());
        }
        request.proofRule = (*rule)->id;
    }
    request.userId = session.arguments().value(u"user-id"_s);
    request.email = session.arguments().value(u"email"_s);
    request.proof = *std::move(proof);
    request.clockSkew = std::chrono::seconds{session.arguments().number(u"clock-skew"_s)};
    return request;
}

/// The record says how it ended and why, never for whom. A verdict that cannot be recorded still stands.
void record(Session &session, vault::Vault &vault, const recipes::Property &property,
            const verify::Verdict &verdict)
{
    const auto event = events::eventOf(verdict);
    if (!event) {
        return;
    }
    if (const auto recorded =
            vault.record(event->kind, &property, verdict.keyVersion.value_or(0), event->detail);
        !recorded) {
        session.streams().note(u"Note: the check was not recorded. "_s + Failure(recorded.error()).message);
    }
}

CliResult<verify::Verdict> verdictOf(Session &session, vault::Vault &vault, const recipes::Recipe &recipe,
                                     const recipes::Property &property,
                                     const verify::VerificationRequest &request)
{
    const verify::KeyReader read = [&vault](const recipes::PropertyId &id, int version) {
        return vault.keyMaterial(id, version);
    };
    auto keys = verify::candidateKeys(property, read);
    if (!keys) {
        return std::unexpected(keys.error());
    }
    const auto others = [&] {
        return verify::otherProperties(vault.properties().value_or(QList<recipes::Property>()), property.id,
                                       read);
    };
    return verify::IdentityVerifier(recipe, property, *std::move(keys), session.clock(), others)
        .verify(request);
}

QByteArray reportText(const QString &path, const verify::Verdict &verdict,
                      const verify::VerificationRequest &request, const recipes::Recipe &recipe,
                      const recipes::Property &property)
{
    if (verify::reportFormatFor(path) == verify::ReportFormat::Json) {
        return writeJson(verify::reportJson(verdict, request, recipe, property), JsonLayout::Indented) + '\n';
    }
    return verify::reportMarkdown(verdict, request, recipe, property).toUtf8();
}

/// To a file beside the usual output; to standard output in its place.
VerbResult writeReport(Session &session, const verify::Verdict &verdict,
                       const verify::VerificationRequest &request, const recipes::Recipe &recipe,
                       const recipes::Property &property)
{
    const QString path = session.arguments().value(u"report"_s);
    if (path == u"-" && session.wantsJson()) {
        session.printJson(verify::reportJson(verdict, request, recipe, property));
        return exitCodeFor(verdict.kind);
    }
    const QByteArray text = reportText(path, verdict, request, recipe, property);
    if (path == u"-") {
        session.streams().write(bytesOf(text));
        return exitCodeFor(verdict.kind);
    }
    if (const auto written = writeFile(path, bytesOf(text), FileAccess::OwnerOnly, Overwrite::No); !written) {
        return std::unexpected(written.error());
    }
    return reportVerdict(session, verdict);
}

/// Without a list they would be left out without a word.
CliResult<void> refuseListOptions(const Arguments &arguments)
{
    for (const Option &option : listOptions()) {
        if (arguments.has(option.name)) {
            return usageFailure(u"--%1 is for a list. Name the list with --csv."_s.arg(option.name));
        }
    }
    return {};
}

VerbResult run(Session &session)
{
    const bool isList = session.arguments().has(u"csv"_s);
    if (auto sensible = isList ? CliResult<void>() : refuseListOptions(session.arguments()); !sensible) {
        return std::unexpected(sensible.error());
    }
    const auto property = session.property();
    if (!property) {
        return std::unexpected(property.error());
    }
    const auto recipe = session.recipeOf(*property);
    if (!recipe) {
        return std::unexpected(recipe.error());
    }
    if (isList) {
        return verifyList(session, **recipe, *property);
    }
    const auto request = readRequest(session, **recipe);
    if (!request) {
        return std::unexpected(request.error());
    }
    vault::Vault &vault = **session.vault();
    const auto verdict = verdictOf(session, vault, **recipe, *property, *request);
    if (!verdict) {
        return std::unexpected(verdict.error());
    }
    record(session, vault, *property, *verdict);
    if (session.arguments().has(u"report"_s)) {
        return writeReport(session, *verdict, *request, **recipe, *property);
    }
    return reportVerdict(session, *verdict);
}

} // namespace

Verb verifyVerb()
{
    return {
        .path = u"verify"_s,
        .summary = u"Check a visitor's hash or token, or a whole list, and say why it fails"_s,
        .description = listDescription(),
        .operands = {propertyOperand()},
        .options =
            QList<Option>{
                {.name = u"user-id"_s, .valueName = u"U"_s, .help = u"the visitor's user id"_s},
                {.name = u"email"_s,
                 .valueName = u"E"_s,
                 .help = u"the visitor's e-mail; helps to find the cause"_s},
                {.name = u"hash"_s, .valueName = u"H"_s, .help = u"the hash; \"-\" reads standard input"_s},
                {.name = u"token"_s, .valueName = u"T"_s, .help = u"the token; \"-\" reads standard input"_s},
                {.name = u"clock-skew"_s,
                 .valueName = u"S"_s,
                 .help = u"seconds by which two clocks may differ"_s,
                 .kind = ValueKind::Number,
                 .defaultValue = u"0"_s,
                 .minimum = 0,
                 .maximum = jose::maximumClockSkew.count()},
                {.name = u"report"_s,
                 .valueName = u"FILE"_s,
                 .help = u"write a report for a ticket; JSON when FILE ends in .json; \"-\" prints it"_s,
                 .kind = ValueKind::File},
                proofOption()} +
            listOptions(),
        .examples = {u"countersign-cli verify 'Shop EU' --user-id user123 --hash "
                     "988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221"_s,
                     u"countersign-cli verify 'Shop EU' --csv customers.csv --out results.csv"_s},
        .jsonKeys = verdictJsonKeys(),
        .run = run};
}

} // namespace countersign::cli
