#pragma once

#include "core/vault/activity.h"

#include <QAbstractTableModel>

#include <optional>

namespace countersign::ui {

/// Which entries are wanted.
struct ActivityChoice
{
    QString search; ///< anywhere in what is shown
    std::optional<vault::ActivityKind> kind;

    bool admits(const vault::ActivityEntry &entry) const;
    bool operator==(const ActivityChoice &) const = default;
};

/// What was done, newest first, narrowed by a choice.
class ActivityModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, What, Property, Version, Who, Detail, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setEntries(QList<vault::ActivityEntry> entries, Timestamp now);
    void setChoice(const ActivityChoice &choice);
    const ActivityChoice &choice() const { return m_choice; }
    int total() const { return int(m_entries.size()); }
    /// Those that occur, whatever is chosen, in the order of the enumeration.
    QList<vault::ActivityKind> kinds() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refilter();

    QList<vault::ActivityEntry> m_entries;
    QList<qsizetype> m_shown; ///< indexes into m_entries
    ActivityChoice m_choice;
    Timestamp m_now{};
};

} // namespace countersign::ui
