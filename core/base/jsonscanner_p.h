#pragma once

#include "core/base/error.h"

#include <QSet>
#include <QString>

#include <optional>
#include <string_view>

namespace countersign {

inline constexpr int maximumJsonDepth = 32;

/// Where a JSON text first breaks a rule, and which.
struct JsonFault
{
    std::size_t offset = 0;
    QString reason;
    ErrorCode code = ErrorCode::InvalidJson; ///< or DuplicateJsonMember
};

/// Walks a JSON text only to say where it is wrong. simdjson decides whether it is accepted, but says
/// neither where nor, of a lone low surrogate or a name that occurs twice, that it is wrong at all.
class JsonScanner final
{
public:
    explicit JsonScanner(std::string_view text)
        : m_text(text)
    {
    }

    std::optional<JsonFault> scan();

private:
    bool fail(std::size_t offset, const QString &reason, ErrorCode code = ErrorCode::InvalidJson);
    bool failHere(const QString &reason) { return fail(m_at, reason); }
    void skipSpace();
    bool take(char c);
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    bool scanValue(int depth);
    bool scanObject(int depth);
    bool scanMember(int depth, QSet<QString> &names);
    bool scanArray(int depth);
    bool scanString(QString *content = nullptr);
    bool scanEscape(QString &content);
    bool scanUnicodeEscape(QString &content);
    std::optional<char16_t> takeHexUnit();
    bool scanLiteral(std::string_view word);
    bool scanNumber();
    enum class NumberKind { Integer, Double };
    bool scanRange(std::size_t start, NumberKind kind);
    void takeSign();
    std::size_t skipDigits();

    std::string_view m_text;
    std::size_t m_at = 0;
    std::optional<JsonFault> m_fault;
};

/// "line 3, column 7": columns count characters, both from one.
QString describePlace(std::string_view text, std::size_t offset);

} // namespace countersign
