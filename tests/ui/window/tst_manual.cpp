#include "ui/window/manualtext.h"
#include "ui/window/manualwindow.h"

#include <QDir>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;

class ManualTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChapterOpens_data();
    void everyChapterOpens();
    void linksAndBackLeadThroughTheChapters();
    void picturesFitTheWindow();
};

void ManualTest::everyChapterOpens_data()
{
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(u":/manual"_s).entryList({u"*.md"_s}, QDir::Files);
    QVERIFY(files.contains("index.md"_L1));
    for (const QString &file : files) {
        QTest::newRow(qPrintable(file)) << file.chopped(3);
    }
}

void ManualTest::everyChapterOpens()
{
    QFETCH(const QString, name);
    ui::ManualWindow window;
    window.showChapter(name);
    const QString text = window.findChild<ui::ManualText *>()->toPlainText();
    QVERIFY(text.size() > 200);
    QVERIFY2(window.windowTitle().startsWith(text.section(u'\n', 0, 0)), qPrintable(window.windowTitle()));
}

void ManualTest::linksAndBackLeadThroughTheChapters()
{
    ui::ManualWindow window;
    window.showChapter(u"index"_s);
    auto *text = window.findChild<ui::ManualText *>();
    auto *back = window.findChild<QPushButton *>(u"manualBack"_s);
    QVERIFY(!back->isEnabled());
    const QUrl index = text->source();
    text->setSource(index.resolved(QUrl(u"getting-started.md"_s))); // as a click on the link does
    QCOMPARE(text->source(), QUrl(u"qrc:/manual/getting-started.md"_s));
    QVERIFY(text->toPlainText().startsWith("Getting started"_L1));
    back->click();
    QCOMPARE(text->source(), index);
}

void ManualTest::picturesFitTheWindow()
{
    ui::ManualWindow window;
    window.resize(500, 400);
    window.show();
    window.showChapter(u"getting-started"_s);
    auto *text = window.findChild<ui::ManualText *>();
    const auto image = text->loadResource(QTextDocument::ImageResource, QUrl(u"pictures/overview.png"_s));
    QVERIFY(image.canConvert<QImage>() && !image.value<QImage>().isNull());
    QVERIFY(image.value<QImage>().width() <= text->viewport()->width());
}

QTEST_MAIN(ManualTest)
#include "tst_manual.moc"
