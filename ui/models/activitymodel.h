#pragma once

#include "core/vault/activity.h"

#include <QAbstractTableModel>

namespace countersign::ui {

/// What was done, newest first, narrowed by a search text.
class ActivityModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, What, Version, Who, Detail, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setEntries(QList<vault::ActivityEntry> entries, Timestamp now);
    void setSearch(const QString &text);
    int total() const { return int(m_entries.size()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const vault::ActivityEntry &entry, Column column) const;
    bool matches(const vault::ActivityEntry &entry) const;
    void refilter();

    QList<vault::ActivityEntry> m_entries;
    QList<qsizetype> m_shown; ///< indexes into m_entries
    QString m_search;
    Timestamp m_now{};
};

} // namespace countersign::ui
