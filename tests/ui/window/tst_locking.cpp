#include "tests/ui/window/windowharness.h"

#include "core/vault/unlockattempts.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/passphraseedit.h"
#include "ui/window/autolock.h"
#include "ui/window/locktriggers.h"
#include "ui/window/systemwatch.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace countersign;
using namespace countersign::test;

namespace {

// Made with python3: hmac.new(b'your_secret_key', b'user123', 'sha256').hexdigest()
const QString vendorsVector = u"988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221"_s;

} // namespace

class TestLocking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void lockLeavesNothingToRead();
    void lockEmptiesAndClosesDialogs_data();
    void lockEmptiesAndClosesDialogs();
    void locksForItsOwnSettingOnly_data();
    void locksForItsOwnSettingOnly();
    void lockClearsTheClipboard();
    void wrongPassphraseIsSaidBesideItsField();
    void askingTwiceOpensOnce();
    void lockWhileOpeningForgetsThePassphrase();
    void lockClosesMenus();
    void severalFailuresMakeTheNextTryWait();
    void locksWhenNobodyIsThere();
    void damagedVaultIsNamed();
    void damagedVaultIsReplacedByItsBackup();

private:
    std::unique_ptr<WindowHarness> m_harness;
};

void TestLocking::initTestCase()
{
    m_harness = std::make_unique<WindowHarness>();
    QVERIFY(m_harness->createVault());
    QVERIFY(m_harness->addProperty(u"tau"_s, u"Northwind Help"_s, u"your_secret_key"_s));
}

