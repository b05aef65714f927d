#pragma once

#include <QColor>

class QPalette;

namespace countersign::ui {

/// The colours of one theme. A pair of a strong colour and its soft background always reads at 4.5 to 1.
struct ThemeColors
{
    QColor window, panel, sidebar;
    QColor code;  ///< behind code, tokens and keys
    QColor hover; ///< a control under the pointer
    QColor text, muted, line;
    QColor accent, accentSoft, onAccent;
    QColor good, goodSoft;
    QColor attention, attentionSoft;
    QColor bad, badSoft;
    QColor tokenHeader, tokenClaims, tokenSignature;
};

const ThemeColors &lightColors();
const ThemeColors &darkColors();
/// The theme a widget is shown in, told by its palette's window colour.
const ThemeColors &themeColors(const QPalette &palette);

} // namespace countersign::ui
