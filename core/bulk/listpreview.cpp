#include "core/bulk/listpreview.h"

#include "core/bulk/headerrow.h"

using namespace Qt::StringLiterals;

namespace countersign::bulk {

QString ListPreview::columnName(int column) const
{
    const QString name = header.value(column).trimmed();
    return name.isEmpty() ? u"column %1"_s.arg(column + 1) : name;
}

std::optional<int> ListPreview::column(const QString &nameOrNumber) const
{
    for (int i = 0; i < header.size(); ++i) {
        if (header[i].trimmed().compare(nameOrNumber.trimmed(), Qt::CaseInsensitive) == 0) {
            return i;
        }
    }
    bool isNumber = false;
    const int number = nameOrNumber.toInt(&isNumber);
    return isNumber && number >= 1 && number <= fieldCount ? std::optional(number - 1) : std::nullopt;
}

Result<ListPreview> previewList(QByteArrayView beginning, Beginning extent, const DialectChoice &choice)
{
    const auto dialect = detectDialect(beginning, extent, choice);
    if (!dialect) {
        return std::unexpected(dialect.error());
    }
    ListPreview preview;
    preview.dialect = *dialect;
    preview.rows = firstRows(beginning.sliced(dialect->preambleSize), extent, *dialect);
    if (preview.rows.isEmpty()) {
        return failure(ErrorCode::InvalidEncoding, u"its first rows are no CSV"_s);
    }
    preview.fieldCount = static_cast<int>(preview.rows.first().size());
    if (dialect->header == HeaderRow::First) {
        preview.header = preview.rows.takeFirst();
    }
    preview.guess = guessColumns(preview.header, preview.rows);
    return preview;
}

} // namespace countersign::bulk
