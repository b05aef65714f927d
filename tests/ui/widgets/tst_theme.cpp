#include "ui/widgets/theme.h"

#include <QApplication>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace countersign::ui;

namespace {

// WCAG 2.1, relative luminance and contrast ratio.
double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) +
           0.0722 * channel(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

using Pairs = QList<std::tuple<const char *, QColor, QColor>>;

Pairs textPairs(const ThemeColors &c)
{
    Pairs pairs = {
        {"accent on soft", c.accent, c.accentSoft}, {"on accent", c.onAccent, c.accent},
        {"good on soft", c.good, c.goodSoft},       {"attention on soft", c.attention, c.attentionSoft},
        {"bad on soft", c.bad, c.badSoft},          {"muted on selection", c.muted, c.accentSoft},
        {"text on selection", c.text, c.accentSoft}};
    for (const auto &[name, ground] : {std::pair{"window", c.window},
                                       {"panel", c.panel},
                                       {"sidebar", c.sidebar},
                                       {"code", c.code},
                                       {"hover", c.hover}}) {
        for (const QColor &text : {c.text, c.muted, c.accent, c.good, c.attention, c.bad}) {
            pairs.append({name, text, ground});
        }
    }
    for (const QColor &ground : {c.code, c.panel}) {
        for (const QColor &text : {c.tokenHeader, c.tokenClaims, c.tokenSignature}) {
            pairs.append({"token", text, ground});
        }
    }
    for (const QColor &ground : {c.goodSoft, c.attentionSoft, c.badSoft}) {
        pairs.append({"text on a banner", c.text, ground});
        pairs.append({"muted on a banner", c.muted, ground});
    }
    return pairs;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextReadsAtFourAndAHalfToOne_data();
    void everyTextReadsAtFourAndAHalfToOne();
    void styleSheetHasNoTokenLeft();
    void paletteTellsTheThemeApart();
    void choiceSurvivesItsName_data();
    void choiceSurvivesItsName();
    void choosingDarkDressesTheApplication();
};

void TestTheme::everyTextReadsAtFourAndAHalfToOne_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestTheme::everyTextReadsAtFourAndAHalfToOne()
{
    QFETCH(const bool, dark);
    for (const auto &[name, text, ground] : textPairs(dark ? darkColors() : lightColors())) {
        const double ratio = contrast(text, ground);
        QVERIFY2(ratio >= 4.5, qPrintable(u"%1: %2 on %3 is %4 to 1"_s
                                              .arg(QLatin1StringView(name), text.name(), ground.name())
                                              .arg(ratio)));
    }
}

void TestTheme::styleSheetHasNoTokenLeft()
{
    for (const ThemeColors *colors : {&lightColors(), &darkColors()}) {
        const QString sheet = styleSheetFor(*colors);
        QVERIFY(sheet.size() > 1000);
        QVERIFY2(!sheet.contains(u'@'), qPrintable(sheet.mid(sheet.indexOf(u'@'), 40)));
    }
}

void TestTheme::paletteTellsTheThemeApart()
{
    QCOMPARE(&themeColors(paletteFor(darkColors())), &darkColors());
    QCOMPARE(&themeColors(paletteFor(lightColors())), &lightColors());
}

void TestTheme::choiceSurvivesItsName_data()
{
    QTest::addColumn<int>("choice");
    for (const ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark}) {
        QTest::newRow(qPrintable(themeName(choice))) << int(choice);
    }
}

void TestTheme::choiceSurvivesItsName()
{
    QFETCH(const int, choice);
    QCOMPARE(int(themeNamed(themeName(ThemeChoice(choice)))), choice);
}

void TestTheme::choosingDarkDressesTheApplication()
{
    Theme theme(*qApp);
    theme.setChoice(ThemeChoice::Dark);
    QVERIFY(theme.isDark());
    QCOMPARE(qApp->palette().color(QPalette::Window), darkColors().window);
    theme.setChoice(ThemeChoice::Light);
    QCOMPARE(qApp->palette().color(QPalette::Window), lightColors().window);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
