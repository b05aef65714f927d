#include "core/jose/compactjws.h"
#include "tests/ui/pages/pagefixture.h"
#include "ui/pages/findkeypage.h"
#include "ui/pages/pasteedit.h"
#include "ui/pages/verdictcard.h"

#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMessageAuthenticationCode>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::ui;

namespace {

constexpr auto shopKey = "a3c5e7092b4d6f8091a2b3c4d5e6f70819202b3d";
constexpr auto sharedKey = "5b1d3f7a9c2e4b6d8f0a1c3e5d7b9f2a4c6e8d0b";

QString hashOf(const QByteArray &message, const QByteArray &key)
{
    return QString::fromLatin1(
        QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256).toHex());
}

QString tokenWith(const char *key)
{
    const keys::KeyMaterial material =
        keys::SecretKey{SecretBytes::copyOf(bytesOf(key)), keys::SecretEncoding::Text};
    return QString::fromLatin1(jose::signCompact(material, crypto::JwsAlgorithm::HS256,
                                                 R"({"alg":"HS256","typ":"JWT"})", R"({"jti":"user123"})")
                                   .value());
}

} // namespace

/// Which property and version made this? Asked as a person would, over a vault with several.
class TestFindKeyPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void startsEmptyWithNothingToPress();
    void namesOwnerAndMistake();
    void namesEveryPropertyOfASharedKey();
    void namesTheSignerOfAToken();
    void saysWhenNothingIsFound_data();
    void saysWhenNothingIsFound();
    void saysWhichSampleKeyWasUsed();
    void notesTheOwnerInTheActivity();
    void leadsToVerifyAndKeys();
    void marksTheAnswerWhenAFieldChanges();
    void stopsWhenAsked();
    void showsHowFarItIs();
    void dropsTheSearchWhenItIsLeft();
    void clearForgetsTheCustomer();
    void everyControlHasAName();
    void looksRight();

private:
    template<typename Widget>
    Widget *child(const QString &name) const
    {
        return m_page->findChild<Widget *>(name);
    }
    bool isShown(const QString &name) const;
    QStringList textsOf(const QString &name) const;
    QString headline() const { return m_page->findChild<VerdictCard *>()->headline(); }
    void fill(const QString &proof, const QString &userId = {}, const QString &email = {}) const;
    void find() const;

    std::unique_ptr<PageFixture> m_fixture;
    recipes::Property m_shop;
    std::unique_ptr<FindKeyPage> m_page;
};

void TestFindKeyPage::initTestCase()
{
    m_fixture = std::make_unique<PageFixture>();
    m_shop = m_fixture->add(u"tawk-to"_s, u"Shop EU"_s, shopKey);
    m_fixture->add(u"tawk-to"_s, u"Blog"_s, sharedKey);
    m_fixture->add(u"huggy"_s, u"Support desk"_s, sharedKey);
    m_page = std::make_unique<FindKeyPage>(m_fixture->context());
    m_page->resize(1232, 660);
    m_page->show();
}

void TestFindKeyPage::cleanup()
{
    m_page->clear();
}

bool TestFindKeyPage::isShown(const QString &name) const
{
    const auto found = m_page->findChildren<QWidget *>(name);
    return std::ranges::any_of(found, [](const QWidget *widget) { return widget->isVisible(); });
}

QStringList TestFindKeyPage::textsOf(const QString &name) const
{
    QStringList texts;
    for (const QLabel *label : m_page->findChildren<QLabel *>(name)) {
        if (label->isVisible()) {
            texts.append(label->text());
        }
    }
    return texts;
}

void TestFindKeyPage::fill(const QString &proof, const QString &userId, const QString &email) const
{
    child<PasteEdit>(u"findProof"_s)->setText(proof);
    child<QLineEdit>(u"findUserId"_s)->setText(userId);
    child<QLineEdit>(u"findEmail"_s)->setText(email);
}

void TestFindKeyPage::find() const
{
    auto *button = child<QPushButton>(u"findButton"_s);
    QVERIFY(button->isEnabled());
    button->click();
    QVERIFY(!button->isEnabled()); // while it is under way
    QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), 60'000);
    QVERIFY(isShown(u"verdictCard"_s));
}

void TestFindKeyPage::startsEmptyWithNothingToPress()
{
    QVERIFY(!child<QPushButton>(u"findButton"_s)->isEnabled());
    QVERIFY(isShown(u"findEmpty"_s));
    QVERIFY(!isShown(u"verdictCard"_s));
}

