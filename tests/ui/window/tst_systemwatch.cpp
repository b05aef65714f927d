#include "ui/window/systemwatch.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using countersign::ui::SystemWatch;

/// As much of systemd-logind as the console talks to.
class FakeLogind : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public Q_SLOTS:
    QDBusObjectPath GetSession(const QString &)
    {
        return QDBusObjectPath(u"/org/freedesktop/login1/session/_37"_s);
    }
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &, const QString &,
                                    const QString &mode)
    {
        inhibited = what + u' ' + mode;
        int ends[2] = {-1, -1};
        if (::pipe(ends) != 0) {
            return {};
        }
        m_watchedEnd = ends[0];
        const QDBusUnixFileDescriptor given(ends[1]); // a copy
        ::close(ends[1]);
        return given;
    }

public:
    /// Sleep is held up as long as the one who asked keeps what it was given open.
    bool isSleepDelayed() const
    {
        pollfd polled{m_watchedEnd, POLLIN, 0};
        return m_watchedEnd >= 0 && ::poll(&polled, 1, 0) == 0;
    }
    QString inhibited;

private:
    int m_watchedEnd = -1;
};

/// On a bus of its own, which stands for both the system's and the session's.
class TestSystemWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void tellsOfSleepAndHoldsItUpUntilThen();
    void tellsOfALockedSession();
    void ignoresAnotherSession();
    void tellsOfAScreenSaver_data();
    void tellsOfAScreenSaver();

private:
    bool emitSignal(const QString &path, const QString &interface, const QString &name,
                    const QVariantList &arguments);

    QProcess m_bus;
    FakeLogind m_logind;
    QWidget m_window;
    std::unique_ptr<SystemWatch> m_watch;
};

void TestSystemWatch::initTestCase()
{
    m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY2(m_bus.waitForReadyRead(10'000), "dbus-daemon is needed (Debian: dbus-daemon)");
    const QByteArray address = m_bus.readLine().trimmed();
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", address);
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    QDBusConnection logind = QDBusConnection::connectToBus(QString::fromLatin1(address), u"logind"_s);
    QVERIFY(logind.registerObject(u"/org/freedesktop/login1"_s, &m_logind, QDBusConnection::ExportAllSlots));
    QVERIFY(logind.registerService(u"org.freedesktop.login1"_s));
    m_watch = std::make_unique<SystemWatch>();
    m_watch->start(&m_window);
    QTRY_COMPARE(m_logind.inhibited, u"sleep delay"_s);
}

void TestSystemWatch::cleanupTestCase()
{
    m_watch.reset();
    m_bus.kill();
    m_bus.waitForFinished();
}

bool TestSystemWatch::emitSignal(const QString &path, const QString &interface, const QString &name,
                                 const QVariantList &arguments)
{
    QDBusMessage signal = QDBusMessage::createSignal(path, interface, name);
    signal.setArguments(arguments);
    return QDBusConnection(u"logind"_s).send(signal);
}

void TestSystemWatch::tellsOfSleepAndHoldsItUpUntilThen()
{
    QSignalSpy sleeping(m_watch.get(), &SystemWatch::goingToSleep);
    QVERIFY(m_logind.isSleepDelayed());
    m_logind.inhibited.clear();
    QVERIFY(emitSignal(u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s,
                       u"PrepareForSleep"_s, {true}));
    QTRY_COMPARE(sleeping.size(), 1);
    QTRY_VERIFY(!m_logind.isSleepDelayed());
    QVERIFY(emitSignal(u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s,
                       u"PrepareForSleep"_s, {false}));
    QTRY_COMPARE(m_logind.inhibited, u"sleep delay"_s); // for the next time
    QCOMPARE(sleeping.size(), 1);
}

void TestSystemWatch::tellsOfALockedSession()
{
    QSignalSpy locked(m_watch.get(), &SystemWatch::screenLocked);
    QVERIFY(emitSignal(u"/org/freedesktop/login1/session/_37"_s, u"org.freedesktop.login1.Session"_s,
                       u"Lock"_s, {}));
    QTRY_COMPARE(locked.size(), 1);
}

void TestSystemWatch::ignoresAnotherSession()
{
    QSignalSpy locked(m_watch.get(), &SystemWatch::screenLocked);
    QVERIFY(emitSignal(u"/org/freedesktop/login1/session/_38"_s, u"org.freedesktop.login1.Session"_s,
                       u"Lock"_s, {}));
    QVERIFY(emitSignal(u"/org/freedesktop/login1/session/_37"_s, u"org.freedesktop.login1.Session"_s,
                       u"Lock"_s, {}));
    QTRY_COMPARE(locked.size(), 1); // the second came after the first
    QTest::qWait(0);
    QCOMPARE(locked.size(), 1);
}

void TestSystemWatch::tellsOfAScreenSaver_data()
{
    QTest::addColumn<QString>("interface");
    QTest::newRow("freedesktop, KDE") << u"org.freedesktop.ScreenSaver"_s;
    QTest::newRow("GNOME") << u"org.gnome.ScreenSaver"_s;
    QTest::newRow("Cinnamon") << u"org.cinnamon.ScreenSaver"_s;
    QTest::newRow("MATE") << u"org.mate.ScreenSaver"_s;
}

void TestSystemWatch::tellsOfAScreenSaver()
{
    QFETCH(const QString, interface);
    QSignalSpy locked(m_watch.get(), &SystemWatch::screenLocked);
    QVERIFY(emitSignal(u"/ScreenSaver"_s, interface, u"ActiveChanged"_s, {false}));
    QVERIFY(emitSignal(u"/ScreenSaver"_s, interface, u"ActiveChanged"_s, {true}));
    QTRY_COMPARE(locked.size(), 1);
}

QTEST_MAIN(TestSystemWatch)
#include "tst_systemwatch.moc"
