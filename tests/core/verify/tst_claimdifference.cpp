#include "core/verify/claimdifference.h"

#include <QTest>

using namespace countersign::verify;
using namespace Qt::StringLiterals;

class ClaimDifferenceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheClaimHolds_data();
    void saysWhatTheClaimHolds();
    void namesNoValueOfTheCustomer();
};

void ClaimDifferenceTest::saysWhatTheClaimHolds_data()
{
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("said");
    QTest::newRow("capitals") << u"USER 7/a"_s << u"capitals differ"_s;
    QTest::newRow("white space") << u" User 7/a\n"_s << u"white space differs"_s;
    QTest::newRow("the e-mail") << u"mia@example.org"_s << u"it is the customer's e-mail"_s;
    QTest::newRow("the e-mail in capitals") << u"Mia@Example.org"_s << u"it is the customer's e-mail"_s;
    QTest::newRow("nothing") << QString() << u"it is empty"_s;
    QTest::newRow("undefined") << u"undefined"_s
                               << u"it is the word \"undefined\", which stands for a missing value"_s;
    QTest::newRow("a placeholder") << u"user123"_s << u"it is \"user123\", which stands in samples"_s;
    QTest::newRow("the page's example")
        << u"user1@company.com"_s << u"it is \"user1@company.com\", which stands in samples"_s;
    QTest::newRow("escaped") << u"User%207%2Fa"_s << u"it is the user id in its URL-encoded form"_s;
    QTest::newRow("in quotes") << u"\"User 7/a\""_s
                               << u"it is the user id in double quotes, as JSON writes it"_s;
    QTest::newRow("base64") << u"VXNlciA3L2E="_s << u"it is the user id in base64"_s;
    QTest::newRow("a prefix") << u"user_User 7/a"_s << u"it is \"user_\" and the value"_s;
    QTest::newRow("both") << u"User 7/a:mia@example.org"_s << u"it is user id, colon, e-mail"_s;
    QTest::newRow("somebody else's") << u"User 8/b"_s << u"it is another value"_s;
}

void ClaimDifferenceTest::saysWhatTheClaimHolds()
{
    QFETCH(QString, found);
    QFETCH(QString, said);
    const SubjectValues expected{
        SubjectKind::UserId, u"User 7/a"_s, u"mia@example.org"_s, {}, {u"user1@company.com"_s}};
    QCOMPARE(claimDifference(found, expected), said);
}

void ClaimDifferenceTest::namesNoValueOfTheCustomer()
{
    const SubjectValues expected{SubjectKind::UserId, u"geheim-4711"_s, u"mia@example.org"_s, {}, {}};
    for (const MessageForm &form : formsOfMessage(expected)) {
        const QString said = claimDifference(QString::fromUtf8(form.bytes), expected);
        QVERIFY2(!said.contains("4711"_L1) && !said.contains("mia@example.org"_L1), qPrintable(said));
        QVERIFY2(!said.contains("  "_L1) && !said.endsWith(" in "_L1), qPrintable(said));
    }
}

QTEST_APPLESS_MAIN(ClaimDifferenceTest)
#include "tst_claimdifference.moc"
