#pragma once

#include "core/base/bytes.h"

#include <QFont>
#include <QPointF>

class QColor;
class QPainter;

namespace countersign::ui {

/// Draws UTF-8 text glyph by glyph, so that no QString of a secret is ever made. Returns its width.
qreal paintSecretText(QPainter &painter, QPointF baseline, const QFont &font, const QColor &color,
                      ByteView utf8);
qreal secretTextWidth(const QFont &font, ByteView utf8);

/// One dot a character, `step` apart: says how much was typed and nothing more.
void paintSecretDots(QPainter &painter, QPointF leftCenter, qreal step, const QColor &color, int count);

} // namespace countersign::ui
