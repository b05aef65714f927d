#pragma once

#include "core/base/filestream.h"

#include <QStringList>

namespace countersign::bulk {

enum class ByteOrderMark { No, Yes };

/// Writes a list of rows, as csvRow() writes them, to a file that is the owner's alone, all or nothing.
/// Without finish() there is no file.
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
