#include "ui/widgets/monospacefont.h"

#include <QApplication>
#include <QFontDatabase>

namespace countersign::ui {

QFont monospaceFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setStyleHint(QFont::Monospace);
    font.setPointSizeF(QApplication::font().pointSizeF() * 0.95);
    return font;
}

} // namespace countersign::ui
