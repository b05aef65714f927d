#include "tests/ui/pages/pagefixture.h"
#include "ui/pages/claimtimes.h"
#include "ui/pages/decodepage.h"
#include "ui/pages/pasteedit.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/messagebanner.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QLayout>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::ui;

namespace {

QString part(const QByteArray &json)
{
    return QString::fromLatin1(json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString token(const QByteArray &header, const QByteArray &payload)
{
    return part(header) + u'.' + part(payload) + u'.' + part("thirty-two bytes of a signature.");
}

const QByteArray header = R"({"typ":"JWT","alg":"HS256"})";

} // namespace

class TestDecodePage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void showsHeaderAndClaimsAsTheyStand();
    void neverSaysVerified_data();
    void neverSaysVerified();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void namesOnlyWhatStandsAroundAGoodToken();
    void speaksOfNoVendorWhereThereIsNone();
    void saysTimesInWords_data();
    void saysTimesInWords();
    void decodesAfterAPauseInTyping();
    void takesAMegabyteWithoutStalling();
    void showsALongClaimCutAndSaysSo();
    void clearForgetsTheToken();
    void grabsScreenshots();

private:
    QString shown(const QString &name) const { return m_page->findChild<CodeView *>(name)->toPlainText(); }
    QString allText() const;

    std::unique_ptr<PageFixture> m_fixture;
    FixedClock m_clock{Timestamp(std::chrono::seconds(1'800'000'000))};
    std::unique_ptr<DecodePage> m_page;
};

// The vault is locked: decoding needs none.
void TestDecodePage::initTestCase()
{
    m_fixture = std::make_unique<PageFixture>();
    m_fixture->session.lock();
}

void TestDecodePage::init()
{
    m_page = std::make_unique<DecodePage>(
        PageContext{m_fixture->session, m_fixture->catalog, m_clock, m_fixture->clipboard});
    m_page->resize(1180, 640);
    m_page->show();
}

QString TestDecodePage::allText() const
{
    QStringList texts;
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        if (label->isVisible()) {
            texts.append(label->text());
        }
    }
    return texts.join(u'\n');
}

void TestDecodePage::showsHeaderAndClaimsAsTheyStand()
{
    m_page->setToken(token(header, R"({"jti":"user1@company.com","n":12345678901234567890})"));
    QCOMPARE(shown(u"decodedHeader"_s), u"{\n  \"typ\": \"JWT\",\n  \"alg\": \"HS256\"\n}"_s);
    QCOMPARE(shown(u"decodedClaims"_s),
             u"{\n  \"jti\": \"user1@company.com\",\n  \"n\": 12345678901234567890\n}"_s);
    QVERIFY(allText().contains(u"HS256"_s));
    QVERIFY(allText().contains(u"32 byte"_s));
}

void TestDecodePage::neverSaysVerified_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::newRow("well-formed") << token(header, R"({"jti":"a"})");
    QTest::newRow("unsigned") << part(R"({"alg":"none"})") + u'.' + part("{}") + u'.';
    QTest::newRow("hash") << QString(64, u'a');
    QTest::newRow("words") << u"hello"_s;
}

void TestDecodePage::neverSaysVerified()
{
    QFETCH(QString, pasted);
    m_page->setToken(pasted);
    const QString text = allText().replace(u"not verified"_s, QString()).replace(u"to Verify"_s, QString());
    QVERIFY2(!text.contains(u"verif"_s, Qt::CaseInsensitive), qPrintable(text));
}

void TestDecodePage::namesWhatIsWrong_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("code");
    const QString good = token(header, R"({"jti":"a"})");
    QTest::newRow("unsigned") << part(R"({"alg":"None"})") + u'.' + part("{}") + u'.'
                              << u"IDV-TOKEN-UNSIGNED"_s;
    QTest::newRow("twice") << token(R"({"alg":"HS256","alg":"none"})", "{}")
                           << u"IDV-TOKEN-DUPLICATE-MEMBER"_s;
    QTest::newRow("Bearer") << u"Bearer "_s + good << u"IDV-TOKEN-WRAPPED"_s;
    QTest::newRow("quotes") << u'"' + good + u'"' << u"IDV-TOKEN-WRAPPED"_s;
    QTest::newRow("own key") << token(R"({"alg":"HS256","jwk":{"kty":"oct"}})", "{}")
                             << u"IDV-TOKEN-EMBEDDED-KEY"_s;
    QTest::newRow("hash") << QString(64, u'a') << u"IDV-NOT-A-PROOF-HASH"_s;
    QTest::newRow("JWE") << u"eyJhbGciOiJkaXIifQ..aXY.Y2lwaGVy.dGFn"_s << u"IDV-TOKEN-ENCRYPTED"_s;
    QTest::newRow("two parts") << good.section(u'.', 0, 1) << u"IDV-TOKEN-TRUNCATED"_s;
    QTest::newRow("typographic quotes") << u'“' + good + u'”' << u"IDV-TOKEN-WRAPPED"_s;
}

void TestDecodePage::namesWhatIsWrong()
{
    QFETCH(QString, pasted);
    QFETCH(QString, code);
    m_page->setToken(pasted);
    QStringList codes;
    for (const QLabel *label : m_page->findChildren<QLabel *>(u"causeCode"_s)) {
        codes.append(label->text());
    }
    QVERIFY2(codes.contains(code), qPrintable(codes.join(u' ')));
}

void TestDecodePage::namesOnlyWhatStandsAroundAGoodToken()
{
    m_page->setToken(u'“' + token(header, R"({"jti":"a"})") + u'”');
    QCOMPARE(shown(u"decodedHeader"_s), u"{\n  \"typ\": \"JWT\",\n  \"alg\": \"HS256\"\n}"_s);
    const auto codes = m_page->findChildren<QLabel *>(u"causeCode"_s);
    QCOMPARE(codes.size(), 1);
    QCOMPARE(codes.front()->text(), u"IDV-TOKEN-WRAPPED"_s);
}

void TestDecodePage::speaksOfNoVendorWhereThereIsNone()
{
    m_page->setToken(QString(64, u'a'));
    QVERIFY2(allText().contains(u"It has the form of a hash, not of a signed token (JWT)."_s),
             qPrintable(allText()));
    QVERIFY2(!allText().contains(u"This vendor"_s), qPrintable(allText()));
}

void TestDecodePage::saysTimesInWords_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QString>("text");
    QTest::newRow("ahead") << QByteArray(R"({"exp":1800003600})")
                           << u"Expires (exp): 15 Jan 2027, 09:00:00 UTC, in 1 h"_s;
    QTest::newRow("past") << QByteArray(R"({"iat":1799999940})")
                          << u"Issued (iat): 15 Jan 2027, 07:59:00 UTC, 1 min ago"_s;
    QTest::newRow("now") << QByteArray(R"({"nbf":1800000000})")
                         << u"Valid from (nbf): 15 Jan 2027, 08:00:00 UTC, now"_s;
    QTest::newRow("milliseconds")
        << QByteArray(R"({"exp":1800000000000})")
        << u"Expires (exp): counts milliseconds, not seconds; meant is 15 Jan 2027, 08:00:00 UTC"_s;
    QTest::newRow("text") << QByteArray(R"({"exp":"soon"})")
                          << u"Expires (exp): a string instead of a number of seconds"_s;
    QTest::newRow("huge") << QByteArray(R"({"exp":1e300})") << u"Expires (exp): no time a calendar knows"_s;
    QTest::newRow("none") << QByteArray("{}") << QString();
}

