#include "pagefixture.h"

#include "ui/actions/secrethealth.h"
#include "ui/models/keyversionsmodel.h"
#include "ui/pages/keymaterialcard.h"
#include "ui/pages/keyspage.h"
#include "ui/pages/keyversionsview.h"
#include "ui/pages/publickeyview.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/secretpasteedit.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::ui;

namespace {

constexpr int patience = 20000; // a key of 4096 bits on a busy machine

template<typename Widget>
Widget *find(QWidget *parent, const QString &name)
{
    auto *widget = parent->findChild<Widget *>(name);
    if (!widget) {
        qFatal("there is no %s", qPrintable(name));
    }
    return widget;
}

void press(QWidget *parent, const QString &name)
{
    auto *button = find<QPushButton>(parent, name);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space); // reaches it also where it is scrolled out of sight
}

} // namespace

class KeysPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelKeepsItsPromises();
    void rotatesAVendorsKey();
    void rotatesAPairThroughStandby();
    void revokesAndDestroysWithConfirmation();
    void showsThePublicKeyAsOpensslWritesIt();
    void revealsTheSecretOnlyWhileAsked();
    void saysWhatIsDoubtfulAboutAKey_data();
    void saysWhatIsDoubtfulAboutAKey();
    void saysWhatToDoByTheStatusOfTheKey_data();
    void saysWhatToDoByTheStatusOfTheKey();
    void namesThePropertiesThatShareTheSecret();
    void looksAtTheKeyInUseOfEveryProperty();
    void forgetsEverythingOnClear();
    void menuOfAVersionDoesNothingOnceItIsGone();

private:
    QDialog *waitForDialog(QWidget *page);
};

QDialog *KeysPageTest::waitForDialog(QWidget *page)
{
    QDialog *dialog = nullptr;
    (void)QTest::qWaitFor([&] { return (dialog = page->findChild<QDialog *>()) && dialog->isVisible(); });
    return dialog;
}

void KeysPageTest::modelKeepsItsPromises()
{
    KeyVersionsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    keys::KeySet keys;
    const Timestamp now{std::chrono::seconds(1790000000)};
    keys.rotate({}, keys::KeyOrigin::Generated, keys::RevokeOld::No, now);
    keys.rotate({}, keys::KeyOrigin::Generated, keys::RevokeOld::No, now);
    model.setKeys(keys, now);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.versionAt(0)->number, 2);
    QCOMPARE(model.rowOf(1), 1);
    QCOMPARE(model.rowOf(7), -1);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void KeysPageTest::rotatesAVendorsKey()
{
    PageFixture fixture;
    const auto property = fixture.add(u"tawk-to"_s, u"Shop EU"_s, "0123456789abcdef0123456789abcdef01234567");
    KeysPage page(fixture.context());
    fixture.show(&page, property);

    press(&page, u"startRotation"_s);
    QDialog *dialog = waitForDialog(&page);
    QVERIFY(dialog);
    auto *primary = find<QPushButton>(dialog, u"primaryButton"_s);
    QVERIFY(!primary->isEnabled());
    QVERIFY(find<QRadioButton>(dialog, u"provideKey"_s)->isChecked());
    QVERIFY(find<QRadioButton>(dialog, u"makeCurrentNow"_s)->isChecked());
    auto *content = find<SecretPasteEdit>(dialog, u"keyContent"_s);
    QTRY_VERIFY(content->hasFocus());
    QTest::keyClicks(content, u"89abcdef0123456789abcdef0123456789abcdef"_s);
    QTRY_VERIFY(primary->isEnabled());
    saveScreenshots(dialog, u"rotate-dialog"_s);
    QTest::mouseClick(primary, Qt::LeftButton);

    QTRY_COMPARE_WITH_TIMEOUT(fixture.current(property).keys.versions().size(), 2, patience);
    const auto after = fixture.current(property);
    QCOMPARE(after.keys.current()->number, 2);
    QCOMPARE(after.keys.find(1)->status, keys::KeyStatus::Previous);
    QTRY_COMPARE(find<KeyVersionsView>(&page, u"keyVersions"_s)->model()->rowCount(), 2);
    QCOMPARE(find<KeyVersionsView>(&page, u"keyVersions"_s)->chosen()->number, 2);
    saveScreenshots(&page, u"keys-secret"_s);
}

