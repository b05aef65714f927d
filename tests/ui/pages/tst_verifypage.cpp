#include "core/crypto/mac.h"
#include "tests/ui/pages/vendorfixture.h"
#include "ui/pages/causelist.h"
#include "ui/pages/pasteedit.h"
#include "ui/pages/verdictcard.h"
#include "ui/pages/verifypage.h"
#include "ui/widgets/fieldrow.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::ui;

namespace {

/// The key of the fixture's properties, and the one they are rotated to.
constexpr auto oldKey = "your_secret_key";
constexpr auto newKey = "a3c5e7092b4d6f8091a2b3c4d5e6f70819202b3d";

QString hashOf(const char *message, const char *key)
{
    const auto mac = crypto::MacKey::create(crypto::HashAlgorithm::Sha256, bytesOf(key));
    return QString::fromLatin1(mac->computeMac(bytesOf(message)).toHex());
}

// Made with python3: hmac.new(b'your_secret_key', b'user123', 'sha256').hexdigest()
constexpr auto vendorsVector = "988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221";

} // namespace

class TestVerifyPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void startsEmptyWithNothingToPress();
    void describesThePasteAsItIsMade_data();
    void describesThePasteAsItIsMade();
    void verifiesTheVendorsOwnVector();
    void namesTheEmailAndTheOlderKey();
    void isNotGreenForAKeyTheVendorMayNoLongerTake();
    void saysWhatToDoWhenAllIsRight();
    void verifiesOnControlReturn();
    void verifiesOnReturnInTheUserId();
    void choosesAmongTheCallsOfTheVendor();
    void saysWhichFieldOnlyHelpsWithTheChosenCall();
    void hidesTheUserIdWhereTheVendorHasNone();
    void marksTheVerdictWhenAFieldChanges();
    void marksTheVerdictWhenAFieldChangedMeanwhile();
    void marksTheVerdictWhenTheKeysChangedMeanwhile();
    void keepsWhatWasTypedWhileThePropertyStays();
    void forgetsTheCustomerWithAnotherProperty();
    void copiesAReportWithoutWhatIdentifies();
    void copiesTheReportAsJson();
    void namesTheOtherPropertyWhoseKeyWasUsed();
    void takesAMegabyteWithoutStalling();
    void notesTheVerdictInTheActivity();
    void showsTheErrorOfAVaultThatCannotAnswer();
    void clearEmptiesEveryField();
    void everyControlHasAName();
    void grabsScreenshots();

private:
    QLineEdit *field(const QString &name) const { return m_page->findChild<QLineEdit *>(name); }
    PasteEdit *proof() const { return m_page->findChild<PasteEdit *>(u"verifyProof"_s); }
    QPushButton *button() const { return m_page->findChild<QPushButton *>(u"verifyButton"_s); }
    QString headline() const { return m_page->findChild<VerdictCard *>()->headline(); }
    bool showsVerdict() const { return m_page->findChild<VerdictCard *>()->isVisibleTo(m_page.get()); }
    QStringList codes() const;
    void showShop() const;
    void fill(const QString &userId, const QString &email, const QString &value) const;
    void verify() const;

    std::unique_ptr<VendorFixture> m_fixture;
    recipes::Property m_shop; ///< tawk.to, rotated once
    std::unique_ptr<VerifyPage> m_page;
};

void TestVerifyPage::initTestCase()
{
    m_fixture = std::make_unique<VendorFixture>();
    m_shop = m_fixture->pages.add(u"tawk-to"_s, u"Shop EU"_s, oldKey);
    bool isDone = false;
    m_fixture->pages.session.change(
        this,
        [property = m_shop](vault::Vault &vault) {
            return vault.rotateKey(
                property, keys::SecretKey{SecretBytes::copyOf(bytesOf(newKey)), keys::SecretEncoding::Text},
                keys::KeyOrigin::Imported, keys::RevokeOld::No);
        },
        [this, &isDone](const Result<recipes::Property> &result) {
            m_shop = result.value();
            isDone = true;
        });
    QTRY_VERIFY(isDone);
}

