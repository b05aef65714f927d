#include "tests/ui/window/windowharness.h"

#include "ui/dialogs/backupsdialog.h"

#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::test;

namespace {

constexpr int patience = 30'000;

/// As somebody without the passphrase can.
void damage(const QString &path, const QString &statement)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"damage"_s);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
        query.finish();
        database.close();
    }
    QSqlDatabase::removeDatabase(u"damage"_s);
}

recipes::Property propertyNamed(const QString &name)
{
    recipes::Property property;
    property.recipeId = u"tau"_s;
    property.name = name;
    return property;
}

} // namespace

/// The check of the vault as a person meets it, with a vault that is whole and with damaged ones.
class TestCheckVault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void saysThatAllIsWellWithCounts();
    void listsWhatIsWrong_data();
    void listsWhatIsWrong();
    void checksAgain();
    void leadsToTheBackups();
    void restoresTheBackupWhoseChangesAreShown();
    void backupBeforeANewKeyGoesWhereBackupsGo();
    void saysWhenTheVaultCannotBeReadAgain();
    void locksWhileItRuns();
    void namesAllThatIsWrongWithAVaultThatDoesNotOpen();

private:
    [[nodiscard]] bool open();
    void check();
    QString verdict() { return readableText(*m_harness->find(u"checkVerdict"_s)); }

    std::unique_ptr<WindowHarness> m_harness;
    SystemClock m_clock;
    QByteArray m_made; ///< a vault, made once
};

void TestCheckVault::initTestCase()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"made"_s);
    auto vault = vault::Vault::create(path, SecretBytes::copyOf(bytesOf(passphrase)), {},
                                      {u"ada"_s, u"desk"_s}, m_clock);
    QVERIFY(vault);
    for (const QString &name : {u"Shop EU"_s, u"Shop US"_s}) {
        vault::NewProperty added{propertyNamed(name), {}};
        added.keys.emplace_back(*crypto::PrivateKey::generateEd25519(), keys::KeyOrigin::Generated);
        QVERIFY((*vault)->addProperty(std::move(added)));
    }
    vault->reset();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_made = file.readAll();
}

void TestCheckVault::init()
{
    m_harness = std::make_unique<WindowHarness>();
    QFile file(m_harness->vaultPath());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_made) == m_made.size());
}

bool TestCheckVault::open()
{
    m_harness->session().open(m_harness->vaultPath(), SecretBytes::copyOf(bytesOf(passphrase)));
    return QTest::qWaitFor([this] { return m_harness->isUnlocked(); }, patience);
}

void TestCheckVault::check()
{
    m_harness->trigger(u"actionCheckVault"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->find(u"checkVerdict"_s), patience);
}

void TestCheckVault::saysThatAllIsWellWithCounts()
{
    QVERIFY(open());
    check();
    QVERIFY(verdict().contains(u"The vault is sound."_s));
    QCOMPARE(qobject_cast<QLabel *>(m_harness->find(u"checkCounts"_s))->text(),
             u"2 properties · 2 key versions · 2 key pairs compared · 4 entries of activity"_s);
    QVERIFY(!m_harness->find(u"checkFindings"_s));
    QVERIFY(!m_harness->find(u"checkProgress"_s));
    QVERIFY(m_harness->takePictures(u"check-sound"_s));
    m_harness->click(u"cancelButton"_s);
    QTRY_VERIFY(!m_harness->dialog());
}

void TestCheckVault::listsWhatIsWrong_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QStringList>("named");
    QTest::newRow("two keys") << u"UPDATE material SET sealed = zeroblob(80)"_s
                              << QStringList{u"The key of “Shop EU”, version 1"_s,
                                             u"The key of “Shop US”, version 1"_s};
    QTest::newRow("activity") << u"DELETE FROM activity WHERE sequence = 2"_s << QStringList{u"activity"_s};
}

void TestCheckVault::listsWhatIsWrong()
{
    QFETCH(const QString, statement);
    QFETCH(const QStringList, named);
    damage(m_harness->vaultPath(), statement);
    QVERIFY(open());
    check();
    QVERIFY(verdict().contains(u"The vault is damaged."_s));
    const auto *findings = qobject_cast<QListWidget *>(m_harness->find(u"checkFindings"_s));
    QVERIFY(findings);
    QCOMPARE(findings->count(), named.size());
    for (const QString &name : named) {
        QCOMPARE(findings->findItems(name, Qt::MatchContains).size(), 1);
    }
    QVERIFY(m_harness->takePictures(u"check-damaged-"_s + QString::fromLatin1(QTest::currentDataTag())));
}

