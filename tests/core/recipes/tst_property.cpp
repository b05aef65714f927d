#include "core/recipes/property.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::recipes;

Q_DECLARE_METATYPE(countersign::recipes::Attention)

namespace {

constexpr Timestamp start{std::chrono::seconds(1'700'000'000)};

keys::KeyDescription secretKey()
{
    keys::KeyDescription description;
    description.bits = 320;
    return description;
}

Property withKeys(int count)
{
    Property property;
    for (int i = 0; i < count; ++i) {
        property.keys.add(secretKey(), keys::KeyOrigin::Imported, start);
    }
    return property;
}

} // namespace

class TestProperty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void warnsOfAnUnusualKey_data();
    void warnsOfAnUnusualKey();
    void saysNothingOfKeysWhoseFormIsUnknown();
    void neverRepeatsTheSecret();
    void asksForAttention_data();
    void asksForAttention();
    void staysQuietOnceArchived();
    void isDueAfterARotationFollowsTheNewKey();
};

void TestProperty::warnsOfAnUnusualKey_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QString>("warning");
    const QByteArray good(40, 'a');
    QTest::newRow("as seen") << good << QString();
    QTest::newRow("empty: said elsewhere") << QByteArray() << QString();
    QTest::newRow("line break copied along")
        << good + '\n'
        << u"Keys of this vendor were seen as 40 characters, 0-9 and a-f. This one has white space at an end."_s;
    QTest::newRow("short")
        << good.chopped(1)
        << u"Keys of this vendor were seen as 40 characters, 0-9 and a-f. This one has 39 characters."_s;
    QTest::newRow("upper case")
        << good.toUpper()
        << u"Keys of this vendor were seen as 40 characters, 0-9 and a-f. This one has the length, but other characters."_s;
    QTest::newRow("a whole file")
        << QByteArray(100'000, 'a')
        << u"Keys of this vendor were seen as 40 characters, 0-9 and a-f. This one has 100000 characters."_s;
}

void TestProperty::warnsOfAnUnusualKey()
{
    QFETCH(QByteArray, secret);
    KeyRule rule;
    rule.pattern = u"[0-9a-f]{40}"_s;
    rule.patternHint = u"40 characters, 0-9 and a-f"_s;
    QTEST(keyFormWarning(rule, bytesOf(secret)).value_or(Remark()).inEnglish(), "warning");
}

void TestProperty::saysNothingOfKeysWhoseFormIsUnknown()
{
    QVERIFY(!keyFormWarning(KeyRule(), bytesOf("anything")));
}

void TestProperty::neverRepeatsTheSecret()
{
    KeyRule rule;
    rule.pattern = u"[0-9a-f]{40}"_s;
    rule.patternHint = u"40 characters"_s;
    QVERIFY(!keyFormWarning(rule, bytesOf("hunter2"))->inEnglish().contains(u"hunter2"));
}

void TestProperty::asksForAttention_data()
{
    QTest::addColumn<int>("keyCount");
    QTest::addColumn<int>("rotateAfterDays");
    QTest::addColumn<int>("age");
    QTest::addColumn<Attention>("attention");
    QTest::newRow("no key") << 0 << 365 << 0 << Attention::NoKey;
    QTest::newRow("young key") << 1 << 365 << 364 << Attention::None;
    QTest::newRow("old key") << 1 << 365 << 365 << Attention::RotationDue;
    QTest::newRow("never reminded") << 1 << 0 << 4000 << Attention::None;
    QTest::newRow("the next key stands by") << 2 << 365 << 0 << Attention::Rotating;
    QTest::newRow("old key, the next stands by") << 2 << 365 << 400 << Attention::Rotating;
}

void TestProperty::asksForAttention()
{
    QFETCH(int, keyCount);
    QFETCH(int, rotateAfterDays);
    QFETCH(int, age);
    Property property = withKeys(keyCount);
    property.rotateAfterDays = rotateAfterDays;
    QTEST(attentionFor(property, start + std::chrono::days(age)), "attention");
}

void TestProperty::staysQuietOnceArchived()
{
    Property property;
    property.archived = true;
    QCOMPARE(attentionFor(property, start), Attention::None);
}

void TestProperty::isDueAfterARotationFollowsTheNewKey()
{
    Property property = withKeys(1);
    const Timestamp later = start + std::chrono::days(400);
    property.keys.rotate(secretKey(), keys::KeyOrigin::Imported, keys::RevokeOld::No, later);
    QCOMPARE(attentionFor(property, later), Attention::None);
    QCOMPARE(attentionFor(property, later + std::chrono::days(365)), Attention::RotationDue);
}

QTEST_GUILESS_MAIN(TestProperty)
#include "tst_property.moc"
