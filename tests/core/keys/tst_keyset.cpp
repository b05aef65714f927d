#include "core/keys/keyset.h"
#include "tests/support/result.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using keys::KeySet;
using keys::KeyStatus;
using enum keys::KeyStatus;

namespace {

const Timestamp before{std::chrono::seconds(1'700'000'000)};
const Timestamp now{std::chrono::seconds(1'700'086'400)};

enum class Move { Promote, Revoke, Destroy };

keys::KeyVersion version(int number, KeyStatus status)
{
    keys::KeyVersion version;
    version.number = number;
    version.status = status;
    version.createdAt = before;
    version.statusSince = before;
    return version;
}

KeySet setOf(const QList<KeyStatus> &statuses)
{
    QList<keys::KeyVersion> versions;
    for (const KeyStatus status : statuses) {
        versions << version(static_cast<int>(versions.size()) + 1, status);
    }
    return *KeySet::fromVersions(versions);
}

QList<KeyStatus> statusesOf(const KeySet &set)
{
    QList<KeyStatus> statuses;
    for (const keys::KeyVersion &each : set.versions()) {
        statuses << each.status;
    }
    return statuses;
}

Result<void> apply(KeySet *set, Move move, int number)
{
    switch (move) {
    case Move::Promote:
        return set->promote(number, now);
    case Move::Revoke:
        return set->revoke(number, now);
    default:
        return set->destroy(number, now);
    }
}

} // namespace

class tst_KeySet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movesStatus_data();
    void movesStatus();
    void refusesMoveAndChangesNothing_data();
    void refusesMoveAndChangesNothing();
    void addsFirstVersionAsCurrent();
    void addsFurtherVersionAsStandby();
    void addsCurrentWhereNoneIs();
    void neverReusesNumbers();
    void rotateKeepsOldAsPrevious();
    void rotateAndRevokeRevokesOldAndPrevious();
    void rotateOfAnEmptySetMakesCurrent();
    void publicKeyIsNotPromotedOverAPrivateOne();
    void publicKeyDoesNotReplaceAPrivateOne();
    void publicKeyIsPromotedOverAPublicOne();
    void marksUseAndNeverBackwards();
    void refusesDamagedVersions_data();
    void refusesDamagedVersions();
    void namesStatuses();
};

void tst_KeySet::movesStatus_data()
{
    QTest::addColumn<QList<KeyStatus>>("start");
    QTest::addColumn<Move>("move");
    QTest::addColumn<int>("number");
    QTest::addColumn<QList<KeyStatus>>("end");
    const auto row = [](const char *name, const QList<KeyStatus> &start, Move move, int number,
                        const QList<KeyStatus> &end) {
        QTest::newRow(name) << start << move << number << end;
    };
    row("promote standby", {Current, Standby}, Move::Promote, 2, {Previous, Current});
    row("promote previous", {Previous, Current}, Move::Promote, 1, {Current, Previous});
    row("promote revoked", {Revoked, Current}, Move::Promote, 1, {Current, Previous});
    row("promote where none is current", {Standby, Revoked}, Move::Promote, 1, {Current, Revoked});
    row("revoke standby", {Current, Standby}, Move::Revoke, 2, {Current, Revoked});
    row("revoke current", {Current, Standby}, Move::Revoke, 1, {Revoked, Standby});
    row("revoke previous", {Previous, Current}, Move::Revoke, 1, {Revoked, Current});
    row("destroy standby", {Current, Standby}, Move::Destroy, 2, {Current, Destroyed});
    row("destroy revoked", {Revoked, Current}, Move::Destroy, 1, {Destroyed, Current});
}

void tst_KeySet::movesStatus()
{
    QFETCH(QList<KeyStatus>, start);
    QFETCH(Move, move);
    QFETCH(int, number);
    QFETCH(QList<KeyStatus>, end);
    KeySet set = setOf(start);
    const auto moved = apply(&set, move, number);
    QVERIFY_RESULT(moved);
    QCOMPARE(statusesOf(set), end);
    for (qsizetype i = 0; i < end.size(); ++i) {
        QVERIFY(set.versions().at(i).statusSince == (start.at(i) == end.at(i) ? before : now));
        QVERIFY(set.versions().at(i).createdAt == before);
    }
}

void tst_KeySet::refusesMoveAndChangesNothing_data()
{
    QTest::addColumn<QList<KeyStatus>>("start");
    QTest::addColumn<Move>("move");
    QTest::addColumn<int>("number");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, const QList<KeyStatus> &start, Move move, int number,
                        ErrorCode code = ErrorCode::IllegalKeyTransition) {
        QTest::newRow(name) << start << move << number << code;
    };
    row("promote current", {Current}, Move::Promote, 1);
    row("promote destroyed", {Current, Destroyed}, Move::Promote, 2);
    row("revoke revoked", {Revoked}, Move::Revoke, 1);
    row("revoke destroyed", {Destroyed}, Move::Revoke, 1);
    row("destroy current", {Current}, Move::Destroy, 1);
    row("destroy previous", {Previous, Current}, Move::Destroy, 1);
    row("destroy destroyed", {Destroyed}, Move::Destroy, 1);
    row("promote unknown", {Current}, Move::Promote, 2, ErrorCode::UnknownKeyVersion);
    row("revoke unknown", {Current}, Move::Revoke, 0, ErrorCode::UnknownKeyVersion);
    row("destroy unknown", {}, Move::Destroy, 1, ErrorCode::UnknownKeyVersion);
    row("negative number", {Current}, Move::Revoke, -1, ErrorCode::UnknownKeyVersion);
}

void tst_KeySet::refusesMoveAndChangesNothing()
{
    QFETCH(QList<KeyStatus>, start);
    QFETCH(Move, move);
    QFETCH(int, number);
    QFETCH(ErrorCode, code);
    KeySet set = setOf(start);
    const KeySet original = set;
    const auto moved = apply(&set, move, number);
    QCOMPARE_ERROR(moved, code);
    QVERIFY(set == original);
}

void tst_KeySet::addsFirstVersionAsCurrent()
{
    KeySet set;
    QVERIFY(set.isEmpty());
    QCOMPARE(set.add({}, keys::KeyOrigin::Imported, now), 1);
    QCOMPARE(statusesOf(set), QList<KeyStatus>{Current});
    QCOMPARE(set.current()->number, 1);
    QVERIFY(set.current()->origin == keys::KeyOrigin::Imported);
    QVERIFY(set.current()->createdAt == now);
}

void tst_KeySet::addsFurtherVersionAsStandby()
{
    KeySet set = setOf({Current});
    QCOMPARE(set.add({}, keys::KeyOrigin::Generated, now), 2);
    QCOMPARE(statusesOf(set), (QList<KeyStatus>{Current, Standby}));
}

void tst_KeySet::addsCurrentWhereNoneIs()
{
    KeySet set = setOf({Revoked, Previous});
    QCOMPARE(set.add({}, keys::KeyOrigin::Generated, now), 3);
    QCOMPARE(statusesOf(set), (QList<KeyStatus>{Revoked, Previous, Current}));
}

void tst_KeySet::neverReusesNumbers()
{
    KeySet set = *KeySet::fromVersions({version(3, Current), version(7, Destroyed)});
    QCOMPARE(set.add({}, keys::KeyOrigin::Generated, now), 8);
}

void tst_KeySet::rotateKeepsOldAsPrevious()
{
    KeySet set = setOf({Previous, Current, Standby});
    QCOMPARE(*set.rotate({}, keys::KeyOrigin::Generated, keys::RevokeOld::No, now), 4);
    QCOMPARE(statusesOf(set), (QList<KeyStatus>{Previous, Previous, Standby, Current}));
    QVERIFY(set.find(1)->statusSince == before);
    QVERIFY(set.find(2)->statusSince == now);
}

void tst_KeySet::rotateAndRevokeRevokesOldAndPrevious()
{
    KeySet set = setOf({Previous, Current, Standby, Destroyed});
    QCOMPARE(*set.rotate({}, keys::KeyOrigin::Generated, keys::RevokeOld::Yes, now), 5);
    QCOMPARE(statusesOf(set), (QList<KeyStatus>{Revoked, Revoked, Standby, Destroyed, Current}));
}

void tst_KeySet::rotateOfAnEmptySetMakesCurrent()
{
    KeySet set;
    QCOMPARE(*set.rotate({}, keys::KeyOrigin::Generated, keys::RevokeOld::Yes, now), 1);
    QCOMPARE(statusesOf(set), QList<KeyStatus>{Current});
}

void tst_KeySet::publicKeyIsNotPromotedOverAPrivateOne()
{
    KeySet set = setOf({Current});
    keys::KeyDescription publicOnly;
    publicOnly.hasPrivatePart = false;
    const int number = set.add(publicOnly, keys::KeyOrigin::Imported, now);
    const auto promoted = set.promote(number, now);
    QCOMPARE_ERROR(promoted, ErrorCode::PublicKeyAlone);
    QCOMPARE(statusesOf(set), (QList<KeyStatus>{Current, Standby}));
}

void tst_KeySet::publicKeyDoesNotReplaceAPrivateOne()
{
    KeySet set = setOf({Previous, Current});
    keys::KeyDescription publicOnly;
    publicOnly.hasPrivatePart = false;
    const auto rotated = set.rotate(publicOnly, keys::KeyOrigin::Imported, keys::RevokeOld::Yes, now);
    QCOMPARE_ERROR(rotated, ErrorCode::PublicKeyAlone);
    QCOMPARE(statusesOf(set), (QList<KeyStatus>{Previous, Current}));
}

void tst_KeySet::publicKeyIsPromotedOverAPublicOne()
{
    KeySet set;
    keys::KeyDescription publicOnly;
    publicOnly.hasPrivatePart = false;
    set.add(publicOnly, keys::KeyOrigin::Imported, now);
    const int number = set.add(publicOnly, keys::KeyOrigin::Imported, now);
    const auto promoted = set.promote(number, now);
    QVERIFY_RESULT(promoted);
    QCOMPARE(statusesOf(set), (QList<KeyStatus>{Previous, Current}));
}

void tst_KeySet::marksUseAndNeverBackwards()
{
    KeySet set = setOf({Current});
    QVERIFY(!set.find(1)->lastUsedAt);
    set.markUsed(1, now);
    set.markUsed(1, before);
    set.markUsed(2, now);
    QVERIFY(set.find(1)->lastUsedAt == now);
}

void tst_KeySet::refusesDamagedVersions_data()
{
    QTest::addColumn<QList<int>>("numbers");
    QTest::addColumn<QList<KeyStatus>>("statuses");
    QTest::newRow("two current") << QList<int>{1, 2} << QList<KeyStatus>{Current, Current};
    QTest::newRow("one number twice") << QList<int>{1, 1} << QList<KeyStatus>{Previous, Current};
    QTest::newRow("numbers fall") << QList<int>{2, 1} << QList<KeyStatus>{Previous, Current};
    QTest::newRow("number 0") << QList<int>{0} << QList<KeyStatus>{Current};
    QTest::newRow("negative number") << QList<int>{-1} << QList<KeyStatus>{Current};
}

void tst_KeySet::refusesDamagedVersions()
{
    QFETCH(QList<int>, numbers);
    QFETCH(QList<KeyStatus>, statuses);
    QList<keys::KeyVersion> versions;
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        versions << version(numbers.at(i), statuses.at(i));
    }
    QCOMPARE_ERROR(KeySet::fromVersions(versions), ErrorCode::VaultDamaged);
}

void tst_KeySet::namesStatuses()
{
    for (const KeyStatus status : {Standby, Current, Previous, Revoked, Destroyed}) {
        QCOMPARE(keys::canVerify(status), status == Current || status == Previous);
    }
    QCOMPARE(keys::statusName(Standby), u"standby"_s);
}

QTEST_GUILESS_MAIN(tst_KeySet)
#include "tst_keyset.moc"
