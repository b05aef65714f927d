#include "tests/support/result.h"
#include "unprivileged.h"
#include "vaultfixture.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::vault;

namespace {

using Prepare = std::function<void(VaultFixture &)>;

/// Edits the slot and makes its checksum fit again, as a forger would.
void plantCost(VaultFixture &fixture, const QString &column, qint64 value)
{
    fixture.edit({u"UPDATE key_slot SET %1 = %2"_s.arg(column).arg(value)});
    auto store = SqlStore::open(fixture.path(), SqlStore::Mode::ReadWrite);
    const auto row = (*store)->selectOne(u"SELECT id, kind, kdf, cost, block_size, parallelization, salt, "
                                         "wrapped_key, commitment FROM key_slot"_s);
    KeySlot slot;
    slot.parameters = {(*row)[3].toULongLong(), (*row)[4].toUInt(), (*row)[5].toUInt()};
    slot.salt = (*row)[6].toByteArray();
    slot.wrappedKey = (*row)[7].toByteArray();
    slot.commitment = (*row)[8].toByteArray();
    slot.checksum = slot.expectedChecksum();
    QVERIFY_RESULT(writeSlot(**store, slot));
}

/// Another program that has the file locked for itself.
class Holder final
{
public:
    explicit Holder(const QString &path, const QString &begin)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"holder"_s);
        database.setDatabaseName(path);
        if (!database.open() || !QSqlQuery(database).exec(begin)) {
            qFatal("the file cannot be locked");
        }
    }
    ~Holder()
    {
        QSqlDatabase::database(u"holder"_s).close();
        QSqlDatabase::removeDatabase(u"holder"_s);
    }
};

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden);
}

} // namespace

class VaultOpeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failsWithItsOwnError_data();
    void failsWithItsOwnError();
    void refusesPlantedKeyDerivation_data();
    void refusesPlantedKeyDerivation();
    void namesItselfInUseWhileAnotherProgramHoldsIt_data();
    void namesItselfInUseWhileAnotherProgramHoldsIt();
    void saysThatAFileMayNotBeRead();
    void readsAFileThatCannotBeWritten();
    void keepsFileAndJournalToTheOwner();
    void neverOverwritesAFileWhenCreating();
    void leavesNothingBehindWhenCreatingFails_data();
    void leavesNothingBehindWhenCreatingFails();
    void opensAfterTheWritersJournalWasLeftBehind();
    void takesTheNewPassphraseOnly();
    void opensAndCreatesUnderAnyName_data();
    void opensAndCreatesUnderAnyName();
};

void VaultOpeningTest::failsWithItsOwnError_data()
{
    QTest::addColumn<Prepare>("prepare");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const Prepare &prepare, ErrorCode code, const QString &detail) {
        QTest::newRow(name) << prepare << code << detail;
    };
    row("missing", [](VaultFixture &f) { QVERIFY(QFile::remove(f.path())); }, ErrorCode::VaultNotFound, {});
    row(
        "a folder",
        [](VaultFixture &f) {
            QVERIFY(QFile::remove(f.path()));
            QVERIFY(QDir().mkdir(f.path()));
        },
        ErrorCode::ReadFailed, u"folder"_s);
    row("empty", [](VaultFixture &f) { f.setBytes({}); }, ErrorCode::VaultDamaged, u"empty"_s);
    row("a text file", [](VaultFixture &f) { f.setBytes("not a vault\n"); }, ErrorCode::NotAVault, {});
    row(
        "zeros", [](VaultFixture &f) { f.setBytes(QByteArray(8192, '\0')); }, ErrorCode::VaultDamaged,
        u"zeros"_s);
    row(
        "first bytes changed", [](VaultFixture &f) { f.setBytes("x" + f.bytes().sliced(1)); },
        ErrorCode::VaultDamaged, u"first bytes"_s);
    row("SQLite's header alone", [](VaultFixture &f) { f.setBytes(f.bytes().first(16)); },
        ErrorCode::VaultDamaged, {});
    row("half", [](VaultFixture &f) { f.setBytes(f.bytes().first(f.bytes().size() / 2)); },
        ErrorCode::VaultDamaged, {});
    row(
        "another program's SQLite file",
        [](VaultFixture &f) {
            QVERIFY(QFile::remove(f.path()));
            f.edit({u"CREATE TABLE something(id)"_s});
        },
        ErrorCode::NotAVault, u"an SQLite file of something else"_s);
    row(
        "newer format", [](VaultFixture &f) { f.edit({u"PRAGMA user_version=3"_s}); }, ErrorCode::VaultTooNew,
        u"format 3"_s);
    row(
        "newer format with newer tables",
        [](VaultFixture &f) { f.edit({u"PRAGMA user_version=7"_s, u"CREATE TABLE bin(id)"_s}); },
        ErrorCode::VaultTooNew, u"format 7"_s);
    row("no format", [](VaultFixture &f) { f.edit({u"PRAGMA user_version=0"_s}); }, ErrorCode::VaultDamaged,
        {});
    row(
        "salt damaged", [](VaultFixture &f) { f.edit({u"UPDATE key_slot SET salt = zeroblob(32)"_s}); },
        ErrorCode::VaultDamaged, u"checksum"_s);
}

