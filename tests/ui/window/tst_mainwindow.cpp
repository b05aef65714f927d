#include "tests/ui/window/windowharness.h"

#include "ui/models/texts.h"
#include "ui/widgets/passphraseedit.h"

#include <QAction>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::test;
using countersign::ui::errorText;

namespace {

constexpr const char *tawkKey = "0123456789abcdef0123456789abcdef01234567";

} // namespace

/// The main job, from no vault to four vendors and back to a locked file, by mouse and keyboard. Slots run in
/// the order they are written and share one window, as a person would.
class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void beginsWithThreeWaysIn();
    void refusesTwoDifferentPassphrases();
    void neverReplacesAFile();
    void createsAVaultFile();
    void saysWhatIsMissingBesideItsField();
    void addsAPropertyOfEveryVendor_data();
    void addsAPropertyOfEveryVendor();
    void showsEveryPlaceOfEveryVendor_data();
    void showsEveryPlaceOfEveryVendor();
    void searchesAsOneTypes();
    void editsAProperty();
    void addsWhatIsMissingInItsOwnField();
    void archivesAndRestores();
    void removesOnlyAfterTheNameWasTyped();
    void takesARemovedPropertyBack();
    void opensEveryDialog_data();
    void opensEveryDialog();
    void changesThePassphrase();
    void returnGoesOnBehindAPassphrase();
    void demoIsOfferedNoRecoveryKeyOfAVaultThatWasBeingMade();
    void checksTheVault();
    void goesFromAFoundKeyToItsProperty_data();
    void goesFromAFoundKeyToItsProperty();
    void opensTheToolsWithTheVaultOpenAndLocked();
    void opensTheDemo();
    void showsNoPartAsAWindowOfItsOwn();

private:
    recipes::Property propertyOf(const QString &recipeId);
    bool isEnabled(const char *action);
    QString rowText(int row);

    std::unique_ptr<WindowHarness> m_harness;
};

recipes::Property TestMainWindow::propertyOf(const QString &recipeId)
{
    for (const recipes::Property &property : m_harness->session().properties()) {
        if (property.recipeId == recipeId) {
            return property;
        }
    }
    return {};
}

bool TestMainWindow::isEnabled(const char *action)
{
    return m_harness->window().findChild<QAction *>(QString::fromLatin1(action))->isEnabled();
}

QString TestMainWindow::rowText(int row)
{
    auto *list = qobject_cast<QListView *>(m_harness->find(u"propertyList"_s));
    return list ? list->model()->index(row, 0).data().toString() : QString();
}

void TestMainWindow::initTestCase()
{
    m_harness = std::make_unique<WindowHarness>();
    QVERIFY(QTest::qWaitForWindowExposed(&m_harness->window()));
}

void TestMainWindow::beginsWithThreeWaysIn()
{
    for (const QString &name : {u"createVault"_s, u"openVault"_s, u"tryDemo"_s}) {
        QVERIFY2(m_harness->find(name), qPrintable(name));
    }
    QVERIFY(!m_harness->find(u"lockButton"_s));
    QVERIFY(m_harness->takePictures(u"start"_s));
}

void TestMainWindow::refusesTwoDifferentPassphrases()
{
    m_harness->click(u"createVault"_s);
    m_harness->type(u"newPassphrase"_s, u"correct horse battery"_s);
    m_harness->type(u"newPassphraseAgain"_s, u"correct horse batterz"_s);
    m_harness->click(u"createButton"_s);
    QVERIFY(readableText(*m_harness->find(u"createVaultPage"_s)).contains(u"The passphrases differ"_s));
    QCOMPARE(m_harness->session().state(), ui::VaultSession::State::Closed);
    QVERIFY(m_harness->takePictures(u"create-vault"_s));
    m_harness->click(u"backButton"_s);
    for (const QString &name : {u"newPassphrase"_s, u"newPassphraseAgain"_s}) {
        QVERIFY(m_harness->window().findChild<ui::PassphraseEdit *>(name)->isEmpty());
    }
}

