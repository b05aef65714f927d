#include "core/verify/cause.h"
#include "core/verify/causemanual.h"

#include <QFile>
#include <QTest>

using namespace countersign::verify;
using namespace Qt::StringLiterals;

class CauseManualTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theKeptPageIsCurrent();
    void everyCauseHasItsEntry();
    void noPlaceholderIsLeft();
};

void CauseManualTest::theKeptPageIsCurrent()
{
    QFile file(QStringLiteral(COUNTERSIGN_SOURCE_DIR "/resources/manual/causes.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY2(file.readAll() == causesManual(), "build the target update-causes-manual");
}

void CauseManualTest::everyCauseHasItsEntry()
{
    const QByteArray page = causesManual();
    for (const CauseId id : allCauses()) {
        QCOMPARE(page.count("\n### " + causeCode(id).toLatin1() + '\n'), 1);
    }
    QCOMPARE(page.count("*What to do:*"), allCauses().size());
}

void CauseManualTest::noPlaceholderIsLeft()
{
    const QByteArray page = causesManual();
    QVERIFY(!page.contains("{claim}") && !page.contains("{found}") && !page.contains("{hint}"));
}

QTEST_APPLESS_MAIN(CauseManualTest)
#include "tst_causemanual.moc"
