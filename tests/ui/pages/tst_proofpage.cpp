#include "tests/ui/pages/vendorfixture.h"
#include "ui/pages/proofpage.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/tokenview.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::ui;

class TestProofPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void makesTheHashAsOneTypes();
    void showsWhatIsHashed();
    void switchesToTheProofOverTheEmail();
    void showsAProblemBesideTheFieldOnceItWasTouched();
    void callsNoFieldOfANeededClaimOptional();
    void makesAnOrloTokenWithCustomClaims();
    void namesTheTypeOfACustomClaim_data();
    void namesTheTypeOfACustomClaim();
    void hintsAtNamesAgentsWouldStumbleOver();
    void marksTheSecondOfTwoEqualNames();
    void takesARemovedClaimOutOfTheToken();
    void putsAnExpiryIntoTheTokenWhereAllowed();
    void offersNeitherClaimsNorExpiryToHuggy();
    void showsTheProofOfTheLastCharacterTyped();
    void keepsWhatWasTypedWhileThePropertyStays();
    void forgetsWhatWasTypedWithAnotherProperty();
    void followsTheCurrentVersionThroughARotation();
    void staysWithAnotherVersionThatWasChosen();
    void copiesTheProofAndRecordsIt();
    void olderProofIsNotCopiedWhileANewOneIsMade();
    void saysThatThereIsNoKey();
    void clearsEverythingOnLock();
    void isReachableByKeyboard();
    void grabsScreenshots();

private:
    QLineEdit *edit(const QString &field) const
    {
        return m_page->findChild<QLineEdit *>(u"visitor."_s + field);
    }
    QString value() const { return m_page->findChild<TokenView *>(u"proofValue"_s)->shownText(); }
    QString code(const QString &name) const
    {
        return m_page->findChild<QPlainTextEdit *>(name)->toPlainText();
    }
    template<typename T>
    T *child(const QString &name) const
    {
        return m_page->findChild<T *>(name);
    }
    QStringList visibleTexts() const;
    void addClaim(const QString &name, const QString &text);

    std::unique_ptr<VendorFixture> m_fixture;
    std::unique_ptr<ProofPage> m_page;
};

void TestProofPage::initTestCase()
{
    m_fixture = std::make_unique<VendorFixture>();
}

void TestProofPage::init()
{
    m_page = std::make_unique<ProofPage>(m_fixture->pages.context());
    m_page->resize(928, 600);
    m_page->show();
}

void TestProofPage::cleanup()
{
    m_page.reset();
}

QStringList TestProofPage::visibleTexts() const
{
    QStringList texts;
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        if (label->isVisibleTo(m_page.get()) && !label->text().isEmpty()) {
            texts.append(label->text());
        }
    }
    return texts;
}

void TestProofPage::addClaim(const QString &name, const QString &text)
{
    child<QPushButton>(u"addClaim"_s)->click();
    m_page->findChildren<QLineEdit *>(u"claimName"_s).last()->setText(name);
    m_page->findChildren<QLineEdit *>(u"claimValue"_s).last()->setText(text);
}

void TestProofPage::makesTheHashAsOneTypes()
{
    m_fixture->show(*m_page, u"tau"_s);
    QTest::keyClicks(edit(u"userId"_s), u"user123"_s);
    // TAU's own example.
    QTRY_COMPARE(value(), u"988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221"_s);
    QVERIFY(visibleTexts().contains(u"HMAC-SHA256"_s));
}

void TestProofPage::showsWhatIsHashed()
{
    m_fixture->show(*m_page, u"tau"_s);
    edit(u"userId"_s)->setText(u"zoë"_s);
    QTRY_COMPARE(code(u"proofClaims"_s), u"zoë"_s);
    QVERIFY(visibleTexts().contains(u"4 bytes in UTF-8, nothing before or after."_s));
    QVERIFY(!child<QPlainTextEdit>(u"proofHeader"_s)->isVisible());
}

