#include "pagefixture.h"

#include "ui/models/activitymodel.h"
#include "ui/pages/activitypage.h"
#include "ui/widgets/messagebanner.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::ui;

namespace {

/// The sentence of the page's banner and what stands under it.
QString bannerText(const ActivityPage &page)
{
    QStringList texts;
    for (const QLabel *label : page.findChild<MessageBanner *>()->findChildren<QLabel *>()) {
        texts << label->text();
    }
    return texts.join(u'\n');
}

} // namespace

class ActivityPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelKeepsItsPromises();
    void listsWhatWasDoneNewestFirst();
    void showsTheWholeVaultWhenAsked();
    void exportsAllThatIsChosen_data();
    void exportsAllThatIsChosen();
    void saysThatNothingWasChanged();
    void namesWhatWasChanged();
};

void ActivityPageTest::modelKeepsItsPromises()
{
    ActivityModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    vault::ActivityEntry rotated;
    rotated.kind = vault::ActivityKind::KeyRotated;
    rotated.keyVersion = 2;
    vault::ActivityEntry added;
    added.kind = vault::ActivityKind::PropertyAdded;
    model.setEntries({rotated, added}, {});
    QCOMPARE(model.rowCount(), 2);
    model.setChoice({.search = u"rotated"_s, .kind = {}});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.total(), 2);
    model.setChoice({.search = {}, .kind = vault::ActivityKind::PropertyAdded});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.kinds(), (QList{vault::ActivityKind::PropertyAdded, vault::ActivityKind::KeyRotated}));
    model.setChoice({.search = u"rotated"_s, .kind = vault::ActivityKind::PropertyAdded});
    QCOMPARE(model.rowCount(), 0);
    model.setChoice({});
    QCOMPARE(model.rowCount(), 2);
}

void ActivityPageTest::listsWhatWasDoneNewestFirst()
{
    PageFixture fixture;
    const auto property = fixture.add(u"tau"_s, u"Northwind Help"_s, "your_own_secret_key_of_some_length");
    fixture.session.run(
        &fixture.session,
        [property](vault::Vault &vault) {
            return vault.record(vault::ActivityKind::ProofFailed, &property, 1, u"IDV-MESSAGE-EMAIL"_s);
        },
        [](const Result<void> &) {});
    ActivityPage page(fixture.context());
    fixture.show(&page, property);
    auto *table = page.findChild<QTableView *>(u"activityTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, ActivityModel::Detail).data().toString(), u"IDV-MESSAGE-EMAIL"_s);
    QCOMPARE(table->model()->index(1, ActivityModel::What).data().toString(), u"Property added"_s);
    saveScreenshots(&page, u"activity"_s);
    QTest::keyClicks(page.findChild<QLineEdit *>(u"activitySearch"_s), u"email"_s);
    QCOMPARE(table->model()->rowCount(), 1);
}

void ActivityPageTest::showsTheWholeVaultWhenAsked()
{
    PageFixture fixture;
    const auto property = fixture.add(u"tau"_s, u"Northwind Help"_s, "your_own_secret_key_of_some_length");
    fixture.add(u"tau"_s, u"Southwind Help"_s, "another_secret_key_of_some_length_");
    ActivityPage page(fixture.context());
    page.resize(1000, 600);
    fixture.show(&page, property);
    auto *table = page.findChild<QTableView *>(u"activityTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QVERIFY(table->isColumnHidden(ActivityModel::Property));
    auto *scope = page.findChild<QComboBox *>(u"activityScope"_s);
    QTest::keyClick(scope, Qt::Key_Down);
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QVERIFY(!table->isColumnHidden(ActivityModel::Property));
    QCOMPARE(table->model()->index(0, ActivityModel::Property).data().toString(), u"Southwind Help"_s);
    QCOMPARE(table->model()->index(2, ActivityModel::What).data().toString(), u"Vault created"_s);
    auto *kind = page.findChild<QComboBox *>(u"activityKind"_s);
    QCOMPARE(kind->count(), 3);
    QTest::keyClick(kind, Qt::Key_End);
    QCOMPARE(kind->currentText(), u"Property added"_s);
    QCOMPARE(table->model()->rowCount(), 2);
    saveScreenshots(&page, u"activity-whole-vault"_s);
}

void ActivityPageTest::exportsAllThatIsChosen_data()
{
    QTest::addColumn<QString>("fileName");
    QTest::newRow("CSV") << u"activity.csv"_s;
    QTest::newRow("JSON") << u"activity.JSON"_s;
}

void ActivityPageTest::exportsAllThatIsChosen()
{
    QFETCH(const QString, fileName);
    PageFixture fixture;
    const auto property = fixture.add(u"tau"_s, u"=Northwind"_s, "your_own_secret_key_of_some_length");
    ActivityPage page(fixture.context());
    fixture.show(&page, property);
    auto *table = page.findChild<QTableView *>(u"activityTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    const QSignalSpy saved(&page, &PropertyPage::messageShown);
    const QString path = fixture.folder.filePath(fileName);
    page.exportTo(path);
    QTRY_COMPARE(saved.size(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!(file.permissions() & (QFile::ReadOther | QFile::ReadGroup)));
    const QByteArray content = file.readAll();
    if (fileName.endsWith(u"csv"_s)) {
        QCOMPARE(content.count("\r\n"), 2);
        QVERIFY(content.contains(",property-added,'=Northwind,"));
    } else {
        const QJsonArray entries = QJsonDocument::fromJson(content)[u"activity"].toArray();
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries[0][u"property"].toString(), u"=Northwind"_s);
    }
}

void ActivityPageTest::saysThatNothingWasChanged()
{
    PageFixture fixture;
    const auto property = fixture.add(u"tau"_s, u"Northwind Help"_s, "your_own_secret_key_of_some_length");
    ActivityPage page(fixture.context());
    page.resize(1000, 600);
    fixture.show(&page, property);
    auto *check = page.findChild<QPushButton *>(u"checkActivity"_s);
    QTest::mouseClick(check, Qt::LeftButton);
    QTRY_VERIFY(bannerText(page).contains(u"The activity is whole."_s));
    QVERIFY(bannerText(page).contains(u"2 entries were checked"_s));
    QVERIFY(check->isEnabled());
    saveScreenshots(&page, u"activity-checked"_s);
}

/// Somebody with the file and without the passphrase takes the last entry away.
void ActivityPageTest::namesWhatWasChanged()
{
    PageFixture fixture;
    const auto property = fixture.add(u"tau"_s, u"Northwind Help"_s, "your_own_secret_key_of_some_length");
    ActivityPage page(fixture.context());
    fixture.show(&page, property);
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"editor"_s);
        database.setDatabaseName(fixture.session.path());
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"DELETE FROM activity WHERE sequence = (SELECT max(sequence) FROM activity)"_s));
        QCOMPARE(query.numRowsAffected(), 1);
    }
    QSqlDatabase::removeDatabase(u"editor"_s);
    QTest::mouseClick(page.findChild<QPushButton *>(u"checkActivity"_s), Qt::LeftButton);
    QTRY_VERIFY2(bannerText(page).contains(u"of its 2 entries"_s), qPrintable(bannerText(page)));
}

QTEST_MAIN(ActivityPageTest)
#include "tst_activitypage.moc"
