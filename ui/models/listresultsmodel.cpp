#include "ui/models/listresultsmodel.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <numeric>

namespace countersign::ui {

namespace {

using Column = ListResultsModel::Column;

QString translated(const char *context, const char *text)
{
    return QCoreApplication::translate(context, text);
}

QString kindText(bulk::RowKind kind)
{
    switch (kind) {
    case bulk::RowKind::Verified:
        return ListResultsModel::tr("Verified");
    case bulk::RowKind::Failed:
        return ListResultsModel::tr("Failed");
    case bulk::RowKind::NotVerified:
        return ListResultsModel::tr("Not verified");
    case bulk::RowKind::Unsupported:
        return ListResultsModel::tr("Unsupported");
    case bulk::RowKind::Malformed:
        return ListResultsModel::tr("Malformed row");
    }
    Q_UNREACHABLE();
}

/// The place of each outcome in the order of a column, so that rows compare as numbers.
std::vector<int> ranksFor(const std::vector<bulk::Outcome> &outcomes, Column column)
{
    std::vector<std::pair<QString, int>> keys;
    for (const bulk::Outcome &outcome : outcomes) {
        keys.emplace_back(column == Column::Verdict ? QString::number(static_cast<int>(outcome.kind))
                          : column == Column::Cause ? bulk::explanation(outcome)
                                                    : QString(),
                          column == Column::Version ? outcome.keyVersion.value_or(0) : 0);
    }
    std::vector<int> ranks(keys.size());
    for (std::size_t at = 0; at < keys.size(); ++at) {
        ranks[at] =
            static_cast<int>(std::ranges::count_if(keys, [&](const auto &key) { return key < keys[at]; }));
    }
    return ranks;
}

void sortRows(std::vector<quint32> &rows, const ListResults &results, Column column, Qt::SortOrder order)
{
    if (column == Column::Line) {
        std::ranges::sort(rows);
    } else if (column == Column::Id) {
        std::ranges::stable_sort(
            rows, [&](quint32 left, quint32 right) { return results.compareTexts(left, right) < 0; });
    } else {
        const std::vector<int> ranks = ranksFor(results.outcomes(), column);
        std::ranges::stable_sort(rows, {}, [&](quint32 row) { return ranks[results.outcomeId(row)]; });
    }
    if (order == Qt::DescendingOrder) {
        std::ranges::reverse(rows);
    }
}

} // namespace

ListResultsModel::~ListResultsModel() = default;

void ListResultsModel::setResults(std::shared_ptr<const ListResults> results)
{
    beginResetModel();
    ++m_generation;
    m_shown = {};
    m_reader.reset();
    m_results = std::move(results);
    m_filter = {};
    m_sortColumn = Line;
    m_sortOrder = Qt::AscendingOrder;
    if (m_results) {
        m_reader.emplace(m_results->file());
        m_shown.resize(m_results->size());
        std::iota(m_shown.begin(), m_shown.end(), 0U);
    }
    endResetModel();
}

void ListResultsModel::setFilter(const ListFilter &filter)
{
    if (!m_results || m_filter == filter) {
        return;
    }
    m_filter = filter;
    const auto &outcomes = m_results->outcomes();
    std::vector<bool> wanted(outcomes.size());
    for (std::size_t id = 0; id < outcomes.size(); ++id) {
        wanted[id] =
            (!filter.kind || outcomes[id].kind == *filter.kind) &&
            (filter.outcomes.isEmpty() || filter.outcomes.contains(static_cast<bulk::OutcomeId>(id)));
    }
    show(m_results->find(wanted, filter.text));
    if (m_sortColumn != Line || m_sortOrder != Qt::AscendingOrder) {
        startSorting();
    }
}

void ListResultsModel::show(std::vector<quint32> rows)
{
    beginResetModel();
    ++m_generation;
    m_shown = std::move(rows);
    endResetModel();
}

int ListResultsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ListResultsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ListResultsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const quint32 row = sourceRow(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(row, static_cast<Column>(index.column()));
    case Qt::AccessibleTextRole:
        return text(row, static_cast<Column>(index.column()));
    case KindRole:
        return static_cast<int>(m_results->outcome(row).kind);
    default:
        return {};
    }
}

QString ListResultsModel::text(quint32 row, Column column) const
{
    const bulk::Outcome &outcome = m_results->outcome(row);
    switch (column) {
    case Line:
        return QString::number(m_results->line(row));
    case Id: {
        const ListRowText read = m_results->text(row, *m_reader);
        return read.id.isEmpty() ? read.email : read.id;
    }
    case Verdict:
        return kindText(outcome.kind);
    case Cause:
        return bulk::explanation(outcome, translated);
    case Version:
        return outcome.keyVersion ? QString::number(*outcome.keyVersion) : QString();
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ListResultsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Line:
        return tr("Line");
    case Id:
        return tr("Customer");
    case Verdict:
        return tr("Verdict");
    case Cause:
        return tr("Cause");
    case Version:
        return tr("Key version");
    default:
        return {};
    }
}

void ListResultsModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column < 0 ? Line : static_cast<Column>(column);
    m_sortOrder = column < 0 ? Qt::AscendingOrder : order;
    if (m_results) {
        startSorting();
    }
}

void ListResultsModel::startSorting()
{
    const int generation = ++m_generation;
    QThreadPool::globalInstance()->start([model = QPointer<ListResultsModel>(this), rows = m_shown,
                                          results = m_results, column = m_sortColumn, order = m_sortOrder,
                                          generation]() mutable {
        sortRows(rows, *results, column, order);
        results.reset(); // a page that closed meanwhile keeps nothing
        auto shown = std::make_shared<std::vector<quint32>>(std::move(rows));
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [model, shown, generation] {
                if (model && model->m_generation == generation) {
                    model->show(std::move(*shown));
                    Q_EMIT model->sorted();
                }
            },
            Qt::QueuedConnection);
    });
}

} // namespace countersign::ui
