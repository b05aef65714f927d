#include "core/base/clock.h"

#include <QTest>

#include <limits>

using namespace countersign;
using namespace Qt::StringLiterals;
using std::chrono::seconds;

class TestClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesRfc3339_data();
    void writesRfc3339();
    void describesDurations_data();
    void describesDurations();
    void convertsToDateTimeAndBack();
    void systemClockRuns();
};

void TestClock::writesRfc3339_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addColumn<QString>("text");

    QTest::newRow("epoch") << qint64{0} << u"1970-01-01T00:00:00Z"_s;
    QTest::newRow("RFC 7519 section 3.1") << qint64{1300819380} << u"2011-03-22T18:43:00Z"_s;
    QTest::newRow("before the epoch") << qint64{-1} << u"1969-12-31T23:59:59Z"_s;
    QTest::newRow("last of year 9999") << qint64{253402300799} << u"9999-12-31T23:59:59Z"_s;
    QTest::newRow("year 10000") << qint64{253402300800} << u"after the year 9999"_s;
    QTest::newRow("largest claim") << std::numeric_limits<qint64>::max() << u"after the year 9999"_s;
    QTest::newRow("smallest claim") << std::numeric_limits<qint64>::min() << u"before the year 0"_s;
}

void TestClock::writesRfc3339()
{
    QFETCH(qint64, time);
    QTEST(toRfc3339(Timestamp{seconds{time}}), "text");
}

void TestClock::describesDurations_data()
{
    QTest::addColumn<qint64>("duration");
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << qint64{0} << u"0 s"_s;
    QTest::newRow("seconds") << qint64{5} << u"5 s"_s;
    QTest::newRow("one minute") << qint64{60} << u"1 min"_s;
    QTest::newRow("minutes and seconds") << qint64{125} << u"2 min 5 s"_s;
    QTest::newRow("hours and minutes") << qint64{2 * 3600 + 3 * 60 + 59} << u"2 h 3 min"_s;
    QTest::newRow("hours without minutes") << qint64{2 * 3600 + 59} << u"2 h"_s;
    QTest::newRow("one day") << qint64{86400} << u"1 day"_s;
    QTest::newRow("days and hours") << qint64{12 * 86400 + 3600} << u"12 days 1 h"_s;
    QTest::newRow("negative") << qint64{-125} << u"2 min 5 s"_s;
    QTest::newRow("smallest") << std::numeric_limits<qint64>::min() << u"106751991167300 days 15 h"_s;
}

void TestClock::describesDurations()
{
    QFETCH(qint64, duration);
    QTEST(describeDuration(seconds{duration}), "text");
}

void TestClock::convertsToDateTimeAndBack()
{
    const Timestamp time{seconds{1300819380}};
    QCOMPARE(toDateTime(time).timeSpec(), Qt::UTC);
    QCOMPARE(fromDateTime(toDateTime(time)).time_since_epoch().count(), time.time_since_epoch().count());
    QVERIFY(!toDateTime(Timestamp::max()).isValid());
}

void TestClock::systemClockRuns()
{
    QVERIFY(SystemClock().now() > Timestamp{seconds{1700000000}});
}

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
