#pragma once

#include "core/bulk/columnguess.h"

namespace countersign::bulk {

/// What a list looks like before it is verified.
struct ListPreview
{
    CsvDialect dialect;
    QStringList header; ///< empty without a header row
    QList<QStringList> rows;
    int fieldCount = 0; ///< what every row should have: the first row's
    ListColumns guess;

    /// The column's name, or "column 2".
    QString columnName(int column) const;
    /// The column of that name (any letter case) or number, from 1.
    std::optional<int> column(const QString &nameOrNumber) const;
};

/// Reads the first rows. Fails as detectDialect() does, and with InvalidEncoding when no row can be read.
Result<ListPreview> previewList(QByteArrayView beginning, Beginning extent, const DialectChoice &choice = {});

} // namespace countersign::bulk
