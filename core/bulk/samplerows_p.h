#pragma once

#include "core/bulk/csvdialect.h"
#include "core/bulk/csvrecord.h"

namespace countersign::bulk {

/// The rows of a list's beginning, one after the other, for looking at a few of them.
class SampleRows final
{
public:
    /// `text` must outlive it.
    SampleRows(QByteArrayView text, Beginning extent, char delimiter);

    /// Goes on to the next row; false when no whole one is left.
    bool next();
    bool isMalformed() const { return m_isMalformed; }
    const CsvFields &fields() const { return m_fields; } ///< of a row that is not malformed

private:
    ByteView m_rest;
    MoreMayFollow m_more;
    char m_delimiter;
    std::vector<unsigned char> m_row; ///< a copy, because doubled quotes are taken out in place
    CsvFields m_fields;
    bool m_isMalformed = false;
};

} // namespace countersign::bulk
