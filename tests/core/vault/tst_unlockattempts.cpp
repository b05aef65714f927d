#include "core/vault/unlockattempts.h"

#include "core/vault/recoverykey.h"
#include "tests/core/vault/vaultfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace countersign;
using namespace countersign::vault;

class TestUnlockAttempts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void delayGrowsWithEveryFailure_data();
    void delayGrowsWithEveryFailure();
    void waitEndsWithTime();
    void clockSetBackWaitsNoLonger();
    void isRememberedByTheNextProgram();
    void vaultsAreCountedApart();
    void anotherNameOfTheVaultCountsOn();
    void fileTellsNothing();
    void damagedFileCountsFromNothing_data();
    void damagedFileCountsFromNothing();
    void folderThatCannotBeMeansNoDelay_data();
    void folderThatCannotBeMeansNoDelay();
    void vaultCountsWrongPassphrasesAndRecoveryKeys();
    void vaultCountsOnlyWhatDoesNotOpenIt();

private:
    static constexpr Timestamp now{1'700'000'000s};
    static void failOften(const UnlockAttempts &attempts, int times)
    {
        for (int i = 0; i < times; ++i) {
            attempts.noteFailure(now);
        }
    }
};

void TestUnlockAttempts::delayGrowsWithEveryFailure_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<int>("expectedSeconds");
    const int expected[] = {0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60};
    for (int i = 0; i < int(std::size(expected)); ++i) {
        QTest::addRow("%d", i) << i << expected[i];
    }
    QTest::newRow("very many") << 1'000'000'000 << 60;
}

void TestUnlockAttempts::delayGrowsWithEveryFailure()
{
    QFETCH(const int, failures);
    QFETCH(const int, expectedSeconds);
    QCOMPARE(UnlockAttempts::delayAfter(failures).count(), expectedSeconds);
}

void TestUnlockAttempts::waitEndsWithTime()
{
    const QTemporaryDir folder;
    const UnlockAttempts attempts(folder.path(), u"/v"_s);
    failOften(attempts, 6);
    QCOMPARE(attempts.waitFrom(now), 4s);
    QCOMPARE(attempts.waitFrom(now + 3s), 1s);
    QCOMPARE(attempts.waitFrom(now + 4s), 0s);
    QCOMPARE(attempts.waitFrom(now + 400s), 0s);
}

void TestUnlockAttempts::clockSetBackWaitsNoLonger()
{
    const QTemporaryDir folder;
    const UnlockAttempts attempts(folder.path(), u"/v"_s);
    failOften(attempts, 5);
    QCOMPARE(attempts.waitFrom(now - 24h), 2s);
}

void TestUnlockAttempts::isRememberedByTheNextProgram()
{
    const QTemporaryDir folder;
    failOften(UnlockAttempts(folder.path(), u"/v"_s), 4);
    QCOMPARE(UnlockAttempts(folder.path(), u"/v"_s).waitFrom(now), 1s);
    UnlockAttempts(folder.path(), u"/v"_s).noteSuccess();
    QCOMPARE(UnlockAttempts(folder.path(), u"/v"_s).failures(), 0);
}

void TestUnlockAttempts::vaultsAreCountedApart()
{
    const QTemporaryDir folder;
    failOften(UnlockAttempts(folder.path(), u"/v"_s), 9);
    QCOMPARE(UnlockAttempts(folder.path(), u"/w"_s).failures(), 0);
}

void TestUnlockAttempts::anotherNameOfTheVaultCountsOn()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"v.countersign"_s);
    QVERIFY(QFile(path).open(QIODevice::WriteOnly));
    const QString link = folder.filePath(u"other.countersign"_s);
    QVERIFY(QFile::link(path, link));
    failOften(UnlockAttempts(folder.path(), path), 5);
    QCOMPARE(UnlockAttempts(folder.path(), link).failures(), 5);
    QCOMPARE(UnlockAttempts(folder.path(), folder.path() + u"/./v.countersign"_s).failures(), 5);
}

