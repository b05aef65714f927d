#include "core/base/jsonscanner_p.h"

#include "core/base/ascii.h"
#include "core/base/utf8.h"

#include <charconv>
#include <cmath>
#include <cstdint>

using namespace Qt::StringLiterals;

namespace countersign {

namespace {

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
    return scanRange(start, m_at == integerEnd ? NumberKind::Integer : NumberKind::Double);
}

bool JsonScanner::scanRange(std::size_t start, NumberKind kind)
{
    const std::string_view number = m_text.substr(start, m_at - start);
    if (kind == NumberKind::Integer) {
        return !isBeyond64Bits(number) || fail(start, u"an integer beyond 64 bits"_s);
    }
    return !std::isinf(fromUtf8Exactly(number).toDouble()) ||
           fail(start, u"a number too large for a double"_s);
}

} // namespace countersign
