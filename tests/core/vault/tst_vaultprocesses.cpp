#include "tests/support/result.h"
#include "vaultfixture.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::vault;

namespace {

/// COUNTERSIGN_VAULT_ROUNDS sets the length of a thorough run; see CONTRIBUTING.
int rounds(int usual)
{
    const int asked = qEnvironmentVariableIntValue("COUNTERSIGN_VAULT_ROUNDS");
    return asked > 0 ? asked : usual;
}

class Writer final
{
public:
    Writer(const VaultFixture &fixture, const QByteArray &derived, int changes)
    {
        m_process.setProcessChannelMode(QProcess::SeparateChannels);
        m_process.start(QStringLiteral(COUNTERSIGN_VAULT_WRITER),
                        {fixture.path(), QString::fromLatin1(derived), QString::number(changes)});
    }

    bool waitForOutput() { return m_process.waitForReadyRead(20000); }
    /// kill -9; returns the number of the last change it said was committed.
    int killAfter(int microseconds)
    {
        QTest::qSleep(microseconds / 1000);
        m_process.kill();
        m_process.waitForFinished();
        return lastSaid();
    }
    bool finish() { return m_process.waitForFinished(300000) && m_process.exitCode() == 0; }
    QByteArray errors() { return m_process.readAllStandardError(); }

private:
    int lastSaid()
    {
        const QList<QByteArray> lines = m_process.readAllStandardOutput().split('\n');
        int last = 0;
        for (const QByteArray &line : lines) {
            last = qMax(last, line.toInt());
        }
        return last;
    }

    QProcess m_process;
};

qint64 changesIn(Vault &vault)
{
    const auto activity = vault.activity({{}, 1000000});
    qint64 changes = 0;
    for (const ActivityEntry &entry : activity ? *activity : QList<ActivityEntry>()) {
        changes += entry.actor.user == u"writer"_s ? 1 : 0;
    }
    return activity ? changes : -1;
}

} // namespace

class VaultProcessesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_derived = VaultFixture::derivedKeyHex();
        QVERIFY(!m_derived.isEmpty());
    }
    void killedAtAnyMomentItHoldsTheStateBeforeOrAfter();
    void changesOfTwoProcessesAreAllKept();
    void seesWhatAnotherProcessChanged();

private:
    QByteArray m_derived;
};

void VaultProcessesTest::killedAtAnyMomentItHoldsTheStateBeforeOrAfter()
{
    VaultFixture fixture;
    qint64 committed = 0;
    int journals = 0;
    for (int round = 0; round < rounds(30); ++round) {
        Writer writer(fixture, m_derived, 1000000);
        QVERIFY2(writer.waitForOutput(), writer.errors().constData());
        const int said = writer.killAfter(static_cast<int>(QRandomGenerator::global()->bounded(60000)));
        journals += QFile::exists(fixture.path() + u"-journal"_s) ? 1 : 0;

        auto vault = fixture.open();
        QVERIFY_RESULT(vault);
        const auto check = (*vault)->check();
        QVERIFY_RESULT(check);
        QVERIFY2(check->isSound(), qPrintable(check->findings.join(u'\n')));
        // What was said is kept; at most the one under way may be there without having been said.
        const qint64 now = changesIn(**vault);
        QVERIFY2(now >= committed + said && now <= committed + said + 1,
                 qPrintable(u"%1 changes where %2 or one more belong"_s.arg(now).arg(committed + said)));
        committed = now;
    }
    qInfo("%d kills, %d with a journal left behind, %lld changes", rounds(30), journals,
          static_cast<long long>(committed));
}

void VaultProcessesTest::changesOfTwoProcessesAreAllKept()
{
    VaultFixture fixture;
    const int each = rounds(60);
    Writer one(fixture, m_derived, each);
    Writer other(fixture, m_derived, each);
    QVERIFY2(one.finish(), one.errors().constData());
    QVERIFY2(other.finish(), other.errors().constData());
    auto vault = fixture.open();
    QVERIFY_RESULT(vault);
    QCOMPARE(changesIn(**vault), 2 * each);
    const auto check = (*vault)->check();
    QVERIFY2(check->isSound(), qPrintable(check->findings.join(u'\n')));
    const recipes::Property property = (*vault)->properties()->front();
    QCOMPARE(property.keys.versions().size(), 2 + 2 * (each / 3));
}

void VaultProcessesTest::seesWhatAnotherProcessChanged()
{
    VaultFixture fixture;
    auto vault = fixture.open();
    QVERIFY_RESULT(vault);
    const recipes::Property before = (*vault)->properties()->front();
    Writer writer(fixture, m_derived, 3); // a proof, a note, a rotation
    QVERIFY2(writer.finish(), writer.errors().constData());
    const auto after = (*vault)->property(before.id);
    QVERIFY_RESULT(after);
    QCOMPARE(after->revision, before.revision + 2);
    QCOMPARE(after->notes, u"1"_s);
    QCOMPARE(after->keys.current()->number, before.keys.current()->number + 1);
    QVERIFY_RESULT((*vault)->keyMaterial(before.id, after->keys.current()->number));
    QCOMPARE_ERROR((*vault)->promoteKey(before, 1), ErrorCode::VaultConflict);
    QVERIFY_RESULT((*vault)->promoteKey(*after, 1));
}

QTEST_GUILESS_MAIN(VaultProcessesTest)
#include "tst_vaultprocesses.moc"
