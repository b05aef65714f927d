#include "app/cli/completion.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

const QString header =
    u"# Completion for countersign-cli. Made from the program's verbs by \"countersign-cli "
    "completion\"; do not edit.\n"_s;

/// The options of a verb and those of every verb.
QList<Option> optionsOf(const Verb &verb)
{
    return verb.options + globalOptions() +
           QList<Option>{
               {.name = u"help"_s, .valueName = {}, .help = u"print help"_s, .kind = ValueKind::Flag}};
}

/// The words that can follow the first one: "add list show …" for "property".
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

QString bashCaseForVerb(const Verb &verb)
{
    QStringList names;
    QString values;
    for (const Option &option : optionsOf(verb)) {
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
        for (const Option &option : optionsOf(verb)) {
            const bool isPath = option.kind == ValueKind::File || option.kind == ValueKind::Folder;
            if (isPath && !names.contains(u"--"_s + option.name)) {
                names.append(u"--"_s + option.name);
            }
        }
    }
    return names.join(u'|');
}

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
    return header + uR"(
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
)"_s.arg(bashFileOptions(verbs), firstWords(verbs).join(u' '), groups, cases);
}

QString quotedForShell(QString text)
{
    return u'\'' + text.replace(u"'"_s, u"'\\''"_s) + u'\'';
}

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
    for (const Option &option : optionsOf(verb)) {
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
    return u"#compdef countersign-cli\n"_s + header + uR"(
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
)"_s.arg(firstWords(verbs).join(u' '), groups, cases);
}

QString fishCondition(const Verb &verb)
{
    return u"__countersign_cli_at '%1'"_s.arg(verb.words().join(u' '));
}

QString fishOption(const Verb &verb, const Option &option)
{
    QString line = u"complete -c countersign-cli -n \"%1\" -l %2 -d %3"_s.arg(
        fishCondition(verb), option.name, quotedForShell(option.help));
    if (option.kind == ValueKind::Choice) {
        line += u" -x -a %1"_s.arg(quotedForShell(option.choices.join(u' ')));
    } else if (option.kind == ValueKind::File || option.kind == ValueKind::Folder) {
        line += u" -r -F"_s;
    } else if (!option.isFlag()) {
        line += u" -x"_s;
    }
    return line + u'\n';
}

QString fishScript(const QList<Verb> &verbs)
{
    QString lines;
    for (const QString &first : firstWords(verbs)) {
        lines += u"complete -c countersign-cli -f -n \"__countersign_cli_at ''\" -a %1\n"_s.arg(first);
    }
    for (const Verb &verb : verbs) {
        const QStringList words = verb.words();
        if (words.size() > 1) {
            const QString place = verb.takesProperty() ? words.first() + u" P"_s : words.first();
            lines += u"complete -c countersign-cli -f -n \"__countersign_cli_at '%1'\" -a %2 -d %3\n"_s.arg(
                place, words.at(1), quotedForShell(verb.summary));
        }
        for (const Option &option : optionsOf(verb)) {
            lines += fishOption(verb, option);
        }
    }
    return header + uR"(
# Prints where in the verbs the command line is: '', 'keys', 'keys P', 'keys rotate', ...
function __countersign_cli_place
    set -l first ''
    set -l place ''
    set -l property 0
    set -l skip 0
    for word in (commandline -opc)[2..]
        if test $skip = 1
            set skip 0
            continue
        end
        switch $word
            case --vault --passphrase-file
                set skip 1
                continue
            case '-*'
                continue
        end
        if test -z "$first"
            set first $word
            set place $word
        else if contains -- $first keys snippet; and test $property = 0
            set property 1
            set place "$first P"
        else if test "$place" = "$first"; or test "$place" = "$first P"
            set place "$first $word"
        end
    end
    echo $place
end

function __countersign_cli_at
    test (__countersign_cli_place) = "$argv[1]"
end

)"_s + lines;
}

} // namespace

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
