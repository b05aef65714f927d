#include "core/verify/verdict.h"
#include "core/verify/wording.h"

#include <QTest>

using namespace countersign;
using namespace countersign::verify;
using namespace Qt::StringLiterals;

namespace {

constexpr Timestamp checkedAt{std::chrono::seconds(1795215600)};

Verdict sample()
{
    Verdict verdict;
    verdict.kind = VerdictKind::Failed;
    verdict.property = u"Shop EU"_s;
    verdict.keyVersion = 2;
    verdict.algorithm = u"HS256"_s;
    verdict.checkedAt = checkedAt;
    verdict.causes = {
        {CauseId::MessageEmail, {{u"call"_s, u"login()"_s}}, {}, {}},
        {CauseId::KeyPrevious, {{u"since"_s, u"3 Nov 2026"_s}, {u"current"_s, u"3"_s}}, 2, u"Shop EU"_s},
    };
    return verdict;
}

} // namespace

class VerdictTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonIsTheContractOfTheCommandLine();
    void jsonOfAnUnboundVerdictHasNulls();
    void kindsHaveTheirNames_data();
    void kindsHaveTheirNames();
    void headlineNamesTheCause();
    void headlineOfAVerifiedProofIsOneWord();
    void madeWithNamesVersionAndStatus();
    void remediesComeOnce();
};

void VerdictTest::jsonIsTheContractOfTheCommandLine()
{
    const QByteArray expected =
        R"({"verdict":"failed","property":"Shop EU","keyVersion":2,"alg":"HS256","checkedAt":"2026-11-20T23:00:00Z",)"
        R"("clockSkew":0,"causes":[{"id":"IDV-MESSAGE-EMAIL","text":"For login() the user id is hashed. This is the )"
        R"(hash of the e-mail.","remedy":"Pass String(user.id) to the hash function instead of user.email.",)"
        R"("keyVersion":null,"property":null},{"id":"IDV-KEY-PREVIOUS","text":"Version 2 was replaced on 3 Nov 2026; )"
        R"(the server that made this used it. Once the vendor has the newer key, its widget refuses this.",)"
        R"("remedy":"Replace the key in the server's environment with version 3.",)"
        R"("keyVersion":2,"property":"Shop EU"}]})";
    QCOMPARE(writeJson(verdictToJson(sample())), expected);
}

void VerdictTest::jsonOfAnUnboundVerdictHasNulls()
{
    Verdict verdict;
    verdict.checkedAt = checkedAt;
    verdict.clockSkew = std::chrono::seconds(60);
    QCOMPARE(writeJson(verdictToJson(verdict)),
             QByteArray(R"({"verdict":"not verified","property":null,"keyVersion":null,"alg":null,)"
                        R"("checkedAt":"2026-11-20T23:00:00Z","clockSkew":60,"causes":[]})"));
}

void VerdictTest::kindsHaveTheirNames_data()
{
    QTest::addColumn<VerdictKind>("kind");
    QTest::addColumn<QString>("name");
    QTest::newRow("verified") << VerdictKind::Verified << u"verified"_s;
    QTest::newRow("failed") << VerdictKind::Failed << u"failed"_s;
    QTest::newRow("not verified") << VerdictKind::NotVerified << u"not verified"_s;
    QTest::newRow("unsupported") << VerdictKind::Unsupported << u"unsupported"_s;
}

void VerdictTest::kindsHaveTheirNames()
{
    QFETCH(VerdictKind, kind);
    QTEST(verdictName(kind), "name");
}

void VerdictTest::headlineNamesTheCause()
{
    QCOMPARE(headline(sample()), u"Failed: the e-mail was hashed, not the user id"_s);
    QCOMPARE(causeTitle(sample().causes.first()), u"The e-mail was hashed, not the user id"_s);
}

void VerdictTest::headlineOfAVerifiedProofIsOneWord()
{
    Verdict verdict = sample();
    verdict.kind = VerdictKind::Verified;
    QCOMPARE(headline(verdict), u"Verified"_s);
    verdict.kind = VerdictKind::NotVerified;
    verdict.causes = {{CauseId::NoKey, {}, {}, {}}};
    QCOMPARE(headline(verdict), u"Not verified: there is no key to check it with"_s);
}

void VerdictTest::madeWithNamesVersionAndStatus()
{
    Verdict verdict = sample();
    QCOMPARE(madeWith(verdict), u"It was made with key version 2 of Shop EU, which is no longer current."_s);
    verdict.causes.removeLast();
    QCOMPARE(madeWith(verdict), u"It was made with key version 2 of Shop EU."_s);
    verdict.keyVersion.reset();
    verdict.hypothesesTried = 4812;
    verdict.causes = {{CauseId::KeyUnknown, {}, {}, {}}};
    QCOMPARE(madeWith(verdict), u"None of 4,812 combinations of keys and known mistakes gives this value."_s);
}

void VerdictTest::remediesComeOnce()
{
    Verdict verdict = sample();
    verdict.causes.append(verdict.causes.first());
    QCOMPARE(remedies(verdict).size(), 2);
}

QTEST_APPLESS_MAIN(VerdictTest)
#include "tst_verdict.moc"
