#pragma once

#include "ui/widgets/styling.h"

namespace countersign::ui {

/// A dot and the word that says the same.
class StatusLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit StatusLabel(const QString &text = {}, Tone tone = Tone::Neutral, QWidget *parent = nullptr);

    void set(const QString &text, Tone tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
};

/// Draws the dot at the left of `rect`, for labels and item delegates alike, and returns what is left for the
/// word.
QRect paintStatusDot(QPainter *painter, const QRect &rect, const QColor &color);

} // namespace countersign::ui
