#pragma once

#include <QIcon>

namespace countersign::ui {

enum class IconTone { Text, Muted, Accent, OnAccent, Good, Attention, Bad };

/// resources/icons/<name>.svg drawn in a colour of the theme in force at the moment of painting. Nothing is
/// read before the first paint.
QIcon themedIcon(const QString &name, IconTone tone = IconTone::Text);
/// The same as a picture, for a label.
QPixmap themedPixmap(const QString &name, int size, IconTone tone, const QWidget *widget);
/// The program's own icon, in its own colours.
QIcon applicationIcon();

} // namespace countersign::ui
