#include "ui/widgets/secretclipboard.h"

#include "ui/widgets/tokenview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using countersign::bytesOf;
using countersign::ui::SecretClipboard;
using countersign::ui::TokenView;

class TestSecretClipboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QGuiApplication::clipboard()->clear(); }
    void secretIsMarkedAndCleared();
    void secretThatIsNoTextIsClearedToo();
    void somebodyElsesTextIsLeftAlone();
    void ordinaryTextStays();
    void copyingTextForgetsTheSecretBefore();
    void selectedAndCopiedTextIsClearedToo();
    void anotherProgramsSecretIsLeftAlone();
};

void TestSecretClipboard::secretIsMarkedAndCleared()
{
    SecretClipboard clipboard(QGuiApplication::clipboard());
    clipboard.setClearAfter(0s);
    QSignalSpy cleared(&clipboard, &SecretClipboard::cleared);
    clipboard.copySecret(bytesOf("988eb0ea"));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"988eb0ea"_s);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(data->data(u"x-kde-passwordManagerHint"_s), QByteArrayLiteral("secret"));
    QTRY_COMPARE(cleared.size(), 1);
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
}

void TestSecretClipboard::secretThatIsNoTextIsClearedToo()
{
    SecretClipboard clipboard(QGuiApplication::clipboard());
    clipboard.copySecret(bytesOf("\xff\xfe key"));
    QVERIFY(!QGuiApplication::clipboard()->text().isEmpty());
    clipboard.clearIfOurs();
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
}

void TestSecretClipboard::somebodyElsesTextIsLeftAlone()
{
    SecretClipboard clipboard(QGuiApplication::clipboard());
    clipboard.copySecret(bytesOf("ours"));
    QGuiApplication::clipboard()->setText(u"theirs"_s);
    clipboard.clearIfOurs();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"theirs"_s);
}

void TestSecretClipboard::ordinaryTextStays()
{
    SecretClipboard clipboard(QGuiApplication::clipboard());
    QSignalSpy copied(&clipboard, &SecretClipboard::copied);
    clipboard.copyText(u"a public key"_s);
    clipboard.clearIfOurs();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"a public key"_s);
    QCOMPARE(copied.constFirst().constFirst().toInt(), 0);
}

void TestSecretClipboard::copyingTextForgetsTheSecretBefore()
{
    SecretClipboard clipboard(QGuiApplication::clipboard());
    clipboard.copySecret(bytesOf("same"));
    clipboard.copyText(u"same"_s);
    clipboard.clearIfOurs();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"same"_s);
}

void TestSecretClipboard::selectedAndCopiedTextIsClearedToo()
{
    SecretClipboard clipboard(QGuiApplication::clipboard());
    clipboard.setClearAfter(0s);
    QSignalSpy cleared(&clipboard, &SecretClipboard::cleared);
    TokenView view;
    view.setToken(u"988eb0ea39d60e4c"_s);
    auto *text = view.findChild<QPlainTextEdit *>();
    text->selectAll();
    QTest::keySequence(text, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"988eb0ea39d60e4c"_s);
    QTRY_COMPARE(cleared.size(), 1);
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
}

/// Marked as a secret, but not put there by this program.
void TestSecretClipboard::anotherProgramsSecretIsLeftAlone()
{
    SecretClipboard clipboard(QGuiApplication::clipboard());
    auto *data = new QMimeData;
    data->setText(u"theirs"_s);
    data->setData(u"x-kde-passwordManagerHint"_s, QByteArrayLiteral("secret"));
    QGuiApplication::clipboard()->setMimeData(data);
    clipboard.clearIfOurs();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"theirs"_s);
}

QTEST_MAIN(TestSecretClipboard)
#include "tst_secretclipboard.moc"
