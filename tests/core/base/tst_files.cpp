#include "core/base/files.h"
#include "tests/support/result.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace countersign;
using namespace Qt::StringLiterals;

class TestFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAndReads();
    void writesForTheOwnerOnly();
    void writesAsTheUmaskSays();
    void refusesToOverwrite();
    void overwritesWhenTold();
    void keepsTheOldFileWhenTheDiskIsFull();
    void refusesAFolderAsTarget();
    void refusesADeviceAsTarget();
    void refusesAMissingFolder();
    void writesThroughASymbolicLink();
    void refusesADanglingLink();
    void takesTheLongestName();
    void readsNothingWhereThereIsNothing();
    void refusesToReadAFolder();
    void refusesWhatIsTooLarge();
    void readsAPipe();
    void readsStandardInput();

private:
    QString path(const QString &name = u"key.pem"_s) const { return m_folder.filePath(name); }
    QStringList filesLeft() const { return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden); }
    QTemporaryDir m_folder;

private Q_SLOTS:
    void init()
    {
        QDir(m_folder.path()).removeRecursively();
        QDir().mkpath(m_folder.path());
    }
};

void TestFiles::writesAndReads()
{
    const QByteArray content("line\r\nNUL \0 end", 15);
    QVERIFY_RESULT(writeFile(path(), bytesOf(content), FileAccess::OwnerOnly, Overwrite::No));
    QCOMPARE(readFile(path(), 100), content);
    const auto secret = readSecretFile(path());
    QVERIFY_RESULT(secret);
    QCOMPARE(viewOf(secret->bytes()), content);
    QCOMPARE(filesLeft(), QStringList{u"key.pem"_s});

    QVERIFY_RESULT(writeFile(path(u"empty"_s), {}, FileAccess::Ordinary, Overwrite::No));
    QCOMPARE(readFile(path(u"empty"_s), 0), QByteArray());
}

void TestFiles::writesForTheOwnerOnly()
{
#ifdef Q_OS_UNIX
    const mode_t before = umask(0);
    const auto written = writeFile(path(), bytesOf("secret"), FileAccess::OwnerOnly, Overwrite::No);
    umask(before);
    QVERIFY_RESULT(written);
    struct stat status;
    QCOMPARE(stat(path().toLocal8Bit(), &status), 0);
    QCOMPARE(status.st_mode & 07777, mode_t{0600});
#else
    QSKIP("POSIX permissions: did not run writesForTheOwnerOnly");
#endif
}

void TestFiles::writesAsTheUmaskSays()
{
#ifdef Q_OS_UNIX
    const mode_t before = umask(027);
    const auto written = writeFile(path(), bytesOf("public"), FileAccess::Ordinary, Overwrite::No);
    umask(before);
    QVERIFY_RESULT(written);
    struct stat status;
    QCOMPARE(stat(path().toLocal8Bit(), &status), 0);
    QCOMPARE(status.st_mode & 07777, mode_t{0640});
#else
    QSKIP("POSIX permissions: did not run writesAsTheUmaskSays");
#endif
}

void TestFiles::refusesToOverwrite()
{
    QVERIFY_RESULT(writeFile(path(), bytesOf("old"), FileAccess::OwnerOnly, Overwrite::No));
    const auto again = writeFile(path(), bytesOf("new"), FileAccess::OwnerOnly, Overwrite::No);
    QCOMPARE_ERROR(again, ErrorCode::FileExists);
    QVERIFY(again.error().detail.contains(u"key.pem"));
    QCOMPARE(readFile(path(), 100), "old"_ba);
    QCOMPARE(filesLeft().size(), 1);
}

