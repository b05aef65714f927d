#include "core/bulk/csvwriter.h"

#include "core/base/csvfield.h"

namespace countersign::bulk {

namespace {

constexpr qsizetype blockSize = 64 * 1024;

} // namespace

CsvWriter::CsvWriter(FileWriter file, char delimiter)
    : m_file(std::move(file))
    , m_delimiter(delimiter)
{
}

Result<CsvWriter> CsvWriter::create(const QString &path, char delimiter, ByteOrderMark mark,
                                    Overwrite overwrite)
{
    auto file = FileWriter::create(path, FileAccess::OwnerOnly, overwrite);
    if (!file) {
        return std::unexpected(file.error());
    }
    CsvWriter writer(*std::move(file), delimiter);
    if (mark == ByteOrderMark::Yes) {
        writer.m_pending = "\xEF\xBB\xBF";
    }
    return writer;
}

Result<void> CsvWriter::write(const QStringList &fields)
{
    m_pending += csvRow(fields, m_delimiter);
    return m_pending.size() >= blockSize ? flush() : Result<void>();
}

Result<void> CsvWriter::finish()
{
    auto written = flush();
    return written ? m_file.commit() : written;
}

Result<void> CsvWriter::flush()
{
    auto written = m_file.write(bytesOf(m_pending));
    m_pending.clear();
    return written;
}

} // namespace countersign::bulk
