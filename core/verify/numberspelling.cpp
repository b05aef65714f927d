#include "core/verify/numberspelling_p.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

constexpr qsizetype exactDigits = 15; ///< a double keeps these; JavaScript writes whole numbers up to 21
constexpr qsizetype plainDigits = 21;

bool isNumber(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isExact(const QString &text)
{
    return isNumber(text) && text.size() <= exactDigits;
}

QString shortestScientific(const QString &text)
{
    return QString::number(text.toDouble(), 'e', QLocale::FloatingPointShortest);
}

/// "2.0418e+04" as JavaScript writes it, with the sign asked for: "2.0418e+4".
QString scientific(const QString &text, QStringView sign)
{
    const QString shortest = shortestScientific(text);
    return shortest.section(u'e', 0, 0) + u'e' + sign.toString() +
           QString::number(shortest.section(u'e', 1).toInt());
}

} // namespace

QString withoutLeadingZeros(const QString &text)
{
    qsizetype zeros = 0;
    while (zeros + 1 < text.size() && text[zeros] == u'0') {
        ++zeros;
    }
    return isNumber(text) ? text.sliced(zeros) : text;
}

QString asInteger(const QString &text)
{
    static const QRegularExpression form(u"\\A[+]?([0-9]{1,15})(\\.0+)?([eE][+]?([0-9]{1,2}))?\\z"_s);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch()) {
        return text;
    }
    return QString::number(text.trimmed().toDouble(), 'f', 0);
}

QString withOneDecimal(const QString &text)
{
    return isNumber(text) ? text + u".0"_s : text;
}

QString withTwoDecimals(const QString &text)
{
    return isNumber(text) ? text + u".00"_s : text;
}

QString withPlus(const QString &text)
{
    return isNumber(text) ? u'+' + text : text;
}

QString inScientificForm(const QString &text)
{
    return isExact(text) ? scientific(text, u"+") : text;
}

QString inShortScientificForm(const QString &text)
{
    return isExact(text) ? scientific(text, {}) : text;
}

QString inSixDecimalScientificForm(const QString &text)
{
    return isExact(text) ? QString::number(text.toDouble(), 'e', 6) : text;
}

QString asDouble(const QString &text)
{
    if (!isNumber(text) || text.size() <= exactDigits || text.size() > plainDigits) {
        return text;
    }
    const QString shortest = shortestScientific(text);
    const QString digits = shortest.section(u'e', 0, 0).remove(u'.');
    return digits.leftJustified(shortest.section(u'e', 1).toInt() + 1, u'0');
}

QString groupedBy(const QString &text, QChar separator)
{
    QString grouped = text;
    for (qsizetype at = text.size() - 3; isNumber(text) && at > 0; at -= 3) {
        grouped.insert(at, separator);
    }
    return grouped;
}

QString paddedTo(const QString &text, qsizetype digits)
{
    return isNumber(text) ? text.rightJustified(digits, u'0') : text;
}

} // namespace countersign::verify
