#pragma once

#include <QStyledItemDelegate>

namespace countersign::ui {

/// A property in the list: the vendor's letters, the name, where it runs, and a quiet badge.
class PropertyDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    static int paintBadge(QPainter *painter, const QRect &row, const QStyleOptionViewItem &option,
                          const QModelIndex &index);
};

} // namespace countersign::ui
