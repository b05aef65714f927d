#pragma once

#include "core/bulk/csvchunks.h"
#include "core/bulk/csvdialect.h"

#include <deque>

namespace countersign::bulk {

/// Which column holds what, counted from 0; -1: none does.
struct ListColumns
{
    int id = -1;
    int email = -1;
    int proof = -1;

    bool operator==(const ListColumns &) const = default;
};

/// What of a row is looked at, as UTF-8.
struct RowText
{
    ByteView id;
    ByteView email;
    ByteView proof;
    quint32 offset = 0; ///< within the chunk
    quint32 size = 0;   ///< with its line break
    quint32 line = 0;   ///< within the chunk, from 0: the line the row begins on
    CsvFault fault = CsvFault::None;
};

/// How the rows of a list are read.
struct RowShape
{
    CsvDialect dialect;
    ListColumns columns;
    int fieldCount = 0; ///< a row with another count is malformed; 0: any
};

/// The rows of one chunk. Rows without any text in any field are left out.
class CsvRows final
{
public:
    /// Changes doubled quotes in the chunk; the texts of the rows point into it and into this object.
    CsvRows(CsvChunk &chunk, const RowShape &shape);

    const std::vector<RowText> &rows() const { return m_rows; }
    quint32 lineBreaks() const { return m_line; } ///< in the chunk

private:
    void readPlain();
    void readQuoted();
    void add(RowText row, int fieldCount);
    void take(RowText &row, int column, ByteView field) const;
    void makeText(RowText &row, ByteView &field);

    CsvChunk &m_chunk;
    const RowShape &m_shape;
    std::vector<RowText> m_rows;
    std::deque<QByteArray> m_converted; ///< fields that were Windows-1252
    quint32 m_line = 0;
    bool m_isHeader;
};

} // namespace countersign::bulk
