#include "core/base/sanitizer.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr uint nobody = 65534;

} // namespace

/// Looks at the two programs from outside while they run. As root it runs them as somebody else, because
/// nothing is kept from root.
class TestProcessHardening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void leavesNoCoreDump_data();
    void leavesNoCoreDump();
    void cannotBeReadByTheSameUser_data();
    void cannotBeReadByTheSameUser();

private:
    static void addPrograms();
    void start();
    QString fileOfProcess(const QString &name) const
    {
        return u"/proc/%1/%2"_s.arg(m_process->processId()).arg(name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_process;
};

void TestProcessHardening::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                                                QFile::ReadOther | QFile::WriteOther | QFile::ExeOther);
    m_process = std::make_unique<QProcess>();
}

void TestProcessHardening::cleanup()
{
    m_process->kill();
    m_process->waitForFinished();
}

void TestProcessHardening::addPrograms()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    // Both wait: one for what is to be signed, the other for a person.
    QTest::newRow("command line") << QStringLiteral(COUNTERSIGN_CLI)
                                  << QStringList{u"jwt"_s, u"decode"_s, u"-"_s};
    QTest::newRow("console") << QStringLiteral(COUNTERSIGN_CONSOLE) << QStringList();
}

void TestProcessHardening::start()
{
    QFETCH(const QString, program);
    QFETCH(const QStringList, arguments);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_folder->path());
    environment.insert(u"XDG_CONFIG_HOME"_s, m_folder->path());
    environment.insert(u"XDG_DATA_HOME"_s, m_folder->path());
    m_process->setProcessEnvironment(environment);
    if (geteuid() == 0) {
        m_process->setChildProcessModifier([] {
            if (setgid(nobody) != 0 || setuid(nobody) != 0) {
                _exit(99);
            }
        });
    }
    m_process->start(program, arguments);
    QVERIFY2(m_process->waitForStarted(), qPrintable(m_process->errorString()));
}

void TestProcessHardening::leavesNoCoreDump_data()
{
    addPrograms();
}

void TestProcessHardening::leavesNoCoreDump()
{
    start();
    const auto limit = [this] {
        QFile limits(fileOfProcess(u"limits"_s));
        if (limits.open(QIODevice::ReadOnly)) {
            for (const QByteArray &line : limits.readAll().split('\n')) {
                if (line.startsWith("Max core file size")) {
                    return line.simplified();
                }
            }
        }
        return QByteArray();
    };
    QTRY_COMPARE(limit(), QByteArray("Max core file size 0 0 bytes"));
}

void TestProcessHardening::cannotBeReadByTheSameUser_data()
{
    addPrograms();
}

/// The kernel gives what belongs to a process that must not be read to root (proc(5)).
void TestProcessHardening::cannotBeReadByTheSameUser()
{
    start();
#ifdef COUNTERSIGN_ASAN
    QTRY_VERIFY(QFileInfo(fileOfProcess(u"mem"_s)).ownerId() != 0); // the sanitizer has to look inside
#else
    QTRY_COMPARE(QFileInfo(fileOfProcess(u"mem"_s)).ownerId(), 0U);
#endif
}

QTEST_GUILESS_MAIN(TestProcessHardening)
#include "tst_processhardening.moc"
