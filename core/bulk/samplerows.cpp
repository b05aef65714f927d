#include "core/bulk/samplerows_p.h"

namespace countersign::bulk {

SampleRows::SampleRows(QByteArrayView text, Beginning extent, char delimiter)
    : m_rest(bytesOf(text))
    , m_more(extent == Beginning::Part ? MoreMayFollow::Yes : MoreMayFollow::No)
    , m_delimiter(delimiter)
{
}

bool SampleRows::next()
{
    const RecordExtent record = m_rest.empty() ? RecordExtent() : recordExtent(m_rest, m_delimiter, m_more);
    if (record.size == 0) {
        return false;
    }
    m_isMalformed = record.fault != CsvFault::None;
    if (!m_isMalformed) {
        const ByteView row = m_rest.first(record.size);
        m_row.assign(row.begin(), row.end());
        splitRecord(m_row, m_delimiter, m_fields);
    }
    m_rest = m_rest.subspan(record.size);
    return true;
}

} // namespace countersign::bulk
