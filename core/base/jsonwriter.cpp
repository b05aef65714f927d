#include "core/base/json.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace countersign {

namespace {

/// ECMAScript Number::toString (ECMA-262 section 6.1.6.1.20) over the shortest digits that read back.
std::string javaScriptNumber(double value)
{
    if (!std::isfinite(value)) {
        return "null"; // as JSON.stringify
    }
    if (value == 0) {
        return "0";
    }
    char buffer[32];
    const auto end =
        std::to_chars(buffer, buffer + sizeof buffer, std::abs(value), std::chars_format::scientific).ptr;
    const std::string_view shortest(buffer, static_cast<std::size_t>(end - buffer));
    const std::size_t mark = shortest.find('e');
    std::string digits(shortest.substr(0, mark));
    std::erase(digits, '.');
    const int exponent = std::atoi(buffer + mark + 1);
    const int count = static_cast<int>(digits.size());
    const int point = exponent + 1; // the value is 0.digits times 10^point
    const std::string sign = value < 0 ? "-" : "";

    if (point > 21 || point <= -6) {
        const std::string rest = count > 1 ? '.' + digits.substr(1) : std::string();
        return sign + digits[0] + rest + (exponent < 0 ? "e-" : "e+") + std::to_string(std::abs(exponent));
    }
    if (point <= 0) {
        return sign + "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    }
    if (point >= count) {
        return sign + digits + std::string(static_cast<std::size_t>(point - count), '0');
    }
    return sign + digits.insert(static_cast<std::size_t>(point), ".");
}

void appendEscape(QByteArray &out, char16_t unit)
{
    constexpr std::u16string_view shortOnes = u"\b\f\n\r\t\"\\";
    constexpr std::string_view letters = "bfnrt\"\\";
    if (const auto index = shortOnes.find(unit); index != std::u16string_view::npos) {
        out.append('\\').append(letters[index]);
    } else {
        out.append("\\u").append(QByteArray::number(unit, 16).rightJustified(4, '0'));
    }
}

bool isPlain(char16_t unit)
{
    return unit >= 0x20 && unit != u'"' && unit != u'\\';
}

/// How many units at `index` can be written as they are: 0 for what needs an escape.
qsizetype plainUnits(QStringView text, qsizetype index)
{
    const char16_t unit = text[index].unicode();
    if (!QChar::isSurrogate(unit)) {
        return isPlain(unit) ? 1 : 0;
    }
    const bool pair =
        QChar::isHighSurrogate(unit) && index + 1 < text.size() && text[index + 1].isLowSurrogate();
    return pair ? 2 : 0;
}

void appendString(QByteArray &out, QStringView text)
{
    out.append('"');
    qsizetype runStart = 0;
    for (qsizetype i = 0; i < text.size();) {
        if (const qsizetype plain = plainUnits(text, i)) {
            i += plain;
            continue;
        }
        out.append(text.sliced(runStart, i - runStart).toUtf8());
        appendEscape(out, text[i].unicode());
        runStart = ++i;
    }
    out.append(text.sliced(runStart).toUtf8());
    out.append('"');
}

class Writer
{
public:
    Writer(QByteArray &out, JsonLayout layout)
        : m_out(out)
        , m_layout(layout)
    {
    }

    void operator()(std::nullptr_t) { m_out.append("null"); }
    void operator()(bool value) { m_out.append(value ? "true" : "false"); }
    void operator()(std::int64_t value) { m_out.append(QByteArray::number(qlonglong{value})); }
    void operator()(std::uint64_t value) { m_out.append(QByteArray::number(qulonglong{value})); }
    void operator()(double value) { m_out.append(javaScriptNumber(value)); }
    void operator()(const QString &value) { appendString(m_out, value); }

    void operator()(const JsonArray &array)
    {
        list('[', ']', array, [this](const JsonValue &value) { std::visit(*this, value.data()); });
    }

    void operator()(const JsonObject &object)
    {
        list('{', '}', object, [this](const auto &member) {
            appendString(m_out, member.first);
            m_out.append(m_layout == JsonLayout::Indented ? ": " : ":");
            std::visit(*this, member.second.data());
        });
    }

private:
    void list(char opening, char closing, const auto &items, auto writeItem)
    {
        m_out.append(opening);
        ++m_depth;
        for (const auto &item : items) {
            if (&item != &items.first()) {
                m_out.append(',');
            }
            breakLine();
            writeItem(item);
        }
        --m_depth;
        if (!items.isEmpty()) {
            breakLine();
        }
        m_out.append(closing);
    }

    void breakLine()
    {
        if (m_layout == JsonLayout::Indented) {
            m_out.append('\n').append(2 * m_depth, ' ');
        }
    }

    QByteArray &m_out;
    JsonLayout m_layout;
    qsizetype m_depth = 0;
};

} // namespace

QByteArray writeJson(const JsonValue &value, JsonLayout layout)
{
    QByteArray out;
    Writer writer(out, layout);
    std::visit(writer, value.data());
    return out;
}

} // namespace countersign
