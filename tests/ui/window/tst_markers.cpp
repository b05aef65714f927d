#include "tests/ui/window/windowharness.h"

#include "ui/widgets/tokenview.h"

#include <QApplication>
#include <QDirIterator>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::test;

namespace {

constexpr int patience = 60'000;
const QString secret = u"planted-secret-9f27c1d05b8e4a63"_s;
const QString userId = u"planted-user-48151623"_s;
const QString email = u"planted.person@example.com"_s;

QStringList logged;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &message)
{
    logged.append(message);
}

/// Every title any window had.
class Titles final : public QObject
{
public:
    QStringList seen;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::WindowTitleChange && watched->isWidgetType()) {
            seen.append(static_cast<QWidget *>(watched)->windowTitle());
        }
        return false;
    }
};

} // namespace

/// Plants markers where a person enters secrets and customer data, does the day's work, and looks through
/// all that was left outside the window: the folder stands for home, settings and temporary files in one.
class TestMarkers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void dayOfWorkLeavesNoMarkerBehind();

private:
    void makeProof(WindowHarness &harness);
    void verify(WindowHarness &harness, const QString &proof);
    void failToUnlock(WindowHarness &harness);
    QStringList markers() const;
    void searchFiles(int least) const;

    QTemporaryDir m_home;
    Titles m_titles;
    QString m_proof;
};

void TestMarkers::initTestCase()
{
    for (const char *variable : {"HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"}) {
        qputenv(variable, QFile::encodeName(m_home.path()));
    }
    qInstallMessageHandler(keepLog);
    qApp->installEventFilter(&m_titles);
}

void TestMarkers::cleanupTestCase()
{
    qInstallMessageHandler(nullptr);
}

void TestMarkers::makeProof(WindowHarness &harness)
{
    harness.window().propertyView()->goTo(u"proof"_s);
    QTRY_VERIFY(harness.find(u"proofPage"_s));
    for (QLineEdit *field : harness.find(u"proofPage"_s)->findChildren<QLineEdit *>()) {
        if (field->isVisible() && field->objectName().startsWith(u"visitor."_s)) {
            harness.type(field->objectName(), field->objectName().contains(u"mail"_s) ? email : userId);
        }
    }
    auto *value = qobject_cast<ui::TokenView *>(harness.find(u"proofValue"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!value->shownText().isEmpty() && harness.find(u"copyProof"_s)->isEnabled(),
                             patience);
    m_proof = value->shownText();
    harness.click(u"copyProof"_s);
}

void TestMarkers::verify(WindowHarness &harness, const QString &proof)
{
    harness.window().propertyView()->goTo(u"verify"_s);
    QTRY_VERIFY(harness.find(u"verifyProof"_s));
    harness.type(u"verifyUserId"_s, userId);
    qobject_cast<QPlainTextEdit *>(harness.find(u"verifyProof"_s))->selectAll();
    harness.paste(u"verifyProof"_s, proof);
    harness.click(u"verifyButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(harness.find(u"verdictHeadline"_s), patience);
}

void TestMarkers::failToUnlock(WindowHarness &harness)
{
    harness.session().lock();
    QTRY_VERIFY(harness.find(u"passphrase"_s));
    harness.type(u"passphrase"_s, QString::fromLatin1(passphrase) + u"!"_s);
    harness.click(u"unlockButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(harness.find(u"passphrase"_s)->property("problem").toBool(), patience);
}

QStringList TestMarkers::markers() const
{
    return {secret, userId, email, m_proof, QString::fromLatin1(passphrase)};
}

/// In UTF-8 and UTF-16, the vault and what SQLite keeps beside it included.
void TestMarkers::searchFiles(int least) const
{
    int files = 0;
    QDirIterator all(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const QByteArray content = file.readAll();
        ++files;
        for (const QString &marker : markers()) {
            const QByteArray wide(reinterpret_cast<const char *>(marker.utf16()), marker.size() * 2);
            QVERIFY2(!content.contains(marker.toUtf8()) && !content.contains(wide) &&
                         !file.fileName().contains(marker),
                     qPrintable(file.fileName()));
        }
    }
    QVERIFY2(files >= least, qPrintable(QString::number(files)));
}

void TestMarkers::dayOfWorkLeavesNoMarkerBehind()
{
    WindowHarness harness;
    harness.session().setMemory(m_home.filePath(u"seen"_s));
    vault::BackupPolicy backups;
    backups.folder = m_home.filePath(u"backups"_s);
    harness.session().setBackups(backups);
    QVERIFY(harness.createVault());
    QVERIFY(harness.addProperty(u"tau"_s, u"Northwind"_s, secret));
    makeProof(harness);
    verify(harness, m_proof);
    verify(harness, m_proof + u'\n');
    harness.window().propertyView()->goTo(u"keys"_s);
    QTRY_VERIFY(harness.find(u"copySecret"_s));
    harness.click(u"copySecret"_s);
    harness.window().propertyView()->goTo(u"activity"_s);
    QTRY_VERIFY(harness.find(u"activityPage"_s));
    harness.trigger(u"actionManual"_s);
    QVERIFY(m_proof.size() >= 32);
    bool isBackedUp = false;
    harness.session().run(
        this,
        [path = m_home.filePath(u"after-work.countersign"_s)](vault::Vault &vault) {
            return vault.backUp(path, Overwrite::No);
        },
        [&](const Result<vault::MadeBackup> &made) { isBackedUp = made.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(isBackedUp, patience);
    searchFiles(3); // the vault, its backup and the note that it was seen
    failToUnlock(harness);
    QVERIFY(harness.window().close()); // writes its settings
    searchFiles(5);                    // the settings and the count of wrong passphrases too
    QVERIFY(!m_titles.seen.isEmpty());
    const QString said = (logged + m_titles.seen).join(u'\n');
    for (const QString &marker : markers()) {
        QVERIFY2(!said.contains(marker), qPrintable(marker));
    }
}

QTEST_MAIN(TestMarkers)
#include "tst_markers.moc"
