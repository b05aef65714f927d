#pragma once

#include "ui/widgets/themecolors.h"

#include <QObject>
#include <QPalette>

class QApplication;

namespace countersign::ui {

enum class ThemeChoice { System, Light, Dark };

QString themeName(ThemeChoice choice);       ///< "system", "light", "dark": for settings and --theme
ThemeChoice themeNamed(const QString &name); ///< System for anything else

/// Dresses the whole application: Fusion, a palette and one style sheet, all from the same colours.
class Theme final : public QObject
{
    Q_OBJECT

public:
    /// Remembers the system's palette, so that it must be made before anything else sets one.
    explicit Theme(QApplication &application);

    ThemeChoice choice() const { return m_choice; }
    bool isDark() const;
    void setChoice(ThemeChoice choice);

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();

    QApplication &m_application;
    ThemeChoice m_choice = ThemeChoice::System;
    bool m_systemIsDark = false;
    bool m_applying = false;
};

QPalette paletteFor(const ThemeColors &colors);
/// resources/themes/countersign.qss with its @colours@ put in.
QString styleSheetFor(const ThemeColors &colors);

} // namespace countersign::ui
