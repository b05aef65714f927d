#include "core/crypto/random.h"
#include "core/vault/recoverykey.h"
#include "tests/ui/window/windowharness.h"
#include "ui/actions/keyring.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDialog>
#include <QLayout>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::test;

namespace {

constexpr int patience = 60'000;

} // namespace

/// Against a real Secret Service: gnome-keyring, unlocked, on a bus of its own. Slots run in the order they
/// are written and share one window.
class TestKeyring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void isOffUntilTurnedOn();
    void needsThePassphraseToBeTurnedOn();
    void wrongPassphraseKeepsTheKeyOfACopy();
    void keepsARandomKeyAndNotThePassphrase();
    void standsBesideTheRecoveryKey();
    void opensTheVault();
    void saysWhenItHoldsNothing();
    void saysWhenWhatItHoldsIsStale();
    void isTurnedOff();
    void saysWhenNoKeyringAnswers();

private:
    void startKeyring();
    void stopKeyring();
    void lock();
    void openWithPassphrase();
    void turnOn(const QString &typed);
    ui::KeyringResult<SecretBytes> kept();
    bool isNothingKept();
    bool store(const SecretBytes &key);
    QString said()
    {
        return m_harness->find(u"unlockPage"_s) ? readableText(*m_harness->find(u"unlockPage"_s)) : QString();
    }

    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_keyring;
    std::unique_ptr<WindowHarness> m_harness;
    SystemClock m_clock;
    QString m_vaultId;
};

void TestKeyring::startKeyring()
{
    m_keyring.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    QVERIFY2(m_keyring.waitForStarted(), "gnome-keyring-daemon is needed (Debian: gnome-keyring)");
    m_keyring.write("the login's passphrase");
    m_keyring.closeWriteChannel();
    QTRY_VERIFY_WITH_TIMEOUT(
        QDBusConnection::sessionBus().interface()->isServiceRegistered(u"org.freedesktop.secrets"_s),
        patience);
}

void TestKeyring::stopKeyring()
{
    m_keyring.terminate();
    m_keyring.waitForFinished();
}