void VaultOpeningTest::failsWithItsOwnError()
{
    QFETCH(const Prepare, prepare);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, detail);
    VaultFixture fixture;
    prepare(fixture);
    const auto opened = fixture.open();
    QCOMPARE_ERROR(opened, code);
    QVERIFY2(opened.error().detail.contains(detail), qPrintable(opened.error().detail));
    const auto header = Vault::readHeader(fixture.path());
    QCOMPARE_ERROR(header, code);
}

void VaultOpeningTest::refusesPlantedKeyDerivation_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<qint64>("value");
    QTest::newRow("weak N") << u"cost"_s << qint64{1024};
    QTest::newRow("N just below") << u"cost"_s << qint64{65536};
    QTest::newRow("N that takes hours") << u"cost"_s << (qint64{1} << 40);
    QTest::newRow("N no power of two") << u"cost"_s << qint64{200000};
    QTest::newRow("negative N") << u"cost"_s << qint64{-1};
    QTest::newRow("zero N") << u"cost"_s << qint64{0};
    QTest::newRow("r 1") << u"block_size"_s << qint64{1};
    QTest::newRow("huge r") << u"block_size"_s << (qint64{1} << 31);
    QTest::newRow("p 0") << u"parallelization"_s << qint64{0};
    QTest::newRow("huge p") << u"parallelization"_s << qint64{1000};
}

/// Before anything is derived: neither a weak key nor an exhausted machine.
void VaultOpeningTest::refusesPlantedKeyDerivation()
{
    QFETCH(const QString, column);
    QFETCH(const qint64, value);
    VaultFixture fixture;
    plantCost(fixture, column, value);
    int derivations = 0;
    const auto counting = [&](const QByteArray &, const crypto::ScryptParameters &) -> Result<SecretBytes> {
        ++derivations;
        return failure(ErrorCode::CryptoFailed);
    };
    const auto opened = VaultOpening::open(fixture.path(), counting, fixture.actor(), fixture.clock());
    QCOMPARE_ERROR(opened, ErrorCode::VaultDamaged);
    QVERIFY2(opened.error().detail.contains(u"out of bounds"_s), qPrintable(opened.error().detail));
    QCOMPARE(derivations, 0);
}

void VaultOpeningTest::namesItselfInUseWhileAnotherProgramHoldsIt_data()
{
    QTest::addColumn<QString>("lock");
    QTest::addColumn<bool>("mayRead");
    QTest::newRow("another is writing") << u"BEGIN IMMEDIATE"_s << true;
    QTest::newRow("another has it alone") << u"BEGIN EXCLUSIVE"_s << false;
}

