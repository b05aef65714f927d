#include "core/vault/propertyrecord_p.h"

#include <QTest>

using namespace countersign;
using namespace Qt::StringLiterals;

/// What stands inside a vault's seal.
class PropertyRecordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesAListLongerThanTheRecord();
};

/// Tags that are said to be 1.6 thousand million, with a "break" behind the third (RFC 8949, section 3.2.1).
void PropertyRecordTest::refusesAListLongerThanTheRecord()
{
    const QByteArray record =
        QByteArray::fromHex("9f637461756453686f466060826561276f7060609a6161616161416161ff442f53");
    const auto stored = vault::deserializeProperty(bytesOf(record));
    QVERIFY(!stored);
    QCOMPARE(stored.error().code, ErrorCode::VaultDamaged);
}

QTEST_APPLESS_MAIN(PropertyRecordTest)
#include "tst_propertyrecord.moc"