void TestDecodePage::saysTimesInWords()
{
    QFETCH(QByteArray, claims);
    QStringList texts;
    for (const ClaimTime &time : claimTimes(*parseJsonObject(claims), m_clock.now())) {
        texts.append(time.name + u": "_s + time.text);
    }
    QTEST(texts.join(u'\n'), "text");
}

void TestDecodePage::decodesAfterAPauseInTyping()
{
    auto *edit = m_page->findChild<PasteEdit *>(u"decodeToken"_s);
    QTest::keyClicks(edit, token(header, R"({"a":1})"));
    QTRY_COMPARE(shown(u"decodedClaims"_s), u"{\n  \"a\": 1\n}"_s);
}

void TestDecodePage::takesAMegabyteWithoutStalling()
{
    QApplication::clipboard()->setText(u"eyJ"_s + QString(1 << 20, u'a'));
    QElapsedTimer timer;
    timer.start();
    m_page->findChild<PasteEdit *>(u"decodeToken"_s)->paste();
    QTRY_VERIFY(m_page->findChild<MessageBanner *>()->isVisible());
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(allText().contains(u"characters were pasted"_s));
}

void TestDecodePage::showsALongClaimCutAndSaysSo()
{
    m_page->setToken(token(header, "{\"a\":\"" + QByteArray(100000, 'x') + "\"}"));
    QVERIFY(shown(u"decodedClaims"_s).size() < 40000);
    QVERIFY(shown(u"decodedClaims"_s).endsWith(u"more characters"_s));
}

void TestDecodePage::clearForgetsTheToken()
{
    m_page->setToken(token(header, R"({"jti":"user1@company.com"})"));
    m_page->clear();
    QVERIFY(m_page->findChild<PasteEdit *>(u"decodeToken"_s)->text().isEmpty());
    QVERIFY(shown(u"decodedClaims"_s).isEmpty());
    QVERIFY(shown(u"decodedHeader"_s).isEmpty());
}

void TestDecodePage::grabsScreenshots()
{
    m_page->setAttribute(Qt::WA_StyledBackground);
    m_page->setProperty("surface", u"window"_s);
    m_page->layout()->setContentsMargins(24, 20, 24, 20);
    m_page->resize(1280, 720);
    saveScreenshots(m_page.get(), u"decode-empty"_s);
    m_page->setToken(token(
        header,
        R"({"name":"Ada Lovelace","isLoggedIn":true,"email":"ada@example.org","User ID":124,"iat":1799999940,"exp":1800003600})"));
    saveScreenshots(m_page.get(), u"decode-token"_s);
    m_page->setToken(u"Bearer "_s + token(R"({"alg":"none","jku":"https://example.com/k","crit":["exp"]})",
                                          R"({"exp":1800000000000})"));
    saveScreenshots(m_page.get(), u"decode-bad"_s);
    m_page->setToken(QString(64, u'a'));
    saveScreenshots(m_page.get(), u"decode-hash"_s);
}

QTEST_MAIN(TestDecodePage)
#include "tst_decodepage.moc"
