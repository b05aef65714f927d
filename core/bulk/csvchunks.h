#pragma once

#include "core/base/error.h"
#include "core/bulk/csvrecord.h"

#include <functional>
#include <optional>

namespace countersign::bulk {

/// Fills a block from a file, a pipe or a buffer and returns the count of bytes; 0 at the end.
using ByteSource = std::function<Result<std::size_t>(std::span<unsigned char> block)>;

/// Some whole rows of a list, as they stand in it.
struct CsvChunk
{
    std::vector<unsigned char> bytes;
    quint64 offset = 0; ///< of the first byte in the list
    int lineBreaksBefore =
        0; ///< of a line too long to keep, whose end lies between the chunk before and this one
    bool hasQuotes = false; ///< where there are none, every line is a row, and `records` is empty
    std::vector<RecordExtent> records;
    bool isFirst = false; ///< no row that could be the header comes before its own
};

/// Cuts a list into chunks of whole rows. What it holds at a time does not grow with the list: a chunk, and
/// of a row beyond maximumRecordSize only the beginning.
class CsvChunks final
{
public:
    static constexpr std::size_t usualSize = 256 * 1024;

    /// `skip`: bytes in front of the first row. `size`: about how large a chunk is.
    CsvChunks(ByteSource source, char delimiter, std::size_t skip, std::size_t size = usualSize);

    /// The next rows; nothing at the end. Fails as the source does.
    Result<std::optional<CsvChunk>> next();

private:
    Result<void> fill(std::size_t size);
    bool holdsSoundRow(ByteView rows, const std::vector<RecordExtent> &records) const;
    void dropRestOfLine(CsvChunk &chunk);
    std::size_t wholeRows();
    std::size_t wholeLines();
    std::size_t wholeRecords();
    MoreMayFollow more() const { return m_isAtEnd ? MoreMayFollow::No : MoreMayFollow::Yes; }

    ByteSource m_source;
    char m_delimiter;
    std::size_t m_skip;
    std::size_t m_size;
    std::vector<unsigned char> m_buffer;
    quint64 m_offset = 0;                ///< of the buffer's first byte
    std::vector<RecordExtent> m_records; ///< the buffer's, where it has quotes
    bool m_hasQuotes = false;
    bool m_isFirst = true;
    bool m_isAtEnd = false;
    bool m_dropsRestOfLine = false;
};

} // namespace countersign::bulk
