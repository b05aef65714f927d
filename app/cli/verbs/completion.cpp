#include "app/cli/completion.h"

#include "app/cli/manpage.h"
#include "app/cli/session.h"
#include "app/cli/verbs.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

QString textFor(const QString &kind)
{
    if (kind == "man"_L1) {
        return manPage(allVerbs());
    }
    const Shell shell = kind == "bash"_L1 ? Shell::Bash : kind == "zsh"_L1 ? Shell::Zsh : Shell::Fish;
    return completionScript(shell, allVerbs());
}

VerbResult run(Session &session)
{
    const QString kind = session.arguments().value(u"SHELL"_s);
    if (!QStringList{u"bash"_s, u"zsh"_s, u"fish"_s, u"man"_s}.contains(kind)) {
        return usageFailure(u"\"%1\" is not one of bash, zsh, fish and man."_s.arg(kind));
    }
    const QByteArray text = textFor(kind).toUtf8();
    session.streams().write(bytesOf(text));
    return ExitCode::Done;
}

} // namespace

Verb completionVerb()
{
    return {.path = u"completion"_s,
            .summary = u"Print the completion script for a shell, or the manual page"_s,
            .operands = {{u"SHELL"_s, u"bash, zsh, fish; or man"_s}},
            .examples = {u"source <(countersign-cli completion bash)"_s},
            .run = run};
}

} // namespace countersign::cli
