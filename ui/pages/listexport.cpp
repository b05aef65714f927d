#include "ui/pages/listexport.h"

#include "core/bulk/csvwriter.h"

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

QStringList fieldsOf(const ListResults &results, quint32 row, const ListRowReader &reader)
{
    const bulk::Outcome &outcome = results.outcome(row);
    const ListRowText text = results.text(row, reader);
    return {QString::number(results.line(row)),
            text.id,
            text.email,
            bulk::rowKindName(outcome.kind),
            bulk::causeCodes(outcome),
            outcome.keyVersion ? QString::number(*outcome.keyVersion) : QString(),
            bulk::explanation(outcome)};
}

Result<void> writeRows(const ListResults &results, const std::vector<quint32> &rows, const QString &path,
                       const std::atomic<bool> &isCancelled)
{
    const ListRowReader reader(results.file());
    if (!reader.isUsable()) {
        return failure(ErrorCode::ReadFailed,
                       results.file().path + u": it has changed since it was checked; check it again"_s);
    }
    const bulk::CsvDialect &dialect = results.file().shape.dialect;
    const bool plain = dialect.encoding == bulk::TextEncoding::Utf8 && !dialect.hasByteOrderMark;
    // The file dialog has asked before it named a file that exists.
    auto writer = bulk::CsvWriter::create(
        path, dialect.delimiter, plain ? bulk::ByteOrderMark::No : bulk::ByteOrderMark::Yes, Overwrite::Yes);
    if (!writer) {
        return std::unexpected(writer.error());
    }
    auto written = writer->write(bulk::resultColumns());
    for (auto row = rows.begin(); written && row != rows.end(); ++row) {
        if (isCancelled) {
            return failure(ErrorCode::Cancelled);
        }
        written = writer->write(fieldsOf(results, *row, reader));
    }
    return written ? writer->finish() : written;
}

} // namespace

ListExport::ListExport(QObject *parent)
    : QObject(parent)
    , m_work(*this)
{
}

void ListExport::start(std::shared_ptr<const ListResults> results, std::vector<quint32> rows,
                       const QString &path)
{
    const int run = m_work.begin();
    m_work.start([this, run, results = std::move(results), rows = std::move(rows), path]() mutable {
        const Result<void> written = writeRows(*results, rows, path, m_work.cancellation());
        const quint64 count = rows.size();
        results.reset();
        m_work.post(run, [this, written, count] {
            if (written) {
                Q_EMIT finished(count);
            } else {
                Q_EMIT failed(written.error());
            }
        });
    });
}

} // namespace countersign::ui