void TestFindKeyPage::namesOwnerAndMistake()
{
    fill(hashOf("mia@example.com", shopKey), u"cust-20418"_s, u"mia@example.com"_s);
    find();
    QCOMPARE(headline(), u"Shop EU, key version 1"_s);
    QCOMPARE(textsOf(u"causeCode"_s), (QStringList{u"IDV-MESSAGE-EMAIL"_s, u"IDV-MESSAGE-OTHER-CALL"_s}));
    QVERIFY(child<QLabel>(u"ownerAdvice"_s)->text().contains(u"String(user.id)"_s));
}

void TestFindKeyPage::namesEveryPropertyOfASharedKey()
{
    fill(hashOf("cust-20418", sharedKey), u"cust-20418"_s);
    find();
    QCOMPARE(headline(), u"Blog, key version 1"_s);
    QCOMPARE(m_page->findChildren<QPushButton *>(u"ownerKeys"_s).size(), 2);
    QVERIFY(textsOf(u"verdictExplanation"_s).first().startsWith("Several properties hold this key"_L1));
}

void TestFindKeyPage::namesTheSignerOfAToken()
{
    fill(tokenWith(shopKey));
    find();
    QCOMPARE(headline(), u"Shop EU, key version 1"_s);
}

void TestFindKeyPage::saysWhenNothingIsFound_data()
{
    QTest::addColumn<QString>("proof");
    QTest::addColumn<QString>("userId");
    QTest::addColumn<QString>("says");
    QTest::newRow("nobody's") << QString(64, u'a') << u"cust-20418"_s << u"No key in this vault made it"_s;
    QTest::newRow("no user id") << QString(64, u'a') << QString() << u"There is nothing to try"_s;
    QTest::newRow("a text") << u"what is this?"_s << u"cust-20418"_s << u"This is not a proof"_s;
}

void TestFindKeyPage::saysWhenNothingIsFound()
{
    QFETCH(const QString, proof);
    QFETCH(const QString, userId);
    QFETCH(const QString, says);
    fill(proof, userId);
    find();
    QCOMPARE(headline(), says);
    QVERIFY(!isShown(u"ownerKeys"_s));
}

void TestFindKeyPage::saysWhichSampleKeyWasUsed()
{
    fill(hashOf("cust-20418", "your_secret_key"), u"cust-20418"_s);
    find();
    QCOMPARE(headline(), u"Made without any property's key"_s);
    QCOMPARE(textsOf(u"causeCode"_s), QStringList{u"IDV-KEY-SAMPLE"_s});
    QVERIFY(!child<QLabel>(u"findAdvice"_s)->text().isEmpty());
}

void TestFindKeyPage::notesTheOwnerInTheActivity()
{
    fill(hashOf("mia@example.com", shopKey), u"cust-20418"_s, u"mia@example.com"_s);
    find();
    QObject context;
    QList<vault::ActivityEntry> entries;
    m_fixture->session.run(
        &context, [](vault::Vault &vault) { return vault.activity({{}, 1}); },
        [&entries](const Result<QList<vault::ActivityEntry>> &result) { entries = *result; });
    QTRY_COMPARE(entries.size(), 1);
    QCOMPARE(entries.first().kind, vault::ActivityKind::ProofFailed);
    QCOMPARE(entries.first().detail, u"IDV-MESSAGE-EMAIL"_s);
}

void TestFindKeyPage::leadsToVerifyAndKeys()
{
    const QString proof = hashOf("mia@example.com", shopKey);
    fill(proof, u"cust-20418"_s, u"mia@example.com"_s);
    find();
    QSignalSpy places(m_page.get(), &ToolPage::placeRequested);
    QSignalSpy checks(m_page.get(), &ToolPage::verifyRequested);
    child<QPushButton>(u"ownerKeys"_s)->click();
    child<QPushButton>(u"ownerVerify"_s)->click();
    QCOMPARE(places.first(), (QVariantList{m_shop.id, u"keys"_s}));
    QCOMPARE(checks.first().first().toString(), m_shop.id);
    const auto request = checks.first().at(1).value<verify::VerificationRequest>();
    QCOMPARE(request.proof, proof);
    QCOMPARE(request.userId, u"cust-20418"_s);
    QCOMPARE(request.email, u"mia@example.com"_s);
}

void TestFindKeyPage::marksTheAnswerWhenAFieldChanges()
{
    fill(hashOf("cust-20418", shopKey), u"cust-20418"_s);
    find();
    QVERIFY(!isShown(u"verdictOutdated"_s));
    child<QLineEdit>(u"findUserId"_s)->setText(u"cust-2"_s);
    QVERIFY(isShown(u"verdictOutdated"_s));
}

