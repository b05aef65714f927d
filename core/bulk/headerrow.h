#pragma once

#include "core/bulk/csvdialect.h"

#include <QStringList>

namespace countersign::bulk {

/// The first rows of a text without its preamble, at most `count`; malformed ones are left out.
QList<QStringList> firstRows(QByteArrayView text, Beginning extent, const CsvDialect &dialect,
                             int count = 20);

/// A first row is a header when its fields are known column names, or when none of them is a proof or an
/// e-mail and the rows below it have one in that place.
HeaderRow detectHeaderRow(const QList<QStringList> &rows);

} // namespace countersign::bulk
