#include "core/bulk/csvchunks.h"

#include <algorithm>
#include <cstring>

namespace countersign::bulk {

namespace {

bool isLineBreak(unsigned char byte)
{
    return byte == '\n' || byte == '\r';
}

} // namespace

CsvChunks::CsvChunks(ByteSource source, char delimiter, std::size_t skip, std::size_t size)
    : m_source(std::move(source))
    , m_delimiter(delimiter)
    , m_skip(skip)
    , m_size(size)
{
}

Result<std::optional<CsvChunk>> CsvChunks::next()
{
    CsvChunk chunk;
    for (std::size_t wanted = m_size;; wanted = m_buffer.size() + m_size) {
        if (auto filled = fill(wanted); !filled) {
            return std::unexpected(filled.error());
        }
        dropRestOfLine(chunk);
        if (const std::size_t size = wholeRows(); size > 0) {
            chunk.offset = m_offset;
            chunk.hasQuotes = m_hasQuotes;
            chunk.records = std::exchange(m_records, {});
            chunk.isFirst = m_isFirst;
            m_isFirst = m_isFirst && !holdsSoundRow(ByteView(m_buffer).first(size), chunk.records);
            std::vector<unsigned char> rest(m_buffer.begin() + static_cast<std::ptrdiff_t>(size),
                                            m_buffer.end());
            m_buffer.resize(size);
            chunk.bytes = std::exchange(m_buffer, std::move(rest));
            m_offset += size;
            return chunk;
        }
        if (m_isAtEnd && m_buffer.empty()) {
            return std::nullopt;
        }
    }
}

/// Whether a row could be the header: it has text, and its quotes are in order.
bool CsvChunks::holdsSoundRow(ByteView rows, const std::vector<RecordExtent> &records) const
{
    if (!m_hasQuotes) {
        return hasText(rows, m_delimiter);
    }
    return std::ranges::any_of(records, [&](const RecordExtent &record) {
        const ByteView row = rows.first(record.size);
        rows = rows.subspan(record.size);
        return !breaksQuoting(record.fault) && hasText(row, m_delimiter);
    });
}

/// Until the buffer holds `size` bytes or the source ends.
Result<void> CsvChunks::fill(std::size_t size)
{
    std::size_t have = m_buffer.size();
    m_buffer.resize(std::max(have, size));
    while (have < m_buffer.size()) {
        const auto count = m_source(std::span(m_buffer).subspan(have));
        if (!count) {
            return std::unexpected(count.error());
        }
        if (*count == 0) {
            m_isAtEnd = true;
            break;
        }
        have += *count;
        const std::size_t skipped = std::min(m_skip, have);
        if (skipped > 0) {
            std::memmove(m_buffer.data(), m_buffer.data() + skipped, have - skipped);
            have -= skipped;
            m_skip -= skipped;
            m_offset += skipped;
        }
    }
    m_buffer.resize(have);
    return {};
}

void CsvChunks::dropRestOfLine(CsvChunk &chunk)
{
    if (!m_dropsRestOfLine) {
        return;
    }
    const auto found = std::ranges::find_if(m_buffer, isLineBreak);
    auto size = static_cast<std::size_t>(found - m_buffer.begin());
    if (found != m_buffer.end()) {
        const bool mayBeTwo = *found == '\r';
        const bool isLast = size + 1 == m_buffer.size();
        if (mayBeTwo && isLast && !m_isAtEnd) {
            // Whether a line feed follows shows with the next bytes: keep the carriage return.
        } else {
            size += mayBeTwo && !isLast && m_buffer[size + 1] == '\n' ? 2 : 1;
            m_dropsRestOfLine = false;
            chunk.lineBreaksBefore = 1;
        }
    }
    m_buffer.erase(m_buffer.begin(), m_buffer.begin() + static_cast<std::ptrdiff_t>(size));
    m_offset += size;
}

/// How much of the buffer is whole rows; 0: more bytes are needed, or there are none.
std::size_t CsvChunks::wholeRows()
{
    if (m_buffer.empty() || m_dropsRestOfLine) {
        return 0;
    }
    m_hasQuotes = std::memchr(m_buffer.data(), '"', m_buffer.size()) != nullptr;
    return m_hasQuotes ? wholeRecords() : wholeLines();
}

std::size_t CsvChunks::wholeLines()
{
    if (m_isAtEnd) {
        return m_buffer.size();
    }
    // A carriage return at the very end may be half of a line break.
    const std::size_t size = m_buffer.size() - (m_buffer.back() == '\r' ? 1 : 0);
    for (std::size_t at = size; at > 0; --at) {
        if (isLineBreak(m_buffer[at - 1])) {
            return at;
        }
    }
    m_dropsRestOfLine = m_buffer.size() >= maximumRecordSize;
    return m_dropsRestOfLine ? m_buffer.size() : 0;
}

std::size_t CsvChunks::wholeRecords()
{
    std::size_t at = 0;
    m_records.clear();
    while (at < m_buffer.size()) {
        const RecordExtent extent = recordExtent(ByteView(m_buffer).subspan(at), m_delimiter, more());
        at += extent.size;
        if (extent.size == 0) {
            break;
        }
        m_records.push_back(extent);
        if (!m_isAtEnd && !isLineBreak(m_buffer[at - 1])) {
            m_dropsRestOfLine = true;
            break;
        }
    }
    return at;
}

} // namespace countersign::bulk
