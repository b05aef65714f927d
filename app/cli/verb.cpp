#include "app/cli/verb.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

QString bracketed(const QString &text, Need need)
{
    return need == Need::Required ? text : u'[' + text + u']';
}

QString synopsisOf(const Option &option)
{
    const QString text =
        option.isFlag() ? u"--"_s + option.name : u"--%1 %2"_s.arg(option.name, option.valueName);
    const QString once = bracketed(text, option.need);
    return option.repeat == Repeat::Many ? once + u"..."_s : once;
}

} // namespace

const Option *Verb::option(const QString &name) const
{
    const auto found = std::ranges::find(options, name, &Option::name);
    return found == options.end() ? nullptr : &*found;
}

QStringList Verb::words() const
{
    QStringList result = path.split(u' ');
    result.removeAll(u"P"_s);
    return result;
}

bool Verb::takesProperty() const
{
    return path.contains(" P "_L1);
}

QString Verb::synopsis() const
{
    QStringList parts{QString::fromLatin1(programName), path};
    for (const Option &each : options) {
        parts.append(synopsisOf(each));
    }
    for (qsizetype i = takesProperty() ? 1 : 0; i < operands.size(); ++i) {
        parts.append(bracketed(operands.at(i).name, operands.at(i).need));
    }
    return parts.join(u' ');
}

Operand propertyOperand()
{
    return {.name = u"P"_s, .help = u"the property: its name, when no other has it, or its id"_s};
}

const QList<Option> &globalOptions()
{
    static const QList<Option> options{
        {.name = u"vault"_s,
         .valueName = u"FILE"_s,
         .help = u"the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console's own"_s,
         .kind = ValueKind::File},
        {.name = u"passphrase-file"_s,
         .valueName = u"FILE"_s,
         .help = u"read the vault's passphrase from the first line; \"-\" is standard input"_s,
         .kind = ValueKind::File},
        {.name = u"accept-older-copy"_s,
         .valueName = {},
         .help = u"open a vault although a newer state of it was seen on this computer"_s,
         .kind = ValueKind::Flag},
        {.name = u"json"_s,
         .valueName = {},
         .help = u"print one JSON document instead of text"_s,
         .kind = ValueKind::Flag},
    };
    return options;
}

} // namespace countersign::cli
