#include "tests/ui/window/windowharness.h"
#include "ui/widgets/tokenview.h"

#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::test;

namespace {

constexpr int patience = 60'000;

} // namespace

/// What the product is for, once for each vendor, in the real window over a vault file: add, prove, copy,
/// verify, be told why a proof fails, rotate, decode, take the code away, look back, lock.
class TestMainJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void doesTheMainJob_data();
    void doesTheMainJob();

private:
    void addProperty();
    void makeProof();
    void rotate();
    void verify(const QString &proof, const QString &picture, const QString &expectedHeadline);
    void nameTheCause();
    void decode();
    void takeTheCode();
    void lookBack();
    void lockAndUnlock();
    bool goTo(const QString &place);
    const recipes::Property *property();

    std::unique_ptr<WindowHarness> m_harness;
    QString m_recipe;
    QString m_name;
    QString m_key;
    QString m_newKey;
    QString m_proof;
    bool m_isToken = false;
};

void TestMainJob::initTestCase()
{
    m_harness = std::make_unique<WindowHarness>();
    QVERIFY(QTest::qWaitForWindowExposed(&m_harness->window()));
    QVERIFY(m_harness->createVault());
}

void TestMainJob::doesTheMainJob_data()
{
    QTest::addColumn<QString>("recipe");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("newKey");
    QTest::addColumn<bool>("isToken");
    QTest::addColumn<QString>("expectedProof"); // empty: not the same twice
    // Made with python3: hmac.new(key, b'user123', 'sha256').hexdigest(); TAU's is the vendor page's own
    // example.
    QTest::newRow("tawk.to") << u"tawk-to"_s << u"0123456789abcdef0123456789abcdef01234567"_s
                             << u"89abcdef0123456789abcdef0123456701234567"_s << false
                             << u"fc73ad7cc119c5d381674e0a37ca45cdb8f0a64321680bea6aa9d68da648c283"_s;
    QTest::newRow("TAU") << u"tau"_s << u"your_secret_key"_s << u"another_secret_key_of_some_length"_s
                         << false << u"988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221"_s;
    QTest::newRow("Orlo") << u"orlo"_s << QString() << QString() << true << QString();
    // Made with python3: hmac over the base64url parts of {"typ":"JWT","alg":"HS256"} and
    // {"jti":"user1@company.com"}.
    QTest::newRow("Huggy") << u"huggy"_s << u"0123456789abcdef0123456789abcdef"_s
                           << u"fedcba9876543210fedcba9876543210"_s << true
                           << u"eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJqdGkiOiJ1c2VyMUBjb21wYW55LmNvbSJ9."
                              "LBdHQNDjoTbJ84FNBfU4-7T8QOAAxZztlWnJTSFSWoI"_s;
}

void TestMainJob::doesTheMainJob()
{
    QFETCH(const QString, expectedProof);
    QFETCH(const QString, recipe);
    QFETCH(const QString, key);
    QFETCH(const QString, newKey);
    QFETCH(const bool, isToken);
    m_recipe = recipe;
    m_key = key;
    m_newKey = newKey;
    m_isToken = isToken;
    m_name = u"Main job with %1"_s.arg(QString::fromLatin1(QTest::currentDataTag()));
    const QList<void (TestMainJob::*)()> steps = {&TestMainJob::addProperty,  &TestMainJob::makeProof,
                                                  &TestMainJob::nameTheCause, &TestMainJob::rotate,
                                                  &TestMainJob::decode,       &TestMainJob::takeTheCode,
                                                  &TestMainJob::lookBack,     &TestMainJob::lockAndUnlock};
    for (const auto step : steps) {
        (this->*step)();
        if (QTest::currentTestFailed()) {
            return;
        }
        if (step == &TestMainJob::makeProof && !expectedProof.isEmpty()) {
            QCOMPARE(m_proof, expectedProof);
        }
    }
}

const recipes::Property *TestMainJob::property()
{
    const auto &all = m_harness->session().properties();
    const auto found = std::ranges::find(all, m_name, &recipes::Property::name);
    return found == all.end() ? nullptr : &*found;
}

bool TestMainJob::goTo(const QString &place)
{
    m_harness->window().propertyView()->goTo(place);
    return QTest::qWaitFor([this, place] { return m_harness->find(place + u"Page"_s); });
}

void TestMainJob::addProperty()
{
    QVERIFY(m_harness->addProperty(m_recipe, m_name, m_key));
    QVERIFY(property() && property()->keys.current());
}

void TestMainJob::makeProof()
{
    QVERIFY(goTo(u"proof"_s));
    const recipes::Recipe *recipe = m_harness->catalog().find(m_recipe);
    for (const QString &field : recipe->proofs.constFirst().fields) {
        if (qobject_cast<QLineEdit *>(m_harness->find(u"visitor."_s + field))) {
            m_harness->type(u"visitor."_s + field, recipe->visitorField(field)->example);
        }
    }
    auto *value = qobject_cast<ui::TokenView *>(m_harness->find(u"proofValue"_s));
    QVERIFY(value);
    const qsizetype parts = m_isToken ? 2 : 0;
    QTRY_VERIFY_WITH_TIMEOUT(!value->shownText().isEmpty() && m_harness->find(u"copyProof"_s)->isEnabled(),
                             patience);
    QCOMPARE(value->shownText().count(u'.'), parts);
    QVERIFY(m_harness->takePictures(m_recipe + u"-proof-made"_s));
    m_harness->click(u"copyProof"_s);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), value->shownText());
    m_proof = value->shownText();
}

