#include "tests/ui/window/windowharness.h"

#include "ui/window/autolock.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace countersign;
using namespace countersign::test;

class TestLocking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void lockLeavesNothingToRead();
    void lockClosesDialogs();
    void lockClearsTheClipboard();
    void wrongPassphraseIsSaidBesideItsField();
    void locksWhenNobodyIsThere();
    void damagedVaultIsNamed();

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
    const QString before = readableText(m_harness->window());
    QVERIFY(before.contains(property.name));
    m_harness->click(u"lockButton"_s);
    QTRY_VERIFY(m_harness->find(u"unlockPage"_s));
    const QString after = readableText(m_harness->window());
    const QStringList forbidden = QStringList{property.name, property.id, u"your_secret_key"_s,
                                              property.keys.current()->description.fingerprint.mid(7, 4)} +
                                  property.fields.values();
    for (const QString &text : forbidden) {
        QVERIFY2(!after.contains(text), qPrintable(text));
    }
    QVERIFY(m_harness->session().properties().isEmpty());
}

void TestLocking::lockClosesDialogs()
{
    m_harness->click(u"addProperty"_s);
    m_harness->click(u"vendor-tau"_s);
    m_harness->click(u"primaryButton"_s);
    QPointer<QDialog> dialog = m_harness->dialog();
    QVERIFY(dialog);
    m_harness->session().lock();
    QTRY_VERIFY(!dialog);
    QVERIFY(m_harness->find(u"unlockPage"_s));
}

void TestLocking::lockClearsTheClipboard()
{
    auto *clipboard = QGuiApplication::clipboard();
    ui::SecretClipboard other(clipboard);
    other.copySecret(bytesOf("988eb0ea39d60e4c"));
    m_harness->session().lock();
    other.clearIfOurs(); // the window's own is tested through its pages; this is the same class
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
    file.write("this is no vault");
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

QTEST_MAIN(TestLocking)
#include "tst_locking.moc"
