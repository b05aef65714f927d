#include "ui/widgets/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QFont>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>

#include <array>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

bool systemIsDark(const QPalette &palette)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
        scheme != Qt::ColorScheme::Unknown) {
        return scheme == Qt::ColorScheme::Dark;
    }
#endif
    return isDarkPalette(palette);
}

QString styleSheetTemplate()
{
    QFile file(u":/themes/countersign.qss"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

QString themeName(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return u"light"_s;
    case ThemeChoice::Dark:
        return u"dark"_s;
    case ThemeChoice::System:
        break;
    }
    return u"system"_s;
}

ThemeChoice themeNamed(const QString &name)
{
    if (name == "light"_L1) {
        return ThemeChoice::Light;
    }
    return name == "dark"_L1 ? ThemeChoice::Dark : ThemeChoice::System;
}

Theme::Theme(QApplication &application)
    : QObject(&application)
    , m_application(application)
    , m_systemIsDark(systemIsDark(QApplication::palette()))
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    m_application.installEventFilter(this);
    apply();
}

bool Theme::isDark() const
{
    return m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_systemIsDark);
}

void Theme::setChoice(ThemeChoice choice)
{
    if (choice == m_choice) {
        return;
    }
    const bool wasDark = isDark();
    m_choice = choice;
    if (isDark() != wasDark) {
        apply();
    }
}

void Theme::apply()
{
    m_applying = true;
    const ThemeColors &colors = isDark() ? darkColors() : lightColors();
    QApplication::setPalette(paletteFor(colors));
    m_application.setStyleSheet(styleSheetFor(colors));
    m_applying = false;
    Q_EMIT changed();
}

// The system's change of mind arrives as a palette or theme change at the application object.
bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_application && event->type() == QEvent::ThemeChange && !m_applying) {
        m_systemIsDark = systemIsDark(m_application.style()->standardPalette());
        apply();
    }
    return QObject::eventFilter(watched, event);
}

QPalette paletteFor(const ThemeColors &colors)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colors.window);
    palette.setColor(QPalette::WindowText, colors.text);
    palette.setColor(QPalette::Base, colors.panel);
    palette.setColor(QPalette::AlternateBase, colors.code);
    palette.setColor(QPalette::Text, colors.text);
    palette.setColor(QPalette::Button, colors.panel);
    palette.setColor(QPalette::ButtonText, colors.text);
    palette.setColor(QPalette::BrightText, colors.bad);
    palette.setColor(QPalette::ToolTipBase, colors.panel);
    palette.setColor(QPalette::ToolTipText, colors.text);
    palette.setColor(QPalette::PlaceholderText, colors.muted);
    palette.setColor(QPalette::Highlight, colors.accent);
    palette.setColor(QPalette::HighlightedText, colors.onAccent);
    palette.setColor(QPalette::Link, colors.accent);
    palette.setColor(QPalette::LinkVisited, colors.accent);
    palette.setColor(QPalette::Light, colors.panel);
    palette.setColor(QPalette::Midlight, colors.hover);
    palette.setColor(QPalette::Mid, colors.line);
    palette.setColor(QPalette::Dark, colors.line);
    palette.setColor(QPalette::Shadow, colors.line);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, colors.muted);
    }
    return palette;
}

QString styleSheetFor(const ThemeColors &colors)
{
    static const QString sheet = styleSheetTemplate();
    const std::array<std::pair<QLatin1StringView, QColor>, 16> tokens = {{
        {"@window@"_L1, colors.window},
        {"@panel@"_L1, colors.panel},
        {"@sidebar@"_L1, colors.sidebar},
        {"@code@"_L1, colors.code},
        {"@hover@"_L1, colors.hover},
        {"@text@"_L1, colors.text},
        {"@muted@"_L1, colors.muted},
        {"@line@"_L1, colors.line},
        {"@accent@"_L1, colors.accent},
        {"@accentSoft@"_L1, colors.accentSoft},
        {"@onAccent@"_L1, colors.onAccent},
        {"@good@"_L1, colors.good},
        {"@goodSoft@"_L1, colors.goodSoft},
        {"@attention@"_L1, colors.attention},
        {"@attentionSoft@"_L1, colors.attentionSoft},
        {"@bad@"_L1, colors.bad},
    }};
    QString result = sheet;
    for (const auto &[token, value] : tokens) {
        result.replace(token, value.name());
    }
    // Relative to the system's own font size, which a person may have made larger.
    const qreal points = QApplication::font().pointSizeF();
    const auto size = [points](qreal factor) { return QString::number(points * factor, 'f', 1) + "pt"_L1; };
    result.replace("@fontTitle@"_L1, size(1.5));
    result.replace("@fontHeading@"_L1, size(1.2));
    result.replace("@fontSmall@"_L1, size(0.92));
    result.replace("@fontSection@"_L1, size(0.85));
    result.replace("@tokenSignature@"_L1, colors.tokenSignature.name());
    result.replace("@badSoft@"_L1, colors.badSoft.name());
    result.replace("@tokenHeader@"_L1, colors.tokenHeader.name());
    result.replace("@tokenClaims@"_L1, colors.tokenClaims.name());
    result.replace("@theme@"_L1, &colors == &darkColors() ? "dark"_L1 : "light"_L1);
    return result;
}

} // namespace countersign::ui
