#pragma once

#include "core/keys/keyset.h"

#include <QAbstractTableModel>

namespace countersign::ui {

/// The versions of one property's key, newest first. Shows what is known about them, never a key.
class KeyVersionsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Version, Status, Kind, Fingerprint, Made, Used, Actions, ColumnCount };
    enum Role {
        StatusRole = Qt::UserRole + 1, ///< keys::KeyStatus as int
        NumberRole,
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setKeys(const keys::KeySet &keys, Timestamp now);
    void clear();
    /// The version in that row; nullptr when there is none.
    const keys::KeyVersion *versionAt(int row) const;
    int rowOf(int number) const; ///< -1 when there is no such version

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const keys::KeyVersion &version, Column column) const;
    QString toolTip(const keys::KeyVersion &version, Column column) const;

    QList<keys::KeyVersion> m_versions; ///< newest first
    Timestamp m_now{};
};

} // namespace countersign::ui
