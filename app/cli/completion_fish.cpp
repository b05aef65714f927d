#include "app/cli/completion_p.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

const QString placeFunctions = uR"(
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

)"_s;

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

} // namespace

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
        for (const Option &option : completedOptions(verb)) {
            lines += fishOption(verb, option);
        }
    }
    return completionHeader() + placeFunctions + lines;
}

} // namespace countersign::cli
