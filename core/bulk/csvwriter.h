#pragma once

#include "core/base/filestream.h"

#include <QStringList>

namespace countersign::bulk {

enum class ByteOrderMark { No, Yes };

/// A field as RFC 4180 writes it, in UTF-8. What a spreadsheet would run as a formula, because it begins with
/// = + - @ or a control character, gets an apostrophe in front; plain numbers are left alone.
QByteArray csvField(const QString &text, char delimiter);
QByteArray csvRow(const QStringList &fields, char delimiter); ///< with CR LF at its end

/// Writes a list of rows to a file that is the owner's alone, all or nothing. Without finish() there is no
/// file.
class CsvWriter final
{
public:
    static Result<CsvWriter> create(const QString &path, char delimiter, ByteOrderMark mark,
                                    Overwrite overwrite);

    Result<void> write(const QStringList &fields);
    Result<void> finish();

private:
    CsvWriter(FileWriter file, char delimiter);
    Result<void> flush();

    FileWriter m_file;
    char m_delimiter;
    QByteArray m_pending;
};

} // namespace countersign::bulk
