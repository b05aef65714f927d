#include "core/base/json.h"
#include "core/base/jsonscanner_p.h"
#include "core/base/utf8.h"

#include <QSet>

#include <simdjson.h>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;
namespace dom = simdjson::dom;

namespace countersign {

namespace {

/// simdjson's buffers, kept for the next text: a token is shorter than an allocation is slow.
class Parser
{
public:
    /// One deeper than is taken: simdjson counts what stands in the innermost array, unless that is empty.
    Parser() { m_failure = m_parser.allocate(smallest, maximumJsonDepth + 1); }

    simdjson::simdjson_result<dom::element> parse(std::string_view text)
    {
        if (m_failure) {
            return m_failure;
        }
        // simdjson reads up to SIMDJSON_PADDING bytes past the end.
        m_padded.resize(text.size() + simdjson::SIMDJSON_PADDING);
        std::ranges::copy(text, m_padded.begin()); // unlike memcpy, at home with no text at no address
        std::memset(m_padded.data() + text.size(), 0, simdjson::SIMDJSON_PADDING);
        return m_parser.parse(m_padded.data(), text.size(), false);
    }

    bool isWorthKeeping() const { return m_padded.size() < largestKept; }

private:
    static constexpr std::size_t smallest = 4096;
    static constexpr std::size_t largestKept = 64 * 1024;

    dom::parser m_parser;
    simdjson::error_code m_failure = simdjson::SUCCESS;
    std::vector<char> m_padded;
};

bool hasDuplicateNames(const JsonObject &object)
{
    constexpr qsizetype fewMembers = 16; // where comparing each with each beats hashing
    if (object.size() <= fewMembers) {
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (std::any_of(object.begin(), member,
                            [&](const auto &each) { return each.first == member->first; })) {
                return true;
            }
        }
        return false;
    }
    QSet<QStringView> names;
    names.reserve(object.size());
    for (const auto &member : object) {
        names.insert(member.first);
    }
    return names.size() != object.size();
}

/// Nothing when a member occurs twice or an array or object lies deeper than maximumJsonDepth.
std::optional<JsonValue> convert(dom::element element, int depth);

std::optional<JsonValue> convertObject(dom::object source, int depth)
{
    if (depth > maximumJsonDepth) {
        return std::nullopt;
    }
    JsonObject object;
    object.reserve(static_cast<qsizetype>(source.size()));
    for (const auto member : source) {
        auto value = convert(member.value, depth);
        if (!value) {
            return std::nullopt;
        }
        object.emplaceBack(fromUtf8Exactly(member.key), *std::move(value));
    }
    if (hasDuplicateNames(object)) {
        return std::nullopt;
    }
    return JsonValue(std::move(object));
}

std::optional<JsonValue> convertArray(dom::array source, int depth)
{
    if (depth > maximumJsonDepth) {
        return std::nullopt;
    }
    JsonArray array;
    array.reserve(static_cast<qsizetype>(source.size()));
    for (const dom::element element : source) {
        auto value = convert(element, depth);
        if (!value) {
            return std::nullopt;
        }
        array.append(*std::move(value));
    }
    return JsonValue(std::move(array));
}

std::optional<JsonValue> convert(dom::element element, int depth)
{
    switch (element.type()) {
    case dom::element_type::OBJECT:
        return convertObject(element.get_object().value_unsafe(), depth + 1);
    case dom::element_type::ARRAY:
        return convertArray(element.get_array().value_unsafe(), depth + 1);
    case dom::element_type::STRING:
        return JsonValue(fromUtf8Exactly(element.get_string().value_unsafe()));
    case dom::element_type::INT64:
        return JsonValue(std::int64_t{element.get_int64().value_unsafe()});
    case dom::element_type::UINT64:
        return JsonValue(JsonValue::Data(std::uint64_t{element.get_uint64().value_unsafe()}));
    case dom::element_type::DOUBLE:
        return JsonValue(JsonValue::Data(element.get_double().value_unsafe()));
    case dom::element_type::BOOL:
        return JsonValue(element.get_bool().value_unsafe());
    case dom::element_type::NULL_VALUE:
        return JsonValue();
    }
    return std::nullopt;
}

/// `otherwise` is what to say when the scanner finds nothing.
std::unexpected<Error> refuse(std::string_view text, const Error &otherwise)
{
    // Columns cannot be counted, nor names be shown, in what is not UTF-8.
    if (!simdjson::validate_utf8(text)) {
        return failure(ErrorCode::InvalidJson, u"not valid UTF-8"_s);
    }
    const auto fault = JsonScanner(text).scan();
    return fault ? failure(fault->code, describePlace(text, fault->offset) + u": "_s + fault->reason)
                 : std::unexpected(otherwise);
}

Result<JsonValue> parseWith(Parser &parser, std::string_view text)
{
    const auto parsed = parser.parse(text);
    if (parsed.error()) {
        return refuse(text,
                      {ErrorCode::InvalidJson, QString::fromLatin1(simdjson::error_message(parsed.error()))});
    }
    // simdjson takes a lone low surrogate; only an escape can write one.
    if (text.contains("\\u") && JsonScanner(text).scan()) {
        return refuse(text, {ErrorCode::InvalidJson, {}});
    }
    auto value = convert(parsed.value_unsafe(), 0);
    return value ? Result<JsonValue>(*std::move(value))
                 : refuse(text, {ErrorCode::DuplicateJsonMember, u"a member occurs twice"_s});
}

} // namespace

Result<JsonValue> parseJson(QByteArrayView text, qsizetype maximumSize)
{
    if (text.size() > maximumSize) {
        return failure(ErrorCode::InvalidJson, u"longer than %1 bytes"_s.arg(maximumSize));
    }
    static thread_local std::unique_ptr<Parser> parser;
    if (!parser) {
        parser = std::make_unique<Parser>();
    }
    auto value = parseWith(*parser, {text.data(), static_cast<std::size_t>(text.size())});
    if (!parser->isWorthKeeping()) {
        parser.reset();
    }
    return value;
}

Result<JsonObject> parseJsonObject(QByteArrayView text, qsizetype maximumSize)
{
    auto value = parseJson(text, maximumSize);
    if (!value) {
        return std::unexpected(std::move(value.error()));
    }
    if (const JsonObject *object = value->asObject()) {
        return *object;
    }
    return failure(ErrorCode::InvalidJson,
                   u"not an object but %1"_s.arg(QLatin1StringView(value->kindName())));
}

} // namespace countersign
