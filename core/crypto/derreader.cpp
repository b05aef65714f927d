#include "core/crypto/derreader_p.h"

namespace countersign::crypto {

ByteView DerReader::fail()
{
    m_good = false;
    return {};
}

/// X.690 section 10.1. Four bytes of length are more than any file that is read.
std::size_t DerReader::takeLength()
{
    if (m_rest.empty()) {
        m_good = false;
        return 0;
    }
    const std::size_t first = m_rest[0];
    const std::size_t count = first < 0x80 ? 0 : first & 0x7f;
    m_rest = m_rest.subspan(1);
    if (first < 0x80) {
        return first;
    }
    if (count == 0 || count > 4 || count > m_rest.size() || m_rest[0] == 0) {
        m_good = false;
        return 0;
    }
    std::size_t length = 0;
    for (std::size_t i = 0; i < count; ++i) {
        length = length << 8 | m_rest[i];
    }
    m_rest = m_rest.subspan(count);
    m_good = length >= 0x80;
    return length;
}

ByteView DerReader::take(DerTag tag)
{
    if (!nextIs(tag)) {
        return fail();
    }
    m_rest = m_rest.subspan(1);
    const std::size_t length = takeLength();
    if (!m_good || length > m_rest.size()) {
        return fail();
    }
    const ByteView content = m_rest.first(length);
    m_rest = m_rest.subspan(length);
    return content;
}

ByteView DerReader::takeNumber()
{
    const ByteView content = take(DerTag::Integer);
    if (content.empty() || content[0] >= 0x80) {
        return fail(); // nothing, or negative
    }
    if (content[0] != 0) {
        return content;
    }
    // A leading zero is there only to keep the number from being negative.
    const ByteView number = content.subspan(1);
    return number.empty() || number[0] >= 0x80 ? number : fail();
}

ByteView DerReader::takeBits(DerTag tag)
{
    const ByteView content = take(tag);
    return !content.empty() && content[0] == 0 ? content.subspan(1) : fail();
}

} // namespace countersign::crypto
