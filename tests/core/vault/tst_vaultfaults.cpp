#include "tests/support/result.h"
#include "unprivileged.h"
#include "vaultfixture.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <sys/mount.h>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::vault;

namespace {

/// COUNTERSIGN_EVERY_FAULT=1 lets every call fail in every way; that takes some minutes.
int stride()
{
    return qEnvironmentVariableIsSet("COUNTERSIGN_EVERY_FAULT") ? 1 : 7;
}

struct Outcome
{
    bool wasHit = false; ///< the call was made, so it failed
    int said = 0;        ///< commits the writer reported
    int exitCode = -1;
    QByteArray errors;
};

/// The n-th call of a kind on the vault, its journal or its folder fails while another process saves once.
Outcome saveWithFault(const VaultFixture &fixture, const QByteArray &derived, const QString &call,
                      const QString &error, int number)
{
    const QString log = fixture.filePath(u"strace.log"_s);
    const QString folder = fixture.filePath(u"."_s).chopped(2);
    QProcess process;
    process.start(u"strace"_s, {u"-f"_s, u"-o"_s, log, u"-P"_s, fixture.path(), u"-P"_s,
                                fixture.path() + u"-journal"_s, u"-P"_s, folder, u"-e"_s, u"trace="_s + call,
                                u"-e"_s, u"inject=%1:error=%2:when=%3"_s.arg(call, error).arg(number),
                                QStringLiteral(COUNTERSIGN_VAULT_WRITER), fixture.path(),
                                QString::fromLatin1(derived), u"1"_s});
    Outcome outcome;
    if (process.waitForFinished(60000)) {
        outcome.exitCode = process.exitCode();
        outcome.said = static_cast<int>(process.readAllStandardOutput().count('\n'));
        outcome.errors = process.readAllStandardError();
        outcome.wasHit = readFile(log, 1 << 24).value_or(QByteArray()).contains("(INJECTED)");
    }
    return outcome;
}

qint64 entriesIn(const Vault &vault)
{
    const auto activity = vault.activity({});
    return activity ? activity->size() : -1;
}

/// Why a process may not trace another here; empty when it may.
QString whyNotTraced()
{
    if (QStandardPaths::findExecutable(u"strace"_s).isEmpty()) {
        return u"strace is not installed (packaging/setup.sh installs it)"_s;
    }
    QProcess probe;
    probe.start(u"strace"_s, {u"-o"_s, u"/dev/null"_s, u"true"_s});
    const bool may = probe.waitForFinished(20000) && probe.exitCode() == 0;
    return may ? QString()
               : u"ptrace is not permitted here: "_s + QString::fromLocal8Bit(probe.readAllStandardError());
}

} // namespace

/// What a disk, a system or a person can do to a vault that is being saved.
class VaultFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failingCallLeavesTheStateBeforeOrAfter_data();
    void failingCallLeavesTheStateBeforeOrAfter();
    void fullDiskLosesNothing();
    void removedFolderIsTold();
    void lostPermissionIsTold();
    void clockSetBackDisturbsNothing();
};

void VaultFaultsTest::failingCallLeavesTheStateBeforeOrAfter_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("error");
    for (const char *call : {"openat", "pwrite64", "fdatasync", "unlink"}) {
        for (const char *error : {"EIO", "ENOSPC", "EROFS"}) {
            QTest::addRow("%s %s", call, error) << QString::fromLatin1(call) << QString::fromLatin1(error);
        }
    }
}

void VaultFaultsTest::failingCallLeavesTheStateBeforeOrAfter()
{
    QFETCH(const QString, call);
    QFETCH(const QString, error);
    if (const QString reason = whyNotTraced(); !reason.isEmpty()) {
        QSKIP(qPrintable(reason));
    }
    const QByteArray derived = VaultFixture::derivedKeyHex();
    int hits = 0;
    for (int number = 1; number < 200; number += stride()) {
        VaultFixture fixture;
        const qint64 before = entriesIn(**fixture.open());
        const Outcome outcome = saveWithFault(fixture, derived, call, error, number);
        if (!outcome.wasHit) {
            break;
        }
        ++hits;
        auto vault = fixture.open();
        const QByteArray place = (call + u' ' + error + u' ' + QString::number(number)).toUtf8();
        QVERIFY2(vault, place + (vault ? QByteArray() : vault.error().detail.toUtf8()));
        const auto check = (*vault)->check();
        QVERIFY2(check && check->isSound(), place);
        const qint64 added = entriesIn(**vault) - before;
        QVERIFY2(added >= outcome.said && added <= 1, place);
        // Whoever was not told of a commit was told of a failure.
        QVERIFY2(outcome.said == 1 || outcome.exitCode != 0, place);
    }
    QVERIFY(hits > 0); // else the save does not make this call, and nothing was shown
    qInfo("%d calls failed", hits);
}

