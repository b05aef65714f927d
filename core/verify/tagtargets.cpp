#include "core/verify/tagtargets_p.h"

#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

bool couldFit(const TagReading &reading, std::size_t size)
{
    const auto have = static_cast<std::size_t>(reading.bytes.size());
    return have == size || (have < size && have >= static_cast<std::size_t>(minimumPrefix));
}

/// How many characters the whole tag has, written as the reading is: hex, base64, or base64 of hex.
qsizetype wholeLength(const TagReading &reading, qsizetype size)
{
    const double charactersPerByte =
        static_cast<double>(reading.characters) / static_cast<double>(reading.bytes.size());
    if (charactersPerByte > 2.4) {
        return (2 * size + 2) / 3 * 4;
    }
    return charactersPerByte > 1.8 ? 2 * size : (4 * size + 2) / 3;
}

Cause truncatedCause(const TagReading &reading, qsizetype size)
{
    return {CauseId::TagTruncated,
            {{u"found"_s, QString::number(reading.characters)},
             {u"expected"_s, QString::number(wholeLength(reading, size))}},
            {},
            {}};
}

/// The faults of the reading when it is this tag, whole or cut off.
std::optional<QList<Cause>> faultsOf(const TagReading &reading, ByteView tag)
{
    if (!couldFit(reading, tag.size()) || !viewOf(tag).startsWith(reading.bytes)) {
        return std::nullopt;
    }
    QList<Cause> faults = reading.faults;
    if (static_cast<std::size_t>(reading.bytes.size()) < tag.size()) {
        faults.append(truncatedCause(reading, static_cast<qsizetype>(tag.size())));
    }
    return faults;
}

} // namespace

bool TagTargets::couldBe(std::size_t size) const
{
    return std::ranges::any_of(m_readings,
                               [size](const TagReading &reading) { return couldFit(reading, size); });
}

bool TagTargets::isCutOff(std::size_t size) const
{
    return std::ranges::none_of(m_readings, [size](const TagReading &reading) {
        return static_cast<std::size_t>(reading.bytes.size()) == size;
    });
}

std::vector<std::uint32_t> TagTargets::beginnings(std::size_t size) const
{
    std::vector<std::uint32_t> found;
    for (const TagReading &reading : m_readings) {
        if (couldFit(reading, size)) {
            found.push_back(qFromBigEndian<std::uint32_t>(reading.bytes.constData()));
        }
    }
    std::ranges::sort(found);
    const auto again = std::ranges::unique(found);
    found.erase(again.begin(), again.end());
    return found;
}

std::optional<QList<Cause>> TagTargets::faultsIfSame(ByteView tag) const
{
    for (const TagReading &reading : m_readings) {
        if (auto faults = faultsOf(reading, tag)) {
            return faults;
        }
    }
    return std::nullopt;
}

} // namespace countersign::verify