void TestProofPage::switchesToTheProofOverTheEmail()
{
    m_fixture->show(*m_page, u"tawk-to"_s);
    edit(u"userId"_s)->setText(u"user123"_s);
    auto *rules = child<QComboBox>(u"proofRule"_s);
    rules->setCurrentIndex(rules->findData(u"visitor"_s));
    QVERIFY(!edit(u"userId"_s));
    edit(u"email"_s)->setText(u"zoë@exämple.org"_s);
    QTRY_COMPARE(value(), u"31dc14c413c1edf65b5d06d164c174d30b6ea3abb18ebc85c44e5653ef755cc8"_s);
    rules->setCurrentIndex(rules->findData(u"login"_s));
    QCOMPARE(edit(u"userId"_s)->text(), u"user123"_s);
    QTRY_COMPARE(value(), u"988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221"_s);
}

void TestProofPage::showsAProblemBesideTheFieldOnceItWasTouched()
{
    m_fixture->show(*m_page, u"orlo"_s);
    auto *row = qobject_cast<FieldRow *>(edit(u"name"_s)->parentWidget());
    QVERIFY(row);
    QCOMPARE(row->problem(), QString());
    edit(u"name"_s)->setText(u"Ada "_s);
    QVERIFY(row->problem().startsWith(u"There is a space"));
    QVERIFY(!child<QPushButton>(u"copyProof"_s)->isEnabled());
    QCOMPARE(value(), QString());
    edit(u"name"_s)->setText(u"Ada"_s);
    QCOMPARE(row->problem(), QString());
    QTRY_VERIFY(child<QPushButton>(u"copyProof"_s)->isEnabled());
}

void TestProofPage::callsNoFieldOfANeededClaimOptional()
{
    recipes::Recipe recipe = m_fixture->recipe(u"orlo"_s);
    const auto noteOfEmail = [&] {
        m_page = std::make_unique<ProofPage>(m_fixture->pages.context());
        m_page->showProperty(&m_fixture->property(u"orlo"_s), &recipe);
        return qobject_cast<FieldRow *>(edit(u"email"_s)->parentWidget())->note();
    };
    QCOMPARE(noteOfEmail(), u"optional"_s);
    std::get<recipes::JwtRule>(recipe.proofs.first().mechanism).claims.last().presence =
        recipes::Presence::Required;
    QCOMPARE(noteOfEmail(), QString());
    m_page.reset(); // before the recipe
}

void TestProofPage::makesAnOrloTokenWithCustomClaims()
{
    m_fixture->show(*m_page, u"orlo"_s);
    edit(u"name"_s)->setText(u"Ada Lovelace"_s);
    edit(u"email"_s)->setText(u"ada@example.org"_s);
    addClaim(u"User ID"_s, u"124"_s);
    addClaim(u"Telephone"_s, u"01234567890"_s);
    QTRY_COMPARE(code(u"proofClaims"_s), u"{\n  \"name\": \"Ada Lovelace\",\n  \"isLoggedIn\": true,\n"
                                         "  \"email\": \"ada@example.org\",\n  \"User ID\": 124,\n"
                                         "  \"Telephone\": \"01234567890\"\n}"_s);
    QCOMPARE(code(u"proofHeader"_s), u"{\n  \"typ\": \"JWT\",\n  \"alg\": \"RS256\"\n}"_s);
    QCOMPARE(value().count(u'.'), 2);
    QVERIFY(visibleTexts().contains(u"RSA 2048"_s));
}

void TestProofPage::namesTheTypeOfACustomClaim_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("type");
    QTest::newRow("number") << u"124"_s << u"number"_s;
    QTest::newRow("telephone") << u"01234567890"_s << u"text"_s;
    QTest::newRow("true") << u"true"_s << u"boolean"_s;
    QTest::newRow("quoted") << u"\"124\""_s << u"text"_s;
    QTest::newRow("list") << u"[1]"_s << u"list"_s;
    QTest::newRow("object") << u"{}"_s << u"object"_s;
    QTest::newRow("null") << u"null"_s << u"null"_s;
}

