#pragma once

#include "ui/models/listresults.h"

#include <QAbstractTableModel>

#include <optional>

namespace countersign::ui {

/// Which rows of a list are shown; what is left empty does not narrow.
struct ListFilter
{
    std::optional<bulk::RowKind> kind;
    QList<bulk::OutcomeId> outcomes; ///< of one cause
    QString text;                    ///< of id or e-mail

    bool operator==(const ListFilter &) const = default;
};

/// The rows of a verified list as a table. Filtering goes over small numbers and is done at once; sorting is
/// done on another thread and shows when it is ready.
class ListResultsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Line, Id, Verdict, Cause, Version, ColumnCount };
    static constexpr int KindRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;
    ~ListResultsModel() override;

    /// Null for none.
    void setResults(std::shared_ptr<const ListResults> results);
    const std::shared_ptr<const ListResults> &results() const { return m_results; }
    void setFilter(const ListFilter &filter);
    /// The row of the list that a row of the table shows.
    quint32 sourceRow(int row) const { return m_shown[static_cast<std::size_t>(row)]; }
    /// The rows shown, in their order, for exporting them.
    const std::vector<quint32> &shownRows() const { return m_shown; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void sorted();

private:
    QString text(quint32 row, Column column) const;
    void show(std::vector<quint32> rows);
    void startSorting();

    std::shared_ptr<const ListResults> m_results;
    std::optional<ListRowReader> m_reader;
    std::vector<quint32> m_shown;
    ListFilter m_filter;
    Column m_sortColumn = Line;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    int m_generation = 0; ///< raised by whatever makes a sort under way useless
};

} // namespace countersign::ui
