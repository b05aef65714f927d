#include "core/vault/bundle.h"
#include "tests/ui/window/windowharness.h"

#include <QFile>
#include <QFileDialog>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::test;

namespace {

constexpr int patience = 60'000;
constexpr const char *bundlePassphrase = "a bundle's own passphrase";

SecretBytes secret(const char *text)
{
    return SecretBytes::copyOf(bytesOf(text));
}

vault::NewProperty newProperty(const QString &name)
{
    vault::NewProperty added;
    added.property.recipeId = u"tau"_s;
    added.property.name = name;
    added.keys.emplace_back(keys::SecretKey{secret("planted-secret"), keys::SecretEncoding::Text},
                            keys::KeyOrigin::Imported);
    return added;
}

} // namespace

/// From one vault to another through the window, as between two machines.
class TestBundles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void exportsWhatIsTicked();
    void refusesAWrongPassphraseBesideItsField();
    void tellsAnotherKindOfFile();
    void showsWhatChangesBeforeItIsDone();
    void importsWhatIsTicked();
    void keepsBothOnlyWhenTicked();
    void forgetsTheBundleWhenTheVaultIsLocked();

private:
    [[nodiscard]] bool makeVault(const QString &path, const QStringList &names);
    [[nodiscard]] bool open(const QString &path);
    void chooseFile(const QString &path);
    void openBundle();
    QListWidget *list(const QString &name) { return qobject_cast<QListWidget *>(m_harness->find(name)); }
    QStringList names() const;

    std::unique_ptr<WindowHarness> m_harness;
    SystemClock m_clock;
    QString m_bundle;
};

bool TestBundles::makeVault(const QString &path, const QStringList &names)
{
    const auto vault = vault::Vault::create(path, secret(passphrase), {}, {u"ada"_s, u"desk"_s}, m_clock);
    std::vector<vault::NewProperty> added;
    for (const QString &name : names) {
        added.push_back(newProperty(name));
    }
    return vault && (*vault)->addProperties(std::move(added));
}

bool TestBundles::open(const QString &path)
{
    m_harness->session().open(path, secret(passphrase));
    return QTest::qWaitFor([this] { return m_harness->isUnlocked(); }, patience);
}

QStringList TestBundles::names() const
{
    QStringList names;
    for (const recipes::Property &property : m_harness->session().properties()) {
        names << property.name;
    }
    return names;
}

void TestBundles::initTestCase()
{
    m_harness = std::make_unique<WindowHarness>();
    m_bundle = m_harness->filePath(u"shops.bundle"_s);
    QVERIFY(makeVault(m_harness->vaultPath(), {u"Shop CH"_s, u"Shop DE"_s, u"Shop EU"_s}));
    QVERIFY(makeVault(m_harness->filePath(u"other.countersign"_s), {u"Shop EU"_s}));
}

void TestBundles::chooseFile(const QString &path)
{
    QTRY_VERIFY(m_harness->window().findChild<QFileDialog *>());
    auto *chooser = m_harness->window().findChild<QFileDialog *>();
    Q_EMIT chooser->fileSelected(path);
    chooser->reject();
    QTRY_VERIFY(!m_harness->window().findChild<QFileDialog *>());
}

void TestBundles::exportsWhatIsTicked()
{
    QVERIFY(open(m_harness->vaultPath()));
    m_harness->trigger(u"actionExportBundle"_s);
    QTRY_VERIFY(m_harness->dialog());
    m_harness->click(u"tickNone"_s);
    QVERIFY(!m_harness->find(u"primaryButton"_s)->isEnabled());
    list(u"bundledProperties"_s)->item(0)->setCheckState(Qt::Checked);
    list(u"bundledProperties"_s)->item(2)->setCheckState(Qt::Checked);
    m_harness->click(u"primaryButton"_s); // without a passphrase
    QVERIFY(m_harness->find(u"newPassphrase"_s)->property("problem").toBool());
    m_harness->type(u"newPassphrase"_s, QString::fromLatin1(bundlePassphrase));
    m_harness->type(u"newPassphraseAgain"_s, QString::fromLatin1(bundlePassphrase));
    QVERIFY(m_harness->takePictures(u"bundle-export"_s));
    m_harness->click(u"primaryButton"_s);
    chooseFile(m_bundle);
    QTRY_VERIFY_WITH_TIMEOUT(!m_harness->dialog(), patience);
    QFile file(m_bundle);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const auto bundle = vault::openBundle(bytesOf(file.readAll()), secret(bundlePassphrase));
    QVERIFY(bundle);
    QCOMPARE(bundle->properties.size(), std::size_t(2));
    QCOMPARE(bundle->properties.front().property.name, u"Shop CH"_s);
}

