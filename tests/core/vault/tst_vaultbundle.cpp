#include "core/vault/bundle.h"
#include "vaultfixture.h"

#include "tests/support/result.h"

#include <QSet>
#include <QTest>

using namespace countersign;
using namespace countersign::vault;
using namespace Qt::StringLiterals;

namespace {

QList<recipes::PropertyId> idsOf(const Vault &vault)
{
    QList<recipes::PropertyId> ids;
    for (const recipes::Property &property : vault.properties().value_or(QList<recipes::Property>())) {
        ids << property.id;
    }
    return ids;
}

QSet<recipes::PropertyId> allOf(const Bundle &bundle)
{
    QSet<recipes::PropertyId> ids;
    for (const PropertyWithKeys &each : bundle.properties) {
        ids.insert(each.property.id);
    }
    return ids;
}

recipes::Property named(const Vault &vault, const QString &name)
{
    for (const recipes::Property &property : vault.properties().value_or(QList<recipes::Property>())) {
        if (property.name == name) {
            return property;
        }
    }
    return {};
}

} // namespace

/// Taking a bundle from one vault to another. Two fixtures are two machines that once had the same vault.
class VaultBundleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bringsANewPropertyWithItsVersionsStatusesAndDates();
    void recordsBothSides();
    void refusesWhatIsNotThere();
    void leavesAloneWhatIsTheSame();
    void doesNotMindThatAKeyWasUsedMeanwhile();
    void neverOverwritesWhatDiffers_data();
    void neverOverwritesWhatDiffers();
    void keepsBothWhenToldTo();
    void keepsBothWithWhatLiesInTheBin();
    void numbersTheCopies();
    void numbersCopiesOfTheSameNameInOneBundle();
    void overwritesNothingWhereACopyWouldKeepItsName();
    void takesACopyThatIsHereForTheSame();
    void countsACopyInTheBinAsGone();
    void saysWhenANameIsTaken();
    void cutsANameThatGrewTooLong();
    void importsNothingWhenOneCannotBeWritten();

private:
    Bundle take(const QList<recipes::PropertyId> &ids);

    std::unique_ptr<VaultFixture> m_hereFixture;
    std::unique_ptr<VaultFixture> m_thereFixture;
    std::unique_ptr<Vault> m_here;
    std::unique_ptr<Vault> m_there;
};

void VaultBundleTest::init()
{
    m_here.reset();
    m_there.reset();
    m_hereFixture = std::make_unique<VaultFixture>();
    m_thereFixture = std::make_unique<VaultFixture>();
    m_here = *m_hereFixture->open();
    m_there = *m_thereFixture->open();
}

Bundle VaultBundleTest::take(const QList<recipes::PropertyId> &ids)
{
    auto bundle = takeForBundle(*m_there, ids);
    return bundle ? *std::move(bundle) : Bundle();
}

void VaultBundleTest::bringsANewPropertyWithItsVersionsStatusesAndDates()
{
    auto made = m_there->addProperty(newProperty(u"Shop CH"_s, {"first", "second", "third"}));
    QVERIFY_RESULT(made);
    m_thereFixture->clock().setNow(Timestamp(std::chrono::seconds(1790001000)));
    made = m_there->revokeKey(*made, 1);
    QVERIFY_RESULT(made);
    made = m_there->destroyKey(*made, 1);
    QVERIFY_RESULT(made);
    QVERIFY_RESULT(m_there->record(ActivityKind::ProofMade, &*made, 3, {}));
    const recipes::Property before = *m_there->property(made->id);
    const Bundle bundle = take({made->id});

    const auto added = importBundle(*m_here, bundle, {made->id});
    QVERIFY_RESULT(added);
    QCOMPARE(added->size(), 1);
    recipes::Property after = *m_here->property(made->id);
    QCOMPARE(after.revision, 1);
    after.revision = before.revision;
    QCOMPARE(after, before);
    for (const int version : {2, 3}) {
        const auto here = m_here->keyMaterial(made->id, version);
        const auto there = m_there->keyMaterial(made->id, version);
        QVERIFY_RESULT(here);
        QVERIFY(keys::serializeKeyMaterial(*here).equals(keys::serializeKeyMaterial(*there)));
    }
    QCOMPARE_ERROR(m_here->keyMaterial(made->id, 1), ErrorCode::UnknownKeyVersion);
    QVERIFY(m_here->check()->isSound());
}

