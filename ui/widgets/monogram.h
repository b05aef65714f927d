#pragma once

#include <QLabel>

namespace countersign::ui {

/// The square with two letters that stands for a vendor. The words beside it say the same.
void paintMonogram(QPainter *painter, const QRect &rect, const QString &letters, const QColor &color,
                   const QFont &font);

class Monogram final : public QLabel
{
    Q_OBJECT

public:
    Monogram(const QString &letters, const QColor &color, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_color;
};

} // namespace countersign::ui
