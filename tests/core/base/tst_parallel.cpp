#include "core/base/parallel.h"
#include "tests/support/nomorethreads.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <vector>

using namespace countersign;

class TestParallel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsEachNumberOnce_data();
    void callsEachNumberOnce();
    void returnsWhenAllCallsHave();
    void worksWithinItself();
    void worksOnWhereNoThreadStarts();
};

void TestParallel::callsEachNumberOnce_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 2, 3, 1000}) {
        QTest::addRow("%d", count) << count;
    }
}

void TestParallel::callsEachNumberOnce()
{
    QFETCH(int, count);
    std::vector<std::atomic<int>> calls(std::size_t(count) + 1);
    forEachInParallel(std::size_t(count), [&](std::size_t i) { ++calls[i]; });
    for (int i = 0; i < count; ++i) {
        QCOMPARE(calls[std::size_t(i)].load(), 1);
    }
    QCOMPARE(calls.back().load(), 0);
}

void TestParallel::returnsWhenAllCallsHave()
{
    for (int round = 0; round < 100; ++round) {
        std::vector<int> done(20);
        forEachInParallel(done.size(), [&](std::size_t i) { done[i] = 1; });
        QCOMPARE(std::ranges::count(done, 1), std::ptrdiff_t(done.size()));
    }
}

void TestParallel::worksWithinItself()
{
    std::atomic<int> calls = 0;
    forEachInParallel(10, [&](std::size_t) { forEachInParallel(10, [&](std::size_t) { ++calls; }); });
    QCOMPARE(calls.load(), 100);
}

void TestParallel::worksOnWhereNoThreadStarts()
{
    const test::NoMoreThreads none;
    if (!none.isInForce()) {
        QSKIP("only glibc lets a test ask for this");
    }
    std::atomic<int> calls = 0;
    forEachInParallel(10, [&](std::size_t) { ++calls; });
    QCOMPARE(calls.load(), 10);
}

QTEST_GUILESS_MAIN(TestParallel)
#include "tst_parallel.moc"
