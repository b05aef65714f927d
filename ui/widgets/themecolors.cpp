#include "ui/widgets/themecolors.h"

#include <QPalette>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

QColor color(QLatin1StringView name)
{
    return QColor(QString(name));
}

ThemeColors makeLight()
{
    return {.window = color("#f6f7f9"_L1),
            .panel = color("#ffffff"_L1),
            .sidebar = color("#eef0f4"_L1),
            .code = color("#f3f4f8"_L1),
            .hover = color("#f0f3f8"_L1),
            .text = color("#1b2230"_L1),
            .muted = color("#5d6679"_L1),
            .line = color("#dfe3ea"_L1),
            .accent = color("#2563e0"_L1),
            .accentSoft = color("#e8f0fe"_L1),
            .onAccent = color("#ffffff"_L1),
            .good = color("#137a4b"_L1),
            .goodSoft = color("#e1f5ea"_L1),
            .attention = color("#8a5a00"_L1),
            .attentionSoft = color("#fdf0d2"_L1),
            .bad = color("#b3261e"_L1),
            .badSoft = color("#fde8e6"_L1),
            .tokenHeader = color("#9b2c8a"_L1),
            .tokenClaims = color("#1f5fbf"_L1),
            .tokenSignature = color("#0b7053"_L1)};
}

ThemeColors makeDark()
{
    return {.window = color("#15181e"_L1),
            .panel = color("#1c2028"_L1),
            .sidebar = color("#181b22"_L1),
            .code = color("#15181e"_L1),
            .hover = color("#252a34"_L1),
            .text = color("#e8ebf1"_L1),
            .muted = color("#98a2b3"_L1),
            .line = color("#2b313c"_L1),
            .accent = color("#6ea2ff"_L1),
            .accentSoft = color("#223152"_L1),
            .onAccent = color("#0c1322"_L1),
            .good = color("#5fd39b"_L1),
            .goodSoft = color("#16342a"_L1),
            .attention = color("#f2c063"_L1),
            .attentionSoft = color("#3a2d12"_L1),
            .bad = color("#ff8f87"_L1),
            .badSoft = color("#3f1f20"_L1),
            .tokenHeader = color("#e58bd6"_L1),
            .tokenClaims = color("#86b4ff"_L1),
            .tokenSignature = color("#6fd6b3"_L1)};
}

} // namespace

const ThemeColors &lightColors()
{
    static const ThemeColors colors = makeLight();
    return colors;
}

const ThemeColors &darkColors()
{
    static const ThemeColors colors = makeDark();
    return colors;
}

const ThemeColors &themeColors(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? darkColors() : lightColors();
}

} // namespace countersign::ui