void VaultBundleTest::recordsBothSides()
{
    const auto made = m_there->addProperty(newProperty(u"Shop CH"_s, {"first"}));
    const Bundle bundle = take({made->id});
    const ActivityEntry taken = m_there->activity({})->front();
    QCOMPARE(taken.kind, ActivityKind::PrivateKeyExported);
    QCOMPARE(taken.propertyName, u"Shop CH"_s);
    QVERIFY(taken.detail.contains(u"bundle"_s));
    QVERIFY_RESULT(importBundle(*m_here, bundle, allOf(bundle)));
    const ActivityEntry added = m_here->activity({})->front();
    QCOMPARE(added.kind, ActivityKind::PropertyAdded);
    QCOMPARE(added.propertyId, made->id);
    QVERIFY(added.detail.contains(u"bundle"_s));
}

void VaultBundleTest::refusesWhatIsNotThere()
{
    QCOMPARE_ERROR(takeForBundle(*m_there, {u"00112233445566778899aabbccddeeff"_s}),
                   ErrorCode::UnknownProperty);
    const recipes::Property removed = named(*m_there, u"Shop EU"_s);
    QVERIFY_RESULT(m_there->removeProperty(removed));
    QCOMPARE_ERROR(takeForBundle(*m_there, {removed.id}), ErrorCode::UnknownProperty);
}

void VaultBundleTest::leavesAloneWhatIsTheSame()
{
    const Bundle bundle = take(idsOf(*m_there));
    const auto steps = previewImport(*m_here, bundle);
    QVERIFY_RESULT(steps);
    QCOMPARE(steps->size(), 2);
    for (const ImportStep &step : *steps) {
        QCOMPARE(step.effect, ImportEffect::Same);
        QCOMPARE(step.keyVersions, 2);
    }
    const auto entries = m_here->activity({})->size();
    const auto added = importBundle(*m_here, bundle, allOf(bundle));
    QVERIFY_RESULT(added);
    QVERIFY(added->isEmpty());
    QCOMPARE(m_here->activity({})->size(), entries);
}

void VaultBundleTest::doesNotMindThatAKeyWasUsedMeanwhile()
{
    const Bundle bundle = take(idsOf(*m_there));
    const recipes::Property shop = named(*m_here, u"Shop EU"_s);
    QVERIFY_RESULT(m_here->record(ActivityKind::ProofMade, &shop, 2, {}));
    QCOMPARE(previewImport(*m_here, bundle)->front().effect, ImportEffect::Same);
}

void VaultBundleTest::neverOverwritesWhatDiffers_data()
{
    QTest::addColumn<QString>("change");
    for (const char *change : {"name", "notes", "new key", "revoked key"}) {
        QTest::newRow(change) << QString::fromLatin1(change);
    }
}

void VaultBundleTest::neverOverwritesWhatDiffers()
{
    QFETCH(const QString, change);
    recipes::Property shop = named(*m_here, u"Shop EU"_s);
    const Bundle bundle = take({shop.id});
    if (change == u"new key"_s) {
        QVERIFY_RESULT(m_here->addKey(shop, secretKey("third"), keys::KeyOrigin::Imported));
    } else if (change == u"revoked key"_s) {
        QVERIFY_RESULT(m_here->revokeKey(shop, 1));
    } else {
        (change == u"name"_s ? shop.name : shop.notes) = u"here"_s;
        QVERIFY_RESULT(m_here->updateProperty(shop));
    }
    const QByteArray before = *contentsOf(*m_here);
    QCOMPARE(previewImport(*m_here, bundle)->front().effect, ImportEffect::Differs);
    const auto added = importBundle(*m_here, bundle, {});
    QVERIFY_RESULT(added);
    QVERIFY(added->isEmpty());
    QCOMPARE(*contentsOf(*m_here), before);
}

