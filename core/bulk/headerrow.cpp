#include "core/bulk/headerrow.h"

#include "core/bulk/columnguess.h"

#include <algorithm>

namespace countersign::bulk {

namespace {

QString decoded(ByteView field, TextEncoding encoding)
{
    return encoding == TextEncoding::Latin1 ? QString::fromLatin1(viewOf(field))
                                            : QString::fromUtf8(viewOf(field));
}

bool isBlank(const CsvFields &fields)
{
    return std::ranges::all_of(fields, [](ByteView field) { return field.empty(); });
}

} // namespace

QList<QStringList> firstRows(QByteArrayView text, Beginning extent, const CsvDialect &dialect, int count)
{
    const MoreMayFollow more = extent == Beginning::Part ? MoreMayFollow::Yes : MoreMayFollow::No;
    QList<QStringList> rows;
    CsvFields fields;
    for (ByteView rest = bytesOf(text); !rest.empty() && rows.size() < count;) {
        const RecordExtent record = recordExtent(rest, dialect.delimiter, more);
        if (record.size == 0) {
            break;
        }
        if (record.fault == CsvFault::None) {
            std::vector<unsigned char> copy(rest.begin(),
                                            rest.begin() + static_cast<std::ptrdiff_t>(record.size));
            splitRecord(copy, dialect.delimiter, fields);
            QStringList row;
            std::ranges::transform(fields, std::back_inserter(row),
                                   [&](ByteView field) { return decoded(field, dialect.encoding); });
            if (!isBlank(fields)) {
                rows.append(row);
            }
        }
        rest = rest.subspan(record.size);
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