void TestVerifyPage::init()
{
    m_page = std::make_unique<VerifyPage>(m_fixture->pages.context());
    m_page->resize(952, 600);
    m_page->show();
    showShop();
}

void TestVerifyPage::showShop() const
{
    m_page->showProperty(&m_shop, &m_fixture->recipe(u"tawk-to"_s));
}

QStringList TestVerifyPage::codes() const
{
    QStringList found;
    for (const QLabel *label : m_page->findChildren<QLabel *>(u"causeCode"_s)) {
        found.append(label->text());
    }
    return found;
}

void TestVerifyPage::fill(const QString &userId, const QString &email, const QString &value) const
{
    field(u"verifyUserId"_s)->setText(userId);
    field(u"verifyEmail"_s)->setText(email);
    proof()->setText(value);
}

void TestVerifyPage::verify() const
{
    QVERIFY(button()->isEnabled());
    button()->click();
    QTRY_VERIFY(button()->isEnabled()); // it is off while the check is under way
    QVERIFY(showsVerdict());
}

void TestVerifyPage::startsEmptyWithNothingToPress()
{
    QVERIFY(!button()->isEnabled());
    QVERIFY(!showsVerdict());
    QVERIFY(m_page->findChild<QWidget *>(u"verifyEmpty"_s)->isVisible());
}

void TestVerifyPage::describesThePasteAsItIsMade_data()
{
    QTest::addColumn<QString>("paste");
    QTest::addColumn<QString>("says");
    QTest::newRow("hash") << QString::fromLatin1(vendorsVector)
                          << u"64 hex digits: the form of an HMAC-SHA256."_s;
    QTest::newRow("token") << u"eyJhbGciOiJIUzI1NiJ9.eyJqdGkiOiJ1In0.AAAA"_s
                           << u"Three parts with dots between: a signed token (JWT)."_s;
    QTest::newRow("UUID") << u"8f14e45f-ceea-467f-a8f2-5b1b3c2d9e01"_s
                          << u"A UUID: a random identifier, no proof."_s;
}

void TestVerifyPage::describesThePasteAsItIsMade()
{
    QFETCH(QString, paste);
    QFETCH(QString, says);
    QTest::keyClicks(proof(), paste);
    const auto shown = [&](const QLabel *label) { return label->isVisible() && label->text() == says; };
    QVERIFY(std::ranges::any_of(m_page->findChildren<QLabel *>(), shown));
    QVERIFY(button()->isEnabled());
}

void TestVerifyPage::verifiesTheVendorsOwnVector()
{
    m_fixture->show(*m_page, u"tau"_s);
    fill(u"user123"_s, {}, QString::fromLatin1(vendorsVector));
    verify();
    QCOMPARE(headline(), u"Verified"_s);
    QCOMPARE(codes(), QStringList{u"IDV-KEY-WEAK"_s});
}

void TestVerifyPage::namesTheEmailAndTheOlderKey()
{
    fill(u"cust-20418"_s, u"mia@example.com"_s, hashOf("mia@example.com", oldKey));
    verify();
    QCOMPARE(headline(), u"Failed: the e-mail was hashed, not the user id"_s);
    QCOMPARE(codes(), (QStringList{u"IDV-MESSAGE-EMAIL"_s, u"IDV-KEY-PREVIOUS"_s}));
    QVERIFY(m_page->findChild<QLabel *>(u"verdictExplanation"_s)->text().contains(u"version 1"_s));
    QVERIFY(m_page->findChild<QLabel *>(u"verifyAdvice"_s)->text().contains(u"String(user.id)"_s));
}

void TestVerifyPage::isNotGreenForAKeyTheVendorMayNoLongerTake()
{
    const auto *card = m_page->findChild<VerdictCard *>();
    fill(u"cust-20418"_s, {}, hashOf("cust-20418", newKey));
    verify();
    QCOMPARE(card->property("surface").toString(), u"good"_s);
    fill(u"cust-20418"_s, {}, hashOf("cust-20418", oldKey));
    verify();
    QCOMPARE(headline(), u"Verified"_s);
    QCOMPARE(codes(), QStringList{u"IDV-KEY-PREVIOUS"_s});
    QCOMPARE(card->property("surface").toString(), u"attention"_s);
}