void KeysPageTest::rotatesAPairThroughStandby()
{
    PageFixture fixture;
    const auto property = fixture.addWithRsaKey(u"orlo"_s, u"City Council Services"_s);
    KeysPage page(fixture.context());
    fixture.show(&page, property);

    press(&page, u"startRotation"_s);
    QDialog *dialog = waitForDialog(&page);
    QVERIFY(dialog);
    QVERIFY(find<QRadioButton>(dialog, u"keepOnStandby"_s)->isChecked());
    press(dialog, u"primaryButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.current(property).keys.versions().size(), 2, patience);
    QCOMPARE(fixture.current(property).keys.current()->number, 1);
    QTRY_VERIFY(!page.findChild<QDialog *>());
    QCOMPARE(find<KeyVersionsView>(&page, u"keyVersions"_s)->chosen()->number, 2); // whose public key is next
    saveScreenshots(&page, u"keys-rotating"_s);

    press(&page, u"copyStandbyPublicKey"_s);
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(u"-----BEGIN PUBLIC KEY-----"_s));

    press(&page, u"promoteStandby"_s);
    dialog = waitForDialog(&page);
    QVERIFY(dialog);
    press(dialog, u"primaryButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.current(property).keys.current()->number, 2, patience);
}

void KeysPageTest::revokesAndDestroysWithConfirmation()
{
    PageFixture fixture;
    const auto property = fixture.add(u"tau"_s, u"Northwind Help"_s, "your_own_secret_key_of_some_length");
    KeysPage page(fixture.context());
    fixture.show(&page, property);

    const auto choose = [&page](const QString &text) {
        auto *table = find<KeyVersionsView>(&page, u"keyVersions"_s);
        QTest::keyClick(table, Qt::Key_Return);
        auto *menu = page.findChild<QMenu *>(u"versionMenu"_s);
        for (QAction *action : menu->actions()) {
            if (action->text() == text) {
                action->trigger();
            }
        }
        menu->close();
    };
    choose(u"Revoke…"_s);
    QDialog *dialog = waitForDialog(&page);
    QVERIFY(dialog);
    press(dialog, u"primaryButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.current(property).keys.find(1)->status, keys::KeyStatus::Revoked,
                              patience);
    QTRY_VERIFY(!page.findChild<QDialog *>());

    choose(u"Destroy…"_s);
    dialog = waitForDialog(&page);
    QVERIFY(dialog);
    auto *primary = find<QPushButton>(dialog, u"primaryButton"_s);
    QVERIFY(!primary->isEnabled());
    QTest::keyClicks(find<QLineEdit>(dialog, u"typedConfirmation"_s), u"destroy v1"_s);
    QVERIFY(primary->isEnabled());
    saveScreenshots(dialog, u"destroy-dialog"_s);
    QTest::mouseClick(primary, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.current(property).keys.find(1)->status, keys::KeyStatus::Destroyed,
                              patience);
}

void KeysPageTest::showsThePublicKeyAsOpensslWritesIt()
{
    PageFixture fixture;
    const auto property = fixture.addWithRsaKey(u"orlo"_s, u"City Council Services"_s);
    KeysPage page(fixture.context());
    fixture.show(&page, property);
    auto *view = find<PublicKeyView>(&page, u"publicKey"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!view->keyText().isEmpty(), patience);

    QProcess openssl;
    openssl.start(u"openssl"_s, {u"pkey"_s, u"-pubin"_s, u"-pubout"_s});
    openssl.write(view->keyText().toLatin1() + '\n');
    openssl.closeWriteChannel();
    QVERIFY(openssl.waitForFinished());
    QCOMPARE(openssl.readAllStandardOutput().trimmed(), view->keyText().toLatin1());
    saveScreenshots(&page, u"keys-rsa"_s);

    press(&page, u"copyPublicKey"_s);
    QTRY_COMPARE(QGuiApplication::clipboard()->text().trimmed(), view->keyText());

    // What is seen is the same key, broken where the view ends, without its middle.
    QStringList seen = view->toPlainText().split(u'\n');
    QCOMPARE(seen.takeLast(), u"-----END PUBLIC KEY-----"_s);
    QCOMPARE(seen.takeLast(), u"…"_s);
    QCOMPARE(seen.takeFirst(), u"-----BEGIN PUBLIC KEY-----"_s);
    QVERIFY(view->keyText().remove(u'\n').contains(seen.join(QString())));
}

void KeysPageTest::revealsTheSecretOnlyWhileAsked()
{
    PageFixture fixture;
    const auto property = fixture.add(u"tau"_s, u"Northwind Help"_s, "your_own_secret_key_of_some_length");
    KeysPage page(fixture.context());
    fixture.show(&page, property);
    auto *field = find<SecretField>(&page, u"secretField"_s);
    QVERIFY(!field->isRevealed());
    auto *eye = field->findChild<QPushButton *>();
    QTest::mousePress(eye, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(field->isRevealed(), patience);
    QTest::qWait(600); // held, not clicked
    QTest::mouseRelease(eye, Qt::LeftButton);
    QVERIFY(!field->isRevealed());

    QTest::mouseClick(eye, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(field->isRevealed(), patience);
    page.clear();
    QVERIFY(!field->isRevealed());
}

void KeysPageTest::saysWhatIsDoubtfulAboutAKey_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QString>("expectedWord"); // empty: nothing is said
    QTest::newRow("sound") << QByteArray("q7Rz-vT2m_Kx9Lp4Wc8Ny1Hb6Gd3Fs5J") << QString();
    QTest::newRow("too short") << QByteArray("q7Rz-vT2m_Kx9L") << u"too short"_s;
    QTest::newRow("a sample") << QByteArray("your-256-bit-secret") << u"rotate and revoke it now"_s;
    QTest::newRow("hex as text") << QByteArray("8f14e45fceea167a5a36dedd4bea2543c81e728d") << u"hex"_s;
}

void KeysPageTest::saysWhatIsDoubtfulAboutAKey()
{
    QFETCH(const QByteArray, secret);
    QFETCH(const QString, expectedWord);
    PageFixture fixture;
    const auto property = fixture.add(u"tau"_s, u"Northwind Help"_s, secret.constData());
    KeysPage page(fixture.context());
    page.resize(1000, 700);
    fixture.show(&page, property);
    const auto *remarks = find<QLabel>(&page, u"keyRemarks"_s);
    bool isAnswered = false; // after the page's own question
    fixture.session.run(
        &page, [](vault::Vault &vault) { return vault.properties(); },
        [&isAnswered](const Result<QList<recipes::Property>> &) { isAnswered = true; });
    QTRY_VERIFY(isAnswered);
    QVERIFY2(remarks->text().contains(expectedWord), qPrintable(remarks->text()));
    QCOMPARE(remarks->isVisible(), !expectedWord.isEmpty());
    QCOMPARE(find<QLabel>(&page, u"weakKey"_s)->isVisible(), !expectedWord.isEmpty());
    QVERIFY(!remarks->text().contains(QString::fromLatin1(secret)));
}

void KeysPageTest::namesThePropertiesThatShareTheSecret()
{
    PageFixture fixture;
    fixture.add(u"tau"_s, u"Southwind Help"_s, "your_secret_key");
    fixture.add(u"tau"_s, u"Eastwind Help"_s, "another-2m_Kx9Lp4Wc8Ny1Hb6Gd3Fs5");
    const auto property = fixture.add(u"tau"_s, u"Northwind Help"_s, "your_secret_key");
    KeysPage page(fixture.context());
    page.resize(1000, 700);
    fixture.show(&page, property);
    const auto *remarks = find<QLabel>(&page, u"keyRemarks"_s);
    QTRY_VERIFY(remarks->text().contains(u"The same secret is used by Southwind Help."_s));
    saveScreenshots(&page, u"keys-weak"_s);
    page.clear();
    QCOMPARE(remarks->text(), QString());
}

void KeysPageTest::looksAtTheKeyInUseOfEveryProperty()
{
    PageFixture fixture;
    SecretHealth health(fixture.session, fixture.catalog);
    const QSignalSpy changed(&health, &SecretHealth::changed);
    const auto weak = fixture.add(u"tau"_s, u"Northwind Help"_s, "your_secret_key");
    fixture.add(u"tau"_s, u"Southwind Help"_s, "q7Rz-vT2m_Kx9Lp4Wc8Ny1Hb6Gd3Fs5J");
    fixture.addWithRsaKey(u"orlo"_s, u"Orlo"_s);
    QTRY_COMPARE(health.doubts(), (SecretHealth::Doubts{{weak.id, recipes::KeyHealth::Weak}}));
    auto rotate = [weak](vault::Vault &vault) {
        const keys::KeyMaterial next = keys::SecretKey{
            SecretBytes::copyOf(bytesOf("w8Zk-pT2m_Kx9Lp4Wc8Ny1Hb6Gd3Fs5J")), keys::SecretEncoding::Text};
        return vault.rotateKey(weak, next, keys::KeyOrigin::Imported, keys::RevokeOld::No);
    };
    fixture.session.change(&fixture.session, std::move(rotate), [](const Result<recipes::Property> &) {});
    QTRY_VERIFY(health.doubts().isEmpty());
    QCOMPARE(changed.size(), 2);
    const auto other = fixture.add(u"tau"_s, u"Eastwind Help"_s, "password");
    QTRY_COMPARE(health.doubts(), (SecretHealth::Doubts{{other.id, recipes::KeyHealth::Weak}}));
    fixture.session.lock();
    QVERIFY(health.doubts().isEmpty());
}

void KeysPageTest::forgetsEverythingOnClear()
{
    PageFixture fixture;
    const auto property = fixture.addWithRsaKey(u"orlo"_s, u"City Council Services"_s);
    KeysPage page(fixture.context());
    fixture.show(&page, property);
    auto *view = find<CodeView>(&page, u"publicKey"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!view->toPlainText().isEmpty(), patience);
    page.clear();
    QVERIFY(view->toPlainText().isEmpty());
    QCOMPARE(find<KeyVersionsView>(&page, u"keyVersions"_s)->model()->rowCount(), 0);
}

void KeysPageTest::saysWhatToDoByTheStatusOfTheKey_data()
{
    QTest::addColumn<bool>("isRevoked");
    QTest::addColumn<QString>("expected");
    QTest::newRow("previous") << false << u"Revoke it once nothing uses it any more."_s;
    QTest::newRow("revoked") << true << u"It is revoked: nothing has to be done."_s;
}

void KeysPageTest::saysWhatToDoByTheStatusOfTheKey()
{
    QFETCH(const bool, isRevoked);
    QFETCH(const QString, expected);
    PageFixture fixture;
    auto property = fixture.add(u"tau"_s, u"Northwind Help"_s, "q7Rz-vT2m_Kx9L");
    if (isRevoked) {
        QVERIFY(property.keys.revoke(1, fixture.clock.now()));
    } else {
        property.keys.rotate(property.keys.current()->description, keys::KeyOrigin::Imported,
                             keys::RevokeOld::No, fixture.clock.now());
    }
    KeyMaterialCard card(fixture.session);
    card.showVersion(property, fixture.recipe(u"tau"_s).key, *property.keys.find(1));
    QTRY_VERIFY(find<QLabel>(&card, u"keyRemarks"_s)->text().contains(u"too short"));
    const QString remarks = find<QLabel>(&card, u"keyRemarks"_s)->text();
    QVERIFY2(remarks.endsWith(expected), qPrintable(remarks));
}

/// A menu left open when the vault was locked.
void KeysPageTest::menuOfAVersionDoesNothingOnceItIsGone()
{
    PageFixture fixture;
    const auto property = fixture.add(u"tau"_s, u"Northwind Help"_s, "your_own_secret_key_of_some_length");
    KeysPage page(fixture.context());
    fixture.show(&page, property);
    QTest::keyClick(find<KeyVersionsView>(&page, u"keyVersions"_s), Qt::Key_Return);
    auto *menu = page.findChild<QMenu *>(u"versionMenu"_s);
    QVERIFY(menu);
    QVERIFY(menu->actions().size() > 3);
    page.clear();
    for (QAction *action : menu->actions()) {
        action->trigger();
    }
    QVERIFY(!page.findChild<QDialog *>());
    menu->close();
}

QTEST_MAIN(KeysPageTest)
#include "tst_keyspage.moc"
