#include "app/cli/outputs.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/snippetcommon.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

/// What can be written; what cannot be made yet is said.
QList<snippets::Snippet> complete(Session &session, const QList<snippets::Snippet> &all)
{
    QList<snippets::Snippet> result;
    for (const snippets::Snippet &snippet : all) {
        if (snippet.missing.isEmpty()) {
            result.append(snippet);
        } else {
            session.streams().note(u"Note: \"%1\" was left out. %2"_s.arg(snippet.id, snippet.missing));
        }
    }
    return result;
}

VerbResult run(Session &session)
{
    const QString folder = session.arguments().value(u"out"_s);
    if (auto fits =
            refuseStandardOutput(folder, u"Name a folder; \"snippet P show NAME\" prints one snippet."_s);
        !fits) {
        return std::unexpected(fits.error());
    }
    const auto snippets = renderAll(session);
    if (!snippets) {
        return std::unexpected(snippets.error());
    }
    const auto files = snippets::exportSnippets(complete(session, *snippets), folder);
    if (!files) {
        return std::unexpected(files.error());
    }
    const auto property = session.property();
    if (property) {
        if (auto recorded =
                (*session.vault())->record(vault::ActivityKind::SnippetExported, &*property, 0, {});
            !recorded) {
            session.streams().note(u"Note: the export was not recorded. "_s +
                                   Failure(recorded.error()).message);
        }
    }
    JsonArray array;
    for (const QString &file : *files) {
        array.append(file);
    }
    session.print({{u"folder"_s, folder}, {u"files"_s, array}}, *files);
    return ExitCode::Done;
}

} // namespace

Verb snippetExportVerb()
{
    return {.path = u"snippet P export"_s,
            .summary = u"Write every snippet into a folder; no existing file is overwritten"_s,
            .operands = {propertyOperand()},
            .options = {{.name = u"out"_s,
                         .valueName = u"FOLDER"_s,
                         .help = u"the folder, made when there is none"_s,
                         .kind = ValueKind::Folder,
                         .need = Need::Required}},
            .examples = {u"countersign-cli snippet 'Shop EU' export --out shop-eu"_s},
            .jsonKeys = {u"folder"_s, u"files"_s},
            .run = run};
}

} // namespace countersign::cli
