#include "core/base/csvfield.h"
#include "core/bulk/csvwriter.h"
#include "core/bulk/listpreview.h"

#include "tests/fuzz/fuzztarget.h"

#include <algorithm>
#include <cstring>

using namespace countersign;

namespace {

/// What a list says of one row, wherever its chunks were cut.
struct SeenRow
{
    QByteArray id, proof;
    bulk::CsvFault fault;
    quint64 offset;
    quint32 size;

    bool operator==(const SeenRow &) const = default;
};

bulk::ByteSource sourceOf(QByteArrayView text)
{
    return [text](std::span<unsigned char> block) mutable -> Result<std::size_t> {
        const auto count = std::min(block.size(), static_cast<std::size_t>(text.size()));
        if (count > 0) {
            std::memcpy(block.data(), text.data(), count);
        }
        text = text.sliced(static_cast<qsizetype>(count));
        return count;
    };
}

QList<SeenRow> rowsOf(QByteArrayView text, const bulk::RowShape &shape, std::size_t chunkSize)
{
    QList<SeenRow> seen;
    bulk::CsvChunks chunks(sourceOf(text), shape.dialect.delimiter,
                           static_cast<std::size_t>(shape.dialect.preambleSize), chunkSize);
    for (auto chunk = chunks.next(); chunk && *chunk; chunk = chunks.next()) {
        const quint64 begin = (*chunk)->offset;
        const bulk::CsvRows rows(**chunk, shape);
        for (const bulk::RowText &row : rows.rows()) {
            seen.append({viewOf(row.id).toByteArray(), viewOf(row.proof).toByteArray(), row.fault,
                         begin + row.offset, row.size});
        }
    }
    return seen;
}

/// What is written can be read: a field comes back as it was, but for the apostrophe in front of a formula.
void checkWriting(const QStringList &fields)
{
    const QByteArray line = csvRow(fields, ',');
    const bulk::RecordExtent extent = bulk::recordExtent(bytesOf(line), ',', bulk::MoreMayFollow::No);
    fuzz::require(extent.fault == bulk::CsvFault::None, "a row that was written is well formed");
    fuzz::require(std::cmp_equal(extent.size, line.size()), "a row that was written is one row");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text = fuzz::viewOfInput(data, size);
    const auto preview = bulk::previewList(text, bulk::Beginning::Whole);
    if (!preview) {
        return 0;
    }
    for (const QStringList &row : preview->rows) {
        checkWriting(row);
    }
    const bulk::RowShape shape{preview->dialect, {0, -1, 1}, preview->fieldCount};
    // In one chunk, of no more memory than that takes: the usual size would cost most of the time.
    const QList<SeenRow> rows = rowsOf(text, shape, size + 1);
    for (const std::size_t chunkSize : {16, 61}) {
        fuzz::require(rowsOf(text, shape, chunkSize) == rows, "rows do not depend on where the list is cut");
    }
    return 0;
}
