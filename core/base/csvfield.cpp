#include "core/base/csvfield.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace countersign {

namespace {

/// What spreadsheets take for the beginning of a formula, its full-width forms too.
bool beginsFormula(const QString &text)
{
    if (text.isEmpty()) {
        return false;
    }
    constexpr QStringView beginnings = u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    return beginnings.contains(text.front());
}

bool isNumber(const QString &text)
{
    static const QRegularExpression number(u"\\A[+-]?[0-9]+([.,][0-9]+)?\\z"_s);
    return number.match(text).hasMatch();
}

} // namespace

QByteArray csvField(const QString &text, char delimiter)
{
    const bool isDangerous = beginsFormula(text) && !isNumber(text);
    QByteArray bytes = (isDangerous ? u'\'' + text : text).toUtf8();
    const bool needsQuotes = bytes.contains('"') || bytes.contains('\n') || bytes.contains('\r') ||
                             bytes.contains(delimiter) || bytes.startsWith(' ') || bytes.endsWith(' ');
    return needsQuotes ? '"' + bytes.replace("\"", "\"\"") + '"' : bytes;
}

QByteArray csvRow(const QStringList &fields, char delimiter)
{
    QByteArray row;
    for (const QString &field : fields) {
        if (&field != &fields.first()) {
            row += delimiter;
        }
        row += csvField(field, delimiter);
    }
    return row + "\r\n";
}

} // namespace countersign
