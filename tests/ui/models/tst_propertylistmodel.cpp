#include "ui/models/propertylistmodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::ui;
using recipes::Property;

namespace {

constexpr Timestamp now{std::chrono::seconds{1'790'000'000}};

Property makeProperty(int number, const QString &name, const QString &recipe, const QString &environment,
                      int keyAgeInDays)
{
    Property property;
    property.id = u"%1"_s.arg(number, 32, 16, QChar(u'0'));
    property.recipeId = recipe;
    property.name = name;
    property.environment = environment;
    property.platform = u"Web"_s;
    if (keyAgeInDays >= 0) {
        property.keys.add({}, keys::KeyOrigin::Imported, now - std::chrono::days(keyAgeInDays));
    }
    return property;
}

QStringList shownNames(const PropertyListModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row) {
        names << model.index(row).data().toString();
    }
    return names;
}

} // namespace

class TestPropertyListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void showsAllByName();
    void filters_data();
    void filters();
    void findsFieldValues();
    void countsWhatNeedsAttention();
    void facetsCountWhatTheyShow();
    void badgeNamesASecretThatTwoPropertiesHave();
    void badgeNamesADoubtfulKey();
    void changedPropertyMovesToItsPlace();
    void changedPropertyStaysWhereItIs();
    void archivedOnesAreApart();
    void keystrokeOverTenThousandTakesLessThanAFrame();

private:
    std::unique_ptr<recipes::RecipeCatalog> m_catalog;
    std::unique_ptr<PropertyListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    QList<Property> m_properties;
};

void TestPropertyListModel::initTestCase()
{
    auto catalog = recipes::RecipeCatalog::builtIn();
    QVERIFY2(catalog, catalog ? "" : qPrintable(catalog.error().detail));
    m_catalog = std::make_unique<recipes::RecipeCatalog>(std::move(*catalog));
}

void TestPropertyListModel::init()
{
    m_properties = {makeProperty(1, u"Shop EU"_s, u"tawk-to"_s, u"Production"_s, 10),
                    makeProperty(2, u"alpine"_s, u"orlo"_s, u"Staging"_s, 412),
                    makeProperty(3, u"Livraria Central"_s, u"huggy"_s, u"Production"_s, -1)};
    m_properties[0].fields.insert(u"propertyId"_s, u"5f2c9a1b"_s);
    m_properties[1].tags << u"council"_s;
    m_model = std::make_unique<PropertyListModel>(*m_catalog);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setProperties(m_properties, now);
}

void TestPropertyListModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

void TestPropertyListModel::showsAllByName()
{
    QCOMPARE(shownNames(*m_model), QStringList({u"alpine"_s, u"Livraria Central"_s, u"Shop EU"_s}));
    QCOMPARE(m_model->index(2).data(PropertyListModel::SubtitleRole).toString(),
             u"tawk.to · Production · Web"_s);
    QCOMPARE(m_model->keyVersionCount(), 2);
}

void TestPropertyListModel::filters_data()
{
    QTest::addColumn<PropertyFilter>("filter");
    QTest::addColumn<QStringList>("expected");
    const QStringList eu = {u"Shop EU"_s};
    const QStringList alpine = {u"alpine"_s};
    QTest::newRow("text in another case") << PropertyFilter{.text = u"SHOP"_s} << eu;
    QTest::newRow("vendor as text") << PropertyFilter{.text = u"tawk"_s} << eu;
    QTest::newRow("words in any order") << PropertyFilter{.text = u"eu shop"_s} << eu;
    QTest::newRow("every word must occur") << PropertyFilter{.text = u"shop nothing"_s} << QStringList();
    QTest::newRow("tag as text") << PropertyFilter{.text = u"council"_s} << alpine;
    QTest::newRow("vendor") << PropertyFilter{.recipeId = u"orlo"_s} << alpine;
    QTest::newRow("environment") << PropertyFilter{.environment = u"Staging"_s} << alpine;
    QTest::newRow("tag") << PropertyFilter{.tag = u"council"_s} << alpine;
    QTest::newRow("attention") << PropertyFilter{.attention = AttentionFilter::OnlyNeeded}
                               << QStringList({u"alpine"_s, u"Livraria Central"_s});
}

void TestPropertyListModel::filters()
{
    QFETCH(const PropertyFilter, filter);
    QFETCH(const QStringList, expected);
    m_model->setFilter(filter);
    QCOMPARE(shownNames(*m_model), expected);
    m_model->setFilter({});
    QCOMPARE(m_model->rowCount(), 3);
}

void TestPropertyListModel::findsFieldValues()
{
    m_model->setFilter({.text = u"5F2C"_s});
    QCOMPARE(shownNames(*m_model), QStringList({u"Shop EU"_s}));
    QCOMPARE(m_model->rowOf(m_properties.at(0).id), 0);
    QCOMPARE(m_model->rowOf(m_properties.at(1).id), -1);
}

void TestPropertyListModel::countsWhatNeedsAttention()
{
    QCOMPARE(m_model->attentionCount(), 2);
    QCOMPARE(m_model->index(0).data(PropertyListModel::BadgeRole).toString(), u"412 d"_s);
    QCOMPARE(m_model->index(1).data(PropertyListModel::BadgeRole).toString(), u"No key"_s);
    QCOMPARE(m_model->vendors().size(), 3);
    QCOMPARE(m_model->environments().constFirst(),
             (PropertyListModel::Facet{u"Production"_s, u"Production"_s, 2}));
}

