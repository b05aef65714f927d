#include "core/bulk/csvwriter.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace countersign::bulk {

namespace {

constexpr qsizetype blockSize = 64 * 1024;

/// What spreadsheets take for the beginning of a formula, its full-width forms too.
bool beginsFormula(const QString &text)
{
    if (text.isEmpty()) {
        return false;
    }
    constexpr QStringView beginnings = u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    return beginnings.contains(text.front());
}

bool isNumber(const QString &text)
{
    static const QRegularExpression number(u"\\A[+-]?[0-9]+([.,][0-9]+)?\\z"_s);
    return number.match(text).hasMatch();
}

} // namespace

QByteArray csvField(const QString &text, char delimiter)
{
    const bool isDangerous = beginsFormula(text) && !isNumber(text);
    QByteArray bytes = (isDangerous ? u'\'' + text : text).toUtf8();
    const bool needsQuotes = bytes.contains('"') || bytes.contains('\n') || bytes.contains('\r') ||
                             bytes.contains(delimiter) || bytes.startsWith(' ') || bytes.endsWith(' ');
    return needsQuotes ? '"' + bytes.replace("\"", "\"\"") + '"' : bytes;
}

QByteArray csvRow(const QStringList &fields, char delimiter)
{
    QByteArray row;
    for (const QString &field : fields) {
        if (&field != &fields.first()) {
            row += delimiter;
        }
        row += csvField(field, delimiter);
    }
    return row + "\r\n";
}

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
