#include "ui/window/languages.h"
#include "ui/window/statusline.h"

#include <QLabel>
#include <QLocale>
#include <QStatusBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;

class LanguagesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void countsHaveTheirPlural_data();
    void countsHaveTheirPlural();
};

void LanguagesTest::initTestCase()
{
    QLocale::setDefault(
        QLocale(QLocale::English, QLocale::UnitedKingdom)); // numbers are grouped as the person is used to
    ui::installTranslations();
}

void LanguagesTest::countsHaveTheirPlural_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0 << u"0 properties · 0 key versions"_s;
    QTest::newRow("one") << 1 << u"1 property · 1 key version"_s;
    QTest::newRow("several") << 2 << u"2 properties · 2 key versions"_s;
    QTest::newRow("many") << 10000 << u"10,000 properties · 10,000 key versions"_s;
}

void LanguagesTest::countsHaveTheirPlural()
{
    QFETCH(const int, count);
    QFETCH(const QString, text);
    QStatusBar bar;
    ui::StatusLine line(&bar);
    line.showCounts(count, count);
    QCOMPARE(bar.findChild<QLabel *>()->text(), text);
}

QTEST_MAIN(LanguagesTest)
#include "tst_languages.moc"
