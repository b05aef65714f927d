#include "core/base/jsonscanner_p.h"

#include "core/base/quoted.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign {

namespace {

bool startsCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80; // not a continuation byte of UTF-8
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

bool JsonScanner::scanLiteral(std::string_view word)
{
    if (!m_text.substr(m_at).starts_with(word)) {
        return failHere(u"not a JSON value"_s);
    }
    m_at += word.size();
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
