#include "core/keys/redactedjson.h"

#include "core/keys/keytext.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace countersign::keys {
namespace {

/// Members whose values are public. An escaped name ("\u0064") is in no such list, so its value is taken out.
constexpr std::array<std::string_view, 15> publicMembers = {
    "kty", "use", "key_ops", "alg", "kid", "n", "e", "crv", "x", "y", "x5u", "x5c", "x5t", "x5t#S256", "ext"};

class Redactor final
{
public:
    explicit Redactor(std::string_view text)
        : m_text(text)
    {
    }

    Result<RedactedJson> redact();

private:
    bool readString();
    bool readOther();
    bool isName() const;
    void keep(std::string_view quoted);
    void takeOut(std::string_view quoted);
    std::unexpected<Error> failureHere(const QString &reason) const;

    std::string_view m_text;
    std::size_t m_position = 0;
    std::string_view m_member; ///< the name read last
    RedactedJson m_result;
};

Result<RedactedJson> Redactor::redact()
{
    m_result.text.reserve(static_cast<qsizetype>(m_text.size()));
    while (m_position < m_text.size()) {
        const bool quoted = m_text[m_position] == '"';
        if (quoted ? !readString() : !readOther()) {
            return failureHere(quoted ? u"a string without an end"_s
                                      : u"a character JSON does not have here"_s);
        }
    }
    return std::move(m_result);
}

bool Redactor::readString()
{
    std::size_t end = m_position + 1;
    while (end < m_text.size() && m_text[end] != '"') {
        end += m_text[end] == '\\' ? 2 : 1;
    }
    if (end >= m_text.size()) {
        return false;
    }
    const std::string_view quoted = m_text.substr(m_position, end + 1 - m_position);
    m_position = end + 1;
    if (isName()) {
        m_member = quoted.substr(1, quoted.size() - 2);
        keep(quoted);
    } else if (std::ranges::find(publicMembers, m_member) != publicMembers.end()) {
        keep(quoted);
    } else {
        takeOut(quoted);
    }
    return true;
}

/// Punctuation, white space and the characters of numbers, true, false and null.
bool Redactor::readOther()
{
    static constexpr std::string_view allowed = "{}[]:, \t\r\n0123456789+-.eEtrufalsn";
    const char c = m_text[m_position];
    if (!allowed.contains(c)) {
        return false;
    }
    m_result.text += c;
    ++m_position;
    return true;
}

/// Whether a colon follows the string just read.
bool Redactor::isName() const
{
    const std::size_t next = m_text.find_first_not_of(" \t\r\n", m_position);
    return next != std::string_view::npos && m_text[next] == ':';
}

void Redactor::keep(std::string_view quoted)
{
    m_result.text.append(quoted.data(), static_cast<qsizetype>(quoted.size()));
}

void Redactor::takeOut(std::string_view quoted)
{
    const std::string_view value = quoted.substr(1, quoted.size() - 2);
    const QByteArray number = QByteArray::number(static_cast<qulonglong>(m_result.values.size()));
    m_result.text += '"' + number.leftJustified(static_cast<qsizetype>(value.size()), ' ') + '"';
    m_result.values.push_back(SecretBytes::copyOf(bytesOfText(value)));
}

std::unexpected<Error> Redactor::failureHere(const QString &reason) const
{
    const auto line = 1 + std::ranges::count(m_text.substr(0, m_position), '\n');
    const std::size_t lineStart = m_text.substr(0, m_position).rfind('\n') + 1; // npos + 1 is 0
    return failure(ErrorCode::InvalidJson,
                   u"line %1, column %2: %3"_s.arg(line).arg(m_position - lineStart + 1).arg(reason));
}

} // namespace

const SecretBytes *RedactedJson::valueFor(QStringView placeholder) const
{
    bool isNumber = false;
    const qulonglong index = placeholder.trimmed().toULongLong(&isNumber);
    return isNumber && index < values.size() ? &values[static_cast<std::size_t>(index)] : nullptr;
}

Result<RedactedJson> redactJson(ByteView text)
{
    return Redactor(textOf(text)).redact();
}

} // namespace countersign::keys
