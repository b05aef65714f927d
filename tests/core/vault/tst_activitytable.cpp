#include "core/vault/activitytable.h"

#include "tests/core/vault/vaultfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::vault;

class TestActivityTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasANameOfItsOwn();
    void csvHoldsEveryFieldAndNoFormula();
    void jsonIsWhatAnotherReaderFinds();
    void vaultsOwnActivityIsWrittenWhole();

private:
    static ActivityEntry entry();
};

ActivityEntry TestActivityTable::entry()
{
    return {.sequence = 7,
            .at = Timestamp(std::chrono::seconds(1795215600)),
            .actor = {u"ada, the first"_s, u"desk"_s},
            .kind = ActivityKind::KeyRotated,
            .propertyId = u"p1"_s,
            .propertyName = u"=Shop \"EU\""_s,
            .keyVersion = 2,
            .detail = u"größer"_s};
}

void TestActivityTable::everyKindHasANameOfItsOwn()
{
    QStringList names = activityNames();
    QCOMPARE(names.first(), u"vault-created"_s);
    QCOMPARE(names.last(), u"property-deleted"_s);
    QCOMPARE(names.removeDuplicates(), 0);
}

void TestActivityTable::csvHoldsEveryFieldAndNoFormula()
{
    ActivityEntry ofTheVault;
    ofTheVault.at = entry().at;
    QCOMPARE(activityToCsv({entry(), ofTheVault}),
             "sequence,at,user,machine,kind,property,propertyId,keyVersion,detail\r\n"
             "7,2026-11-20T23:00:00Z,\"ada, the first\",desk,key-rotated,\"'=Shop \"\"EU\"\"\",p1,2,"
             "gr\xc3\xb6\xc3\x9f"
             "er\r\n"
             "0,2026-11-20T23:00:00Z,,,vault-created,,,,\r\n");
}

void TestActivityTable::jsonIsWhatAnotherReaderFinds()
{
    const QJsonDocument document = QJsonDocument::fromJson(activityToJson({entry(), {}}));
    const QJsonArray entries = document[u"activity"].toArray();
    QCOMPARE(entries.size(), 2);
    const QJsonObject expected{{u"sequence"_s, 7},
                               {u"at"_s, u"2026-11-20T23:00:00Z"_s},
                               {u"user"_s, u"ada, the first"_s},
                               {u"machine"_s, u"desk"_s},
                               {u"kind"_s, u"key-rotated"_s},
                               {u"property"_s, u"=Shop \"EU\""_s},
                               {u"propertyId"_s, u"p1"_s},
                               {u"keyVersion"_s, 2},
                               {u"detail"_s, u"größer"_s}};
    QCOMPARE(entries[0].toObject(), expected);
    QVERIFY(entries[1].toObject()[u"keyVersion"_s].isNull());
}

void TestActivityTable::vaultsOwnActivityIsWrittenWhole()
{
    VaultFixture fixture;
    const auto vault = fixture.open();
    QVERIFY(vault);
    const auto entries = (*vault)->activity({{}, 1'000'000});
    QVERIFY(entries && !entries->isEmpty());
    QCOMPARE(activityToCsv(*entries).count("\r\n"), entries->size() + 1);
    const auto check = (*vault)->check();
    QVERIFY(check);
    QCOMPARE(check->activityEntries, entries->size());
}

QTEST_GUILESS_MAIN(TestActivityTable)
#include "tst_activitytable.moc"
