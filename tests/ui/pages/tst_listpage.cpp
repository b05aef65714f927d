#include "tests/ui/pages/pagefixture.h"
#include "ui/models/listresultsmodel.h"
#include "ui/pages/listdrop.h"
#include "ui/pages/listpage.h"
#include "ui/pages/listprogress.h"
#include "ui/pages/listresultview.h"
#include "ui/pages/listsetup.h"

#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageAuthenticationCode>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTableWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::ui;

namespace {

constexpr const char *secret = "0123456789abcdef0123456789abcdef01234567";

QByteArray hmacHex(const QByteArray &message, const QByteArray &key = secret)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256).toHex();
}

/// 60 verified, 30 with the e-mail hashed, 9 in capitals, one malformed.
QByteArray sampleList()
{
    QByteArray list = "user id;name;email;hash\n";
    for (int n = 0; n < 99; ++n) {
        const QByteArray id = "cust-" + QByteArray::number(20400 + n);
        const QByteArray email = "person" + QByteArray::number(n) + "@example.com";
        const QByteArray hash = n < 60 ? hmacHex(id) : n < 90 ? hmacHex(email) : hmacHex(id).toUpper();
        list += id + ";Person " + QByteArray::number(n) + ';' + email + ';' + hash + '\n';
    }
    return list + "cust-20999;\"never closed\n";
}

} // namespace

/// A list checked as a person would.
class TestListPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void sumsUpByCauseAndNarrows();
    void headingsOfThePreviewAreWhole();
    void asksForTheColumnItCannotFind();
    void saysWhatIsNoList();
    void exportsTheRowsShownWithoutHashes();
    void namesAnotherPropertyBesideADamagedOne();
    void keepsItsInvitationWhenAFileIsDraggedAway();
    void forgetsTheListWithItsProperty();
    void forgetsTheListWhenItIsLocked();
    void looksRight();

private:
    template<typename Widget>
    Widget *child(const char *name) const
    {
        return m_page->findChild<Widget *>(QString::fromLatin1(name));
    }
    ListResultsModel *model() const { return m_page->findChild<ListResultsModel *>(); }
    QString write(const QString &name, const QByteArray &content) const;
    void verify(const QByteArray &list);

    std::unique_ptr<PageFixture> m_fixture;
    recipes::Property m_property;
    std::unique_ptr<ListPage> m_page;
};

void TestListPage::initTestCase()
{
    m_fixture = std::make_unique<PageFixture>();
    m_property = m_fixture->add(u"tawk-to"_s, u"Shop EU"_s, secret);
    m_page = std::make_unique<ListPage>(m_fixture->context());
    m_fixture->show(m_page.get(), m_property);
}

void TestListPage::cleanup()
{
    m_page->clear();
    m_page->showProperty(&m_property, &m_fixture->recipe(m_property.recipeId));
}

QString TestListPage::write(const QString &name, const QByteArray &content) const
{
    const QString path = m_fixture->folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
        qFatal("the list was not written");
    }
    return path;
}

void TestListPage::verify(const QByteArray &list)
{
    m_page->open(write(u"customers.csv"_s, list));
    auto *button = child<QPushButton>("verifyList");
    QVERIFY(button->isEnabled());
    button->click();
    QTRY_VERIFY_WITH_TIMEOUT(model()->results() != nullptr, 30000);
}

void TestListPage::sumsUpByCauseAndNarrows()
{
    verify(sampleList());
    QCOMPARE(child<QLabel>("listTotals")->text(), u"100 rows: 60 verified, 39 failed, 1 malformed."_s);
    auto *groups = child<QListWidget>("listGroups");
    QCOMPARE(groups->count(), 4);
    QVERIFY2(groups->item(1)->text().startsWith(
                 u"30 of 39 failures: the e-mail was hashed, not the user id; right for another call"_s),
             qPrintable(groups->item(1)->text()));
    QCOMPARE(model()->rowCount(), 100);
    groups->setCurrentRow(1);
    QCOMPARE(model()->rowCount(), 30);
    QCOMPARE(model()->index(0, ListResultsModel::Id).data().toString(), u"cust-20460"_s);
    QCOMPARE(model()->index(0, ListResultsModel::Line).data().toString(), u"62"_s);
    groups->setCurrentRow(0);
    child<QLineEdit>("listSearch")->setText(u"PERSON95@"_s);
    QTRY_COMPARE(model()->rowCount(), 1);
    QCOMPARE(model()->index(0, ListResultsModel::Id).data().toString(), u"cust-20495"_s);
    QCOMPARE(child<QLabel>("listCount")->text(), u"1 of 100 rows"_s);
}

void TestListPage::headingsOfThePreviewAreWhole()
{
    m_page->open(write(u"customers.csv"_s, "id,hash\n1," + hmacHex("1") + '\n'));
    const auto *rows = child<QTableWidget>("listPreview");
    QCOMPARE(rows->horizontalHeaderItem(0)->text(), u"id\nuser id"_s);
    auto *chosen = child<QComboBox>("listProofColumn");
    chosen->setCurrentIndex(chosen->findData(0)); // a longer word over a narrow column
    QCOMPARE(rows->horizontalHeaderItem(0)->text(), u"id\nhash or token"_s);
    for (int column = 0; column < rows->columnCount(); ++column) {
        QVERIFY(rows->columnWidth(column) >= rows->horizontalHeader()->sectionSizeHint(column));
    }
}