void TestProofPage::namesTheTypeOfACustomClaim()
{
    QFETCH(QString, text);
    QFETCH(QString, type);
    m_fixture->show(*m_page, u"orlo"_s);
    addClaim(u"Any"_s, text);
    QVERIFY(visibleTexts().contains(type));
}

void TestProofPage::hintsAtNamesAgentsWouldStumbleOver()
{
    m_fixture->show(*m_page, u"orlo"_s);
    const QString hint = m_fixture->recipe(u"orlo"_s).proof({})->jwt()->customClaimTexts.avoidHint;
    addClaim(u"User ID"_s, u"1"_s);
    QVERIFY(!visibleTexts().contains(hint));
    m_page->findChild<QLineEdit *>(u"claimName"_s)->setText(u"user_id"_s);
    QVERIFY(visibleTexts().contains(hint));
}

void TestProofPage::marksTheSecondOfTwoEqualNames()
{
    m_fixture->show(*m_page, u"orlo"_s);
    edit(u"name"_s)->setText(u"Ada"_s);
    addClaim(u"User ID"_s, u"1"_s);
    addClaim(u"User ID"_s, u"2"_s);
    QCOMPARE(visibleTexts().count(u"There is already a claim with this name."_s), 1);
    const QList<QLineEdit *> names = m_page->findChildren<QLineEdit *>(u"claimName"_s);
    QVERIFY(!names.first()->property("problem").toBool());
    QVERIFY(names.last()->property("problem").toBool());
    QCOMPARE(value(), QString());
}

void TestProofPage::takesARemovedClaimOutOfTheToken()
{
    m_fixture->show(*m_page, u"orlo"_s);
    edit(u"name"_s)->setText(u"Ada"_s);
    addClaim(u"User ID"_s, u"1"_s);
    QTRY_VERIFY(code(u"proofClaims"_s).contains(u"User ID"));
    child<QPushButton>(u"claimRemove"_s)->click();
    QTRY_VERIFY(!code(u"proofClaims"_s).isEmpty() && !code(u"proofClaims"_s).contains(u"User ID"));
}

void TestProofPage::putsAnExpiryIntoTheTokenWhereAllowed()
{
    m_fixture->show(*m_page, u"orlo"_s);
    edit(u"name"_s)->setText(u"Ada"_s);
    auto *expiry = child<QComboBox>(u"expiry"_s);
    expiry->setCurrentIndex(expiry->findData(3600));
    QTRY_VERIFY(code(u"proofClaims"_s).contains(u"\"exp\""));
    const JsonObject claims = parseJsonObject(code(u"proofClaims"_s).toUtf8()).value();
    const std::int64_t lifetime =
        *findMember(claims, u"exp")->asInteger() - QDateTime::currentSecsSinceEpoch();
    QVERIFY(lifetime > 3540 && lifetime <= 3600);
}

void TestProofPage::offersNeitherClaimsNorExpiryToHuggy()
{
    m_fixture->show(*m_page, u"huggy"_s);
    QVERIFY(!child<QPushButton>(u"addClaim"_s)->isVisible());
    QVERIFY(!child<QComboBox>(u"expiry"_s)->isVisible());
    QVERIFY(!child<QComboBox>(u"proofRule"_s)->isVisible());
    edit(u"userId"_s)->setText(u"user1@company.com"_s);
    QTRY_VERIFY(
        value().startsWith(u"eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJqdGkiOiJ1c2VyMUBjb21wYW55LmNvbSJ9."));
}

