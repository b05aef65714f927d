#include "ui/widgets/monogram.h"

#include <QPainter>

namespace countersign::ui {

namespace {

constexpr int side = 30;

} // namespace

void paintMonogram(QPainter *painter, const QRect &rect, const QString &letters, const QColor &color,
                   const QFont &font)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color.isValid() ? color : QColor(Qt::darkGray));
    painter->drawRoundedRect(rect, 6, 6);
    QFont bold = font;
    bold.setPointSizeF(font.pointSizeF() * 0.9);
    bold.setWeight(QFont::Bold);
    painter->setFont(bold);
    painter->setPen(Qt::white);
    painter->drawText(rect, Qt::AlignCenter, letters);
    painter->restore();
}

Monogram::Monogram(const QString &letters, const QColor &color, QWidget *parent)
    : QLabel(letters, parent)
    , m_color(color)
{
    setFixedSize(side, side);
}

void Monogram::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintMonogram(&painter, rect(), text(), m_color, font());
}

} // namespace countersign::ui