void TestUnlockAttempts::fileTellsNothing()
{
    const QTemporaryDir folder;
    failOften(UnlockAttempts(folder.path(), u"/home/ada/northwind.countersign"_s), 1);
    const QStringList names = QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
    QCOMPARE(names.size(), 1);
    QVERIFY(!names[0].contains(u"northwind"_s) && !names[0].contains(u"ada"_s));
    QFile file(folder.filePath(names[0]));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "1 1700000000\n");
}

void TestUnlockAttempts::damagedFileCountsFromNothing_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("words") << QByteArray("once upon\n");
    QTest::newRow("negative") << QByteArray("-5 1700000000\n");
    QTest::newRow("too long") << QByteArray(1000, '9');
}

void TestUnlockAttempts::damagedFileCountsFromNothing()
{
    QFETCH(const QByteArray, content);
    const QTemporaryDir folder;
    const UnlockAttempts attempts(folder.path(), u"/v"_s);
    failOften(attempts, 9);
    QFile file(folder.filePath(QDir(folder.path()).entryList(QDir::Files).constFirst()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
    file.close();
    QCOMPARE(attempts.waitFrom(now), 0s);
    failOften(attempts, 1);
    QCOMPARE(attempts.failures(), 1);
}

void TestUnlockAttempts::folderThatCannotBeMeansNoDelay_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("none") << QString();
    QTest::newRow("below a device") << u"/dev/null/here"_s;
}

void TestUnlockAttempts::folderThatCannotBeMeansNoDelay()
{
    QFETCH(const QString, folder);
    const UnlockAttempts attempts(folder, u"/v"_s);
    failOften(attempts, 9);
    QCOMPARE(attempts.waitFrom(now), 0s);
    attempts.noteSuccess();
}

void TestUnlockAttempts::vaultCountsWrongPassphrasesAndRecoveryKeys()
{
    VaultFixture fixture;
    QVERIFY((*fixture.open())->setRecoveryKey(secret(fixturePassphrase), makeRecoveryKey(), {}));
    const VaultMemory memory{fixture.filePath(u"seen"_s)};
    const UnlockAttempts attempts(memory.folder, fixture.path());
    const auto tryPassphrase = [&](const char *passphrase) {
        return Vault::open(fixture.path(), secret(passphrase), fixture.actor(), fixture.clock(), memory);
    };
    QCOMPARE(tryPassphrase("wrong").error().code, ErrorCode::WrongPassphrase);
    QCOMPARE(attempts.failures(), 1);
    const auto withKey = Vault::openWithRecoveryKey(fixture.path(), makeRecoveryKey(), fixture.actor(),
                                                    fixture.clock(), memory);
    QCOMPARE(withKey.error().code, ErrorCode::WrongRecoveryKey);
    QCOMPARE(attempts.failures(), 2);
    QVERIFY(tryPassphrase(fixturePassphrase));
    QCOMPARE(attempts.failures(), 0);
}

/// A mistyped recovery key is told by its check digits, and a damaged file by itself: neither is a guess.
void TestUnlockAttempts::vaultCountsOnlyWhatDoesNotOpenIt()
{
    VaultFixture fixture;
    const VaultMemory memory{fixture.filePath(u"seen"_s)};
    const auto mistyped =
        Vault::openWithRecoveryKey(fixture.path(), secret("ABCD"), fixture.actor(), fixture.clock(), memory);
    QCOMPARE(mistyped.error().code, ErrorCode::InvalidInput);
    const QString damaged = fixture.filePath(u"damaged.countersign"_s);
    QFile file(damaged);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no vault") > 0);
    file.close();
    QVERIFY(!Vault::open(damaged, secret("x"), fixture.actor(), fixture.clock(), memory));
    QCOMPARE(UnlockAttempts(memory.folder, fixture.path()).failures(), 0);
    QCOMPARE(UnlockAttempts(memory.folder, damaged).failures(), 0);
}

QTEST_GUILESS_MAIN(TestUnlockAttempts)
#include "tst_unlockattempts.moc"
