#include "ui/models/listresults.h"

#include "core/base/utf8.h"
#include "core/bulk/windows1252.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace countersign::ui {

namespace {

bool isAscii(ByteView text)
{
    return std::ranges::all_of(text, [](unsigned char byte) { return byte < 0x80; });
}

/// Small letters, and nothing that ends a row's text.
void appendFolded(std::string &texts, ByteView text)
{
    if (isAscii(text)) {
        std::ranges::transform(text, std::back_inserter(texts), [](unsigned char byte) {
            return static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte == '\n' ? ' ' : byte);
        });
        return;
    }
    const QByteArray folded = QString::fromUtf8(viewOf(text)).toCaseFolded().replace(u'\n', u' ').toUtf8();
    texts.append(folded.constData(), static_cast<std::size_t>(folded.size()));
}

QString textOf(ByteView field, bulk::TextEncoding encoding)
{
    return encoding == bulk::TextEncoding::Windows1252 ? bulk::fromWindows1252(field)
                                                       : fromUtf8Exactly(viewOf(field));
}

} // namespace

ListFile ListFile::at(const QString &path, const bulk::RowShape &shape)
{
    const QFileInfo info(path);
    return {path, shape, info.size(), info.lastModified()};
}

struct ListRowReader::Private
{
    mutable QFile file;
    bulk::RowShape shape;
    bool isUsable = false;
};

ListRowReader::ListRowReader(const ListFile &file)
    : d(std::make_unique<Private>())
{
    const QFileInfo info(file.path);
    d->shape = file.shape;
    d->file.setFileName(file.path);
    d->isUsable = info.size() == file.size && info.lastModified() == file.modified &&
                  d->file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

ListRowReader::~ListRowReader() = default;
ListRowReader::ListRowReader(ListRowReader &&) noexcept = default;

bool ListRowReader::isUsable() const
{
    return d->isUsable;
}

ListRowText ListRowReader::read(quint64 offset, quint32 size) const
{
    if (!d->isUsable || size > bulk::maximumRecordSize || !d->file.seek(static_cast<qint64>(offset))) {
        return {};
    }
    QByteArray bytes = d->file.read(size);
    const std::span<unsigned char> record(reinterpret_cast<unsigned char *>(bytes.data()),
                                          static_cast<std::size_t>(bytes.size()));
    const auto extent = bulk::recordExtent(record, d->shape.dialect.delimiter, bulk::MoreMayFollow::No);
    if (extent.fault != bulk::CsvFault::None) {
        return {};
    }
    bulk::CsvFields fields;
    bulk::splitRecord(record, d->shape.dialect.delimiter, fields);
    const auto field = [&](int column) {
        const auto at = static_cast<std::size_t>(column);
        return column >= 0 && at < fields.size() ? textOf(fields[at], d->shape.dialect.encoding) : QString();
    };
    return {field(d->shape.columns.id), field(d->shape.columns.email)};
}

ListResults::ListResults(ListFile file)
    : m_file(std::move(file))
{
}

ListResults::~ListResults()
{
    wipe({reinterpret_cast<unsigned char *>(m_texts.data()), m_texts.size()});
}

void ListResults::append(const bulk::DoneRows &rows)
{
    for (std::size_t at = 0; at < rows.results.size(); ++at) {
        const bulk::RowResult &row = rows.results[at];
        m_rows.push_back({row.offset, static_cast<quint32>(row.line), row.size, row.outcome,
                          static_cast<quint32>(m_texts.size())});
        appendFolded(m_texts, rows.texts[at].id);
        m_texts += '\t';
        appendFolded(m_texts, rows.texts[at].email);
        m_texts += '\n';
    }
}

void ListResults::finish(const bulk::ListTotals &totals, const bulk::OutcomeTable &outcomes)
{
    for (bulk::OutcomeId id = 0; id < outcomes.size(); ++id) {
        m_outcomes.push_back(outcomes.at(id));
    }
    m_summary = bulk::summaryOf(totals, outcomes);
}

ListRowText ListResults::text(quint32 row, const ListRowReader &reader) const
{
    return reader.read(m_rows[row].offset, m_rows[row].size);
}

std::vector<quint32> ListResults::find(const std::vector<bool> &wanted, const QString &text) const
{
    std::vector<quint32> found;
    const QByteArray folded = text.trimmed().toCaseFolded().toUtf8();
    const std::string_view needle(folded.constData(), static_cast<std::size_t>(folded.size()));
    const auto isWanted = [&](quint32 row) { return wanted[m_rows[row].outcome]; };
    if (needle.empty()) {
        for (quint32 row = 0; row < size(); ++row) {
            if (isWanted(row)) {
                found.push_back(row);
            }
        }
        return found;
    }
    // Over all texts in one go: a row is told by where the needle lies.
    const std::string_view texts(m_texts);
    auto from = m_rows.begin();
    for (std::size_t at = texts.find(needle); at != std::string_view::npos;) {
        const auto after = rowAfter(from, at);
        from = after;
        const auto row = static_cast<quint32>(after - m_rows.begin() - 1);
        if (isWanted(row)) {
            found.push_back(row);
        }
        at = after == m_rows.end() ? std::string_view::npos : texts.find(needle, after->text);
    }
    return found;
}

/// The first row from `from` on whose text begins behind `at`; usually one of the next few.
ListResults::Rows::const_iterator ListResults::rowAfter(Rows::const_iterator from, std::size_t at) const
{
    std::ptrdiff_t step = 1;
    while (m_rows.end() - from > step && from[step].text <= at) {
        from += step;
        step *= 2;
    }
    const auto end = from + std::min(step + 1, m_rows.end() - from);
    return std::ranges::upper_bound(from, end, at, {}, &Row::text);
}

int ListResults::compareTexts(quint32 left, quint32 right) const
{
    return searchText(left).compare(searchText(right));
}

std::string_view ListResults::searchText(quint32 row) const
{
    const std::size_t begin = m_rows[row].text;
    const std::size_t end = row + 1 < m_rows.size() ? m_rows[row + 1].text : m_texts.size();
    return std::string_view(m_texts).substr(begin, end - begin);
}

} // namespace countersign::ui