void TestFindKeyPage::stopsWhenAsked()
{
    fill(QString(64, u'a'), u"cust-20418"_s);
    child<QPushButton>(u"findButton"_s)->click();
    QVERIFY(isShown(u"findCancel"_s));
    // The keys are read by the vault's thread meanwhile; whatever is found then, cancelling comes first.
    child<QPushButton>(u"findCancel"_s)->click();
    QTRY_VERIFY(child<QPushButton>(u"findButton"_s)->isEnabled());
    QCOMPARE(headline(), u"Stopped before the end"_s);
}

void TestFindKeyPage::showsHowFarItIs()
{
    fill(QString(64, u'a'), u"cust-20418"_s);
    child<QPushButton>(u"findButton"_s)->click();
    const auto *bar = child<QProgressBar>(u"findProgress"_s);
    const auto *facts = child<QLabel>(u"findProgressFacts"_s);
    QVERIFY(bar->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"findButton"_s)->isEnabled(), 60'000);
    QVERIFY(bar->maximum() > 0); // it was told at least once
    QVERIFY2(facts->text().startsWith("Key versions: 3 of 3"_L1), qPrintable(facts->text()));
}

void TestFindKeyPage::dropsTheSearchWhenItIsLeft()
{
    fill(hashOf("cust-20418", shopKey), u"cust-20418"_s);
    child<QPushButton>(u"findButton"_s)->click();
    m_page->clear();
    QVERIFY(isShown(u"findEmpty"_s));
    QObject context;
    bool isAnswered = false;
    m_fixture->session.run(
        &context, [](vault::Vault &vault) { return vault.properties(); },
        [&](const Result<QList<recipes::Property>> &) { isAnswered = true; });
    QTRY_VERIFY(isAnswered); // so the answer to the search would have come before
    QVERIFY(isShown(u"findEmpty"_s));
}

void TestFindKeyPage::clearForgetsTheCustomer()
{
    fill(hashOf("mia@example.com", shopKey), u"cust-20418"_s, u"mia@example.com"_s);
    find();
    m_page->clear();
    for (const QLineEdit *edit : m_page->findChildren<QLineEdit *>()) {
        QVERIFY(edit->text().isEmpty());
    }
    auto *proof = child<PasteEdit>(u"findProof"_s);
    QVERIFY(proof->text().isEmpty());
    proof->undo();
    QVERIFY(proof->text().isEmpty());
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        QVERIFY2(!label->text().contains(m_shop.name), qPrintable(label->text()));
    }
    QVERIFY(isShown(u"findEmpty"_s));
}

void TestFindKeyPage::everyControlHasAName()
{
    fill(hashOf("cust-20418", sharedKey), u"cust-20418"_s);
    find();
    for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
        const auto *pressed = qobject_cast<const QPushButton *>(widget);
        const bool isNamed = !widget->accessibleName().isEmpty() || (pressed && !pressed->text().isEmpty());
        QVERIFY2(widget->focusPolicy() == Qt::NoFocus || isNamed || qobject_cast<const QLabel *>(widget) ||
                     widget->focusProxy() || !widget->isVisible(),
                 widget->metaObject()->className());
    }
}

void TestFindKeyPage::looksRight()
{
    m_page->setAttribute(Qt::WA_StyledBackground);
    m_page->setProperty("surface", u"window"_s);
    saveScreenshots(m_page.get(), u"findkey-empty"_s);
    fill(hashOf("mia@example.com", shopKey), u"cust-20418"_s, u"mia@example.com"_s);
    find();
    saveScreenshots(m_page.get(), u"findkey-found"_s);
    fill(hashOf("cust-20418", sharedKey), u"cust-20418"_s);
    find();
    saveScreenshots(m_page.get(), u"findkey-shared"_s);
    fill(QString(64, u'a'), u"cust-20418"_s);
    find();
    saveScreenshots(m_page.get(), u"findkey-unknown"_s);
    fill(hashOf("cust-20418", "your_secret_key"), u"cust-20418"_s);
    find();
    saveScreenshots(m_page.get(), u"findkey-sample"_s);
    child<QPushButton>(u"findButton"_s)->click();
    saveScreenshots(m_page.get(), u"findkey-searching"_s);
}

QTEST_MAIN(TestFindKeyPage)
#include "tst_findkeypage.moc"
