#include "ui/widgets/statuslabel.h"

#include <QPainter>

namespace countersign::ui {

namespace {

constexpr int dotSize = 8;
constexpr int dotGap = 8;

} // namespace

QRect paintStatusDot(QPainter *painter, const QRect &rect, const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawEllipse(QRectF(rect.left(), rect.center().y() - dotSize / 2 + 1, dotSize, dotSize));
    painter->restore();
    return rect.adjusted(dotSize + dotGap, 0, 0, 0);
}

StatusLabel::StatusLabel(const QString &text, Tone tone, QWidget *parent)
    : QLabel(text, parent)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setContentsMargins(dotSize + dotGap, 0, 0, 0);
}

void StatusLabel::set(const QString &text, Tone tone)
{
    m_tone = tone;
    setText(text);
    update();
}

void StatusLabel::paintEvent(QPaintEvent *event)
{
    QLabel::paintEvent(event);
    QPainter painter(this);
    paintStatusDot(&painter, rect(), toneColor(m_tone, palette()));
}

} // namespace countersign::ui
