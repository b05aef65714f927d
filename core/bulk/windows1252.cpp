#include "core/bulk/windows1252.h"

#include <array>

namespace countersign::bulk {

namespace {

constexpr unsigned char firstOwn = 0x80;

/// From 0x80 to 0x9F: all that differs from Latin-1.
constexpr std::array<char16_t, 32> own{0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                       0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

} // namespace

QString fromWindows1252(ByteView text)
{
    QString result;
    result.reserve(static_cast<qsizetype>(text.size()));
    for (const unsigned char byte : text) {
        const bool isOwn = byte >= firstOwn && byte < firstOwn + own.size();
        result += QChar(isOwn ? own[byte - firstOwn] : char16_t{byte});
    }
    return result;
}

} // namespace countersign::bulk