void TestKeyring::initTestCase()
{
    m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY2(m_bus.waitForReadyRead(10'000), "dbus-daemon is needed (Debian: dbus-daemon)");
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
    for (const char *folder : {"HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME"}) {
        qputenv(folder, QFile::encodeName(m_home.path()));
    }
    startKeyring();
    m_harness = std::make_unique<WindowHarness>();
    const SecretBytes secret = SecretBytes::copyOf(bytesOf(passphrase));
    const auto vault =
        vault::Vault::create(m_harness->vaultPath(), secret, {}, {u"ada"_s, u"desk"_s}, m_clock);
    QVERIFY(vault);
    m_vaultId = (*vault)->header().vaultId;
    m_harness->session().choose(m_harness->vaultPath());
    QTRY_VERIFY(m_harness->find(u"unlockPage"_s));
}

void TestKeyring::cleanupTestCase()
{
    m_harness.reset();
    stopKeyring();
    m_bus.kill();
    m_bus.waitForFinished();
}

void TestKeyring::lock()
{
    m_harness->trigger(u"actionLock"_s);
    QTRY_VERIFY(m_harness->find(u"unlockPage"_s));
}

void TestKeyring::openWithPassphrase()
{
    m_harness->type(u"passphrase"_s, QString::fromLatin1(passphrase));
    m_harness->click(u"unlockButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->isUnlocked(), patience);
}

void TestKeyring::turnOn(const QString &typed)
{
    m_harness->trigger(u"actionKeyring"_s);
    QTRY_VERIFY(m_harness->dialog());
    QCOMPARE(m_harness->dialog()->objectName(), u"keyringOfferDialog"_s);
    m_harness->type(u"passphraseInForce"_s, typed);
    QVERIFY(m_harness->takePictures(u"keyring-offer"_s));
    m_harness->click(u"primaryButton"_s);
}

/// What the keyring holds, as another program of this person would read it.
ui::KeyringResult<SecretBytes> TestKeyring::kept()
{
    ui::KeyringResult<SecretBytes> kept = std::unexpected(ui::KeyringError{});
    bool isAnswered = false;
    ui::readKeyringKey(m_vaultId, this, [&](ui::KeyringResult<SecretBytes> key) {
        kept = std::move(key);
        isAnswered = true;
    });
    [[maybe_unused]] const bool waited = QTest::qWaitFor([&] { return isAnswered; }, patience);
    return kept;
}

bool TestKeyring::isNothingKept()
{
    const auto key = kept();
    return !key && key.error().problem == ui::KeyringProblem::NothingKept;
}

bool TestKeyring::store(const SecretBytes &key)
{
    bool isStored = false;
    ui::storeKeyringKey(m_vaultId, key, this,
                        [&](const ui::KeyringResult<void> &stored) { isStored = stored.has_value(); });
    return QTest::qWaitFor([&] { return isStored; }, patience);
}

void TestKeyring::isOffUntilTurnedOn()
{
    bool isAnswered = false; // to a question after the page's own, on the same thread
    m_harness->session().runWithoutVault(this, [] { return 0; }, [&isAnswered](int) { isAnswered = true; });
    QTRY_VERIFY(isAnswered);
    QVERIFY(!m_harness->find(u"useKeyring"_s));
    QVERIFY(isNothingKept());
    openWithPassphrase();
}

void TestKeyring::needsThePassphraseToBeTurnedOn()
{
    turnOn(u"not this one"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->find(u"passphraseInForce"_s)->property("problem").toBool(), patience);
    QTRY_VERIFY(isNothingKept());
    m_harness->click(u"cancelButton"_s);
    QTRY_VERIFY(!m_harness->dialog());
}

/// Of a backup, say, which has the same id.
void TestKeyring::wrongPassphraseKeepsTheKeyOfACopy()
{
    const SecretBytes ofCopy = crypto::randomSecret(32);
    QVERIFY(store(ofCopy));
    turnOn(u"not this one"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->find(u"passphraseInForce"_s)->property("problem").toBool(), patience);
    const auto key = kept();
    QVERIFY(key && key->equals(ofCopy));
    m_harness->click(u"cancelButton"_s);
    QTRY_VERIFY(!m_harness->dialog());
}

void TestKeyring::keepsARandomKeyAndNotThePassphrase()
{
    turnOn(QString::fromLatin1(passphrase));
    QTRY_VERIFY_WITH_TIMEOUT(!m_harness->dialog(), patience);
    const auto key = kept();
    QVERIFY(key);
    QCOMPARE(key->size(), std::size_t(32));
    QVERIFY(vault::openWithKeyringKey(m_harness->vaultPath(), *key, {u"ada"_s, u"desk"_s}, m_clock));
}

void TestKeyring::standsBesideTheRecoveryKey()
{
    m_harness->session().run(
        this,
        [](vault::Vault &vault) {
            return vault.setRecoveryKey(SecretBytes::copyOf(bytesOf(passphrase)), vault::makeRecoveryKey(),
                                        vault.header().kdf);
        },
        [](const Result<void> &set) { QVERIFY(set); });
    lock();
    QTRY_VERIFY(m_harness->find(u"useKeyring"_s) && m_harness->find(u"useRecoveryKey"_s));
    for (const QString &name : {u"useKeyring"_s, u"useRecoveryKey"_s, u"otherVault"_s, u"unlockButton"_s}) {
        const QWidget *button = m_harness->find(name);
        QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(name));
    }
    QVERIFY(m_harness->takePictures(u"unlock-all-ways"_s));
    openWithPassphrase();
}

void TestKeyring::opensTheVault()
{
    lock();
    QTRY_VERIFY(m_harness->find(u"useKeyring"_s));
    QVERIFY(m_harness->takePictures(u"unlock-keyring"_s));
    m_harness->click(u"useKeyring"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->isUnlocked(), patience);
}

void TestKeyring::saysWhenItHoldsNothing()
{
    const auto key = kept();
    QVERIFY(key);
    bool isRemoved = false;
    ui::removeKeyringKey(m_vaultId, this,
                         [&](const ui::KeyringResult<void> &removed) { isRemoved = removed.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(isRemoved, patience);
    lock();
    QTRY_VERIFY(m_harness->find(u"useKeyring"_s));
    m_harness->click(u"useKeyring"_s);
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"holds no key for this vault"_s), patience);
    QVERIFY(m_harness->takePictures(u"unlock-keyring-missing"_s));
    QVERIFY(m_harness->isLocked());
}

void TestKeyring::saysWhenWhatItHoldsIsStale()
{
    QVERIFY(store(SecretBytes(32)));
    m_harness->click(u"useKeyring"_s);
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"no longer opens this vault"_s), patience);
    QVERIFY(m_harness->isLocked());
}

void TestKeyring::isTurnedOff()
{
    openWithPassphrase();
    m_harness->trigger(u"actionKeyring"_s);
    QTRY_VERIFY(m_harness->dialog());
    QCOMPARE(m_harness->dialog()->objectName(), u"keyringDialog"_s);
    QVERIFY(m_harness->takePictures(u"keyring-on"_s));
    m_harness->click(u"primaryButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_harness->dialog(), patience);
    QTRY_VERIFY(isNothingKept());
    QVERIFY(!vault::otherWaysInto(m_harness->vaultPath())->keyringKey);
}

void TestKeyring::saysWhenNoKeyringAnswers()
{
    stopKeyring();
    turnOn(QString::fromLatin1(passphrase));
    QTRY_VERIFY_WITH_TIMEOUT(readableText(*m_harness->dialog()).contains(u"does not answer"_s), patience);
    const QDialog *dialog = m_harness->dialog();
    QTRY_VERIFY(dialog->height() >= dialog->layout()->totalHeightForWidth(dialog->width())); // nothing is cut
    QVERIFY(m_harness->takePictures(u"keyring-unavailable"_s));
    QVERIFY(!vault::otherWaysInto(m_harness->vaultPath())->keyringKey);
}

QTEST_MAIN(TestKeyring)
#include "tst_keyring.moc"
