#include "core/vault/recoverykey.h"
#include "tests/ui/window/windowharness.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::test;

namespace {

constexpr int patience = 60'000;
constexpr const char *newPassphrase = "another horse entirely";

QString textOf(const SecretBytes &secret)
{
    return QString::fromUtf8(viewOf(secret.bytes()).toByteArray());
}

} // namespace

/// The recovery key in the window: offered for a new vault, asked about later, and used when the passphrase
/// is lost. Slots run in the order they are written and share one window.
class TestRecoveryKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isOfferedForANewVault();
    void isRemindedOfInTheSettings();
    void isNotAskedForWhereThereIsNone();
    void isWrittenToAFile();
    void isNoLongerRemindedOf();
    void wrongPassphraseKeepsTheFormerKeyAndItsFile();
    void isAskedForInPlaceOfThePassphrase();
    void isRefusedWhenMistyped();
    void isRefusedWhenItIsAnother();
    void opensTheVaultAndSetsAPassphrase();
    void leavesTheLostPassphraseBehind();

private:
    QString shown(const QString &name)
    {
        return m_harness->find(name) ? readableText(*m_harness->find(name)) : QString();
    }
    void lock();
    void recoverWith(const QString &key);

    std::unique_ptr<WindowHarness> m_harness;
    QString m_key;
};

void TestRecoveryKey::initTestCase()
{
    m_harness = std::make_unique<WindowHarness>();
    QVERIFY(QTest::qWaitForWindowExposed(&m_harness->window()));
}

void TestRecoveryKey::lock()
{
    m_harness->trigger(u"actionLock"_s);
    QTRY_VERIFY(m_harness->find(u"unlockPage"_s));
}