void TestFiles::overwritesWhenTold()
{
    QVERIFY_RESULT(writeFile(path(), bytesOf("old and long"), FileAccess::Ordinary, Overwrite::No));
    QVERIFY_RESULT(writeFile(path(), bytesOf("new"), FileAccess::OwnerOnly, Overwrite::Yes));
    QCOMPARE(readFile(path(), 100), "new"_ba);
    QVERIFY(!(QFileInfo(path()).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    QCOMPARE(filesLeft().size(), 1);
}

void TestFiles::keepsTheOldFileWhenTheDiskIsFull()
{
#ifdef Q_OS_UNIX
    QVERIFY_RESULT(writeFile(path(), bytesOf("old"), FileAccess::OwnerOnly, Overwrite::No));
    // A file-size limit fails a write half way, as a full disk does, and needs no disk to fill.
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    auto *const handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{4096, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const auto written =
        writeFile(path(), bytesOf(QByteArray(20000, 'x')), FileAccess::OwnerOnly, Overwrite::Yes);
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);

    QCOMPARE_ERROR(written, ErrorCode::WriteFailed);
    QVERIFY2(written.error().detail.endsWith(u"the disk is full"), qPrintable(written.error().detail));
    QCOMPARE(readFile(path(), 100), "old"_ba);
    QCOMPARE(filesLeft(), QStringList{u"key.pem"_s});
#else
    QSKIP("needs RLIMIT_FSIZE: did not run keepsTheOldFileWhenTheDiskIsFull");
#endif
}

void TestFiles::refusesAFolderAsTarget()
{
    QVERIFY(QDir().mkdir(path(u"folder"_s)));
    QCOMPARE_ERROR(writeFile(path(u"folder"_s), bytesOf("x"), FileAccess::OwnerOnly, Overwrite::No),
                   ErrorCode::FileExists);
    const auto written = writeFile(path(u"folder"_s), bytesOf("x"), FileAccess::OwnerOnly, Overwrite::Yes);
    QCOMPARE_ERROR(written, ErrorCode::WriteFailed);
    QVERIFY(written.error().detail.endsWith(u"not a regular file"));
}

void TestFiles::refusesADeviceAsTarget()
{
#ifdef Q_OS_UNIX
    // Replacing a device by a file is what an installer's root shell would otherwise do to /dev/null.
    QVERIFY(mkfifo(path(u"pipe"_s).toLocal8Bit(), 0600) == 0);
    QCOMPARE_ERROR(writeFile(path(u"pipe"_s), bytesOf("x"), FileAccess::OwnerOnly, Overwrite::Yes),
                   ErrorCode::WriteFailed);
#else
    QSKIP("needs a FIFO: did not run refusesADeviceAsTarget");
#endif
}

void TestFiles::refusesAMissingFolder()
{
    const auto written =
        writeFile(path(u"no/such/key.pem"_s), bytesOf("x"), FileAccess::OwnerOnly, Overwrite::No);
    QCOMPARE_ERROR(written, ErrorCode::WriteFailed);
    QVERIFY(written.error().detail.endsWith(u"no such file or folder"));
}

void TestFiles::writesThroughASymbolicLink()
{
#ifdef Q_OS_UNIX
    QVERIFY(QDir().mkdir(path(u"elsewhere"_s)));
    const QString real = path(u"elsewhere/real.pem"_s);
    QVERIFY_RESULT(writeFile(real, bytesOf("old"), FileAccess::OwnerOnly, Overwrite::No));
    QVERIFY(QFile::link(real, path(u"link.pem"_s)));
    QVERIFY_RESULT(writeFile(path(u"link.pem"_s), bytesOf("new"), FileAccess::OwnerOnly, Overwrite::Yes));
    QVERIFY(QFileInfo(path(u"link.pem"_s)).isSymLink());
    QCOMPARE(readFile(real, 100), "new"_ba);
#else
    QSKIP("symbolic links: did not run writesThroughASymbolicLink");
#endif
}

void TestFiles::refusesADanglingLink()
{
#ifdef Q_OS_UNIX
    QVERIFY(QFile::link(path(u"nowhere"_s), path(u"link.pem"_s)));
    QCOMPARE_ERROR(writeFile(path(u"link.pem"_s), bytesOf("x"), FileAccess::OwnerOnly, Overwrite::No),
                   ErrorCode::FileExists);
    QVERIFY(!QFileInfo::exists(path(u"nowhere"_s)));
#else
    QSKIP("symbolic links: did not run refusesADanglingLink");
#endif
}

void TestFiles::takesTheLongestName()
{
    const QString longest(255, u'k');
    QVERIFY_RESULT(writeFile(path(longest), bytesOf("x"), FileAccess::OwnerOnly, Overwrite::No));
    QCOMPARE(readFile(path(longest), 1), "x"_ba);
}

void TestFiles::readsNothingWhereThereIsNothing()
{
    const auto missing = readSecretFile(path(u"missing.pem"_s));
    QCOMPARE_ERROR(missing, ErrorCode::FileNotFound);
    QVERIFY(missing.error().detail.contains(u"missing.pem"));
    QCOMPARE_ERROR(readFile(path(u"missing.pem"_s), 10), ErrorCode::FileNotFound);
}

void TestFiles::refusesToReadAFolder()
{
    const auto read = readSecretFile(m_folder.path());
    QCOMPARE_ERROR(read, ErrorCode::ReadFailed);
}

void TestFiles::refusesWhatIsTooLarge()
{
    QVERIFY_RESULT(writeFile(path(), bytesOf(QByteArray(5000, 'x')), FileAccess::Ordinary, Overwrite::No));
    QCOMPARE_ERROR(readFile(path(), 4999), ErrorCode::FileTooLarge);
    QCOMPARE_ERROR(readSecretFile(path(), 4999), ErrorCode::FileTooLarge);
    QVERIFY_RESULT(readFile(path(), 5000));
    QVERIFY_RESULT(readSecretFile(path(), 5000));
#ifdef Q_OS_UNIX
    QCOMPARE_ERROR(readSecretFile(u"/dev/zero"_s), ErrorCode::FileTooLarge);
#endif
}

void TestFiles::readsAPipe()
{
#ifdef Q_OS_UNIX
    int ends[2];
    QCOMPARE(pipe(ends), 0);
    QCOMPARE(write(ends[1], "key", 3), ssize_t{3});
    close(ends[1]);
    const auto read = readSecretFile(u"/dev/fd/%1"_s.arg(ends[0])); // as a shell's <(…) passes it
    close(ends[0]);
    QVERIFY_RESULT(read);
    QCOMPARE(viewOf(read->bytes()), "key"_ba);
#else
    QSKIP("needs /dev/fd: did not run readsAPipe");
#endif
}

void TestFiles::readsStandardInput()
{
#ifdef Q_OS_UNIX
    QVERIFY_RESULT(writeFile(path(), bytesOf("from stdin"), FileAccess::OwnerOnly, Overwrite::No));
    const int saved = dup(0);
    const int file = open(path().toLocal8Bit(), O_RDONLY | O_CLOEXEC);
    dup2(file, 0);
    const auto read = readSecretFile(u"-"_s);
    const auto atEnd = readSecretFile(u"-"_s); // standard input stays open
    dup2(saved, 0);
    close(file);
    close(saved);
    QVERIFY_RESULT(read);
    QCOMPARE(viewOf(read->bytes()), "from stdin"_ba);
    QVERIFY_RESULT(atEnd);
    QVERIFY(atEnd->isEmpty());
#else
    QSKIP("needs dup2: did not run readsStandardInput");
#endif
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
