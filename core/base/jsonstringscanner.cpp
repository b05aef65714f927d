#include "core/base/jsonscanner_p.h"

#include "core/base/utf8.h"

#include <charconv>

using namespace Qt::StringLiterals;

namespace countersign {

bool JsonScanner::scanString(QString *content)
{
    const std::size_t opening = m_at++;
    QString decoded;
    std::size_t runStart = m_at;
    const auto endRun = [&] { decoded += fromUtf8Exactly(m_text.substr(runStart, m_at - runStart)); };
    while (m_at < m_text.size() && m_text[m_at] != '"') {
        if (static_cast<unsigned char>(m_text[m_at]) < 0x20) {
            return failHere(u"a control character in a string, which JSON writes as an escape"_s);
        }
        if (m_text[m_at] != '\\') {
            ++m_at;
            continue;
        }
        endRun();
        if (!scanEscape(decoded)) {
            return false;
        }
        runStart = m_at;
    }
    endRun();
    if (content) {
        *content = decoded;
    }
    return take('"') || fail(opening, u"the string has no end"_s);
}

bool JsonScanner::scanEscape(QString &content)
{
    constexpr std::string_view letters = "\"\\/bfnrtu";
    constexpr std::u16string_view meanings = u"\"\\/\b\f\n\r\t";
    const std::size_t start = m_at++;
    const std::size_t index = m_at < m_text.size() ? letters.find(m_text[m_at]) : std::string_view::npos;
    if (index == std::string_view::npos) {
        return fail(start, u"an escape that JSON does not have"_s);
    }
    ++m_at;
    if (index < meanings.size()) {
        content += QChar(meanings[index]);
        return true;
    }
    m_at = start;
    return scanUnicodeEscape(content);
}

bool JsonScanner::scanUnicodeEscape(QString &content)
{
    const std::size_t start = m_at;
    const auto first = takeHexUnit();
    if (!first) {
        return fail(start, u"\\u without four hex digits"_s);
    }
    content += QChar(*first);
    if (!QChar::isSurrogate(*first)) {
        return true;
    }
    const auto second = QChar::isHighSurrogate(*first) ? takeHexUnit() : std::nullopt;
    if (!second || !QChar::isLowSurrogate(*second)) {
        return fail(start, u"half of a surrogate pair"_s);
    }
    content += QChar(*second);
    return true;
}

std::optional<char16_t> JsonScanner::takeHexUnit()
{
    const std::string_view escape = m_text.substr(m_at, 6);
    unsigned value = 0;
    if (escape.size() < 6 || !escape.starts_with("\\u")) {
        return std::nullopt;
    }
    if (std::from_chars(escape.data() + 2, escape.data() + 6, value, 16).ptr != escape.data() + 6) {
        return std::nullopt;
    }
    m_at += 6;
    return static_cast<char16_t>(value);
}

} // namespace countersign
