#include "ui/window/autolock.h"

#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace std::chrono_literals;
using countersign::ui::AutoLock;

class TestAutoLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expiresOnceWhenNobodyIsThere();
    void keyPressPutsItOff();
    void zeroNeverExpires();
    void stopsWhenTold();
};

void TestAutoLock::expiresOnceWhenNobodyIsThere()
{
    AutoLock lock;
    QSignalSpy expired(&lock, &AutoLock::expired);
    lock.setLimit(40ms);
    lock.start();
    QTRY_COMPARE(expired.size(), 1);
    QTest::qWait(80);
    QCOMPARE(expired.size(), 1);
}

void TestAutoLock::keyPressPutsItOff()
{
    AutoLock lock;
    QWidget widget;
    lock.setLimit(10min);
    lock.start();
    QTest::qWait(20);
    const auto before = lock.remaining();
    QTest::keyClick(&widget, Qt::Key_A);
    QVERIFY(lock.remaining() > before);
}

void TestAutoLock::zeroNeverExpires()
{
    AutoLock lock;
    QSignalSpy expired(&lock, &AutoLock::expired);
    QSignalSpy remaining(&lock, &AutoLock::remainingChanged);
    lock.setLimit(0ms);
    lock.start();
    QTRY_VERIFY(remaining.size() > 2);
    QCOMPARE(expired.size(), 0);
    QVERIFY(lock.remaining() < 0ms);
}

void TestAutoLock::stopsWhenTold()
{
    AutoLock lock;
    QSignalSpy expired(&lock, &AutoLock::expired);
    lock.setLimit(20ms);
    lock.start();
    lock.stop();
    QTest::qWait(60);
    QCOMPARE(expired.size(), 0);
}

QTEST_MAIN(TestAutoLock)
#include "tst_autolock.moc"
