#include "ui/window/propertydelegate.h"

#include "core/recipes/property.h"
#include "ui/models/propertylistmodel.h"
#include "ui/widgets/monogram.h"
#include "ui/widgets/themecolors.h"

#include <QPainter>

namespace countersign::ui {

namespace {

constexpr int tileSide = 30;
constexpr int gap = 10;

QFont smallFont(const QFont &font)
{
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.9);
    return small;
}

} // namespace

QSize PropertyDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int lines = QFontMetrics(option.font).height() + QFontMetrics(smallFont(option.font)).height();
    return {200, std::max(tileSide, lines) + 14};
}

void PropertyDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const ThemeColors &colors = themeColors(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect.adjusted(0, 1, 0, -1);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || (option.state & QStyle::State_MouseOver)) {
        painter->setPen(selected && (option.state & QStyle::State_HasFocus) ? QPen(colors.accent)
                                                                            : QPen(Qt::NoPen));
        painter->setBrush(selected ? colors.accentSoft : colors.hover);
        painter->drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    const QRect tile(row.left() + 8, row.center().y() - tileSide / 2 + 1, tileSide, tileSide);
    paintMonogram(painter, tile, index.data(PropertyListModel::MonogramRole).toString(),
                  QColor(index.data(PropertyListModel::ColorRole).toString()), option.font);

    const int right = paintBadge(painter, row, option, index);
    const int left = tile.right() + gap;
    QFont name = option.font;
    name.setWeight(QFont::Medium);
    const QFontMetrics nameMetrics(name);
    const QFontMetrics smallMetrics(smallFont(option.font));
    const int top = row.top() + (row.height() - nameMetrics.height() - smallMetrics.height()) / 2;
    painter->setFont(name);
    painter->setPen(colors.text);
    painter->drawText(QRect(left, top, right - left, nameMetrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                      nameMetrics.elidedText(index.data().toString(), Qt::ElideRight, right - left));
    painter->setFont(smallFont(option.font));
    painter->setPen(colors.muted);
    painter->drawText(QRect(left, top + nameMetrics.height(), right - left, smallMetrics.height()),
                      Qt::AlignLeft | Qt::AlignVCenter,
                      smallMetrics.elidedText(index.data(PropertyListModel::SubtitleRole).toString(),
                                              Qt::ElideRight, right - left));
    painter->restore();
}

// Returns where the text must end.
int PropertyDelegate::paintBadge(QPainter *painter, const QRect &row, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    const QString text = index.data(PropertyListModel::BadgeRole).toString();
    if (text.isEmpty()) {
        return row.right() - 8;
    }
    const ThemeColors &colors = themeColors(option.palette);
    const bool isBad =
        recipes::Attention(index.data(PropertyListModel::AttentionRole).toInt()) == recipes::Attention::NoKey;
    const QFont font = smallFont(option.font);
    const QFontMetrics metrics(font);
    const int width = metrics.horizontalAdvance(text) + 18;
    const int height = metrics.height() + 4;
    const QRect badge(row.right() - 8 - width, row.center().y() - height / 2 + 1, width, height);
    painter->setPen(Qt::NoPen);
    painter->setBrush(isBad ? colors.badSoft : colors.attentionSoft);
    painter->drawRoundedRect(badge, height / 2.0, height / 2.0);
    painter->setFont(font);
    painter->setPen(isBad ? colors.bad : colors.attention);
    painter->drawText(badge, Qt::AlignCenter, text);
    return badge.left() - gap;
}

} // namespace countersign::ui