void TestRecoveryKey::isOfferedForANewVault()
{
    m_harness->click(u"createVault"_s);
    m_harness->type(u"newPassphrase"_s, QString::fromLatin1(passphrase));
    m_harness->type(u"newPassphraseAgain"_s, QString::fromLatin1(passphrase));
    m_harness->click(u"createButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->dialog(), patience);
    QCOMPARE(m_harness->dialog()->objectName(), u"recoveryKeyOfferDialog"_s);
    QVERIFY(m_harness->takePictures(u"recovery-key-offer"_s));
    m_harness->click(u"cancelButton"_s);
    QTRY_VERIFY(!m_harness->dialog());
    QVERIFY(m_harness->isUnlocked());
}

void TestRecoveryKey::isRemindedOfInTheSettings()
{
    m_harness->trigger(u"actionSettings"_s);
    QTRY_VERIFY(m_harness->find(u"recoveryReminder"_s));
    QVERIFY(shown(u"recoveryReminder"_s).contains(u"no recovery key"_s));
    QVERIFY(m_harness->takePictures(u"settings-reminder"_s));
    QTest::keyClick(m_harness->dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!m_harness->dialog());
}

void TestRecoveryKey::isNotAskedForWhereThereIsNone()
{
    lock();
    bool isAnswered = false; // to a question after the page's own, on the same thread
    m_harness->session().runWithoutVault(this, [] { return 0; }, [&isAnswered](int) { isAnswered = true; });
    QTRY_VERIFY(isAnswered);
    QVERIFY(!m_harness->find(u"useRecoveryKey"_s));
    m_harness->type(u"passphrase"_s, QString::fromLatin1(passphrase));
    m_harness->click(u"unlockButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->isUnlocked(), patience);
    QVERIFY(!m_harness->dialog()); // offered once only
}

void TestRecoveryKey::isWrittenToAFile()
{
    m_harness->trigger(u"actionSettings"_s);
    QTRY_VERIFY(m_harness->find(u"recoveryReminder"_s));
    QTest::mouseClick(m_harness->find(u"recoveryReminder"_s)->findChild<QPushButton *>(u"bannerAction"_s),
                      Qt::LeftButton);
    QTRY_VERIFY(m_harness->dialog() && m_harness->dialog()->objectName() == u"recoveryKeyDialog"_s);
    m_harness->type(u"passphraseInForce"_s, QString::fromLatin1(passphrase));
    m_harness->click(u"primaryButton"_s);
    QTRY_VERIFY(m_harness->window().findChild<QFileDialog *>());
    auto *chooser = m_harness->window().findChild<QFileDialog *>();
    const QString path = m_harness->filePath(u"key.txt"_s);
    Q_EMIT chooser->fileSelected(path);
    chooser->reject();
    QTRY_VERIFY_WITH_TIMEOUT(!m_harness->dialog(), patience);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_key = QString::fromUtf8(file.readAll().trimmed());
    QCOMPARE(m_key.size(), 34);
    QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestRecoveryKey::isNoLongerRemindedOf()
{
    m_harness->trigger(u"actionSettings"_s);
    QTRY_VERIFY(m_harness->dialog());
    bool isAnswered = false;
    m_harness->session().run(
        &m_harness->window(), [](vault::Vault &) { return true; }, [&](bool) { isAnswered = true; });
    QTRY_VERIFY(isAnswered);
    QVERIFY(!m_harness->find(u"recoveryReminder"_s));
    QTest::keyClick(m_harness->dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!m_harness->dialog());
}

void TestRecoveryKey::wrongPassphraseKeepsTheFormerKeyAndItsFile()
{
    m_harness->trigger(u"actionRecoveryKey"_s);
    QTRY_VERIFY(m_harness->dialog());
    m_harness->type(u"passphraseInForce"_s, u"not this one"_s);
    m_harness->click(u"primaryButton"_s);
    QTRY_VERIFY(m_harness->window().findChild<QFileDialog *>());
    auto *chooser = m_harness->window().findChild<QFileDialog *>();
    Q_EMIT chooser->fileSelected(m_harness->filePath(u"key.txt"_s));
    chooser->reject();
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->find(u"passphraseInForce"_s)->property("problem").toBool(), patience);
    QFile file(m_harness->filePath(u"key.txt"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll().trimmed()), m_key);
    QVERIFY(!QFile::exists(m_harness->filePath(u"key.txt.new"_s)));
    m_harness->click(u"cancelButton"_s);
    QTRY_VERIFY(!m_harness->dialog());
}

void TestRecoveryKey::isAskedForInPlaceOfThePassphrase()
{
    lock();
    QTRY_VERIFY(m_harness->find(u"useRecoveryKey"_s));
    QVERIFY(m_harness->takePictures(u"unlock-recoverable"_s));
    m_harness->click(u"useRecoveryKey"_s);
    QTRY_VERIFY(m_harness->find(u"recoverPage"_s));
    m_harness->click(u"usePassphrase"_s);
    QTRY_VERIFY(m_harness->find(u"unlockPage"_s));
    QTRY_VERIFY(m_harness->find(u"useRecoveryKey"_s));
    m_harness->click(u"useRecoveryKey"_s);
    m_harness->click(u"recoverButton"_s);
    QVERIFY(shown(u"recoverPage"_s).contains(u"Enter the recovery key."_s));
}

void TestRecoveryKey::recoverWith(const QString &key)
{
    m_harness->type(u"recoveryKey"_s, key);
    m_harness->type(u"newPassphrase"_s, QString::fromLatin1(newPassphrase));
    m_harness->type(u"newPassphraseAgain"_s, QString::fromLatin1(newPassphrase));
    m_harness->click(u"recoverButton"_s);
}

void TestRecoveryKey::isRefusedWhenMistyped()
{
    recoverWith(m_key.chopped(1));
    QTRY_VERIFY_WITH_TIMEOUT(shown(u"recoverPage"_s).contains(u"mistyped"_s), patience);
    QVERIFY(m_harness->takePictures(u"recover-mistyped"_s));
    QVERIFY(m_harness->isLocked());
}

void TestRecoveryKey::isRefusedWhenItIsAnother()
{
    recoverWith(textOf(vault::makeRecoveryKey()));
    QTRY_VERIFY_WITH_TIMEOUT(
        shown(u"recoverPage"_s).contains(u"This recovery key does not open the vault."_s), patience);
    QVERIFY(m_harness->isLocked());
}

void TestRecoveryKey::opensTheVaultAndSetsAPassphrase()
{
    recoverWith(m_key.toLower().remove(u'-'));
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->isUnlocked(), patience);
    QVERIFY(!m_harness->dialog());
}

void TestRecoveryKey::leavesTheLostPassphraseBehind()
{
    lock();
    m_harness->type(u"passphrase"_s, QString::fromLatin1(passphrase));
    m_harness->click(u"unlockButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(shown(u"unlockPage"_s).contains(u"does not open"_s), patience);
    m_harness->type(u"passphrase"_s, QString::fromLatin1(newPassphrase));
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->find(u"unlockButton"_s)->isEnabled(), patience);
    m_harness->click(u"unlockButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->isUnlocked(), patience);
}

QTEST_MAIN(TestRecoveryKey)
#include "tst_recoverykey.moc"
