#include "core/bulk/csvrows.h"

#include "core/bulk/windows1252.h"

#include <QUtf8StringView>

#include <algorithm>
#include <array>
#include <cstring>

namespace countersign::bulk {

namespace {

bool isAscii(ByteView text)
{
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        quint64 eight = 0;
        std::memcpy(&eight, text.data() + at, 8);
        if (eight & 0x8080808080808080) {
            return false;
        }
    }
    return std::ranges::all_of(text.subspan(at), [](unsigned char byte) { return byte < 0x80; });
}

bool isUtf8(ByteView text)
{
    return QUtf8StringView(reinterpret_cast<const char *>(text.data()), static_cast<qsizetype>(text.size()))
        .isValidUtf8();
}

quint32 countLineBreaks(ByteView text)
{
    quint32 count = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool isPair = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
        count += (text[at] == '\n' || text[at] == '\r') && !isPair ? 1 : 0;
    }
    return count;
}

} // namespace

CsvRows::CsvRows(CsvChunk &chunk, const RowShape &shape)
    : m_chunk(chunk)
    , m_shape(shape)
    , m_isHeader(chunk.isFirst && shape.dialect.header == HeaderRow::First)
{
    m_rows.reserve(chunk.bytes.size() / 64);
    if (chunk.hasQuotes) {
        readQuoted();
    } else {
        readPlain();
    }
}

/// Every line is a row and every delimiter ends a field.
void CsvRows::readPlain()
{
    const unsigned char *const begin = m_chunk.bytes.data();
    const unsigned char *const end = begin + m_chunk.bytes.size();
    const auto delimiter = static_cast<unsigned char>(m_shape.dialect.delimiter);
    std::array<bool, 256> isSpecial{};
    isSpecial[delimiter] = isSpecial['\n'] = isSpecial['\r'] = true;
    for (const unsigned char *at = begin; at < end;) {
        RowText row;
        row.offset = static_cast<quint32>(at - begin);
        row.line = m_line;
        const unsigned char *field = at;
        int count = 0;
        bool isRow = false;
        for (;; ++at) {
            while (at < end && !isSpecial[*at]) {
                ++at;
            }
            const ByteView text(field, at);
            isRow = isRow || !text.empty();
            if (text.size() > maximumFieldSize) {
                row.fault = CsvFault::TooLong;
            }
            take(row, count++, text);
            if (at >= end || *at != delimiter) {
                break;
            }
            field = at + 1;
        }
        const auto contentSize = static_cast<quint32>(at - begin) - row.offset;
        row.fault = contentSize >= maximumRecordSize ? CsvFault::TooLong : row.fault;
        if (at < end) {
            at += *at == '\r' && at + 1 < end && at[1] == '\n' ? 2 : 1;
            ++m_line;
        }
        row.size = static_cast<quint32>(at - begin) - row.offset;
        if (isRow) {
            add(row, count);
        }
    }
}

void CsvRows::readQuoted()
{
    CsvFields fields;
    const std::span<unsigned char> bytes(m_chunk.bytes);
    std::size_t at = 0;
    for (const RecordExtent &extent : m_chunk.records) {
        const auto record = bytes.subspan(at, extent.size);
        RowText row;
        row.offset = static_cast<quint32>(at);
        row.size = static_cast<quint32>(extent.size);
        row.line = m_line;
        row.fault = extent.fault;
        m_line += countLineBreaks(record);
        at += extent.size;
        const bool isRow = breaksQuoting(row.fault) || hasText(record, m_shape.dialect.delimiter);
        fields.clear();
        if (row.fault == CsvFault::None) {
            splitRecord(record, m_shape.dialect.delimiter, fields);
        }
        for (std::size_t column = 0; column < fields.size(); ++column) {
            take(row, static_cast<int>(column), fields[column]);
        }
        if (isRow) {
            add(row, static_cast<int>(fields.size()));
        }
    }
}

void CsvRows::take(RowText &row, int column, ByteView field) const
{
    if (column == m_shape.columns.id) {
        row.id = field;
    }
    if (column == m_shape.columns.email) {
        row.email = field;
    }
    if (column == m_shape.columns.proof) {
        row.proof = field;
    }
}

void CsvRows::add(RowText row, int fieldCount)
{
    if (!breaksQuoting(row.fault) && std::exchange(m_isHeader, false)) {
        return;
    }
    if (row.fault == CsvFault::None && m_shape.fieldCount > 0 && fieldCount != m_shape.fieldCount) {
        row.fault = fieldCount < m_shape.fieldCount ? CsvFault::TooFewFields : CsvFault::TooManyFields;
    }
    if (row.fault == CsvFault::None) {
        makeText(row, row.id);
        makeText(row, row.email);
        makeText(row, row.proof);
    }
    m_rows.push_back(row);
}

void CsvRows::makeText(RowText &row, ByteView &field)
{
    if (isAscii(field)) {
        return;
    }
    if (m_shape.dialect.encoding == TextEncoding::Windows1252) {
        field = bytesOf(m_converted.emplace_back(fromWindows1252(field).toUtf8()));
    } else if (!isUtf8(field)) {
        row.fault = CsvFault::InvalidText;
    }
}

} // namespace countersign::bulk
