#include "core/bulk/headerrow.h"

#include "core/bulk/columnguess.h"
#include "core/bulk/samplerows_p.h"
#include "core/bulk/windows1252.h"

#include <algorithm>

namespace countersign::bulk {

namespace {

QString decoded(ByteView field, TextEncoding encoding)
{
    return encoding == TextEncoding::Windows1252 ? fromWindows1252(field) : QString::fromUtf8(viewOf(field));
}

bool isBlank(const CsvFields &fields)
{
    return std::ranges::all_of(fields, [](ByteView field) { return field.empty(); });
}

} // namespace

QList<QStringList> firstRows(QByteArrayView text, Beginning extent, const CsvDialect &dialect, int count)
{
    QList<QStringList> rows;
    SampleRows sample(text, extent, dialect.delimiter);
    while (rows.size() < count && sample.next()) {
        if (sample.isMalformed() || isBlank(sample.fields())) {
            continue;
        }
        QStringList row;
        std::ranges::transform(sample.fields(), std::back_inserter(row),
                               [&](ByteView field) { return decoded(field, dialect.encoding); });
        rows.append(row);
    }
    return rows;
}

HeaderRow detectHeaderRow(const QList<QStringList> &rows)
{
    if (rows.isEmpty()) {
        return HeaderRow::None;
    }
    const QList<QStringList> first = rows.first(1);
    const QList<QStringList> others = rows.sliced(1);
    bool isNamed = false;
    bool differs = false;
    for (int column = 0; column < rows.first().size(); ++column) {
        if (rows.first()[column].isEmpty()) {
            continue;
        }
        const bool isValue = holdsProofs(first, column) || holdsEmails(first, column);
        if (isValue) {
            return HeaderRow::None;
        }
        isNamed = isNamed || roleOfName(rows.first()[column]).has_value();
        differs =
            differs || (!others.isEmpty() && (holdsProofs(others, column) || holdsEmails(others, column)));
    }
    return isNamed || differs ? HeaderRow::First : HeaderRow::None;
}

} // namespace countersign::bulk