void VaultBundleTest::keepsBothWhenToldTo()
{
    recipes::Property shop = named(*m_here, u"Shop EU"_s);
    const Bundle bundle = take({shop.id});
    shop.notes = u"here"_s;
    QVERIFY_RESULT(m_here->updateProperty(shop));
    const recipes::Property mine = *m_here->property(shop.id);
    const auto added = importBundle(*m_here, bundle, allOf(bundle));
    QVERIFY_RESULT(added);
    QCOMPARE(added->front().name, u"Shop EU (imported)"_s);
    QVERIFY(added->front().id != shop.id);
    QCOMPARE(added->front().notes, QString());
    QCOMPARE(added->front().keys, mine.keys);
    QVERIFY_RESULT(m_here->keyMaterial(added->front().id, 2));
    QCOMPARE(*m_here->property(shop.id), mine);
    QVERIFY(m_here->check()->isSound());
}

void VaultBundleTest::keepsBothWithWhatLiesInTheBin()
{
    const recipes::Property shop = named(*m_here, u"Shop EU"_s);
    const Bundle bundle = take({shop.id});
    QVERIFY_RESULT(m_here->removeProperty(shop));
    QCOMPARE(previewImport(*m_here, bundle)->front().effect, ImportEffect::InBin);
    QVERIFY_RESULT(importBundle(*m_here, bundle, allOf(bundle)));
    QCOMPARE(named(*m_here, u"Shop EU (imported)"_s).keys.versions().size(), 2);
    QCOMPARE(m_here->removedProperties()->front().id, shop.id);
    QVERIFY(m_here->check()->isSound());
}

void VaultBundleTest::numbersTheCopies()
{
    recipes::Property shop = named(*m_here, u"Shop EU"_s);
    shop.notes = u"here"_s;
    QVERIFY_RESULT(m_here->updateProperty(shop));
    QStringList names;
    for (int round = 0; round < 3; ++round) {
        recipes::Property there = *m_there->property(shop.id);
        there.notes = u"there, %1"_s.arg(round);
        QVERIFY_RESULT(m_there->updateProperty(there));
        const Bundle bundle = take({shop.id});
        const auto added = importBundle(*m_here, bundle, allOf(bundle));
        QVERIFY_RESULT(added);
        names << added->front().name;
    }
    QCOMPARE(names,
             (QStringList{u"Shop EU (imported)"_s, u"Shop EU (imported 2)"_s, u"Shop EU (imported 3)"_s}));
    QVERIFY(m_here->check()->isSound());
}

void VaultBundleTest::numbersCopiesOfTheSameNameInOneBundle()
{
    QList<recipes::PropertyId> ids;
    for (const char *key : {"first", "second"}) {
        ids << m_there->addProperty(newProperty(u"Twin"_s, {key}))->id;
    }
    const Bundle bundle = take(ids);
    QVERIFY_RESULT(importBundle(*m_here, bundle, allOf(bundle)));
    for (const recipes::PropertyId &id : ids) {
        QVERIFY_RESULT(m_here->removeProperty(*m_here->property(id)));
    }
    const auto added = importBundle(*m_here, bundle, allOf(bundle));
    QVERIFY_RESULT(added);
    QCOMPARE(added->size(), 2);
    QCOMPARE(added->front().name, u"Twin (imported)"_s);
    QCOMPARE(added->back().name, u"Twin (imported 2)"_s);
    QVERIFY(m_here->check()->isSound());
    const auto steps = previewImport(*m_here, bundle);
    QVERIFY_RESULT(steps);
    for (const ImportStep &step : *steps) {
        QCOMPARE(step.effect, ImportEffect::Same);
    }
}

/// A name so long that cutting it for the suffix gives the name again.
void VaultBundleTest::overwritesNothingWhereACopyWouldKeepItsName()
{
    const QString suffix = u" (imported)"_s;
    const QString name = QString(recipes::maximumNameLength - suffix.size(), u'x') + suffix;
    const auto made = m_there->addProperty(newProperty(name, {"first"}));
    const Bundle bundle = take({made->id});
    QVERIFY_RESULT(importBundle(*m_here, bundle, allOf(bundle)));
    recipes::Property here = *m_here->property(made->id);
    here.name = u"renamed"_s;
    QVERIFY_RESULT(m_here->updateProperty(here));
    const auto added = importBundle(*m_here, bundle, allOf(bundle));
    QVERIFY_RESULT(added);
    QVERIFY(added->front().id != made->id);
    QCOMPARE(m_here->property(made->id)->name, u"renamed"_s);
}

