#pragma once

#include "core/verify/tagreading.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace countersign::verify {

/// What a search is to reproduce: the readings of a pasted value, compared with tags, whole or cut off. They
/// must outlive it.
class TagTargets final
{
public:
    explicit TagTargets(const QList<TagReading> &readings)
        : m_readings(readings)
    {
    }

    /// Whether any reading is as long as a tag of `size` bytes, or cut off from one.
    bool couldBe(std::size_t size) const;
    /// Whether every reading it could be is only the beginning of it.
    bool isCutOff(std::size_t size) const;
    /// The first four bytes of each reading that could be such a tag, as big-endian numbers.
    std::vector<std::uint32_t> beginnings(std::size_t size) const;
    /// The faults of the first reading that is this tag; nothing when none is.
    std::optional<QList<Cause>> faultsIfSame(ByteView tag) const;

private:
    const QList<TagReading> &m_readings;
};

} // namespace countersign::verify
