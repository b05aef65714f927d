#include "app/cli/completion_p.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

/// With the options that take a path, the first words, a case for each first word and one for each verb.
const QString scriptText = uR"(
_countersign_cli()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
    local path='' first='' words='' options='' word i skip=0 property=0
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((skip)); then skip=0; continue; fi
        case $word in
            --vault|--passphrase-file) skip=1; continue ;;
            -*) continue ;;
        esac
        if [[ -z $first ]]; then
            first=$word
            path=$word
        elif [[ ($first == keys || $first == snippet) && $property -eq 0 ]]; then
            property=1
        elif [[ $path == "$first" ]]; then
            path="$first $word"
        fi
    done
    case $previous in
        %1) COMPREPLY=($(compgen -f -- "$current")); return ;;
    esac
    case $path in
        '') words='%2' ;;
%3        *) : ;;
    esac
    case $path in
%4        *) options='--vault --passphrase-file --json --help --version' ;;
    esac
    if [[ ($path == keys || $path == snippet) && $property -eq 0 ]]; then
        words=''
        [[ $current == -* ]] || return # only the vault knows the properties, and it is locked
    fi
    if [[ $current == -* ]]; then
        words=$options
    elif [[ -z $words ]]; then
        COMPREPLY=($(compgen -f -- "$current"))
        return
    fi
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o filenames -F _countersign_cli countersign-cli
)"_s;

QString bashCaseForVerb(const Verb &verb)
{
    QStringList names;
    QString values;
    for (const Option &option : completedOptions(verb)) {
        names.append(u"--"_s + option.name);
        if (option.kind == ValueKind::Choice) {
            values += u"                --%1) words='%2' ;;\n"_s.arg(option.name, option.choices.join(u' '));
        }
    }
    return u"        '%1')\n            options='%2'\n            case $previous in\n%3"
           "                *) : ;;\n            esac\n            ;;\n"_s.arg(verb.words().join(u' '),
                                                                               names.join(u' '), values);
}

QString bashFileOptions(const QList<Verb> &verbs)
{
    QStringList names;
    for (const Verb &verb : verbs) {
        for (const Option &option : completedOptions(verb)) {
            const bool isPath = option.kind == ValueKind::File || option.kind == ValueKind::Folder;
            if (isPath && !names.contains(u"--"_s + option.name)) {
                names.append(u"--"_s + option.name);
            }
        }
    }
    return names.join(u'|');
}

} // namespace

QString bashScript(const QList<Verb> &verbs)
{
    QString groups;
    for (const QString &first : firstWords(verbs)) {
        groups += u"        '%1') words='%2' ;;\n"_s.arg(first, secondWords(verbs, first).join(u' '));
    }
    QString cases;
    for (const Verb &verb : verbs) {
        cases += bashCaseForVerb(verb);
    }
    return completionHeader() +
           scriptText.arg(bashFileOptions(verbs), firstWords(verbs).join(u' '), groups, cases);
}

} // namespace countersign::cli