void VaultOpeningTest::namesItselfInUseWhileAnotherProgramHoldsIt()
{
    QFETCH(const QString, lock);
    QFETCH(const bool, mayRead);
    VaultFixture fixture;
    auto vault = fixture.open();
    QVERIFY_RESULT(vault);
    const QByteArray before = *contentsOf(**vault);
    {
        const Holder holder(fixture.path(), lock);
        QCOMPARE_ERROR((*vault)->addProperty(newProperty(u"More"_s, {})), ErrorCode::VaultInUse);
        if (mayRead) {
            QVERIFY_RESULT((*vault)->properties());
        } else {
            QCOMPARE_ERROR((*vault)->properties(), ErrorCode::VaultInUse);
            QCOMPARE_ERROR(fixture.open(), ErrorCode::VaultInUse);
        }
    }
    QCOMPARE(*contentsOf(**vault), before);
    QVERIFY_RESULT((*vault)->addProperty(newProperty(u"More"_s, {})));
}

void VaultOpeningTest::saysThatAFileMayNotBeRead()
{
    QVERIFY(holdsUnprivileged([] {
        VaultFixture fixture;
        const bool isSealedOff = QFile::setPermissions(fixture.path(), {});
        const auto opened = fixture.open();
        const auto header = Vault::readHeader(fixture.path());
        return isSealedOff && !opened && opened.error().code == ErrorCode::ReadFailed && !header &&
               header.error().code == ErrorCode::ReadFailed;
    }));
}

void VaultOpeningTest::readsAFileThatCannotBeWritten()
{
    QVERIFY(holdsUnprivileged([] {
        VaultFixture fixture;
        const bool isReadOnly = QFile::setPermissions(fixture.path(), QFile::ReadOwner);
        auto vault = fixture.openWithPassphrase();
        if (!isReadOnly || !vault || (*vault)->properties()->size() != 2) {
            return false;
        }
        const auto added = (*vault)->addProperty(newProperty(u"More"_s, {}));
        return !added && added.error().code == ErrorCode::WriteFailed;
    }));
}

void VaultOpeningTest::keepsFileAndJournalToTheOwner()
{
    const mode_t before = umask(0);
    const VaultFixture fixture;
    const QString path = fixture.filePath(u"fresh"_s);
    auto vault = Vault::create(path, secret("correct horse"), {}, fixture.actor(), SystemClock());
    QVERIFY_RESULT(vault);
    auto store = SqlStore::open(path, SqlStore::Mode::ReadWrite);
    auto transaction = Transaction::begin(**store, Transaction::Kind::Write);
    QVERIFY_RESULT((*store)->execute(u"UPDATE header SET created_at = created_at + 1"_s));
    struct stat file{};
    struct stat journal{};
    QCOMPARE(stat(QFile::encodeName(path).constData(), &file), 0);
    QCOMPARE(stat(QFile::encodeName(path + u"-journal"_s).constData(), &journal), 0);
    umask(before);
    QCOMPARE(file.st_mode & 0777, mode_t{0600});
    QCOMPARE(journal.st_mode & 0777, mode_t{0600});
}

void VaultOpeningTest::neverOverwritesAFileWhenCreating()
{
    const VaultFixture fixture;
    const QByteArray before = fixture.bytes();
    QCOMPARE_ERROR(Vault::create(fixture.path(), secret("x"), {}, fixture.actor(), SystemClock()),
                   ErrorCode::VaultExists);
    QCOMPARE(fixture.bytes(), before);
}

void VaultOpeningTest::leavesNothingBehindWhenCreatingFails_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<crypto::ScryptParameters>("kdf");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("empty passphrase")
        << u"new"_s << QByteArray() << crypto::ScryptParameters() << ErrorCode::InvalidInput;
    QTest::newRow("weak derivation") << u"new"_s << QByteArray("x") << crypto::ScryptParameters{1024, 8, 1}
                                     << ErrorCode::InvalidInput;
    QTest::newRow("name too long") << QString(300, u'x') << QByteArray("x") << crypto::ScryptParameters()
                                   << ErrorCode::WriteFailed;
    QTest::newRow("in a file instead of a folder") << u"test.countersign/new"_s << QByteArray("x")
                                                   << crypto::ScryptParameters() << ErrorCode::WriteFailed;
}

