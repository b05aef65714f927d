#include "core/base/json.h"

#include <algorithm>

namespace countersign {

bool JsonValue::isNumber() const
{
    return std::holds_alternative<std::int64_t>(m_data) || std::holds_alternative<std::uint64_t>(m_data) ||
           std::holds_alternative<double>(m_data);
}

const char *JsonValue::kindName() const
{
    if (isNull()) {
        return "null";
    }
    if (isNumber()) {
        return "a number";
    }
    return asBool() ? "true or false" : asString() ? "a string" : asArray() ? "an array" : "an object";
}

const JsonValue *findMember(const JsonObject &object, QStringView name)
{
    const auto member =
        std::find_if(object.begin(), object.end(), [&](const auto &each) { return each.first == name; });
    return member == object.end() ? nullptr : &member->second;
}

} // namespace countersign