void TestPropertyListModel::badgeNamesASecretThatTwoPropertiesHave()
{
    QList<Property> properties = {m_properties[0], m_properties[0], m_properties[0]};
    const QStringList fingerprints = {u"SHA256:aa"_s, u"SHA256:bb"_s, u"SHA256:aa"_s};
    for (int i = 0; i < 3; ++i) {
        properties[i].id = QString::number(i);
        properties[i].name = u"P%1"_s.arg(i);
        properties[i].keys = {};
        keys::KeyDescription description;
        description.type = crypto::KeyType::Secret;
        description.fingerprint = fingerprints[i];
        properties[i].keys.add(description, keys::KeyOrigin::Imported, now);
        QVERIFY(properties[i].keys.current() || properties[i].keys.promote(1, now));
    }
    m_model->setProperties(properties, now);
    const auto badge = [this](int row) {
        return m_model->index(row).data(PropertyListModel::BadgeRole).toString();
    };
    QCOMPARE(badge(0), u"Shared secret"_s);
    QCOMPARE(badge(1), QString());
    QCOMPARE(badge(2), u"Shared secret"_s);
    QVERIFY(m_model->index(0).data(Qt::AccessibleTextRole).toString().contains(u"Shared secret"_s));
}

void TestPropertyListModel::badgeNamesADoubtfulKey()
{
    const auto badge = [this](const QString &id) {
        return m_model->index(m_model->rowOf(id)).data(PropertyListModel::BadgeRole).toString();
    };
    const QString fresh = m_properties[0].id;
    const QString due = m_properties[1].id;
    const QString dueBefore = badge(due);
    const int countBefore = m_model->attentionCount();
    QCOMPARE(badge(fresh), QString());
    QVERIFY(!dueBefore.isEmpty());
    m_model->setDoubts({{fresh, recipes::KeyHealth::Weak}, {due, recipes::KeyHealth::Weak}});
    QCOMPARE(badge(fresh), u"Weak key"_s);
    QCOMPARE(m_model->attentionCount(), countBefore + 1); // one for every badge
    m_model->setFilter({.attention = AttentionFilter::OnlyNeeded});
    QVERIFY(m_model->rowOf(fresh) >= 0);
    m_model->setFilter({});
    QVERIFY(m_model->index(m_model->rowOf(fresh))
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(u"Weak key"_s));
    QCOMPARE(badge(due), dueBefore); // what is due comes first
    m_model->setDoubts({{fresh, recipes::KeyHealth::Questionable}});
    QCOMPARE(badge(fresh), u"Check key"_s);
    m_model->setDoubts({});
    QCOMPARE(badge(fresh), QString());
}

void TestPropertyListModel::changedPropertyMovesToItsPlace()
{
    Property changed = m_properties.at(0);
    changed.name = u"Aardvark"_s;
    m_model->updateProperty(changed, now);
    QCOMPARE(shownNames(*m_model).constFirst(), u"Aardvark"_s);
    QCOMPARE(m_model->rowOf(changed.id), 0);
}

void TestPropertyListModel::changedPropertyStaysWhereItIs()
{
    Property changed = m_properties.at(1);
    changed.platform = u"iOS"_s;
    int changes = 0;
    connect(m_model.get(), &QAbstractItemModel::dataChanged, this, [&changes] { ++changes; });
    m_model->updateProperty(changed, now);
    QCOMPARE(changes, 1);
    QVERIFY(m_model->index(0).data(PropertyListModel::SubtitleRole).toString().endsWith(u"iOS"_s));
}

void TestPropertyListModel::archivedOnesAreApart()
{
    m_properties[1].archived = true;
    m_model->setProperties(m_properties, now);
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->total(), 2);
    m_model->setFilter({.archive = ArchiveFilter::Archived});
    QCOMPARE(shownNames(*m_model), QStringList({u"alpine"_s}));
}

void TestPropertyListModel::keystrokeOverTenThousandTakesLessThanAFrame()
{
    QList<Property> many;
    for (int i = 0; i < 10'000; ++i) {
        many << makeProperty(i, u"Property number %1 of the shop"_s.arg(i), u"tawk-to"_s, u"Production"_s, 5);
        many.last().fields.insert(u"propertyId"_s, u"%1"_s.arg(i, 24, 16, QChar(u'0')));
    }
    m_tester.reset(); // its own checks would be what is measured
    m_model->setProperties(many, now);
    qint64 best = 1'000'000'000;
    for (const QString &text : {u"n"_s, u"nu"_s, u"number 12"_s, u"1f"_s, u"nothing"_s, QString()}) {
        QElapsedTimer timer;
        timer.start();
        m_model->setFilter({.text = text});
        best = std::min(best, timer.nsecsElapsed());
        qInfo("\"%s\": %.2f ms", qPrintable(text), double(timer.nsecsElapsed()) / 1e6);
    }
    QVERIFY(best < 16'000'000);
}

void TestPropertyListModel::facetsCountWhatTheyShow()
{
    const auto count = [this](const QString &environment) {
        for (const PropertyListModel::Facet &facet : m_model->environments()) {
            if (facet.value == environment) {
                return facet.count;
            }
        }
        return -1;
    };
    QList<Property> properties = m_properties;
    const QString environment = properties[0].environment;
    const int before = count(environment);
    properties[0].archived = true;
    m_model->setProperties(properties, now);
    QCOMPARE(count(environment), before - 1);
    m_model->setFilter({.archive = ArchiveFilter::Archived});
    QCOMPARE(count(environment), 1);
}

QTEST_GUILESS_MAIN(TestPropertyListModel)
#include "tst_propertylistmodel.moc"