void VaultOpeningTest::leavesNothingBehindWhenCreatingFails()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, passphrase);
    QFETCH(const crypto::ScryptParameters, kdf);
    QFETCH(const ErrorCode, code);
    const VaultFixture fixture;
    const auto created = Vault::create(fixture.filePath(name), SecretBytes::copyOf(bytesOf(passphrase)), kdf,
                                       fixture.actor(), SystemClock());
    QCOMPARE_ERROR(created, code);
    QCOMPARE(filesIn(fixture.filePath({})), QStringList{u"test.countersign"_s});
}

/// A kill between journal and commit leaves the journal behind; the next to open rolls back.
void VaultOpeningTest::opensAfterTheWritersJournalWasLeftBehind()
{
    VaultFixture fixture;
    const QByteArray before = *contentsOf(**fixture.open());
    auto store = SqlStore::open(fixture.path(), SqlStore::Mode::ReadWrite);
    (void)(*store)->select(u"PRAGMA cache_spill=1"_s);
    (void)(*store)->select(u"PRAGMA cache_size=1"_s);
    VaultFixture crashed;
    {
        auto transaction = Transaction::begin(**store, Transaction::Kind::Write);
        QVERIFY_RESULT((*store)->execute(u"UPDATE record SET sealed = zeroblob(90000)"_s));
        crashed.setBytes(fixture.bytes());
        QVERIFY(QFile::copy(fixture.path() + u"-journal"_s, crashed.path() + u"-journal"_s));
    }
    QVERIFY(crashed.bytes() != VaultFixture().bytes()); // half of the change is in the file already
    auto vault = crashed.open();
    QVERIFY_RESULT(vault);
    QCOMPARE(*contentsOf(**vault), before);
    QVERIFY(!QFile::exists(crashed.path() + u"-journal"_s));
}

void VaultOpeningTest::takesTheNewPassphraseOnly()
{
    VaultFixture fixture;
    auto vault = fixture.open();
    QVERIFY_RESULT(vault);
    const QByteArray before = fixture.edit({u"SELECT wrapped_key FROM key_slot"_s}).front().toByteArray();
    QCOMPARE_ERROR((*vault)->changePassphrase(secret("wrong"), secret("new"), {}),
                   ErrorCode::WrongPassphrase);
    QVERIFY_RESULT((*vault)->changePassphrase(secret(fixturePassphrase), secret("new"), {}));
    QVERIFY_RESULT((*vault)->properties());
    vault->reset();
    QCOMPARE_ERROR(fixture.openWithPassphrase(), ErrorCode::WrongPassphrase);
    auto again = fixture.openWithPassphrase("new");
    QVERIFY_RESULT(again);
    QVERIFY((*again)->check()->isSound());
    QVERIFY(!fixture.bytes().contains(before));
}

void VaultOpeningTest::opensAndCreatesUnderAnyName_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("spaces") << u"my vault.countersign"_s;
    QTest::newRow("what an address would end at") << u"a?mode=memory&b#c%41.countersign"_s;
    QTest::newRow("letters of other scripts") << u"Schlüssel-鍵-مفتاح"_s;
    QTest::newRow("in a folder that is not there yet") << u"new folder/deeper/vault"_s;
}

void VaultOpeningTest::opensAndCreatesUnderAnyName()
{
    QFETCH(const QString, name);
    const VaultFixture fixture;
    const QString path = fixture.filePath(name);
    QVERIFY_RESULT(Vault::create(path, secret("x"), {}, fixture.actor(), SystemClock()));
    QVERIFY(QFile::exists(path));
    QVERIFY_RESULT(Vault::readHeader(path));
}

Q_DECLARE_METATYPE(Prepare)
Q_DECLARE_METATYPE(crypto::ScryptParameters)

QTEST_GUILESS_MAIN(VaultOpeningTest)
#include "tst_vaultopening.moc"