void TestBundles::openBundle()
{
    m_harness->trigger(u"actionImportBundle"_s);
    chooseFile(m_bundle);
    QTRY_VERIFY(m_harness->find(u"bundlePassphrase"_s));
    m_harness->type(u"bundlePassphrase"_s, QString::fromLatin1(bundlePassphrase));
    m_harness->click(u"primaryButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->find(u"importChanges"_s), patience);
}

void TestBundles::refusesAWrongPassphraseBesideItsField()
{
    QVERIFY(open(m_harness->filePath(u"other.countersign"_s)));
    m_harness->trigger(u"actionImportBundle"_s);
    chooseFile(m_bundle);
    QTRY_VERIFY(m_harness->find(u"bundlePassphrase"_s));
    m_harness->type(u"bundlePassphrase"_s, u"not this one"_s);
    m_harness->click(u"primaryButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->find(u"bundlePassphrase"_s)->property("problem").toBool(), patience);
    QVERIFY(m_harness->takePictures(u"bundle-wrong-passphrase"_s));
    m_harness->click(u"cancelButton"_s);
    QTRY_VERIFY(!m_harness->dialog());
}

void TestBundles::tellsAnotherKindOfFile()
{
    m_harness->trigger(u"actionImportBundle"_s);
    chooseFile(m_harness->vaultPath());
    QTRY_VERIFY(m_harness->find(u"bundlePassphrase"_s));
    m_harness->type(u"bundlePassphrase"_s, QString::fromLatin1(bundlePassphrase));
    m_harness->click(u"primaryButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(readableText(*m_harness->dialog()).contains(u"not a bundle"_s), patience);
    m_harness->click(u"cancelButton"_s);
    QTRY_VERIFY(!m_harness->dialog());
}

void TestBundles::showsWhatChangesBeforeItIsDone()
{
    openBundle();
    QCOMPARE(list(u"importChanges"_s)->count(), 2);
    QCOMPARE(list(u"importChanges"_s)->item(0)->text(), u"Shop CH — new, 1 key version"_s);
    QVERIFY(list(u"importChanges"_s)->item(1)->text().contains(u"another property has this name"_s));
    QVERIFY(m_harness->takePictures(u"bundle-import"_s));
    m_harness->click(u"cancelButton"_s);
    QTRY_VERIFY(!m_harness->dialog());
    QCOMPARE(names(), QStringList{u"Shop EU"_s});
}

void TestBundles::importsWhatIsTicked()
{
    openBundle();
    list(u"importChanges"_s)->item(1)->setCheckState(Qt::Unchecked);
    m_harness->click(u"primaryButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_harness->dialog(), patience);
    QTRY_COMPARE(names(), (QStringList{u"Shop CH"_s, u"Shop EU"_s}));
}

void TestBundles::keepsBothOnlyWhenTicked()
{
    recipes::Property shop = m_harness->session().properties().front();
    shop.notes = u"changed here"_s;
    m_harness->session().change(
        &m_harness->window(), [shop](vault::Vault &vault) { return vault.updateProperty(shop); },
        [](const Result<recipes::Property> &) {});
    QTRY_COMPARE(m_harness->session().properties().front().notes, shop.notes);
    openBundle();
    QListWidgetItem *conflict = list(u"importChanges"_s)->item(0);
    QVERIFY(conflict->text().contains(u"already here and different"_s));
    QCOMPARE(conflict->checkState(), Qt::Unchecked);
    list(u"importChanges"_s)->item(1)->setCheckState(Qt::Unchecked);
    QVERIFY(!m_harness->find(u"primaryButton"_s)->isEnabled());
    conflict->setCheckState(Qt::Checked);
    QVERIFY(m_harness->takePictures(u"bundle-conflict"_s));
    m_harness->click(u"primaryButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_harness->dialog(), patience);
    QTRY_COMPARE(names(), (QStringList{u"Shop CH"_s, u"Shop CH (imported)"_s, u"Shop EU"_s}));
    QCOMPARE(m_harness->session().property(shop.id)->notes, shop.notes);
}

void TestBundles::forgetsTheBundleWhenTheVaultIsLocked()
{
    openBundle();
    const QPointer<QDialog> dialog = m_harness->dialog(); // what holds the bundle
    QVERIFY(dialog);
    m_harness->session().lock();
    QTRY_VERIFY(!dialog);
    QVERIFY(m_harness->isLocked());
}

QTEST_MAIN(TestBundles)
#include "tst_bundles.moc"