void TestMainJob::verify(const QString &proof, const QString &picture, const QString &expectedHeadline)
{
    QVERIFY(goTo(u"verify"_s));
    const recipes::Recipe *recipe = m_harness->catalog().find(m_recipe);
    if (m_harness->find(u"verifyUserId"_s)) {
        m_harness->type(u"verifyUserId"_s, recipe->visitorField(u"userId")->example);
    }
    auto *field = qobject_cast<QPlainTextEdit *>(m_harness->find(u"verifyProof"_s));
    QVERIFY(field);
    field->selectAll();
    m_harness->paste(u"verifyProof"_s, proof);
    m_harness->click(u"verifyButton"_s);
    const auto headline = [this] {
        const auto *label = qobject_cast<QLabel *>(m_harness->find(u"verdictHeadline"_s));
        return label ? label->text() : QString();
    };
    (void)QTest::qWaitFor([&] { return headline().startsWith(expectedHeadline); }, patience);
    QVERIFY2(headline().startsWith(expectedHeadline), qPrintable(headline()));
    QVERIFY(m_harness->takePictures(m_recipe + u'-' + picture));
}

void TestMainJob::nameTheCause()
{
    verify(m_proof, u"verified"_s, u"Verified"_s);
    // As a mail client or an editor leaves it: a proof with a line break in it fails, and is told why.
    verify(m_proof + u'\n', u"failed"_s, u"Failed"_s);
    const auto *code = qobject_cast<QLabel *>(m_harness->find(u"causeCode"_s));
    QVERIFY(code);
    QVERIFY2(code->text().startsWith(u"IDV-"_s), qPrintable(code->text()));
}

void TestMainJob::rotate()
{
    m_harness->click(u"rotateKey"_s);
    QTRY_VERIFY(m_harness->dialog());
    if (!m_newKey.isEmpty()) {
        m_harness->paste(u"keyContent"_s, m_newKey);
    }
    m_harness->click(u"makeCurrentNow"_s);
    QVERIFY(m_harness->takePictures(m_recipe + u"-rotate"_s));
    m_harness->click(u"primaryButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(property()->keys.versions().size() == 2 && !m_harness->dialog(), patience);
    QCOMPARE(property()->keys.current()->number, 2);
    QCOMPARE(property()->keys.find(1)->status, keys::KeyStatus::Previous);
    QVERIFY(m_harness->takePictures(m_recipe + u"-rotated"_s));
    verify(m_proof, u"verified-by-previous"_s, u"Verified"_s);
    QVERIFY(readableText(*m_harness->find(u"verifyPage"_s)).contains(u"IDV-KEY-PREVIOUS"_s));
}

void TestMainJob::decode()
{
    if (!m_isToken) {
        return;
    }
    m_harness->click(u"decodeButton"_s);
    m_harness->paste(u"decodeToken"_s, m_proof);
    QTRY_VERIFY(m_harness->find(u"decodeSummary"_s)); // it decodes a moment after the last key
    const QWidget *summary = m_harness->find(u"decodeSummary"_s);
    QTRY_VERIFY(readableText(m_harness->window()).contains(u"\"alg\""_s));
    QVERIFY(!readableText(*summary).contains(u"verified"_s, Qt::CaseInsensitive) ||
            readableText(*summary).contains(u"not verified"_s, Qt::CaseInsensitive));
    QVERIFY(m_harness->takePictures(m_recipe + u"-decoded"_s));
    m_harness->click(u"closeTool"_s);
}

void TestMainJob::takeTheCode()
{
    m_harness->click(u"exportCode"_s);
    QTRY_VERIFY(m_harness->dialog() || m_harness->find(u"snippetCode"_s));
    if (QDialog *dialog = m_harness->dialog()) { // the folder to export to
        dialog->reject();
    }
    QTRY_VERIFY(m_harness->find(u"snippetCode"_s));
    auto *code = qobject_cast<QPlainTextEdit *>(m_harness->find(u"snippetCode"_s));
    QTRY_VERIFY(code->toPlainText().size() > 100);
    m_harness->click(u"copySnippet"_s);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), code->toPlainText());
    for (const QString &key : {m_key, m_newKey}) {
        // TAU's sample key is also the one the test vector in the snippet names.
        QVERIFY(key.isEmpty() || key == u"your_secret_key"_s || !code->toPlainText().contains(key));
    }
}

void TestMainJob::lookBack()
{
    QVERIFY(goTo(u"activity"_s));
    QTRY_VERIFY(readableText(*m_harness->find(u"activityPage"_s)).contains(u"Key rotated"_s));
    const QString text = readableText(*m_harness->find(u"activityPage"_s));
    QVERIFY(!text.contains(m_proof));
    QVERIFY(m_harness->takePictures(m_recipe + u"-activity-after"_s));
}

void TestMainJob::lockAndUnlock()
{
    m_harness->click(u"lockButton"_s);
    QTRY_VERIFY(m_harness->find(u"unlockPage"_s));
    const QString text = readableText(m_harness->window());
    for (const QString &secret : {m_proof, m_key, m_newKey, m_name}) {
        QVERIFY2(secret.isEmpty() || !text.contains(secret), qPrintable(secret));
    }
    m_harness->type(u"passphrase"_s, QString::fromLatin1(passphrase));
    m_harness->click(u"unlockButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->isUnlocked(), patience);
    QVERIFY(property());
    QCOMPARE(property()->keys.versions().size(), 2);
}

QTEST_MAIN(TestMainJob)
#include "tst_mainjob.moc"