void TestVerifyPage::saysWhatToDoWhenAllIsRight()
{
    fill(u"cust-20418"_s, {}, hashOf("cust-20418", newKey));
    verify();
    QCOMPARE(headline(), u"Verified"_s);
    QVERIFY(codes().isEmpty());
    QVERIFY(m_page->findChild<QLabel *>(u"verifyAdvice"_s)->text().contains(u"Secure Mode"_s));
}

void TestVerifyPage::verifiesOnControlReturn()
{
    QApplication::setActiveWindow(m_page.get());
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    fill(u"cust-20418"_s, {}, hashOf("cust-20418", newKey));
    proof()->setFocus();
    QTest::keyClick(proof(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(showsVerdict());
    QCOMPARE(headline(), u"Verified"_s);
    QVERIFY(!proof()->text().contains(u'\n'));
}

void TestVerifyPage::verifiesOnReturnInTheUserId()
{
    fill(u"cust-20418"_s, {}, hashOf("cust-20418", newKey));
    QTest::keyClick(field(u"verifyUserId"_s), Qt::Key_Return);
    QTRY_VERIFY(showsVerdict());
}

void TestVerifyPage::choosesAmongTheCallsOfTheVendor()
{
    auto *call = m_page->findChild<QComboBox *>(u"verifyCall"_s);
    QVERIFY(call->isVisible());
    call->setCurrentIndex(1);
    fill(u"cust-20418"_s, u"mia@example.com"_s, hashOf("mia@example.com", newKey));
    verify();
    QCOMPARE(headline(), u"Verified"_s);
    m_fixture->show(*m_page, u"tau"_s);
    QVERIFY(!call->isVisible());
}

void TestVerifyPage::saysWhichFieldOnlyHelpsWithTheChosenCall()
{
    const auto note = [this](const QString &editor) {
        return qobject_cast<FieldRow *>(field(editor)->parentWidget())->note();
    };
    auto *call = m_page->findChild<QComboBox *>(u"verifyCall"_s);
    QCOMPARE(note(u"verifyUserId"_s), QString());
    QCOMPARE(note(u"verifyEmail"_s), u"helps to find the cause"_s);
    call->setCurrentIndex(1);
    QCOMPARE(note(u"verifyUserId"_s), u"helps to find the cause"_s);
    QCOMPARE(note(u"verifyEmail"_s), QString());
}

void TestVerifyPage::hidesTheUserIdWhereTheVendorHasNone()
{
    QVERIFY(field(u"verifyUserId"_s)->isVisible());
    m_fixture->show(*m_page, u"orlo"_s);
    QVERIFY(!field(u"verifyUserId"_s)->isVisible());
    QVERIFY(field(u"verifyEmail"_s)->isVisible());
}

void TestVerifyPage::marksTheVerdictWhenAFieldChanges()
{
    fill(u"cust-20418"_s, {}, hashOf("cust-20418", newKey));
    verify();
    auto *outdated = m_page->findChild<QLabel *>(u"verdictOutdated"_s);
    QVERIFY(!outdated->isVisible());
    field(u"verifyUserId"_s)->setText(u"cust-2"_s);
    QVERIFY(outdated->isVisible());
    verify();
    QVERIFY(!outdated->isVisible());
}

void TestVerifyPage::keepsWhatWasTypedWhileThePropertyStays()
{
    fill(u"cust-20418"_s, u"mia@example.com"_s, u"abc"_s);
    showShop();
    QCOMPARE(field(u"verifyUserId"_s)->text(), u"cust-20418"_s);
    QCOMPARE(proof()->text(), u"abc"_s);
}

void TestVerifyPage::forgetsTheCustomerWithAnotherProperty()
{
    fill(u"cust-20418"_s, u"mia@example.com"_s, hashOf("cust-20418", newKey));
    verify();
    m_fixture->show(*m_page, u"tau"_s);
    QVERIFY(field(u"verifyUserId"_s)->text().isEmpty());
    QVERIFY(proof()->text().isEmpty());
    QVERIFY(!showsVerdict());
}

void TestVerifyPage::copiesAReportWithoutWhatIdentifies()
{
    const QString hash = hashOf("mia@example.com", oldKey);
    fill(u"cust-20418"_s, u"mia@example.com"_s, hash);
    verify();
    QSignalSpy message(m_page.get(), &PropertyPage::messageShown);
    m_page->findChild<QPushButton *>(u"copyReport"_s)->click();
    const QString report = QApplication::clipboard()->text();
    QCOMPARE(message.count(), 1);
    QVERIFY(report.startsWith(u"**Failed: the e-mail was hashed, not the user id**"_s));
    QVERIFY(report.contains(u"IDV-KEY-PREVIOUS"_s));
    for (const QString &text :
         {u"cust-20418"_s, u"mia@example.com"_s, hash.left(12), QString::fromLatin1(oldKey)}) {
        QVERIFY2(!report.contains(text), qPrintable(text));
    }
}

void TestVerifyPage::copiesTheReportAsJson()
{
    const QString hash = hashOf("mia@example.com", oldKey);
    fill(u"cust-20418"_s, u"mia@example.com"_s, hash);
    verify();
    m_page->findChild<QPushButton *>(u"copyReportJson"_s)->click();
    const QByteArray report = QApplication::clipboard()->text().toUtf8();
    const auto document = parseJsonObject(report);
    QVERIFY(document);
    QCOMPARE(*findMember(*document, u"verdict")->asString(), u"failed"_s);
    QCOMPARE(*findMember(*document, u"email")->asString(), u"m…@e….com"_s);
    QVERIFY(!report.contains(hash.left(12).toUtf8()) && !report.contains("cust-20418"));
}

void TestVerifyPage::namesTheOtherPropertyWhoseKeyWasUsed()
{
    const char *key = "5b1d3f7a9c2e4b6d8f0a1c3e5d7b9f2a4c6e8d0b";
    m_fixture->pages.add(u"tawk-to"_s, u"Shop US"_s, key);
    fill(u"cust-20418"_s, {}, hashOf("cust-20418", key));
    verify();
    QCOMPARE(codes(), QStringList{u"IDV-KEY-OTHER-PROPERTY"_s});
    QCOMPARE(m_page->findChild<QLabel *>(u"verdictExplanation"_s)->text(),
             u"It was made with key version 1 of Shop US."_s);
}

void TestVerifyPage::takesAMegabyteWithoutStalling()
{
    QMimeData paste;
    paste.setText(QString(1 << 20, u'a'));
    QApplication::clipboard()->setText(paste.text());
    QElapsedTimer timer;
    timer.start();
    proof()->paste();
    QApplication::processEvents();
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(proof()->toPlainText().size(), PasteEdit::maximumShown);
    QCOMPARE(proof()->text().size(), PasteEdit::maximumKept);
    verify();
    QCOMPARE(codes(), QStringList{u"IDV-TOKEN-TOO-LARGE"_s});
}

void TestVerifyPage::notesTheVerdictInTheActivity()
{
    fill(u"cust-20418"_s, u"mia@example.com"_s, hashOf("mia@example.com", newKey));
    verify();
    QObject context;
    QList<vault::ActivityEntry> entries;
    m_fixture->pages.session.run(
        &context, [](vault::Vault &vault) { return vault.activity({{}, 1}); },
        [&entries](const Result<QList<vault::ActivityEntry>> &result) { entries = *result; });
    QTRY_COMPARE(entries.size(), 1);
    QCOMPARE(entries.first().kind, vault::ActivityKind::ProofFailed);
    QCOMPARE(entries.first().keyVersion, 2);
    QCOMPARE(entries.first().detail, u"IDV-MESSAGE-EMAIL"_s);
}

void TestVerifyPage::showsTheErrorOfAVaultThatCannotAnswer()
{
    recipes::Property lost = m_fixture->property(u"tau"_s);
    lost.id = u"0123456789abcdef0123456789abcdef"_s;
    m_page->showProperty(&lost, &m_fixture->recipe(u"tau"_s));
    fill(u"user123"_s, {}, QString::fromLatin1(vendorsVector));
    button()->click();
    QTRY_VERIFY(button()->isEnabled());
    QVERIFY(!showsVerdict());
    const auto isError = [](const QWidget *widget) {
        return widget->isVisible() && widget->property("surface") == u"bad"_s;
    };
    QVERIFY(std::ranges::any_of(m_page->findChildren<QWidget *>(), isError));
}

void TestVerifyPage::clearEmptiesEveryField()
{
    fill(u"cust-20418"_s, u"mia@example.com"_s, hashOf("mia@example.com", newKey));
    verify();
    m_page->clear();
    for (const QLineEdit *edit : m_page->findChildren<QLineEdit *>()) {
        QVERIFY(edit->text().isEmpty());
    }
    QVERIFY(proof()->text().isEmpty());
    proof()->undo();
    QVERIFY(proof()->text().isEmpty());
    QVERIFY(codes().isEmpty());
    QVERIFY(!showsVerdict());
}

void TestVerifyPage::everyControlHasAName()
{
    fill(u"cust-20418"_s, {}, hashOf("cust-20418", newKey));
    verify();
    for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
        const auto *pressed = qobject_cast<const QPushButton *>(widget);
        const bool isNamed = !widget->accessibleName().isEmpty() || (pressed && !pressed->text().isEmpty());
        QVERIFY2(widget->focusPolicy() == Qt::NoFocus || isNamed || qobject_cast<const QLabel *>(widget) ||
                     widget->focusProxy() || !widget->isVisible(),
                 widget->metaObject()->className());
    }
}

void TestVerifyPage::grabsScreenshots()
{
    m_page->setAttribute(Qt::WA_StyledBackground);
    m_page->setProperty("surface", u"window"_s);
    m_page->layout()->setContentsMargins(24, 16, 24, 16);
    m_page->resize(976, 652);
    saveScreenshots(m_page.get(), u"verify-empty"_s);
    const QString user = u"cust-20418"_s;
    const QString email = u"mia@example.com"_s;
    const QList<std::pair<QString, QString>> pictures = {
        {u"verify-email"_s, hashOf("mia@example.com", oldKey)},
        {u"verify-verified"_s, hashOf("cust-20418", newKey)},
        {u"verify-unknown"_s, QString(64, u'a')},
        {u"verify-key"_s, QString::fromLatin1(newKey)},
    };
    for (const auto &[name, value] : pictures) {
        fill(user, email, value);
        verify();
        saveScreenshots(m_page.get(), name);
    }
    fill({}, {}, QString(64, u'a'));
    verify();
    saveScreenshots(m_page.get(), u"verify-nothing"_s);
    m_fixture->show(*m_page, u"huggy"_s);
    fill(u"user1@company.com"_s, {},
         u"\"Bearer eyJhbGciOiJub25lIn0.eyJleHAiOjE3OTk5OTAwMDAwMDAsIm5hbWUiOiJBIn0.\""_s);
    verify();
    saveScreenshots(m_page.get(), u"verify-token"_s);
}

void TestVerifyPage::marksTheVerdictWhenAFieldChangedMeanwhile()
{
    fill(u"cust-20418"_s, {}, hashOf("cust-20418", newKey));
    button()->click();
    field(u"verifyUserId"_s)->setText(u"cust-2"_s);
    QTRY_VERIFY(showsVerdict());
    QVERIFY(m_page->findChild<QLabel *>(u"verdictOutdated"_s)->isVisible());
}

void TestVerifyPage::marksTheVerdictWhenTheKeysChangedMeanwhile()
{
    fill(u"cust-20418"_s, {}, hashOf("cust-20418", newKey));
    button()->click();
    recipes::Property changed = m_shop;
    QVERIFY(changed.keys.revoke(1, Timestamp()).has_value());
    m_page->showProperty(&changed, &m_fixture->recipe(u"tawk-to"_s));
    QTRY_VERIFY(showsVerdict());
    QVERIFY(m_page->findChild<QLabel *>(u"verdictOutdated"_s)->isVisible());
}

QTEST_MAIN(TestVerifyPage)
#include "tst_verifypage.moc"
