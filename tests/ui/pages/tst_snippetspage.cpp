#include "tests/ui/pages/vendorfixture.h"
#include "ui/pages/snippetspage.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLayout>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::ui;

class TestSnippetsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void listsEverySnippetUnderItsSide();
    void showsTheCodeOfTheChosenOne();
    void copiesTheCode();
    void keepsTheChoiceWhenThePropertyChanges();
    void leadsToTheMissingField();
    void savesOneFile();
    void savesAllToAFolder();
    void saysWhyAllCouldNotBeSaved();
    void emptiesItself();
    void grabsScreenshots();

private:
    void choose(const QString &id);
    QString code() const { return m_page->findChild<QPlainTextEdit *>(u"snippetCode"_s)->toPlainText(); }
    QPushButton *button(const QString &name) const { return m_page->findChild<QPushButton *>(name); }
    QListWidget *list() const { return m_page->findChild<QListWidget *>(u"snippetList"_s); }
    QStringList visibleTexts() const;
    void acceptDialog(const QString &path);

    std::unique_ptr<VendorFixture> m_fixture;
    std::unique_ptr<SnippetsPage> m_page;
};

void TestSnippetsPage::initTestCase()
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    m_fixture = std::make_unique<VendorFixture>();
}

void TestSnippetsPage::init()
{
    m_page = std::make_unique<SnippetsPage>(m_fixture->pages.context());
    m_page->resize(928, 600);
    m_page->show();
}

void TestSnippetsPage::cleanup()
{
    m_page.reset();
}

void TestSnippetsPage::choose(const QString &id)
{
    for (int i = 0; i < list()->count(); ++i) {
        if (list()->item(i)->data(Qt::UserRole) == id) {
            list()->setCurrentRow(i);
        }
    }
}

QStringList TestSnippetsPage::visibleTexts() const
{
    QStringList texts;
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty()) {
            texts.append(label->text());
        }
    }
    return texts;
}

/// What the person does in the dialog, once it is there.
void TestSnippetsPage::acceptDialog(const QString &path)
{
    auto *dialog = m_page->findChild<QFileDialog *>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(path);
    dialog->reject();
    QTRY_VERIFY(!m_page->findChild<QFileDialog *>());
}

void TestSnippetsPage::listsEverySnippetUnderItsSide()
{
    m_fixture->show(*m_page, u"orlo"_s);
    QStringList rows;
    for (int i = 0; i < list()->count(); ++i) {
        rows.append(list()->item(i)->text());
    }
    QCOMPARE(rows, QStringList({u"YOUR SERVER"_s, u"Python"_s, u"Node.js"_s, u"PHP"_s, u"YOUR PAGE"_s,
                                u"Web page (Jinja, Django, Twig)"_s, u"Web page (EJS)"_s, u"Web page (PHP)"_s,
                                u"YOUR APP"_s, u"Mobile URL"_s}));
    QCOMPARE(list()->currentItem()->text(), u"Python"_s);
    QVERIFY(!(list()->item(0)->flags() & Qt::ItemIsSelectable));
}

void TestSnippetsPage::showsTheCodeOfTheChosenOne()
{
    m_fixture->show(*m_page, u"tau"_s);
    QVERIFY(code().contains(u"988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221"));
    choose(u"page-config"_s);
    QVERIFY(code().contains(u"appId: 'APP-1'"));
    QVERIFY(visibleTexts().contains(u"tau-config.html"_s));
    QVERIFY(visibleTexts().contains(m_fixture->recipe(u"tau"_s).snippet(u"page-config")->note));
}

void TestSnippetsPage::copiesTheCode()
{
    m_fixture->show(*m_page, u"tau"_s);
    button(u"copySnippet"_s)->click();
    QCOMPARE(QApplication::clipboard()->text(), code());
}

void TestSnippetsPage::keepsTheChoiceWhenThePropertyChanges()
{
    recipes::Property property = m_fixture->property(u"tau"_s);
    const recipes::Recipe &tau = m_fixture->recipe(u"tau"_s);
    m_page->showProperty(&property, &tau);
    choose(u"page-config"_s);
    property.fields.insert(u"appId"_s, u"APP-2"_s);
    m_page->showProperty(&property, &tau);
    QVERIFY(code().contains(u"appId: 'APP-2'"));
}

void TestSnippetsPage::leadsToTheMissingField()
{
    m_fixture->show(*m_page, u"orlo"_s);
    choose(u"page-web-php"_s);
    QVERIFY(visibleTexts().contains(u"Fill in “Customer data code” of this property first."_s));
    QVERIFY(!button(u"copySnippet"_s)->isEnabled());
    QVERIFY(!button(u"saveSnippet"_s)->isEnabled());
    const QSignalSpy edits(m_page.get(), &PropertyPage::editRequested);
    for (QPushButton *action : m_page->findChildren<QPushButton *>()) {
        if (action->isVisible() && action->text() == u"Edit this property…") {
            action->click();
        }
    }
    QCOMPARE(edits.size(), 1);
    QCOMPARE(edits.first().first().toString(), u"embedCode"_s);
}

void TestSnippetsPage::savesOneFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"mine.py"_s);
    m_fixture->show(*m_page, u"tau"_s);
    const QSignalSpy messages(m_page.get(), &PropertyPage::messageShown);
    button(u"saveSnippet"_s)->click();
    acceptDialog(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), code());
    QCOMPARE(messages.size(), 1);
}

void TestSnippetsPage::savesAllToAFolder()
{
    const QTemporaryDir folder;
    m_fixture->show(*m_page, u"tau"_s);
    button(u"exportSnippets"_s)->click();
    acceptDialog(folder.path());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files, QDir::Name),
             QStringList({u"tau-config.html"_s, u"tau-hash.cjs"_s, u"tau_hash.php"_s, u"tau_hash.py"_s}));
}

void TestSnippetsPage::saysWhyAllCouldNotBeSaved()
{
    const QTemporaryDir folder;
    m_fixture->show(*m_page, u"tau"_s);
    for (int i = 0; i < 2; ++i) {
        button(u"exportSnippets"_s)->click();
        acceptDialog(folder.path());
    }
    QVERIFY(visibleTexts().join(u' ').contains(QDir(folder.path()).filePath(u"tau_hash.py"_s)));
}

void TestSnippetsPage::emptiesItself()
{
    m_fixture->show(*m_page, u"tau"_s);
    m_page->clear();
    QCOMPARE(list()->count(), 0);
    QCOMPARE(code(), QString());
    QVERIFY(!button(u"exportSnippets"_s)->isEnabled());
}

void TestSnippetsPage::grabsScreenshots()
{
    m_page->setAttribute(Qt::WA_StyledBackground);
    m_page->setProperty("surface", u"window"_s);
    m_page->layout()->setContentsMargins(24, 16, 24, 16);
    m_page->resize(976, 620);
    m_fixture->show(*m_page, u"tawk-to"_s);
    saveScreenshots(m_page.get(), u"snippets-tawk-python"_s);
    choose(u"page-login"_s);
    saveScreenshots(m_page.get(), u"snippets-tawk-login"_s);
    m_fixture->show(*m_page, u"tau"_s);
    choose(u"page-config"_s);
    saveScreenshots(m_page.get(), u"snippets-tau-config"_s);
    m_fixture->show(*m_page, u"orlo"_s);
    choose(u"page-web-php"_s);
    saveScreenshots(m_page.get(), u"snippets-orlo-missing"_s);
}

QTEST_MAIN(TestSnippetsPage)
#include "tst_snippetspage.moc"
