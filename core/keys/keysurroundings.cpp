#include "core/keys/keysurroundings.h"

#include "core/base/ascii.h"
#include "core/keys/keytext.h"

#include <algorithm>

namespace countersign::keys {

namespace {

bool isOfName(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' || c == '.';
}

/// "NAME=", "export NAME = " and "name: " taken off. "name:" needs its space and base64's padding no name
/// behind it, because secrets hold such characters too.
std::string_view withoutName(std::string_view text)
{
    std::string_view rest = text.starts_with("export ") ? trimmed(text.substr(7)) : text;
    const auto *end = std::ranges::find_if_not(rest, isOfName);
    const auto length = static_cast<std::size_t>(end - rest.begin());
    const std::string_view behind = trimmed(rest.substr(length));
    constexpr std::size_t longestName = 48;
    const bool isAssigned =
        behind.starts_with('=') && behind.find_first_not_of('=') != std::string_view::npos;
    const bool isLabelled = rest.substr(length).starts_with(": ");
    return length > 0 && length <= longestName && !isDigit(rest.front()) && (isAssigned || isLabelled)
               ? trimmed(behind.substr(1))
               : text;
}

std::string_view withoutEndOfLine(std::string_view text)
{
    const bool isQuotedBefore =
        text.size() > 2 && (text[text.size() - 2] == '"' || text[text.size() - 2] == '\'');
    return isQuotedBefore && (text.ends_with(',') || text.ends_with(';')) ? text.substr(0, text.size() - 1)
                                                                          : text;
}

std::string_view withoutQuotes(std::string_view text)
{
    static constexpr std::pair<std::string_view, std::string_view> quotes[] = {
        {"\"", "\""},
        {"'", "'"},
        {"`", "`"},
        {"\xE2\x80\x9C", "\xE2\x80\x9D"},
        {"\xE2\x80\x98", "\xE2\x80\x99"}};
    for (const auto &[open, close] : quotes) {
        if (text.size() > open.size() + close.size() && text.starts_with(open) && text.ends_with(close)) {
            return text.substr(open.size(), text.size() - open.size() - close.size());
        }
    }
    return text;
}

} // namespace

ByteView withoutSurroundings(ByteView text)
{
    std::string_view inner = trimmed(withoutByteOrderMark(textOf(text)));
    inner = withoutQuotes(withoutEndOfLine(withoutName(inner)));
    const bool isOnlyTrimmed = inner.size() == trimmed(textOf(text)).size();
    return inner.empty() || isOnlyTrimmed ? text : bytesOfText(inner);
}

} // namespace countersign::keys
