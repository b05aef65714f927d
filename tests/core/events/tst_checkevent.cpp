#include "core/events/checkevent.h"

#include <QTest>

#include <algorithm>

using namespace countersign;
using namespace countersign::events;
using namespace Qt::StringLiterals;

namespace {

QString text(const std::optional<CheckEvent> &event)
{
    return event ? vault::activityName(event->kind) + u": "_s + event->detail : u"none"_s;
}

} // namespace

class tst_CheckEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsHowACheckEndedAndWhy_data();
    void tellsHowACheckEndedAndWhy();
    void countsTheRowsOfAList_data();
    void countsTheRowsOfAList();
};

void tst_CheckEvent::tellsHowACheckEndedAndWhy_data()
{
    using verify::VerdictKind;
    QTest::addColumn<VerdictKind>("kind");
    QTest::addColumn<bool>("hasCause");
    QTest::addColumn<QString>("event");
    QTest::newRow("verified") << VerdictKind::Verified << false << u"proof-verified: "_s;
    QTest::newRow("verified with a remark")
        << VerdictKind::Verified << true << u"proof-verified: IDV-KEY-PREVIOUS"_s;
    QTest::newRow("failed") << VerdictKind::Failed << true << u"proof-failed: IDV-KEY-PREVIOUS"_s;
    QTest::newRow("nothing to check with") << VerdictKind::NotVerified << true << u"none"_s;
    QTest::newRow("unsupported") << VerdictKind::Unsupported << true << u"none"_s;
}

void tst_CheckEvent::tellsHowACheckEndedAndWhy()
{
    QFETCH(verify::VerdictKind, kind);
    QFETCH(bool, hasCause);
    verify::Verdict verdict;
    verdict.kind = kind;
    if (hasCause) {
        verify::Cause cause;
        cause.id = verify::CauseId::KeyPrevious;
        verdict.causes.append(cause);
    }
    QTEST(text(eventOf(verdict)), "event");
}

void tst_CheckEvent::countsTheRowsOfAList_data()
{
    using Counts = QList<quint64>; // by RowKind
    QTest::addColumn<Counts>("counts");
    QTest::addColumn<QString>("event");
    QTest::newRow("all verified") << Counts{3, 0, 0, 0, 0} << u"proof-verified: 3 verified, 0 failed"_s;
    QTest::newRow("some failed") << Counts{1, 2, 0, 0, 0} << u"proof-failed: 1 verified, 2 failed"_s;
    QTest::newRow("malformed rows") << Counts{1, 0, 0, 0, 2} << u"proof-failed: 1 verified, 2 failed"_s;
    QTest::newRow("some undecided") << Counts{1, 0, 2, 3, 0}
                                    << u"proof-verified: 1 verified, 0 failed, 5 undecided"_s;
    QTest::newRow("none decided") << Counts{0, 0, 2, 1, 0} << u"none"_s;
}

void tst_CheckEvent::countsTheRowsOfAList()
{
    QFETCH(QList<quint64>, counts);
    bulk::ListSummary summary;
    std::ranges::copy(counts, summary.byKind.begin());
    for (const quint64 count : counts) {
        summary.rows += count;
    }
    QTEST(text(eventOf(summary)), "event");
}

QTEST_GUILESS_MAIN(tst_CheckEvent)
#include "tst_checkevent.moc"
