#include "vaultfixture.h"

#include "tests/support/result.h"

#include <QTest>

using namespace countersign;
using namespace countersign::vault;
using namespace Qt::StringLiterals;

class VaultKeyReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesEveryKeyOnceAsItIs();
    void listsPropertiesInTheOrderOfTheVault();
    void leavesDestroyedKeysOut();
    void refusesAMissingKey();
    void refusesAnExchangedKey();
    void namesThePropertyAsItIsCalled();
};

void VaultKeyReadingTest::givesEveryKeyOnceAsItIs()
{
    VaultFixture fixture;
    const auto vault = fixture.open();
    QVERIFY_RESULT(vault);
    const auto opened = (*vault)->propertiesWithKeys();
    QVERIFY_RESULT(opened);
    const QList<recipes::Property> properties = *(*vault)->properties();
    QCOMPARE(opened->size(), std::size_t(properties.size()));
    for (std::size_t i = 0; i < opened->size(); ++i) {
        const PropertyWithKeys &each = (*opened)[i];
        QCOMPARE(each.property, properties.at(qsizetype(i)));
        QCOMPARE(each.keys.size(), std::size_t(2));
        for (const auto &[version, material] : each.keys) {
            const auto alone = (*vault)->keyMaterial(each.property.id, version.number);
            QVERIFY(keys::serializeKeyMaterial(material).equals(keys::serializeKeyMaterial(*alone)));
        }
    }
}

void VaultKeyReadingTest::listsPropertiesInTheOrderOfTheVault()
{
    VaultFixture fixture;
    const auto vault = fixture.open();
    QVERIFY_RESULT(vault);
    // Ids are random: with eight of one name, another order would agree once in some twenty thousand runs.
    for (const QChar environment : u"hgfedcba"_s) {
        NewProperty property = newProperty(environment < u'e' ? u"shop"_s : u"Shop"_s, {"the key"});
        property.property.environment = environment;
        QVERIFY_RESULT((*vault)->addProperty(std::move(property)));
    }
    const auto opened = (*vault)->propertiesWithKeys();
    QVERIFY_RESULT(opened);
    QStringList listed;
    for (const PropertyWithKeys &each : *opened) {
        listed.append(each.property.id);
    }
    const auto properties = (*vault)->properties();
    QVERIFY_RESULT(properties);
    QStringList expected;
    for (const recipes::Property &each : *properties) {
        expected.append(each.id);
    }
    QCOMPARE(listed, expected);
}

void VaultKeyReadingTest::leavesDestroyedKeysOut()
{
    VaultFixture fixture;
    const auto vault = fixture.open();
    QVERIFY_RESULT(vault);
    auto property = (*vault)->addProperty(newProperty(u"AAA"_s, {"first key", "second key"}));
    QVERIFY_RESULT(property);
    property = (*vault)->revokeKey(*property, 1);
    property = (*vault)->destroyKey(*property, 1);
    QVERIFY_RESULT(property);
    const auto opened = (*vault)->propertiesWithKeys();
    QVERIFY_RESULT(opened);
    QCOMPARE(opened->front().property.name, u"AAA"_s);
    QCOMPARE(opened->front().keys.size(), std::size_t(1));
    QCOMPARE(opened->front().keys.front().first.number, 2);
}

void VaultKeyReadingTest::refusesAMissingKey()
{
    VaultFixture fixture;
    fixture.edit({u"DELETE FROM material WHERE version = 1"_s});
    const auto vault = fixture.open();
    QVERIFY_RESULT(vault);
    QCOMPARE_ERROR((*vault)->propertiesWithKeys(), ErrorCode::VaultDamaged);
}

void VaultKeyReadingTest::refusesAnExchangedKey()
{
    VaultFixture fixture;
    fixture.edit({u"UPDATE material SET sealed = (SELECT sealed FROM material WHERE version = 2 LIMIT 1)"_s});
    const auto vault = fixture.open();
    QVERIFY_RESULT(vault);
    QCOMPARE_ERROR((*vault)->propertiesWithKeys(), ErrorCode::VaultDamaged);
}

void VaultKeyReadingTest::namesThePropertyAsItIsCalled()
{
    VaultFixture fixture;
    const auto vault = fixture.open();
    QVERIFY_RESULT(vault);
    const auto added = (*vault)->addProperty(newProperty(u"20%2 off"_s, {"the key"}));
    QVERIFY_RESULT(added);
    recipes::Property changed = *added;
    changed.notes = u"changed"_s;
    QVERIFY_RESULT((*vault)->updateProperty(changed));
    const auto conflict = (*vault)->updateProperty(*added);
    QCOMPARE_ERROR(conflict, ErrorCode::VaultConflict);
    QCOMPARE(conflict.error().detail, u"“20%2 off” is at revision 2, not 1"_s);
    fixture.edit({u"DELETE FROM material WHERE owner = '%1'"_s.arg(added->id)});
    const auto material = (*vault)->keyMaterial(added->id, 1);
    QCOMPARE_ERROR(material, ErrorCode::VaultDamaged);
    QVERIFY2(material.error().detail.contains(u"the key of “20%2 off”, version 1"_s),
             qPrintable(material.error().detail));
    const auto check = (*vault)->check();
    QVERIFY_RESULT(check);
    QVERIFY2(check->findings.join(u'\n').contains(u"key of “20%2 off”, version 1"_s),
             qPrintable(check->findings.join(u'\n')));
}

QTEST_GUILESS_MAIN(VaultKeyReadingTest)
#include "tst_vaultkeyreading.moc"