void TestMainWindow::neverReplacesAFile()
{
    const QString path = m_harness->filePath(u"precious.countersign"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("precious");
    file.close();
    m_harness->click(u"createVault"_s);
    m_harness->type(u"vaultPath"_s, path);
    m_harness->type(u"newPassphrase"_s, QString::fromLatin1(passphrase));
    m_harness->type(u"newPassphraseAgain"_s, QString::fromLatin1(passphrase));
    m_harness->click(u"createButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(readableText(*m_harness->find(u"createVaultPage"_s))
                                 .contains(errorText({ErrorCode::VaultExists, {}})),
                             30'000);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArrayLiteral("precious"));
    m_harness->click(u"backButton"_s);
}

void TestMainWindow::createsAVaultFile()
{
    QVERIFY(m_harness->createVault());
    QVERIFY(QFileInfo(m_harness->vaultPath()).size() > 0);
    QCOMPARE(QFileInfo(m_harness->vaultPath()).permissions() &
                 (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    QVERIFY(m_harness->takePictures(u"empty-vault"_s));
}

void TestMainWindow::saysWhatIsMissingBesideItsField()
{
    m_harness->click(u"addProperty"_s);
    m_harness->click(u"vendor-tau"_s);
    m_harness->click(u"primaryButton"_s);
    m_harness->click(u"primaryButton"_s);
    QVERIFY(m_harness->find(u"propertyName"_s)); // still at the details
    QVERIFY(m_harness->find(u"propertyName"_s)->property("problem").toBool());
    QVERIFY(!m_harness->find(u"propertyName"_s)->accessibleDescription().isEmpty());
    QVERIFY(m_harness->takePictures(u"add-problems"_s));
    m_harness->click(u"cancelButton"_s);
    QTRY_VERIFY(!m_harness->dialog());
    QVERIFY(m_harness->session().properties().isEmpty());
}

void TestMainWindow::addsAPropertyOfEveryVendor_data()
{
    QTest::addColumn<QString>("recipe");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("expectedKind");
    QTest::newRow("tawk.to") << u"tawk-to"_s << u"Shop EU"_s << QString::fromLatin1(tawkKey) << u"Secret"_s;
    QTest::newRow("TAU") << u"tau"_s << u"Northwind Help"_s << u"your_secret_key"_s << u"Secret"_s;
    QTest::newRow("Orlo") << u"orlo"_s << u"City Council Services"_s << QString() << u"RSA 2048"_s;
    QTest::newRow("Huggy") << u"huggy"_s << u"Livraria Central"_s << u"0123456789abcdef0123456789abcdef"_s
                           << u"Secret"_s;
}

void TestMainWindow::addsAPropertyOfEveryVendor()
{
    QFETCH(const QString, recipe);
    QFETCH(const QString, name);
    QFETCH(const QString, key);
    QFETCH(const QString, expectedKind);
    m_harness->window().propertyView()->goTo(u"verify"_s); // where one was with the property before
    QVERIFY(m_harness->addProperty(recipe, name, key));
    const recipes::Property added = propertyOf(recipe);
    QCOMPARE(added.name, name);
    QVERIFY(added.keys.current());
    QVERIFY(keys::describeKey(added.keys.current()->description).startsWith(expectedKind));
    QCOMPARE(m_harness->window().sidebar()->selected(), added.id);
    QCOMPARE(qobject_cast<QLabel *>(m_harness->find(u"propertyTitle"_s))->text(), name);
    QTRY_VERIFY(m_harness->find(u"overviewPage"_s)); // what the vendor must show is what comes next
}

void TestMainWindow::showsEveryPlaceOfEveryVendor_data()
{
    QTest::addColumn<QString>("recipe");
    QTest::addColumn<QString>("place");
    for (const QString &recipe : {u"tawk-to"_s, u"tau"_s, u"orlo"_s, u"huggy"_s}) {
        for (const ui::Place &place : ui::propertyPlaces()) {
            QTest::addRow("%s, %s", qPrintable(recipe), qPrintable(place.id)) << recipe << place.id;
        }
    }
}

void TestMainWindow::showsEveryPlaceOfEveryVendor()
{
    QFETCH(const QString, recipe);
    QFETCH(const QString, place);
    m_harness->window().sidebar()->select(propertyOf(recipe).id);
    m_harness->window().propertyView()->goTo(place);
    QTRY_VERIFY(m_harness->find(place + u"Page"_s));
    QCoreApplication::processEvents();
    QVERIFY(m_harness->takePictures(recipe + u'-' + place));
}

void TestMainWindow::searchesAsOneTypes()
{
    m_harness->type(u"search"_s, u"council"_s);
    QTRY_COMPARE(rowText(0), u"City Council Services"_s);
    QVERIFY(rowText(1).isEmpty());
    m_harness->type(u"search"_s, u"no such property"_s);
    QTRY_VERIFY(!m_harness->find(u"propertyList"_s));
    QVERIFY(m_harness->takePictures(u"nothing-found"_s));
    QTest::keyClick(m_harness->find(u"search"_s), Qt::Key_Escape);
    QTRY_COMPARE(rowText(3), u"Shop EU"_s);
}

void TestMainWindow::editsAProperty()
{
    m_harness->window().sidebar()->select(propertyOf(u"tawk-to"_s).id);
    m_harness->click(u"editProperty"_s);
    QTRY_VERIFY(m_harness->dialog());
    QVERIFY(m_harness->takePictures(u"edit"_s));
    m_harness->type(u"propertyName"_s, u"Shop Europe"_s);
    m_harness->click(u"primaryButton"_s);
    QTRY_COMPARE(propertyOf(u"tawk-to"_s).name, u"Shop Europe"_s);
    QTRY_VERIFY(!m_harness->dialog());
    QCOMPARE(qobject_cast<QLabel *>(m_harness->find(u"propertyTitle"_s))->text(), u"Shop Europe"_s);
}

void TestMainWindow::archivesAndRestores()
{
    const recipes::PropertyId id = propertyOf(u"tawk-to"_s).id;
    m_harness->trigger(u"actionArchiveProperty"_s);
    QTRY_VERIFY(propertyOf(u"tawk-to"_s).archived);
    QVERIFY(rowText(3).isEmpty());
    m_harness->trigger(u"actionArchiveProperty"_s);
    QTRY_VERIFY(!propertyOf(u"tawk-to"_s).archived);
    QCOMPARE(rowText(3), u"Shop Europe"_s);
}

void TestMainWindow::removesOnlyAfterTheNameWasTyped()
{
    QVERIFY(m_harness->addProperty(u"tau"_s, u"To be removed"_s, u"some other key"_s));
    m_harness->trigger(u"actionRemoveProperty"_s);
    QTRY_VERIFY(m_harness->dialog());
    QVERIFY(!m_harness->find(u"primaryButton"_s)->isEnabled());
    QVERIFY(m_harness->takePictures(u"remove"_s));
    m_harness->type(u"confirmName"_s, u"To be removed"_s);
    m_harness->click(u"primaryButton"_s);
    QTRY_COMPARE(m_harness->session().properties().size(), 4);
    QTRY_VERIFY(!m_harness->dialog());
}

void TestMainWindow::takesARemovedPropertyBack()
{
    QVERIFY(m_harness->addProperty(u"tau"_s, u"To be removed"_s, u"some other key"_s));
    m_harness->trigger(u"actionRemoveProperty"_s);
    QTRY_VERIFY(m_harness->dialog());
    m_harness->type(u"confirmName"_s, u"To be removed"_s);
    m_harness->click(u"primaryButton"_s);
    QTRY_VERIFY(!m_harness->dialog());
    m_harness->trigger(u"actionOpenBin"_s);
    QTRY_VERIFY(m_harness->dialog());
    QVERIFY(!m_harness->find(u"deleteButton"_s)->isEnabled());
    QVERIFY(m_harness->takePictures(u"bin-filled"_s));
    m_harness->click(u"primaryButton"_s);
    QTRY_COMPARE(m_harness->session().properties().size(), 5);
    QTRY_VERIFY(!m_harness->dialog());
}

void TestMainWindow::opensEveryDialog_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("dialog");
    QTest::newRow("add-vendor") << u"actionAddProperty"_s << u"addPropertyDialog"_s;
    QTest::newRow("passphrase") << u"actionChangePassphrase"_s << u"changePassphraseDialog"_s;
    QTest::newRow("check") << u"actionCheckVault"_s << u"checkVaultDialog"_s;
    QTest::newRow("backups") << u"actionBackups"_s << u"backupsDialog"_s;
    QTest::newRow("export-bundle") << u"actionExportBundle"_s << u"exportBundleDialog"_s;
    QTest::newRow("recovery-key") << u"actionRecoveryKey"_s << u"recoveryKeyDialog"_s;
    QTest::newRow("rekey") << u"actionRekey"_s << u"rekeyDialog"_s;
    QTest::newRow("bin") << u"actionOpenBin"_s << u"binDialog"_s;
    QTest::newRow("settings") << u"actionSettings"_s << u"settingsDialog"_s;
    QTest::newRow("shortcuts") << u"actionShortcuts"_s << u"shortcutsDialog"_s;
    QTest::newRow("about") << u"actionAbout"_s << u"aboutDialog"_s;
}

void TestMainWindow::opensEveryDialog()
{
    QFETCH(const QString, action);
    QFETCH(const QString, dialog);
    m_harness->trigger(action);
    QTRY_VERIFY(m_harness->dialog());
    QCOMPARE(m_harness->dialog()->objectName(), dialog);
    QVERIFY(m_harness->takePictures(QString::fromLatin1(QTest::currentDataTag())));
    QTest::keyClick(m_harness->dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!m_harness->dialog());
}

void TestMainWindow::changesThePassphrase()
{
    m_harness->trigger(u"actionChangePassphrase"_s);
    QTRY_VERIFY(m_harness->dialog());
    m_harness->type(u"oldPassphrase"_s, u"not this one"_s);
    m_harness->type(u"newPassphrase"_s, u"another horse entirely"_s);
    m_harness->type(u"newPassphraseAgain"_s, u"another horse entirely"_s);
    m_harness->click(u"primaryButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->find(u"oldPassphrase"_s)->property("problem").toBool(), 30'000);
    m_harness->type(u"oldPassphrase"_s, QString::fromLatin1(passphrase));
    m_harness->click(u"primaryButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_harness->dialog(), 30'000);
}

void TestMainWindow::checksTheVault()
{
    m_harness->trigger(u"actionCheckVault"_s);
    QTRY_VERIFY(m_harness->dialog());
    QTRY_VERIFY(readableText(*m_harness->dialog()).contains(u"The vault is sound."_s));
    m_harness->click(u"cancelButton"_s);
    QTRY_VERIFY(!m_harness->dialog());
}

void TestMainWindow::opensTheToolsWithTheVaultOpenAndLocked()
{
    const auto before = m_harness->session().properties().size();
    for (const ui::Tool &tool : ui::tools()) {
        m_harness->click(tool.id + u"Button"_s);
        QTRY_VERIFY(m_harness->find(u"closeTool"_s));
        QVERIFY(m_harness->takePictures(tool.id));
        for (const char *action : {"actionArchiveProperty", "actionRotateKey", "actionRemoveProperty"}) {
            QVERIFY2(!isEnabled(action), action); // the property is not seen
        }
        m_harness->click(u"closeTool"_s);
        QTRY_VERIFY(m_harness->find(u"propertyList"_s));
        QVERIFY(isEnabled("actionArchiveProperty"));
    }
    m_harness->click(u"lockButton"_s);
    QTRY_VERIFY(m_harness->find(u"unlockPage"_s));
    QVERIFY(m_harness->takePictures(u"locked"_s));
    for (const ui::Tool &tool : ui::tools()) {
        if (tool.needs == ui::ToolNeeds::OpenVault) {
            QVERIFY2(!m_harness->find(tool.id + u"Button"_s), qPrintable(tool.id));
            continue;
        }
        m_harness->click(tool.id + u"Button"_s);
        QTRY_VERIFY(m_harness->find(u"closeTool"_s));
        m_harness->click(u"closeTool"_s);
        QTRY_VERIFY(m_harness->find(u"unlockPage"_s));
    }
    m_harness->type(u"passphrase"_s, u"another horse entirely"_s);
    m_harness->click(u"unlockButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->isUnlocked(), 30'000);
    QCOMPARE(m_harness->session().properties().size(), before);
}

/// To a property that the list does not show at the time.
void TestMainWindow::goesFromAFoundKeyToItsProperty_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("page");
    QTest::newRow("its keys") << u"ownerKeys"_s << u"keysPage"_s;
    QTest::newRow("verify there") << u"ownerVerify"_s << u"verifyPage"_s;
}

void TestMainWindow::goesFromAFoundKeyToItsProperty()
{
    QFETCH(const QString, button);
    QFETCH(const QString, page);
    const recipes::Property tawk = propertyOf(u"tawk-to"_s);
    m_harness->window().sidebar()->select(propertyOf(u"tau"_s).id);
    m_harness->type(u"search"_s, u"nothing is called so"_s);
    m_harness->click(u"findKeyButton"_s);
    const QByteArray hash =
        QMessageAuthenticationCode::hash("mia@example.com", tawkKey, QCryptographicHash::Sha256).toHex();
    m_harness->paste(u"findProof"_s, QString::fromLatin1(hash));
    m_harness->type(u"findUserId"_s, u"cust-20418"_s);
    m_harness->type(u"findEmail"_s, u"mia@example.com"_s);
    m_harness->click(u"findButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->find(button), 30'000);
    m_harness->click(button);
    QTRY_VERIFY(m_harness->find(page));
    QCOMPARE(m_harness->window().propertyView()->property()->id, tawk.id);
    if (page == u"verifyPage") {
        QTRY_VERIFY(m_harness->find(u"verdictHeadline"_s));
        QCOMPARE(qobject_cast<QLabel *>(m_harness->find(u"verdictHeadline"_s))->text(),
                 u"Failed: the e-mail was hashed, not the user id"_s);
    }
}

void TestMainWindow::opensTheDemo()
{
    m_harness->trigger(u"actionTryDemo"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->isUnlocked(), 60'000);
    QVERIFY(m_harness->session().properties().size() > 4);
    QVERIFY(m_harness->takePictures(u"demo"_s));
}

// The banner of the page for a new vault once flashed up in the corner of the screen at every start.
void TestMainWindow::showsNoPartAsAWindowOfItsOwn()
{
    QCOMPARE(m_harness->strayWindows().seen().join(u", "_s), QString());
}

void TestMainWindow::addsWhatIsMissingInItsOwnField()
{
    m_harness->window().propertyView()->goTo(u"overview"_s);
    QTRY_VERIFY(m_harness->find(u"overviewPage"_s));
    const auto buttons = m_harness->find(u"overviewPage"_s)->findChildren<QPushButton *>();
    const auto add = std::ranges::find(buttons, u"Add Tags"_s, &QPushButton::accessibleName);
    QVERIFY(add != buttons.end());
    (*add)->click();
    QTRY_VERIFY(m_harness->dialog());
    QCOMPARE(m_harness->dialog()->focusWidget()->accessibleName(), u"Tags"_s);
    m_harness->click(u"cancelButton"_s);
    QTRY_VERIFY(!m_harness->dialog());
}

void TestMainWindow::returnGoesOnBehindAPassphrase()
{
    m_harness->trigger(u"actionChangePassphrase"_s);
    QTRY_VERIFY(m_harness->dialog());
    QTest::keyClick(m_harness->find(u"oldPassphrase"_s), Qt::Key_Return);
    QCOMPARE(m_harness->dialog()->focusWidget(), m_harness->find(u"newPassphrase"_s));
    m_harness->click(u"cancelButton"_s);
    QTRY_VERIFY(!m_harness->dialog());
    m_harness->trigger(u"actionRekey"_s);
    QTRY_VERIFY(m_harness->dialog());
    QTest::keyClick(m_harness->find(u"passphraseInForce"_s), Qt::Key_Return);
    QCOMPARE(m_harness->dialog()->focusWidget(), m_harness->find(u"typedConfirmation"_s));
    m_harness->click(u"cancelButton"_s);
    QTRY_VERIFY(!m_harness->dialog());
    m_harness->trigger(u"actionRecoveryKey"_s);
    QTRY_VERIFY(m_harness->dialog());
    QTest::keyClick(m_harness->find(u"passphraseInForce"_s), Qt::Key_Return);
    QVERIFY(m_harness->find(u"passphraseInForce"_s)->property("problem").toBool());
    m_harness->click(u"cancelButton"_s);
    QTRY_VERIFY(!m_harness->dialog());
}

void TestMainWindow::demoIsOfferedNoRecoveryKeyOfAVaultThatWasBeingMade()
{
    WindowHarness other;
    other.click(u"createVault"_s);
    other.type(u"newPassphrase"_s, QString::fromLatin1(passphrase));
    other.type(u"newPassphraseAgain"_s, QString::fromLatin1(passphrase));
    other.click(u"createButton"_s);
    QCOMPARE(other.session().state(), ui::VaultSession::State::Busy);
    other.trigger(u"actionTryDemo"_s);
    QTRY_VERIFY_WITH_TIMEOUT(other.isUnlocked(), 60'000);
    QVERIFY(!other.dialog());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