void VaultBundleTest::takesACopyThatIsHereForTheSame()
{
    recipes::Property shop = named(*m_here, u"Shop EU"_s);
    const Bundle bundle = take({shop.id});
    shop.notes = u"here"_s;
    QVERIFY_RESULT(m_here->updateProperty(shop));
    QCOMPARE(previewImport(*m_here, bundle)->front().effect, ImportEffect::Differs);
    QCOMPARE(importBundle(*m_here, bundle, allOf(bundle))->size(), 1);

    const ImportStep step = previewImport(*m_here, bundle)->front();
    QCOMPARE(step.effect, ImportEffect::Same);
    QCOMPARE(step.copyName, u"Shop EU (imported)"_s);
    QVERIFY(importBundle(*m_here, bundle, allOf(bundle))->isEmpty());

    // With another key it is no longer the same.
    QVERIFY_RESULT(
        m_here->addKey(named(*m_here, step.copyName), secretKey("third"), keys::KeyOrigin::Imported));
    QCOMPARE(previewImport(*m_here, bundle)->front().effect, ImportEffect::Differs);
}

void VaultBundleTest::countsACopyInTheBinAsGone()
{
    recipes::Property shop = named(*m_here, u"Shop EU"_s);
    const Bundle bundle = take({shop.id});
    shop.notes = u"here"_s;
    QVERIFY_RESULT(m_here->updateProperty(shop));
    QVERIFY_RESULT(importBundle(*m_here, bundle, allOf(bundle)));
    QVERIFY_RESULT(m_here->removeProperty(named(*m_here, u"Shop EU (imported)"_s)));
    const auto again = importBundle(*m_here, bundle, allOf(bundle));
    QVERIFY_RESULT(again);
    QCOMPARE(again->size(), 1);
    QCOMPARE(again->front().name, u"Shop EU (imported 2)"_s); // the first may come back
}

void VaultBundleTest::saysWhenANameIsTaken()
{
    const auto made = m_there->addProperty(newProperty(u"Shop CH"_s, {"first"}));
    QVERIFY_RESULT(m_here->addProperty(newProperty(u"Shop CH"_s, {"other"})));
    const Bundle bundle = take({made->id});
    const ImportStep step = previewImport(*m_here, bundle)->front();
    QCOMPARE(step.effect, ImportEffect::New);
    QVERIFY(step.isNameTaken);
}

void VaultBundleTest::cutsANameThatGrewTooLong()
{
    const QString name(recipes::maximumNameLength, u'x');
    const auto made = m_there->addProperty(newProperty(name, {"first"}));
    const Bundle bundle = take({made->id});
    QVERIFY_RESULT(importBundle(*m_here, bundle, allOf(bundle)));
    recipes::Property here = *m_here->property(made->id);
    here.notes = u"here"_s;
    QVERIFY_RESULT(m_here->updateProperty(here));
    const auto added = importBundle(*m_here, bundle, allOf(bundle));
    QVERIFY_RESULT(added);
    QCOMPARE(added->front().name.size(), recipes::maximumNameLength);
    QVERIFY(added->front().name.endsWith(u"(imported)"_s));
}

void VaultBundleTest::importsNothingWhenOneCannotBeWritten()
{
    const auto first = m_there->addProperty(newProperty(u"Shop CH"_s, {"first"}));
    const auto second = m_there->addProperty(newProperty(u"Shop DE"_s, {"second"}));
    const Bundle bundle = take({first->id, second->id});
    // A stray row in the way of the second one's key.
    m_hereFixture->edit(
        {u"INSERT INTO material(owner, version, sealed) VALUES('%1', 1, x'00')"_s.arg(second->id)});
    const QByteArray before = *contentsOf(*m_here);
    QVERIFY(!importBundle(*m_here, bundle, allOf(bundle)));
    QCOMPARE(*contentsOf(*m_here), before);
}

QTEST_GUILESS_MAIN(VaultBundleTest)
#include "tst_vaultbundle.moc"
