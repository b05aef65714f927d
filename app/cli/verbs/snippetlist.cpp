#include "app/cli/table.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/snippetcommon.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

VerbResult run(Session &session)
{
    const auto snippets = renderAll(session);
    if (!snippets) {
        return std::unexpected(snippets.error());
    }
    JsonArray array;
    Table table({u"NAME"_s, u"SIDE"_s, u"LANGUAGE"_s, u"FILE"_s, u"TITLE"_s});
    for (const snippets::Snippet &snippet : *snippets) {
        JsonObject object = snippetToJson(snippet);
        object.removeIf([](const auto &member) { return member.first == "text"_L1; });
        array.append(object);
        const QString remark =
            snippet.missing.isEmpty() ? snippet.title : snippet.title + u": "_s + snippet.missing;
        table.addRow({snippet.id, sideName(snippet.side), snippet.language, snippet.fileName, remark});
    }
    session.print({{u"snippets"_s, array}}, table.lines());
    return ExitCode::Done;
}

} // namespace

Verb snippetListVerb()
{
    return {.path = u"snippet P list"_s,
            .summary = u"List the code there is for a property's server and pages"_s,
            .operands = {propertyOperand()},
            .examples = {u"countersign-cli snippet 'Shop EU' list"_s},
            .jsonKeys = {u"snippets"_s},
            .run = run};
}

} // namespace countersign::cli