void TestLocking::init()
{
    if (m_harness->isLocked()) {
        m_harness->type(u"passphrase"_s, QString::fromLatin1(passphrase));
        m_harness->click(u"unlockButton"_s);
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->isUnlocked(), 30'000);
}

void TestLocking::lockLeavesNothingToRead()
{
    const recipes::Property property = m_harness->session().properties().constFirst();
    for (const ui::Place &place : ui::propertyPlaces()) {
        m_harness->window().propertyView()->goTo(place.id);
        QTRY_VERIFY(m_harness->find(place.id + u"Page"_s));
    }
    m_harness->click(u"findKeyButton"_s);
    m_harness->paste(u"findProof"_s, vendorsVector);
    m_harness->type(u"findUserId"_s, u"user123"_s);
    m_harness->click(u"findButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->find(u"ownerKeys"_s), 30'000);
    const QString before = readableText(m_harness->window());
    QVERIFY(before.contains(property.name));
    m_harness->click(u"lockButton"_s);
    QTRY_VERIFY(m_harness->find(u"unlockPage"_s));
    const QString after = readableText(m_harness->window());
    const QStringList forbidden = QStringList{property.name, property.id, u"your_secret_key"_s, vendorsVector,
                                              property.keys.current()->description.fingerprint.mid(7, 4)} +
                                  property.fields.values();
    for (const QString &text : forbidden) {
        QVERIFY2(!after.contains(text), qPrintable(text));
    }
    QVERIFY(m_harness->session().properties().isEmpty());
}

void TestLocking::lockEmptiesAndClosesDialogs_data()
{
    QTest::addColumn<QString>("opener"); // the action of a menu
    QTest::addColumn<QString>("name");
    QTest::newRow("add a property") << u"actionAddProperty"_s << u"addPropertyDialog"_s;
    QTest::newRow("edit a property") << u"actionEditProperty"_s << u"editPropertyDialog"_s;
    QTest::newRow("remove a property") << u"actionRemoveProperty"_s << u"removePropertyDialog"_s;
    QTest::newRow("rotate a key") << u"actionRotateKey"_s << u"rotateKeyDialog"_s;
    QTest::newRow("change the passphrase") << u"actionChangePassphrase"_s << u"changePassphraseDialog"_s;
    QTest::newRow("settings") << u"actionSettings"_s << u"settingsDialog"_s;
    QTest::newRow("about") << u"actionAbout"_s << u"aboutDialog"_s;
    QTest::newRow("shortcuts") << u"actionShortcuts"_s << u"shortcutsDialog"_s;
    QTest::newRow("open a vault") << u"actionOpenVault"_s << QString();
}

/// Everything in a dialog that takes text takes a marker; after the lock no window has it.
void TestLocking::lockEmptiesAndClosesDialogs()
{
    QFETCH(const QString, opener);
    QFETCH(const QString, name);
    m_harness->trigger(opener);
    QTRY_VERIFY(m_harness->dialog());
    QPointer<QDialog> dialog = m_harness->dialog();
    QVERIFY(name.isEmpty() || dialog->objectName() == name);
    const QString marker = u"planted-4711"_s;
    for (QWidget *field : dialog->findChildren<QWidget *>()) {
        if (field->isEnabled() && field->focusPolicy() & Qt::TabFocus) {
            QTest::keyClicks(field, marker);
        }
    }
    m_harness->session().lock();
    QTRY_VERIFY(!dialog);
    QVERIFY(m_harness->find(u"unlockPage"_s));
    for (const QWidget *window : QApplication::topLevelWidgets()) {
        QVERIFY2(!readableText(*window).contains(marker), qPrintable(window->objectName()));
        QVERIFY(!qobject_cast<const QDialog *>(window) || !window->isVisible());
    }
}

void TestLocking::locksForItsOwnSettingOnly_data()
{
    using Settings = ui::ConsoleSettings;
    using Trigger = void (*)(WindowHarness &);
    QTest::addColumn<bool Settings::*>("setting");
    QTest::addColumn<Trigger>("trigger");
    QTest::newRow("the screen is locked") << &Settings::lockWithScreen << Trigger([](WindowHarness &harness) {
        Q_EMIT harness.window().findChild<ui::SystemWatch *>()->screenLocked();
    });
    QTest::newRow("sleep") << &Settings::lockOnSleep << Trigger([](WindowHarness &harness) {
        Q_EMIT harness.window().findChild<ui::SystemWatch *>()->goingToSleep();
    });
    QTest::newRow("minimised") << &Settings::lockOnMinimise
                               << Trigger([](WindowHarness &harness) { harness.window().showMinimized(); });
}

void TestLocking::locksForItsOwnSettingOnly()
{
    using Settings = ui::ConsoleSettings;
    using Trigger = void (*)(WindowHarness &);
    QFETCH(bool Settings::*, setting);
    QFETCH(const Trigger, trigger);
    auto *triggers = m_harness->window().findChild<ui::LockTriggers *>();
    Settings settings;
    settings.lockOnMinimise = true; // the others are on
    settings.*setting = false;
    triggers->setSettings(settings);
    trigger(*m_harness);
    QCoreApplication::processEvents();
    QVERIFY(m_harness->isUnlocked());
    m_harness->window().showNormal();
    settings.lockWithScreen = settings.lockOnSleep = settings.lockOnMinimise = false;
    settings.*setting = true;
    triggers->setSettings(settings);
    trigger(*m_harness);
    QTRY_VERIFY(m_harness->isLocked());
    m_harness->window().showNormal();
    triggers->setSettings({});
}

void TestLocking::lockClearsTheClipboard()
{
    auto *clipboard = QGuiApplication::clipboard();
    clipboard->clear();
    m_harness->window().propertyView()->goTo(u"keys"_s);
    QTRY_VERIFY(m_harness->find(u"copySecret"_s));
    m_harness->click(u"copySecret"_s);
    QTRY_COMPARE(clipboard->text(), u"your_secret_key"_s);
    m_harness->session().lock();
    QVERIFY(clipboard->text().isEmpty());
}

void TestLocking::wrongPassphraseIsSaidBesideItsField()
{
    m_harness->click(u"lockButton"_s);
    QTRY_VERIFY(m_harness->find(u"passphrase"_s));
    m_harness->type(u"passphrase"_s, u"wrong"_s);
    m_harness->click(u"unlockButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_harness->isLocked() && m_harness->find(u"passphrase"_s)->property("problem").toBool(), 30'000);
    QVERIFY(m_harness->takePictures(u"wrong-passphrase"_s));
}

/// Those of the other program too: the console and the command line count together.
void TestLocking::severalFailuresMakeTheNextTryWait()
{
    const QString path = m_harness->vaultPath();
    const QString folder = m_harness->filePath(u"seen"_s);
    m_harness->session().setMemory(folder);
    const vault::UnlockAttempts attempts(folder, path);
    m_harness->session().lock();
    QTRY_VERIFY(m_harness->find(u"unlockButton"_s));
    QVERIFY(m_harness->find(u"unlockButton"_s)->isEnabled());
    for (int i = 0; i < 9; ++i) {
        attempts.noteFailure(SystemClock().now());
    }
    m_harness->type(u"passphrase"_s, u"wrong"_s);
    m_harness->click(u"unlockButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(attempts.failures(), 10, 30'000);
    QTRY_VERIFY(m_harness->find(u"unlockButton"_s) && !m_harness->find(u"unlockButton"_s)->isEnabled());
    QVERIFY(m_harness->takePictures(u"unlock-delayed"_s));
    m_harness->type(u"passphrase"_s, QString::fromLatin1(passphrase));
    QTest::keyClick(m_harness->find(u"passphrase"_s), Qt::Key_Return);
    QVERIFY(m_harness->isLocked()); // the right one too
    attempts.noteSuccess();
    m_harness->session().choose({});
    m_harness->session().choose(path);
    QTRY_VERIFY(m_harness->find(u"unlockButton"_s) && m_harness->find(u"unlockButton"_s)->isEnabled());
    m_harness->session().setMemory({});
}

void TestLocking::locksWhenNobodyIsThere()
{
    m_harness->window().autoLock()->setLimit(50ms);
    QTRY_VERIFY(m_harness->isLocked());
    m_harness->window().autoLock()->setLimit(10min);
}

void TestLocking::damagedVaultIsNamed()
{
    const QString path = m_harness->filePath(u"damaged.countersign"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(4096, '\0')); // as a power failure may leave it
    file.close();
    m_harness->session().choose(path);
    QTRY_VERIFY(m_harness->find(u"passphrase"_s));
    m_harness->type(u"passphrase"_s, u"anything"_s);
    m_harness->click(u"unlockButton"_s);
    QTRY_VERIFY(readableText(*m_harness->find(u"unlockPage"_s))
                    .contains(QString::fromLatin1(errorSentence(ErrorCode::VaultDamaged))));
    QVERIFY(m_harness->takePictures(u"damaged-vault"_s));
    m_harness->session().choose(m_harness->vaultPath());
}

void TestLocking::damagedVaultIsReplacedByItsBackup()
{
    const QString path = m_harness->filePath(u"broken.countersign"_s);
    const QString backup = m_harness->filePath(u"broken-backup.countersign"_s);
    QVERIFY(QFile::copy(m_harness->vaultPath(), backup));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(4096, '\0')) > 0);
    file.close();
    m_harness->session().choose(path);
    QTRY_VERIFY(m_harness->find(u"passphrase"_s));
    m_harness->type(u"passphrase"_s, u"anything"_s);
    m_harness->click(u"unlockButton"_s);
    QTRY_VERIFY(m_harness->find(u"bannerAction"_s));
    m_harness->click(u"bannerAction"_s);
    QTRY_VERIFY(m_harness->window().findChild<QFileDialog *>(u"chooseBackupDialog"_s));
    auto *choice = m_harness->window().findChild<QFileDialog *>(u"chooseBackupDialog"_s);
    Q_EMIT choice->fileSelected(backup);
    choice->reject();
    QTRY_VERIFY(m_harness->find(u"passphraseInForce"_s));
    m_harness->type(u"passphraseInForce"_s, QString::fromLatin1(test::passphrase));
    QVERIFY(m_harness->takePictures(u"restore-damaged"_s));
    m_harness->click(u"primaryButton"_s);
    QTRY_VERIFY(!m_harness->isLocked());
    QCOMPARE(m_harness->session().path(), path);
    QTRY_VERIFY_WITH_TIMEOUT(!m_harness->session().properties().isEmpty(), 30'000);
    const QStringList kept = QFileInfo(path).dir().entryList({u"broken*damaged*"_s, u"broken*aside*"_s});
    QVERIFY2(!kept.isEmpty(), qPrintable(QFileInfo(path).dir().entryList().join(u' ')));
    m_harness->session().lock();
    m_harness->session().choose(m_harness->vaultPath());
}

void TestLocking::askingTwiceOpensOnce()
{
    m_harness->click(u"lockButton"_s);
    QTRY_VERIFY(m_harness->find(u"passphrase"_s));
    m_harness->type(u"passphrase"_s, u"wrong"_s);
    QWidget *field = m_harness->find(u"passphrase"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTest::keyClick(field, Qt::Key_Return); // as if it had come by before the page was covered
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->isLocked() && field->property("problem").toBool(), 30'000);
    for (const ui::BusyOverlay *overlay : m_harness->window().findChildren<ui::BusyOverlay *>()) {
        QVERIFY(!overlay->isActive());
    }
    QCOMPARE(m_harness->window().focusWidget(), field);
}

void TestLocking::lockWhileOpeningForgetsThePassphrase()
{
    m_harness->click(u"lockButton"_s);
    QTRY_VERIFY(m_harness->find(u"passphrase"_s));
    m_harness->type(u"passphrase"_s, QString::fromLatin1(passphrase));
    auto *field = qobject_cast<ui::PassphraseEdit *>(m_harness->find(u"passphrase"_s));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_harness->session().state(), ui::VaultSession::State::Busy);
    m_harness->session().lock();
    QVERIFY(m_harness->isLocked());
    QVERIFY(field->isEmpty());
}

void TestLocking::lockClosesMenus()
{
    m_harness->window().propertyView()->goTo(u"keys"_s);
    QTRY_VERIFY(m_harness->find(u"keyVersions"_s));
    QTest::keyClick(m_harness->find(u"keyVersions"_s), Qt::Key_Return);
    QVERIFY(QApplication::activePopupWidget());
    m_harness->session().lock();
    QVERIFY(!QApplication::activePopupWidget());
}

QTEST_MAIN(TestLocking)
#include "tst_locking.moc"
