#include "app/services/processhardening.h"
#include "tests/support/memorysearch.h"
#include "tests/ui/window/vaultsecrets.h"
#include "tests/ui/window/windowharness.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/tokenview.h"
#include "ui/window/places.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QMimeData>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::test;

namespace {

constexpr int patience = 60'000;
constexpr auto vaultPassphrase = MaskedBytes::literal("Velvet-Thunder 47 quarries under Oslo");
constexpr auto exportPassphrase = MaskedBytes::literal("Nineteen brass weathercocks, facing north");
constexpr auto tauSecret = MaskedBytes::literal("tau-1Qm7vXc2ZrB9sLk4WnE8pYd5HgT0uJa6");
constexpr auto tauNextSecret = MaskedBytes::literal("tau-2bN6kFv0RzM3xPq8TjC5wSy1LdG7hEo4");
constexpr auto tawkSecret = MaskedBytes::literal("5f1c0b7e9a3d48266ed17fb0c4a85912d36e7b08");
constexpr auto huggySecret = MaskedBytes::literal("c93a06e1f7d24b58b0a2e6943d71f58c");

/// The clipboard of another program: hands the text out when asked, and keeps it masked meanwhile.
class ForeignText final : public QMimeData
{
public:
    explicit ForeignText(MaskedBytes text)
        : m_text(std::move(text))
    {
    }
    QStringList formats() const override { return {u"text/plain"_s}; }

protected:
    QVariant retrieveData(const QString &, QMetaType) const override
    {
        QString text;
        text.reserve(qsizetype(m_text.size()));
        for (std::size_t i = 0; i < m_text.size(); ++i) {
            text.append(QLatin1Char(char(m_text.at(i))));
        }
        return text;
    }

private:
    MaskedBytes m_text;
};

} // namespace

/// Does in the real window what a day's work is, locks, and reads the memory of this very process.
class TestMemory : public QObject
{
    Q_OBJECT

public:
    explicit TestMemory(MemorySearch &search)
        : m_search(search)
    {
    }

private Q_SLOTS:
    void initTestCase();
    void workLeavesNothingBehindTheLock();
    void revealedSecretIsFound();
    void unlockedVaultKeepsNoPassphrase();

private:
    void enter(const QString &field, const MaskedBytes &text);
    void paste(const QString &field, const MaskedBytes &text);
    void addProperty(const QString &recipe, const QString &name, const MaskedBytes &key);
    void select(const QString &name);
    void goTo(const QString &place);
    void makeAndVerifyProof();
    void revealAndCopySecret();
    void exportPrivateKey();
    void rotate(const QString &name, const MaskedBytes &key);
    void visitEverything();
    void unlock();
    void lock();
    void learnSecrets();
    QString findings() const { return m_search.run().join(u'\n'); }

    MemorySearch &m_search;
    std::unique_ptr<WindowHarness> m_harness;
};

