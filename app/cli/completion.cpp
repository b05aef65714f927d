#include "app/cli/completion.h"

#include "app/cli/completion_p.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

QString completionHeader()
{
    return u"# Completion for countersign-cli. Made from the program's verbs by \"countersign-cli "
           "completion\"; do not edit.\n"_s;
}

QList<Option> completedOptions(const Verb &verb)
{
    return verb.options + globalOptions() +
           QList<Option>{
               {.name = u"help"_s, .valueName = {}, .help = u"print help"_s, .kind = ValueKind::Flag}};
}

QStringList firstWords(const QList<Verb> &verbs)
{
    QStringList words;
    for (const Verb &verb : verbs) {
        if (!words.contains(verb.words().first())) {
            words.append(verb.words().first());
        }
    }
    return words;
}

QStringList secondWords(const QList<Verb> &verbs, const QString &first)
{
    QStringList words;
    for (const Verb &verb : verbs) {
        if (verb.words().first() == first && verb.words().size() > 1) {
            words.append(verb.words().at(1));
        }
    }
    return words;
}

QString quotedForShell(QString text)
{
    return u'\'' + text.replace(u"'"_s, u"'\\''"_s) + u'\'';
}

QString completionScript(Shell shell, const QList<Verb> &verbs)
{
    switch (shell) {
    case Shell::Bash:
        return bashScript(verbs);
    case Shell::Zsh:
        return zshScript(verbs);
    case Shell::Fish:
        break;
    }
    return fishScript(verbs);
}

} // namespace countersign::cli