void TestCheckVault::checksAgain()
{
    QVERIFY(open());
    check();
    QVERIFY(verdict().contains(u"sound"_s));
    damage(m_harness->vaultPath(), u"UPDATE material SET sealed = x''"_s);
    m_harness->click(u"primaryButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->find(u"checkFindings"_s), patience);
    QVERIFY(verdict().contains(u"damaged"_s));
}

void TestCheckVault::leadsToTheBackups()
{
    damage(m_harness->vaultPath(), u"UPDATE material SET sealed = x''"_s);
    QVERIFY(open());
    check();
    m_harness->click(u"openBackups"_s);
    QTRY_VERIFY(m_harness->dialog() && m_harness->dialog()->objectName() == u"backupsDialog"_s);
}

void TestCheckVault::locksWhileItRuns()
{
    QVERIFY(open());
    m_harness->trigger(u"actionCheckVault"_s);
    m_harness->session().lock();
    QTRY_VERIFY(!m_harness->dialog());
    QVERIFY(m_harness->isLocked());
    QVERIFY(open());
}

void TestCheckVault::namesAllThatIsWrongWithAVaultThatDoesNotOpen()
{
    damage(m_harness->vaultPath(), u"UPDATE record SET sealed = zeroblob(200)"_s);
    m_harness->session().choose(m_harness->vaultPath());
    QTRY_VERIFY(m_harness->find(u"unlockPage"_s));
    m_harness->type(u"passphrase"_s, QString::fromLatin1(passphrase));
    m_harness->click(u"unlockButton"_s);
    const auto said = [this] {
        QWidget *page = m_harness->find(u"unlockPage"_s);
        return page ? readableText(*page) : QString();
    };
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"“Shop EU”"_s) && said().contains(u"“Shop US”"_s), patience);
    QVERIFY(m_harness->takePictures(u"check-unopenable"_s));
}

void TestCheckVault::restoresTheBackupWhoseChangesAreShown()
{
    const auto listed = [](const QString &path) {
        ui::ListedBackup backup;
        backup.backup.path = path;
        return backup;
    };
    ui::BackupsDialog dialog({listed(u"first"_s), listed(u"second"_s)}, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    auto *list = dialog.findChild<QListWidget *>(u"backups"_s);
    auto *primary = dialog.findChild<QPushButton *>(u"primaryButton"_s);
    QSignalSpy previews(&dialog, &ui::BackupsDialog::previewRequested);
    QSignalSpy restores(&dialog, &ui::BackupsDialog::restoreRequested);
    const QList<vault::RestoreStep> steps = {
        {vault::RestoreEffect::ChangesBack, u"id"_s, u"Shop EU"_s, {{vault::KeyEffect::RevokedReturns, 1}}}};
    primary->click();
    list->setCurrentRow(1);
    dialog.showPreview(u"first"_s, steps); // what is chosen now is another
    primary->click();
    QCOMPARE(restores.size(), 0);
    QCOMPARE(previews.constLast().constFirst().toString(), u"second"_s);
    dialog.showPreview(u"second"_s, steps);
    const auto *changes = dialog.findChild<QListWidget *>(u"restoreChanges"_s);
    QCOMPARE(changes->count(), 2);
    QCOMPARE(changes->item(1)->text().trimmed(), u"its key version 1, revoked now, is of use again"_s);
    primary->click();
    QCOMPARE(restores.size(), 1);
    QCOMPARE(restores.constFirst().constFirst().toString(), u"second"_s);
}

void TestCheckVault::backupBeforeANewKeyGoesWhereBackupsGo()
{
    const QString folder = m_harness->filePath(u"kept backups"_s);
    QVERIFY(open());
    m_harness->session().setBackups({folder});
    m_harness->trigger(u"actionRekey"_s);
    QTRY_VERIFY(m_harness->dialog());
    m_harness->type(u"passphraseInForce"_s, QString::fromLatin1(passphrase));
    m_harness->type(u"typedConfirmation"_s, u"new key"_s);
    m_harness->click(u"primaryButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_harness->dialog(), patience);
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 1);
}

void TestCheckVault::saysWhenTheVaultCannotBeReadAgain()
{
    QVERIFY(open());
    const QSignalSpy failed(&m_harness->session(), &ui::VaultSession::reloadFailed);
    damage(m_harness->vaultPath(), u"UPDATE record SET sealed = zeroblob(200)"_s);
    m_harness->session().reload();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
    QCOMPARE(m_harness->session().properties().size(), 2);
}

QTEST_MAIN(TestCheckVault)
#include "tst_checkvault.moc"
