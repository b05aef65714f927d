#include "pagefixture.h"

#include "ui/models/activitymodel.h"
#include "ui/pages/activitypage.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::ui;

class ActivityPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelKeepsItsPromises();
    void listsWhatWasDoneNewestFirst();
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
    model.setSearch(u"rotated"_s);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.total(), 2);
    model.setSearch({});
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

QTEST_MAIN(ActivityPageTest)
#include "tst_activitypage.moc"