void TestProofPage::showsTheProofOfTheLastCharacterTyped()
{
    m_fixture->show(*m_page, u"orlo"_s);
    for (int i = 0; i < 200; ++i) {
        edit(u"name"_s)->setText(u"Ada %1"_s.arg(i));
    }
    QTRY_VERIFY(code(u"proofClaims"_s).contains(u"\"Ada 199\""));
}

void TestProofPage::keepsWhatWasTypedWhileThePropertyStays()
{
    m_fixture->show(*m_page, u"orlo"_s);
    edit(u"name"_s)->setText(u"Ada"_s);
    addClaim(u"User ID"_s, u"1"_s);
    m_fixture->show(*m_page, u"orlo"_s);
    QCOMPARE(edit(u"name"_s)->text(), u"Ada"_s);
    QCOMPARE(m_page->findChildren<QLineEdit *>(u"claimName"_s).size(), 1);
}

void TestProofPage::forgetsWhatWasTypedWithAnotherProperty()
{
    m_fixture->show(*m_page, u"orlo"_s);
    edit(u"name"_s)->setText(u"Ada"_s);
    addClaim(u"User ID"_s, u"1"_s);
    m_fixture->show(*m_page, u"tau"_s);
    m_fixture->show(*m_page, u"orlo"_s);
    QCOMPARE(edit(u"name"_s)->text(), QString());
    QCOMPARE(edit(u"isLoggedIn"_s)->text(), u"true"_s);
    QCOMPARE(m_page->findChildren<QLineEdit *>(u"claimName"_s).size(), 0);
}

void TestProofPage::followsTheCurrentVersionThroughARotation()
{
    recipes::Property property = m_fixture->property(u"tau"_s);
    const recipes::Recipe &tau = m_fixture->recipe(u"tau"_s);
    m_page->showProperty(&property, &tau);
    QVERIFY(!child<QComboBox>(u"keyVersion"_s)->isVisibleTo(m_page.get()));
    property.keys.rotate(property.keys.current()->description, keys::KeyOrigin::Imported, keys::RevokeOld::No,
                         Timestamp());
    m_page->showProperty(&property, &tau);
    QCOMPARE(child<QComboBox>(u"keyVersion"_s)->currentText(), u"v2, current"_s);
    QVERIFY(child<QComboBox>(u"keyVersion"_s)->isVisibleTo(m_page.get()));
}

void TestProofPage::staysWithAnotherVersionThatWasChosen()
{
    recipes::Property property = m_fixture->property(u"tau"_s);
    const recipes::Recipe &tau = m_fixture->recipe(u"tau"_s);
    const keys::KeyDescription key = property.keys.current()->description;
    property.keys.rotate(key, keys::KeyOrigin::Imported, keys::RevokeOld::No, Timestamp());
    m_page->showProperty(&property, &tau);
    auto *versions = child<QComboBox>(u"keyVersion"_s);
    versions->setCurrentIndex(versions->findData(1));
    QVERIFY(visibleTexts().join(u' ').contains(u"Not the current version"));
    edit(u"userId"_s)->setText(u"user123"_s);
    QTRY_COMPARE(value().size(), 64);
    property.keys.rotate(key, keys::KeyOrigin::Imported, keys::RevokeOld::No, Timestamp());
    m_page->showProperty(&property, &tau);
    QCOMPARE(versions->currentText(), u"v1, previous"_s);
    QVERIFY(property.keys.revoke(1, Timestamp()).has_value());
    m_page->showProperty(&property, &tau);
    QCOMPARE(versions->currentText(), u"v3, current"_s);
}

void TestProofPage::copiesTheProofAndRecordsIt()
{
    m_fixture->show(*m_page, u"huggy"_s);
    edit(u"userId"_s)->setText(u"user1@company.com"_s);
    QTRY_VERIFY(child<QPushButton>(u"copyProof"_s)->isEnabled());
    child<QPushButton>(u"copyProof"_s)->click();
    QCOMPARE(QApplication::clipboard()->text(), value());
    QString recorded;
    const auto read = [](vault::Vault &vault) { return vault.activity({.propertyId = {}, .limit = 1}); };
    m_fixture->pages.session.run(
        m_page.get(), read, [&recorded](const Result<QList<vault::ActivityEntry>> &entries) {
            recorded = vault::activityName(entries->first().kind) + u' ' + entries->first().detail;
        });
    QTRY_COMPARE(recorded, u"proof-made userHash"_s);
}

