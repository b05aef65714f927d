#include "app/cli/verbs.h"
#include "app/cli/verbs/snippetcommon.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

VerbResult print(Session &session, const snippets::Snippet &snippet)
{
    if (!snippet.missing.isEmpty()) {
        return std::unexpected(
            Failure{ExitCode::NothingDecided, u"SnippetIncomplete"_s,
                    u"The snippet \"%1\" cannot be made yet. %2"_s.arg(snippet.id, snippet.missing)});
    }
    if (session.wantsJson()) {
        session.printJson(snippetToJson(snippet));
        return ExitCode::Done;
    }
    if (!snippet.note.isEmpty()) {
        session.streams().note(u"Note: "_s + snippet.note);
    }
    const QByteArray text = snippet.text.toUtf8();
    session.streams().write(bytesOf(text));
    if (!text.endsWith('\n')) {
        session.streams().write(bytesOf("\n"));
    }
    return ExitCode::Done;
}

VerbResult run(Session &session)
{
    const auto snippets = renderAll(session);
    if (!snippets) {
        return std::unexpected(snippets.error());
    }
    const QString name = session.arguments().value(u"NAME"_s);
    QStringList names;
    for (const snippets::Snippet &snippet : *snippets) {
        if (snippet.id == name) {
            return print(session, snippet);
        }
        names.append(snippet.id);
    }
    return usageFailure(u"There is no snippet \"%1\". There are: %2."_s.arg(name, names.join(u", "_s)));
}

} // namespace

Verb snippetShowVerb()
{
    return {.path = u"snippet P show"_s,
            .summary = u"Print a snippet; it never holds the key"_s,
            .operands = {propertyOperand(), {u"NAME"_s, u"as \"snippet P list\" prints it"_s}},
            .examples = {u"countersign-cli snippet 'Shop EU' show server-python"_s},
            .jsonKeys = snippetJsonKeys(),
            .run = run};
}

} // namespace countersign::cli
