#include "ui/widgets/codeview.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/themecolors.h"
#include "ui/widgets/tokenhighlighter.h"
#include "ui/widgets/tokenview.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace Qt::StringLiterals;
using namespace countersign::ui;

namespace {

QColor colorAt(const QTextDocument &document, int position)
{
    const QTextBlock block = document.findBlock(position);
    for (const auto &range : block.layout()->formats()) {
        const int inBlock = position - block.position();
        if (inBlock >= range.start && inBlock < range.start + range.length) {
            return range.format.foreground().color();
        }
    }
    return {};
}

} // namespace

class TestTextViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsOfATokenHaveTheirColours_data();
    void partsOfATokenHaveTheirColours();
    void hashHasNoParts();
    void megabyteIsCutAndShownAtOnce();
    void codeViewGrowsWithItsTextUpToItsLimit();
};

void TestTextViews::partsOfATokenHaveTheirColours_data()
{
    QTest::addColumn<QString>("token");
    QTest::newRow("one line") << u"eyJhbGci.eyJqdGki.c2lnbmVk"_s;
    QTest::newRow("broken over lines") << u"eyJhb\nGci.eyJqd\nGki.c2ln\nbmVk"_s;
}

void TestTextViews::partsOfATokenHaveTheirColours()
{
    QFETCH(const QString, token);
    TokenView view;
    view.setToken(token);
    const QTextDocument &document = *view.findChild<CodeView *>()->document();
    const ThemeColors &colors = themeColors(view.palette());
    const int first = int(token.indexOf(u'.'));
    const int second = int(token.lastIndexOf(u'.'));
    QCOMPARE(colorAt(document, 0), colors.tokenHeader);
    QCOMPARE(colorAt(document, first - 1), colors.tokenHeader);
    QCOMPARE(colorAt(document, first + 1), colors.tokenClaims);
    QCOMPARE(colorAt(document, second - 1), colors.tokenClaims);
    QCOMPARE(colorAt(document, second + 1), colors.tokenSignature);
    QCOMPARE(colorAt(document, int(token.size()) - 1), colors.tokenSignature);
}

void TestTextViews::hashHasNoParts()
{
    QVERIFY(!TokenHighlighter::looksLikeToken(u"988eb0ea39d60e4c"));
    QVERIFY(!TokenHighlighter::looksLikeToken(u"mia.b.c@example.com"));
    QVERIFY(TokenHighlighter::looksLikeToken(u"eyJhbGci.eyJqdGki."));
}

void TestTextViews::megabyteIsCutAndShownAtOnce()
{
    TokenView view;
    view.resize(400, 200);
    view.show();
    QElapsedTimer timer;
    timer.start();
    view.setToken(QString(1 << 20, u'x'));
    view.grab();
    QCOMPARE(view.shownText().size(), TokenView::maximumShown);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

void TestTextViews::codeViewGrowsWithItsTextUpToItsLimit()
{
    CodeView view;
    view.fitToContent(1, 5);
    view.setText(u"one"_s);
    const int one = view.height();
    view.setText(u"1\n2\n3"_s);
    const int three = view.height();
    view.setText(u"1\n2\n3\n4\n5\n6\n7\n8"_s);
    QVERIFY(one < three);
    QVERIFY(three < view.height());
    QVERIFY(view.height() < three * 2);
}

QTEST_MAIN(TestTextViews)
#include "tst_textviews.moc"
