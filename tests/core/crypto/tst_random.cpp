#include "core/crypto/random.h"

#include <QSet>
#include <QTest>

using namespace countersign;
using namespace countersign::crypto;

class TestRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheSizeAskedFor();
    void neverRepeats();
};

void TestRandom::givesTheSizeAskedFor()
{
    for (const std::size_t size : {0U, 1U, 12U, 32U, 100000U}) {
        QCOMPARE(randomSecret(size).size(), size);
        QCOMPARE(randomBytes(size).size(), static_cast<qsizetype>(size));
    }
}

void TestRandom::neverRepeats()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < 2000; ++i) {
        seen.insert(randomBytes(12));
        seen.insert(viewOf(randomSecret(12).bytes()).toByteArray());
    }
    QCOMPARE(seen.size(), 4000);
}

QTEST_GUILESS_MAIN(TestRandom)
#include "tst_random.moc"
