#include "core/verify/report.h"

#include <QTest>

using namespace countersign;
using namespace countersign::verify;
using namespace Qt::StringLiterals;

namespace {

Verdict sample()
{
    Verdict verdict;
    verdict.kind = VerdictKind::Failed;
    verdict.property = u"Shop | EU"_s;
    verdict.keyVersion = 2;
    verdict.keyFingerprint = u"SHA256:9f3a71c0"_s;
    verdict.algorithm = u"HS256"_s;
    verdict.checkedAt = Timestamp(std::chrono::seconds(1795215600));
    verdict.causes = {{CauseId::MessageEmail, {{u"call"_s, u"login()"_s}}, {}, {}}};
    return verdict;
}

recipes::Property shop()
{
    recipes::Property property;
    property.name = u"Shop | EU"_s;
    property.environment = u"Production"_s;
    return property;
}

recipes::Recipe tawk()
{
    recipes::Recipe recipe;
    recipe.vendor = u"tawk.to"_s;
    return recipe;
}

const VerificationRequest request{u"cust-20418"_s, u"mia.berg@example.com"_s, QString(64, u'b'), {}, {}};

} // namespace

class ReportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheMarkdownPeopleKnow();
    void holdsNothingOfTheCustomer();
    void obeysNothingOutOfAToken();
    void hidesAnIdentifierWithMarksInIt();
    void masksIdentifiers_data();
    void masksIdentifiers();
};

void ReportTest::isTheMarkdownPeopleKnow()
{
    QCOMPARE(
        reportMarkdown(sample(), request, tawk(), shop()),
        u"**Failed: the e-mail was hashed, not the user id**\n"
        "\n"
        "| | |\n"
        "|---|---|\n"
        "| Property | Shop \\| EU (tawk.to, Production) |\n"
        "| Checked | 2026-11-20T23:00:00Z, clock skew 0 s |\n"
        "| Key | version 2, SHA256:9f3a71c0 |\n"
        "| Algorithm | HS256 |\n"
        "| User id | cu…18 |\n"
        "| E-mail | m…@e….com |\n"
        "| Value | 64 hex digits: the form of an HMAC-SHA256. |\n"
        "\n"
        "- **`IDV-MESSAGE-EMAIL`** The e-mail was hashed, not the user id. For login() the user id is "
        "hashed. This "
        "is the hash of the e-mail.\n"
        "  Pass String(user.id) to the hash function instead of user.email.\n"
        "\n"
        "Made with Countersign. This report holds no key, no hash or token, and no whole identifier.\n"_s);
}

void ReportTest::holdsNothingOfTheCustomer()
{
    const QString report = reportMarkdown(sample(), request, tawk(), shop());
    for (const QString &text :
         {request.userId, request.email, u"berg"_s, u"example"_s, request.proof.left(8)}) {
        QVERIFY2(!report.contains(text), qPrintable(text));
    }
}

void ReportTest::obeysNothingOutOfAToken()
{
    Verdict verdict = sample();
    verdict.causes = {{CauseId::ClaimUnexpected,
                       {{u"claim"_s, u"![x](//evil.example/p)\n\n# Title<img>\u202e"_s}},
                       {},
                       {}}};
    const QString report = reportMarkdown(verdict, request, tawk(), shop());
    QVERIFY2(report.contains(uR"(!\[x\](//evil.example/p) \# Title\<img\>)"_s), qPrintable(report));
    QVERIFY(!report.contains(u"\n# Title"_s));
    QVERIFY(!report.contains(QChar(0x202e)));
}

void ReportTest::hidesAnIdentifierWithMarksInIt()
{
    const VerificationRequest marked{u"a[b]_c|d*e#f"_s, {}, QString(64, u'b'), {}, {}};
    Verdict verdict = sample();
    verdict.causes = {{CauseId::ClaimUnexpected, {{u"claim"_s, u"a[b]_c|d*e#f"_s}}, {}, {}}};
    const QString report = reportMarkdown(verdict, marked, tawk(), shop());
    QVERIFY2(!report.contains(u"\\[b\\]"_s), qPrintable(report));
}

void ReportTest::masksIdentifiers_data()
{
    QTest::addColumn<QString>("identifier");
    QTest::addColumn<QString>("shown");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("one letter") << u"a"_s << u"a…"_s;
    QTest::newRow("short") << u"1234"_s << u"1…"_s;
    QTest::newRow("middle") << u"user12"_s << u"u…2"_s;
    QTest::newRow("long") << u"cust-20418"_s << u"cu…18"_s;
    QTest::newRow("e-mail") << u"mia.berg@example.co.uk"_s << u"m…@e….uk"_s;
    QTest::newRow("no domain") << u"mia@"_s << u"m…@…"_s;
    QTest::newRow("white space") << u" cust-20418\n"_s << u"cu…18"_s;
}

void ReportTest::masksIdentifiers()
{
    QFETCH(QString, identifier);
    QTEST(masked(identifier), "shown");
}

QTEST_APPLESS_MAIN(ReportTest)
#include "tst_report.moc"