void TestMemory::initTestCase()
{
    QVERIFY(m_search.isReady());
    m_search.add(u"passphrase"_s, vaultPassphrase);
    m_search.add(u"passphrase of the export"_s, exportPassphrase);
    m_harness = std::make_unique<WindowHarness>();
    m_harness->click(u"createVault"_s);
    enter(u"newPassphrase"_s, vaultPassphrase);
    enter(u"newPassphraseAgain"_s, vaultPassphrase);
    m_harness->click(u"createButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->isUnlocked() && m_harness->dialog(), patience);
    m_harness->click(u"cancelButton"_s); // the offer of a recovery key, which holds the passphrase
    QTRY_VERIFY(!m_harness->dialog());
    addProperty(u"tau"_s, u"Tau"_s, tauSecret);
    addProperty(u"tawk-to"_s, u"Tawk"_s, tawkSecret);
    addProperty(u"huggy"_s, u"Huggy"_s, huggySecret);
    addProperty(u"orlo"_s, u"Orlo"_s, {});
}

/// One key at a time, as from a keyboard: no text of the whole is ever made.
void TestMemory::enter(const QString &field, const MaskedBytes &text)
{
    QWidget *found = m_harness->find(field);
    QVERIFY2(found, qPrintable(field));
    found->setFocus();
    for (std::size_t i = 0; i < text.size(); ++i) {
        QTest::keyClick(found, char(text.at(i)));
    }
}

void TestMemory::paste(const QString &field, const MaskedBytes &text)
{
    QWidget *found = m_harness->find(field);
    QVERIFY2(found, qPrintable(field));
    QGuiApplication::clipboard()->setMimeData(new ForeignText(text));
    found->setFocus();
    QTest::keySequence(found, QKeySequence::Paste);
    QGuiApplication::clipboard()->clear();
}

void TestMemory::addProperty(const QString &recipe, const QString &name, const MaskedBytes &key)
{
    const qsizetype before = m_harness->session().properties().size();
    m_harness->click(u"addProperty"_s);
    m_harness->click(u"vendor-"_s + recipe);
    m_harness->click(u"primaryButton"_s);
    m_harness->type(u"propertyName"_s, name);
    m_harness->fillFields(*m_harness->catalog().find(recipe));
    m_harness->click(u"primaryButton"_s);
    if (key.size() > 0) {
        paste(u"keyContent"_s, key);
    }
    m_harness->click(u"primaryButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_harness->session().properties().size(), before + 1, patience);
    QTRY_VERIFY(!m_harness->dialog());
}

void TestMemory::select(const QString &name)
{
    for (const recipes::Property &property : m_harness->session().properties()) {
        if (property.name == name) {
            m_harness->window().sidebar()->select(property.id);
        }
    }
    QTRY_COMPARE(m_harness->window().propertyView()->property()->name, name);
}

void TestMemory::goTo(const QString &place)
{
    m_harness->window().propertyView()->goTo(place);
    QTRY_VERIFY(m_harness->find(place + u"Page"_s));
    QTest::qWait(0);
}

void TestMemory::makeAndVerifyProof()
{
    goTo(u"proof"_s);
    const recipes::Recipe *recipe = m_harness->window().propertyView()->recipe();
    for (const QString &field : recipe->proofs.constFirst().fields) {
        if (m_harness->find(u"visitor."_s + field)) {
            m_harness->type(u"visitor."_s + field, recipe->visitorField(field)->example);
        }
    }
    auto *value = qobject_cast<ui::TokenView *>(m_harness->find(u"proofValue"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!value->shownText().isEmpty() && m_harness->find(u"copyProof"_s)->isEnabled(),
                             patience);
    m_harness->click(u"copyProof"_s);
    const QString proof = value->shownText();
    goTo(u"verify"_s);
    m_harness->paste(u"verifyProof"_s, proof);
    m_harness->click(u"verifyButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->find(u"verdictHeadline"_s), patience);
}

void TestMemory::revealAndCopySecret()
{
    goTo(u"keys"_s);
    auto *field = qobject_cast<ui::SecretField *>(m_harness->find(u"secretField"_s));
    QVERIFY(field);
    QTest::mouseClick(field->findChild<QWidget *>(u"revealButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(field->isRevealed(), patience);
    m_harness->window().grab();
    m_harness->click(u"copySecret"_s);
    QTRY_VERIFY_WITH_TIMEOUT(QGuiApplication::clipboard()->text().size() >= 16, patience);
}

void TestMemory::exportPrivateKey()
{
    goTo(u"keys"_s);
    QTRY_VERIFY(m_harness->find(u"exportPrivateKey"_s));
    m_harness->click(u"exportPrivateKey"_s);
    QTRY_VERIFY(m_harness->dialog());
    enter(u"newPassphrase"_s, exportPassphrase);
    enter(u"newPassphraseAgain"_s, exportPassphrase);
    m_harness->click(u"primaryButton"_s);
    QTRY_VERIFY(qobject_cast<QFileDialog *>(m_harness->dialog()));
    const QString path = m_harness->filePath(u"exported.pem"_s);
    auto *dialog = qobject_cast<QFileDialog *>(m_harness->dialog());
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(path).size() > 0, patience);
}

void TestMemory::rotate(const QString &name, const MaskedBytes &key)
{
    select(name);
    m_harness->click(u"rotateKey"_s);
    QTRY_VERIFY(m_harness->dialog());
    if (key.size() > 0) {
        paste(u"keyContent"_s, key);
    }
    m_harness->click(u"makeCurrentNow"_s);
    m_harness->click(u"primaryButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_harness->dialog(), patience);
    QCOMPARE(m_harness->window().propertyView()->property()->keys.versions().size(), 2);
}

void TestMemory::visitEverything()
{
    for (const recipes::Property &property : m_harness->session().properties()) {
        select(property.name);
        for (const ui::Place &place : ui::propertyPlaces()) {
            goTo(place.id);
        }
    }
    for (const ui::Tool &tool : ui::tools()) {
        m_harness->click(tool.id + u"Button"_s);
        m_harness->window().grab();
        m_harness->click(u"closeTool"_s);
    }
    m_harness->window().grab();
}

void TestMemory::unlock()
{
    enter(u"passphrase"_s, vaultPassphrase);
    m_harness->click(u"unlockButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->isUnlocked(), patience);
}

void TestMemory::lock()
{
    m_harness->session().lock();
    QTRY_VERIFY(m_harness->find(u"unlockPage"_s));
}

void TestMemory::learnSecrets()
{
    const auto secrets = secretsOf(QCoreApplication::applicationFilePath(), m_harness->vaultPath());
    QCOMPARE(secrets.size(), 5 + 3 + 1 + 2 * 6); // the vault's, three secrets and a new one, two pairs
    for (const auto &[name, secret] : secrets) {
        m_search.add(name, secret);
    }
}

void TestMemory::workLeavesNothingBehindTheLock()
{
    for (const QString &name : {u"Tau"_s, u"Tawk"_s, u"Huggy"_s, u"Orlo"_s}) {
        select(name);
        makeAndVerifyProof();
    }
    for (const QString &name : {u"Tau"_s, u"Tawk"_s, u"Huggy"_s}) {
        select(name);
        revealAndCopySecret();
    }
    select(u"Orlo"_s);
    exportPrivateKey();
    rotate(u"Tau"_s, tauNextSecret);
    rotate(u"Orlo"_s, {});
    visitEverything();
    lock();
    learnSecrets();
    // The vault's own thread closes it a moment later.
    QTRY_COMPARE_WITH_TIMEOUT(findings(), QString(), 5000);
    QVERIFY(m_search.searchedBytes() > 16 << 20);
}

/// That the search finds what is there is shown by something that is.
void TestMemory::revealedSecretIsFound()
{
    unlock();
    select(u"Tau"_s);
    revealAndCopySecret();
    const QStringList found = m_search.run();
    QVERIFY(!found.filter(u"Tau v2 secret from byte 0"_s).isEmpty());
    QVERIFY(!found.filter(u"Tau v2 secret in UTF-16 from byte 0"_s).isEmpty()); // the clipboard's
    lock();
    QTRY_COMPARE_WITH_TIMEOUT(findings(), QString(), 5000);
}

void TestMemory::unlockedVaultKeepsNoPassphrase()
{
    unlock();
    const QStringList found = m_search.run();
    QCOMPARE(found.filter(u"passphrase"_s), QStringList());
    QCOMPARE(found.filter(u"data key"_s), QStringList());
    lock();
}

int main(int argc, char **argv)
{
    if (argc == 3 && qstrcmp(argv[1], secretsOption) == 0) {
        return tellSecrets(QString::fromLocal8Bit(argv[2]), vaultPassphrase);
    }
    MemorySearch search;
    services::hardenProcess();
    const QApplication application(argc, argv);
    TestMemory test(search);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_memory.moc"
