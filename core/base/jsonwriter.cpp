#include "core/base/json.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace countersign {

namespace {

/// The shortest digits that read back, and where the point is: the value is 0.digits times 10^point.
struct Decimal
{
    QByteArray digits;
    int point = 0;
};

Decimal shortestDecimal(double magnitude)
{
    std::array<char, 32> buffer{};
    const auto end =
        std::to_chars(buffer.begin(), buffer.end(), magnitude, std::chars_format::scientific).ptr;
    const QByteArrayView text(buffer.data(), end - buffer.data());
    const qsizetype mark = text.indexOf('e');
    return {text.first(mark).toByteArray().replace('.', ""), text.sliced(mark + 1).toInt() + 1};
}

/// ECMAScript Number::toString (ECMA-262 section 6.1.6.1.20), but for whole numbers of more than 63 bits:
/// those take the exponent earlier, because our reader refuses them as integers.
QByteArray javaScriptNumber(double value)
{
    if (!std::isfinite(value)) {
        return "null"; // as JSON.stringify
    }
    if (value == 0) {
        return "0";
    }
    constexpr double integersEnd = 0x1p63;
    constexpr int mostLeadingZeros = 6;
    auto [text, point] = shortestDecimal(std::abs(value));
    const int count = static_cast<int>(text.size());
    if (std::abs(value) >= integersEnd || point <= -mostLeadingZeros) {
        if (count > 1) {
            text.insert(1, '.');
        }
        text.append(point > 0 ? "e+" : "e-").append(QByteArray::number(std::abs(point - 1)));
    } else if (point <= 0) {
        text.prepend(QByteArray(-point, '0')).prepend("0.");
    } else if (point < count) {
        text.insert(point, '.');
    } else {
        text.append(QByteArray(point - count, '0'));
    }
    return value < 0 ? text.prepend('-') : text;
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