void TestProofPage::saysThatThereIsNoKey()
{
    recipes::Property property = m_fixture->property(u"tau"_s);
    property.keys = {};
    m_page->showProperty(&property, &m_fixture->recipe(u"tau"_s));
    QVERIFY(visibleTexts().contains(u"No key to sign with"_s));
    QVERIFY(!child<QPushButton>(u"copyProof"_s)->isVisible());
}

void TestProofPage::clearsEverythingOnLock()
{
    m_fixture->show(*m_page, u"orlo"_s);
    edit(u"name"_s)->setText(u"Ada"_s);
    addClaim(u"User ID"_s, u"1"_s);
    QTRY_VERIFY(!value().isEmpty());
    m_page->clear();
    QCOMPARE(value(), QString());
    QCOMPARE(code(u"proofClaims"_s), QString());
    QVERIFY(!edit(u"name"_s));
    QCOMPARE(m_page->findChildren<QLineEdit *>(u"claimName"_s).size(), 0);
    m_fixture->show(*m_page, u"orlo"_s);
    QCOMPARE(edit(u"name"_s)->text(), QString());
}

void TestProofPage::isReachableByKeyboard()
{
    m_fixture->show(*m_page, u"orlo"_s);
    addClaim(u"User ID"_s, u"1"_s);
    for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
        if (widget->isVisible() &&
            (qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QPushButton *>(widget) ||
             qobject_cast<const QComboBox *>(widget))) {
            const QPushButton *button = qobject_cast<const QPushButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     qPrintable(widget->objectName()));
            QVERIFY2(widget->focusPolicy() & Qt::TabFocus, qPrintable(widget->objectName()));
        }
    }
}

void TestProofPage::grabsScreenshots()
{
    m_page->setAttribute(Qt::WA_StyledBackground);
    m_page->setProperty("surface", u"window"_s);
    m_page->layout()->setContentsMargins(24, 16, 24, 16);
    m_page->resize(976, 620);
    m_fixture->show(*m_page, u"orlo"_s);
    edit(u"name"_s)->setText(u"Ada Lovelace"_s);
    edit(u"email"_s)->setText(u"ada@example.org"_s);
    addClaim(u"User ID"_s, u"124"_s);
    addClaim(u"phone_number"_s, u"01234567890"_s);
    QTRY_VERIFY(code(u"proofClaims"_s).contains(u"phone_number"));
    saveScreenshots(m_page.get(), u"proof-orlo"_s);
    m_fixture->show(*m_page, u"tawk-to"_s);
    saveScreenshots(m_page.get(), u"proof-tawk-empty"_s);
    edit(u"userId"_s)->setText(u"user123"_s);
    QTRY_COMPARE(value().size(), 64);
    saveScreenshots(m_page.get(), u"proof-tawk"_s);
}

void TestProofPage::olderProofIsNotCopiedWhileANewOneIsMade()
{
    m_fixture->show(*m_page, u"tau"_s);
    edit(u"userId"_s)->setText(u"user123"_s);
    QTRY_VERIFY(child<QPushButton>(u"copyProof"_s)->isEnabled());
    edit(u"userId"_s)->setText(u"user124"_s);
    QVERIFY(!child<QPushButton>(u"copyProof"_s)->isEnabled());
    QTRY_VERIFY(child<QPushButton>(u"copyProof"_s)->isEnabled());
}

QTEST_MAIN(TestProofPage)
#include "tst_proofpage.moc"
