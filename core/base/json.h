#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QList>

#include <concepts>
#include <cstdint>
#include <utility>
#include <variant>

namespace countersign {

class JsonValue;
/// Members in the order of the text; names are unique.
using JsonObject = QList<std::pair<QString, JsonValue>>;
using JsonArray = QList<JsonValue>;

/// A JSON value that keeps what QJsonValue loses: member order and 64-bit integers.
class JsonValue final
{
public:
    using Data = std::variant<std::nullptr_t, bool, std::int64_t, std::uint64_t, double, QString, JsonArray,
                              JsonObject>;

    JsonValue() = default;
    JsonValue(Data data)
        : m_data(std::move(data))
    {
    }
    /// Only from bool itself: a string literal would convert to one.
    JsonValue(std::same_as<bool> auto value)
        : m_data(value)
    {
    }
    JsonValue(int value)
        : m_data(std::int64_t{value})
    {
    }
    JsonValue(std::int64_t value)
        : m_data(value)
    {
    }
    JsonValue(QString value)
        : m_data(std::move(value))
    {
    }
    JsonValue(JsonArray value)
        : m_data(std::move(value))
    {
    }
    JsonValue(JsonObject value)
        : m_data(std::move(value))
    {
    }

    bool isNull() const { return std::holds_alternative<std::nullptr_t>(m_data); }
    const bool *asBool() const { return std::get_if<bool>(&m_data); }
    const std::int64_t *asInteger() const { return std::get_if<std::int64_t>(&m_data); }
    const QString *asString() const { return std::get_if<QString>(&m_data); }
    const JsonArray *asArray() const { return std::get_if<JsonArray>(&m_data); }
    const JsonObject *asObject() const { return std::get_if<JsonObject>(&m_data); }
    bool isNumber() const;
    const Data &data() const { return m_data; }
    /// "a string", "a number", "an object"…: for messages.
    const char *kindName() const;

    bool operator==(const JsonValue &) const = default;

private:
    Data m_data = nullptr;
};

/// The member of that name, or null.
const JsonValue *findMember(const JsonObject &object, QStringView name);

/// Reads one JSON text (RFC 8259) and nothing else: refuses a byte-order mark, invalid UTF-8, lone
/// surrogates, duplicate member names, trailing text, NaN and Infinity, numbers beyond 64 bits or that
/// overflow a double, nesting deeper than 32, and more than `maximumSize` bytes. The detail names the
/// place and the reason. Fails with InvalidJson, or with DuplicateJsonMember where that is all that is wrong
/// up to the place named.
Result<JsonValue> parseJson(QByteArrayView text, qsizetype maximumSize = 1 << 20);
Result<JsonObject> parseJsonObject(QByteArrayView text, qsizetype maximumSize = 1 << 20);

enum class JsonLayout {
    Compact,  ///< no white space; slashes and non-ASCII characters unescaped, as JSON.stringify writes it;
              ///< but numbers from 2^63 on have an exponent, so that parseJson takes what was written
    Indented, ///< two spaces, as JSON.stringify(value, null, 2)
};
QByteArray writeJson(const JsonValue &value, JsonLayout layout = JsonLayout::Compact);

} // namespace countersign
