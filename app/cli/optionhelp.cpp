#include "app/cli/optionhelp.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

QString wholeHelpOf(const Option &option)
{
    QString text = option.help;
    if (option.kind == ValueKind::Choice) {
        text += u": "_s + option.choices.join(u", "_s);
    }
    if (!option.defaultValue.isEmpty()) {
        text += u" (%1 when not given)"_s.arg(option.defaultValue);
    }
    if (option.repeat == Repeat::Many) {
        text += u"; may be given several times"_s;
    }
    return text;
}

} // namespace countersign::cli
