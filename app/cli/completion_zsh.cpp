#include "app/cli/completion_p.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

/// With the first words, a case for each first word and one for each verb.
const QString scriptText = uR"(
_countersign_cli()
{
    local first='' verb='' word i skip=0 property=0
    local -a verbs
    for ((i = 2; i < CURRENT; i++)); do
        word=${words[i]}
        if ((skip)); then skip=0; continue; fi
        case $word in
            --vault|--passphrase-file) skip=1; continue ;;
            -*) continue ;;
        esac
        if [[ -z $first ]]; then
            first=$word
            verb=$word
        elif [[ ($first == keys || $first == snippet) && $property -eq 0 ]]; then
            property=1
        elif [[ $verb == $first ]]; then
            verb="$first $word"
        fi
    done
    if [[ ($verb == keys || $verb == snippet) && $property -eq 0 ]]; then
        _message 'a property: its name or id'
        return
    fi
    case $verb in
        '') verbs=(%1) ;;
%2    esac
    if [[ $PREFIX != -* && ${#verbs} -gt 0 ]]; then
        _describe 'verb' verbs
        return
    fi
    case $verb in
%3    esac
}
_countersign_cli "$@"
)"_s;

QString zshOption(const Option &option)
{
    QString help = option.help;
    help.replace(u'[', u'(').replace(u']', u')').replace(u":"_s, u"\\:"_s);
    QString spec = (option.repeat == Repeat::Many ? u"*--"_s : u"--"_s) + option.name + u'[' + help + u']';
    if (option.kind == ValueKind::Choice) {
        spec += u":%1:(%2)"_s.arg(option.valueName, option.choices.join(u' '));
    } else if (option.kind == ValueKind::File) {
        spec += u":%1:_files"_s.arg(option.valueName);
    } else if (option.kind == ValueKind::Folder) {
        spec += u":%1:_directories"_s.arg(option.valueName);
    } else if (!option.isFlag()) {
        spec += u":%1:"_s.arg(option.valueName);
    }
    return quotedForShell(spec);
}

QString zshCase(const Verb &verb)
{
    QStringList specs;
    for (const Option &option : completedOptions(verb)) {
        specs.append(zshOption(option));
    }
    return u"        '%1')\n            _arguments -s %2 '*:argument:_files'\n            ;;\n"_s.arg(
        verb.words().join(u' '), specs.join(u" \\\n                "_s));
}

QString zshDescriptions(const QList<Verb> &verbs, const QString &first)
{
    QStringList lines;
    for (const Verb &verb : verbs) {
        if (verb.words().first() == first && verb.words().size() > 1) {
            lines.append(quotedForShell(verb.words().at(1) + u':' + verb.summary));
        }
    }
    return lines.join(u' ');
}

} // namespace

QString zshScript(const QList<Verb> &verbs)
{
    QString groups;
    for (const QString &first : firstWords(verbs)) {
        const QString descriptions = zshDescriptions(verbs, first);
        if (!descriptions.isEmpty()) {
            groups += u"        '%1') verbs=(%2) ;;\n"_s.arg(first, descriptions);
        }
    }
    QString cases;
    for (const Verb &verb : verbs) {
        cases += zshCase(verb);
    }
    return u"#compdef countersign-cli\n"_s + completionHeader() +
           scriptText.arg(firstWords(verbs).join(u' '), groups, cases);
}

} // namespace countersign::cli
