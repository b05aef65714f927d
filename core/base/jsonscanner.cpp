#include "core/base/jsonscanner_p.h"

#include "core/base/utf8_p.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

using namespace Qt::StringLiterals;

namespace countersign {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool startsCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80; // not a continuation byte of UTF-8
}

/// A name in a message: cut, because a message is a sentence and not a document.
QString quoted(const QString &name)
{
    constexpr qsizetype longest = 40;
    return u'"' + (name.size() > longest ? name.left(longest) + u'…' : name) + u'"';
}

bool isBeyond64Bits(std::string_view integer)
{
    const char *end = integer.data() + integer.size();
    std::int64_t negative = 0;
    std::uint64_t positive = 0;
    const auto result = integer.front() == '-' ? std::from_chars(integer.data(), end, negative)
                                               : std::from_chars(integer.data(), end, positive);
    return result.ec == std::errc::result_out_of_range;
}

} // namespace

std::optional<JsonFault> JsonScanner::scan()
{
    if (m_text.starts_with("\xEF\xBB\xBF")) {
        fail(0, u"a byte-order mark"_s);
        return m_fault;
    }
    skipSpace();
    if (m_at == m_text.size()) {
        failHere(u"no value"_s);
    } else if (scanValue(0)) {
        skipSpace();
        if (m_at < m_text.size()) {
            failHere(u"text after the end of the value"_s);
        }
    }
    return m_fault;
}

bool JsonScanner::fail(std::size_t offset, const QString &reason, ErrorCode code)
{
    if (!m_fault) {
        m_fault = JsonFault{offset, reason, code};
    }
    return false;
}

void JsonScanner::skipSpace()
{
    while (m_at < m_text.size() && std::string_view(" \t\r\n").contains(m_text[m_at])) {
        ++m_at;
    }
}

bool JsonScanner::take(char c)
{
    if (m_at < m_text.size() && m_text[m_at] == c) {
        ++m_at;
        return true;
    }
    return false;
}

bool JsonScanner::scanValue(int depth)
{
    skipSpace();
    switch (peek()) {
    case '{':
        return scanObject(depth + 1);
    case '[':
        return scanArray(depth + 1);
    case '"':
        return scanString();
    case 't':
        return scanLiteral("true");
    case 'f':
        return scanLiteral("false");
    case 'n':
        return scanLiteral("null");
    default:
        return scanNumber();
    }
}

bool JsonScanner::scanObject(int depth)
{
    if (depth > maximumJsonDepth) {
        return failHere(u"nested more than %1 deep"_s.arg(maximumJsonDepth));
    }
    take('{');
    skipSpace();
    if (take('}')) {
        return true;
    }
    QSet<QString> names;
    do {
        if (!scanMember(depth, names)) {
            return false;
        }
        skipSpace();
    } while (take(','));
    return take('}') || failHere(u"expected ',' or '}'"_s);
}

bool JsonScanner::scanMember(int depth, QSet<QString> &names)
{
    skipSpace();
    const std::size_t start = m_at;
    QString name;
    if (peek() != '"') {
        return failHere(u"expected the name of a member in double quotes"_s);
    }
    if (!scanString(&name)) {
        return false;
    }
    if (names.contains(name)) {
        return fail(start, u"the member %1 occurs twice"_s.arg(quoted(name)), ErrorCode::DuplicateJsonMember);
    }
    names.insert(name);
    skipSpace();
    if (!take(':')) {
        return failHere(u"expected ':'"_s);
    }
    return scanValue(depth);
}

bool JsonScanner::scanArray(int depth)
{
    if (depth > maximumJsonDepth) {
        return failHere(u"nested more than %1 deep"_s.arg(maximumJsonDepth));
    }
    take('[');
    skipSpace();
    if (take(']')) {
        return true;
    }
    do {
        if (!scanValue(depth)) {
            return false;
        }
        skipSpace();
    } while (take(','));
    return take(']') || failHere(u"expected ',' or ']'"_s);
}

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

bool JsonScanner::scanLiteral(std::string_view word)
{
    if (!m_text.substr(m_at).starts_with(word)) {
        return failHere(u"not a JSON value"_s);
    }
    m_at += word.size();
    return true;
}

void JsonScanner::takeSign()
{
    if (!take('+')) {
        take('-');
    }
}

std::size_t JsonScanner::skipDigits()
{
    const std::size_t start = m_at;
    while (isDigit(peek())) {
        ++m_at;
    }
    return m_at - start;
}

bool JsonScanner::scanNumber()
{
    const std::size_t start = m_at;
    take('-');
    const bool leadingZero = peek() == '0';
    const std::size_t digits = skipDigits();
    if (digits == 0) {
        return fail(start, u"not a JSON value"_s);
    }
    if (leadingZero && digits > 1) {
        return fail(start, u"a number with a leading zero"_s);
    }
    const std::size_t integerEnd = m_at;
    if (take('.') && skipDigits() == 0) {
        return fail(start, u"a number without digits after the point"_s);
    }
    if ((take('e') || take('E')) && (takeSign(), skipDigits() == 0)) {
        return fail(start, u"a number without digits in its exponent"_s);
    }
    return scanRange(start, m_at == integerEnd);
}

bool JsonScanner::scanRange(std::size_t start, bool integer)
{
    const std::string_view number = m_text.substr(start, m_at - start);
    if (integer ? isBeyond64Bits(number) : std::isinf(fromUtf8Exactly(number).toDouble())) {
        return fail(start, integer ? u"an integer beyond 64 bits"_s : u"a number too large for a double"_s);
    }
    return true;
}

QString describePlace(std::string_view text, std::size_t offset)
{
    const std::string_view before = text.substr(0, offset);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t lineStart = before.rfind('\n') + 1; // npos + 1 is 0
    const auto column = std::ranges::count_if(before.substr(lineStart), startsCharacter) + 1;
    return u"line %1, column %2"_s.arg(line).arg(column);
}

} // namespace countersign