void TestListPage::asksForTheColumnItCannotFind()
{
    m_page->open(write(u"odd.csv"_s, "a,b\nx,y\nz,w\n"));
    QVERIFY(!child<QPushButton>("verifyList")->isEnabled());
    auto *proof = child<QComboBox>("listProofColumn");
    proof->setCurrentIndex(proof->findData(1));
    QVERIFY(child<QPushButton>("verifyList")->isEnabled());
    auto *delimiter = child<QComboBox>("listDelimiter");
    delimiter->setCurrentIndex(delimiter->findData(u";"_s));
    Q_EMIT delimiter->activated(delimiter->currentIndex());
    QCOMPARE(child<QTableWidget>("listPreview")->columnCount(), 1);
    QVERIFY(!child<QPushButton>("verifyList")->isEnabled());
}

void TestListPage::saysWhatIsNoList()
{
    m_page->open(write(u"book.xlsx"_s, "PK\x03\x04 and so on"));
    QVERIFY(!child<QPushButton>("verifyList")->isEnabled());
    const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
    const auto saysSo = [](const QLabel *label) {
        return label->isVisible() && label->text().contains("spreadsheet"_L1);
    };
    QVERIFY(std::ranges::any_of(labels, saysSo));
}

void TestListPage::exportsTheRowsShownWithoutHashes()
{
    verify(sampleList());
    child<QListWidget>("listGroups")->setCurrentRow(2);
    QCOMPARE(model()->rowCount(), 9);
    const QString path = m_fixture->folder.filePath(u"export.csv"_s);
    QSignalSpy exported(m_page.get(), &PropertyPage::messageShown);
    m_page->exportTo(path);
    QTRY_COMPARE(exported.count(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QCOMPARE(content.count('\n'), 10);
    QVERIFY(content.contains("92;cust-20490;person90@example.com;failed;IDV-TAG-UPPERCASE;1;"));
    QVERIFY(!content.toLower().contains(hmacHex("cust-20490")));
}

void TestListPage::namesAnotherPropertyBesideADamagedOne()
{
    m_fixture->add(u"tawk-to"_s, u"Desk"_s, "the secret that is kept for the desk");
    const recipes::Property broken = m_fixture->add(u"tawk-to"_s, u"Broken"_s, "another secret, soon gone");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"editor"_s);
        database.setDatabaseName(m_fixture->folder.filePath(u"test.countersign"_s));
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"DELETE FROM material WHERE owner = '%1'"_s.arg(broken.id)));
        QCOMPARE(query.numRowsAffected(), 1);
    }
    QSqlDatabase::removeDatabase(u"editor"_s);
    verify("id,hash\ncust-1," + hmacHex("cust-1", "the secret that is kept for the desk") + '\n');
    const QString text = child<QListWidget>("listGroups")->item(1)->text();
    QVERIFY2(text.contains(u"the key of another property"_s), qPrintable(text));
}

void TestListPage::keepsItsInvitationWhenAFileIsDraggedAway()
{
    auto *drop = m_page->findChild<ListDrop *>();
    const auto texts = [drop] {
        QStringList shown;
        for (const QLabel *label : drop->findChildren<QLabel *>()) {
            shown.append(label->text());
        }
        return shown;
    };
    const QStringList before = texts();
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(write(u"dragged.csv"_s, "id,hash\n"))});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &file, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(drop, &enter);
    QVERIFY(texts() != before);
    QDragLeaveEvent leave;
    QCoreApplication::sendEvent(drop, &leave);
    QCOMPARE(texts(), before);
}

void TestListPage::forgetsTheListWithItsProperty()
{
    verify(sampleList());
    const recipes::Property other = m_fixture->add(u"tawk-to"_s, u"Shop US"_s, secret);
    m_page->showProperty(&other, &m_fixture->recipe(other.recipeId));
    QVERIFY(!model()->results());
    QCOMPARE(model()->rowCount(), 0);
}

void TestListPage::forgetsTheListWhenItIsLocked()
{
    verify(sampleList());
    const std::weak_ptr<const ListResults> held = model()->results();
    m_page->clear();
    QVERIFY(held.expired());
    QVERIFY(child<QLabel>("listTotals")->text().isEmpty());
    QCOMPARE(child<QTableWidget>("listPreview")->rowCount(), 0);
    QCOMPARE(child<QListWidget>("listGroups")->count(), 0);
}

void TestListPage::looksRight()
{
    m_page->resize(1100, 680);
    saveScreenshots(m_page.get(), u"list-empty"_s);
    m_page->open(write(u"customers.csv"_s, sampleList()));
    saveScreenshots(m_page.get(), u"list-mapped"_s);
    verify(sampleList());
    saveScreenshots(m_page.get(), u"list-done"_s);
    child<QListWidget>("listGroups")->setCurrentRow(1);
    saveScreenshots(m_page.get(), u"list-narrowed"_s);
    ListProgressView progress;
    progress.resize(900, 300);
    progress.start(u"customers.csv"_s, 90'000'000);
    progress.showProgress(451'000, 40'000'000, std::chrono::milliseconds(2100));
    progress.show();
    saveScreenshots(&progress, u"list-running"_s);
}

QTEST_MAIN(TestListPage)
#include "tst_listpage.moc"
