#pragma once

#include "core/base/bytes.h"

namespace countersign::crypto {

enum class DerTag : unsigned char {
    Integer = 0x02,
    BitString = 0x03,
    OctetString = 0x04,
    Null = 0x05,
    ObjectIdentifier = 0x06,
    Sequence = 0x30,
    Implicit0 = 0x80,
    Implicit1 = 0x81,
    Explicit0 = 0xa0,
    Explicit1 = 0xa1,
};

/// Reads the elements of one level of DER (X.690 section 10) and copies nothing: lengths are definite and in
/// their shortest form. What does not fit sticks: everything after it is empty, and isComplete() is false.
class DerReader final
{
public:
    explicit DerReader(ByteView der)
        : m_rest(der)
    {
    }

    bool nextIs(DerTag tag) const
    {
        return m_good && !m_rest.empty() && m_rest[0] == static_cast<unsigned char>(tag);
    }
    /// The content of the next element, which must have this tag.
    ByteView take(DerTag tag);
    /// An INTEGER that is not negative and in its shortest form, big-endian and without leading zeros.
    ByteView takeNumber();
    /// A BIT STRING of whole bytes.
    ByteView takeBits(DerTag tag = DerTag::BitString);

    bool isGood() const { return m_good; }
    /// Whether all was read, and nothing is left.
    bool isComplete() const { return m_good && m_rest.empty(); }
    ByteView rest() const { return m_rest; }

private:
    std::size_t takeLength();
    ByteView fail();

    ByteView m_rest;
    bool m_good = true;
};

} // namespace countersign::crypto