void VaultFaultsTest::fullDiskLosesNothing()
{
    VaultFixture fixture;
    const QString disk = fixture.filePath(u"disk"_s);
    QVERIFY(QDir().mkdir(disk));
    const QByteArray place = QFile::encodeName(disk);
    const QByteArray size = "size=" + QByteArray::number(fixture.bytes().size() + 96 * 1024);
    if (mount("tmpfs", place.constData(), "tmpfs", 0, size.constData()) != 0) {
        QSKIP("a small disk cannot be mounted: that needs root or a user namespace");
    }
    const QString path = disk + u"/vault"_s;
    QStringList kept;
    ErrorCode code{};
    QString backupLeft;
    bool isSound = false;
    QStringList names;
    if (QFile::copy(fixture.path(), path)) {
        auto vault = VaultFixture::openCopy(path);
        for (int i = 0; vault && i < 2000; ++i) {
            const auto added = (*vault)->addProperty(newProperty(QString::number(i), {"planted-key"}));
            if (!added) {
                code = added.error().code;
                break;
            }
            kept << added->name;
        }
        if (vault) {
            (void)(*vault)->backUp(disk + u"/copy"_s, Overwrite::No); // no room: nothing may be left of it
            vault->reset();
        }
        backupLeft = QDir(disk).entryList(QDir::Files | QDir::Hidden).join(u' ');
        vault = VaultFixture::openCopy(path);
        if (vault) {
            const auto check = (*vault)->check();
            isSound = check && check->isSound();
            const auto properties = (*vault)->properties();
            for (const recipes::Property &property : properties ? *properties : QList<recipes::Property>()) {
                names << property.name;
            }
        }
    }
    umount(place.constData());
    QCOMPARE(code, ErrorCode::WriteFailed);
    QVERIFY(kept.size() > 10);
    QVERIFY(isSound);
    QCOMPARE(names.size(), kept.size() + 2);
    QCOMPARE(backupLeft, u"vault"_s);
}

void VaultFaultsTest::removedFolderIsTold()
{
    VaultFixture fixture;
    const QString folder = fixture.filePath(u"gone"_s);
    QVERIFY(QDir().mkdir(folder));
    QVERIFY(QFile::copy(fixture.path(), folder + u"/vault"_s));
    auto vault = VaultFixture::openCopy(folder + u"/vault"_s);
    QVERIFY_RESULT(vault);
    QVERIFY(QDir(folder).removeRecursively());
    QCOMPARE_ERROR((*vault)->addProperty(newProperty(u"More"_s, {})), ErrorCode::WriteFailed);
    QVERIFY(!QFile::exists(folder));
}

void VaultFaultsTest::lostPermissionIsTold()
{
    QVERIFY(holdsUnprivileged([] {
        VaultFixture fixture;
        auto vault = fixture.open();
        const QString folder = QFileInfo(fixture.path()).path();
        const QByteArray before = fixture.bytes();
        // No journal can be made in a folder that may not be written to.
        const bool isLost = QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner);
        const auto added =
            vault ? (*vault)->addProperty(newProperty(u"More"_s, {})) : failure(ErrorCode::Cancelled);
        const bool isBack =
            QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return isLost && isBack && !added && added.error().code == ErrorCode::WriteFailed &&
               fixture.bytes() == before && (*vault)->addProperty(newProperty(u"More"_s, {})).has_value();
    }));
}

void VaultFaultsTest::clockSetBackDisturbsNothing()
{
    VaultFixture fixture;
    auto vault = fixture.open();
    const Timestamp now = fixture.clock().now();
    fixture.clock().setNow(now - std::chrono::years(30));
    const recipes::Property shop = (*vault)->properties()->front();
    const auto rotated =
        (*vault)->rotateKey(shop, secretKey("planted-late"), keys::KeyOrigin::Imported, keys::RevokeOld::No);
    QVERIFY_RESULT(rotated);
    QCOMPARE(rotated->keys.current()->number, 3);
    QVERIFY_RESULT((*vault)->removeProperty(*rotated));
    QCOMPARE((*vault)->removedProperties()->size(), 1);
    vault->reset();
    auto again = fixture.open();
    QVERIFY_RESULT(again);
    QVERIFY((*again)->check()->isSound());
    const QList<ActivityEntry> activity = *(*again)->activity({});
    QCOMPARE(activity.at(0).kind, ActivityKind::PropertyRemoved); // in the order things were done
    QVERIFY(activity.at(0).at < activity.at(2).at);
}

QTEST_GUILESS_MAIN(VaultFaultsTest)
#include "tst_vaultfaults.moc"
