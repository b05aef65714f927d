#include "vaultfixture.h"

#include "tests/support/result.h"

#include <QTest>

using namespace countersign;
using namespace countersign::vault;
using namespace Qt::StringLiterals;

namespace {

/// One key's private half under another's public one.
Result<crypto::PrivateKey> mismatchedPair()
{
    const auto mine = crypto::PrivateKey::generateEc(crypto::EcCurve::P256);
    const auto other = crypto::PrivateKey::generateEc(crypto::EcCurve::P256);
    return crypto::PrivateKey::fromNumbers(other->publicKey().numbers(), mine->numbers());
}

Result<recipes::Property> addPair(Vault &vault, const QString &name, keys::KeyMaterial pair)
{
    NewProperty added = newProperty(name, {});
    added.keys.emplace_back(std::move(pair), keys::KeyOrigin::Generated);
    return vault.addProperty(std::move(added));
}

} // namespace

/// That tampering is found is tst_vaulttampering's; this is about what a check tells.
class VaultCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatItOpened();
    void namesAKeyPairWhoseHalvesDoNotMatch();
    void tellsHowFarItIs();
    void stopsWhenTold_data();
    void stopsWhenTold();
};

void VaultCheckTest::countsWhatItOpened()
{
    VaultFixture fixture;
    const auto vault = fixture.open();
    QVERIFY_RESULT(vault);
    QVERIFY_RESULT(addPair(**vault, u"Pair"_s, *crypto::PrivateKey::generateEd25519()));
    const auto check = (*vault)->check();
    QVERIFY_RESULT(check);
    QVERIFY2(check->isSound(), qPrintable(check->findings.join(u'\n')));
    QCOMPARE(check->properties, 3);
    QCOMPARE(check->keyVersions, 5);
    QCOMPARE(check->keyPairs, 1);
    QCOMPARE(check->activityEntries, (*vault)->activity({})->size());
}

void VaultCheckTest::namesAKeyPairWhoseHalvesDoNotMatch()
{
    VaultFixture fixture;
    const auto vault = fixture.open();
    QVERIFY_RESULT(vault);
    auto pair = mismatchedPair();
    QVERIFY_RESULT(pair);
    QVERIFY_RESULT(addPair(**vault, u"Two halves"_s, *std::move(pair)));
    const auto check = (*vault)->check();
    QVERIFY_RESULT(check);
    QCOMPARE(check->findings,
             QStringList{u"The key of “Two halves”, version 1: the private and the public numbers "
                         "do not belong together."_s});
}

void VaultCheckTest::tellsHowFarItIs()
{
    VaultFixture fixture;
    const auto vault = fixture.open();
    QVERIFY_RESULT(vault);
    qint64 last = 0;
    qint64 total = 0;
    bool isInOrder = true;
    const auto check = (*vault)->check([&](const CheckProgress &progress) {
        isInOrder = isInOrder && progress.opened == last + 1;
        last = progress.opened;
        total = progress.total;
        return CheckStep::GoOn;
    });
    QVERIFY_RESULT(check);
    QVERIFY(isInOrder);
    QCOMPARE(last, total);
    QCOMPARE(total, check->properties + check->activityEntries);
}

void VaultCheckTest::stopsWhenTold_data()
{
    QTest::addColumn<int>("after");
    QTest::newRow("among the records") << 1;
    QTest::newRow("among the activity") << 3;
}

void VaultCheckTest::stopsWhenTold()
{
    QFETCH(const int, after);
    VaultFixture fixture;
    const auto vault = fixture.open();
    QVERIFY_RESULT(vault);
    int told = 0;
    const auto check = (*vault)->check(
        [&](const CheckProgress &) { return ++told == after ? CheckStep::Stop : CheckStep::GoOn; });
    QCOMPARE_ERROR(check, ErrorCode::Cancelled);
    QCOMPARE(told, after);
    QVERIFY((*vault)->check()->isSound());
}

QTEST_GUILESS_MAIN(VaultCheckTest)
#include "tst_vaultcheck.moc"
