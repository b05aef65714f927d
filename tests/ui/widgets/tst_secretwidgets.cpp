#include "ui/widgets/passphraseedit.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/secretpasteedit.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::ui;

namespace {

QByteArray textOf(const SecretBytes &secret)
{
    return viewOf(secret.bytes()).toByteArray();
}

/// Whether anything Qt can be asked about a widget holds the text.
bool isToldBy(const QWidget &widget, const QString &text)
{
    QList<QString> told = {widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(),
                           widget.inputMethodQuery(Qt::ImSurroundingText).toString()};
    if (QAccessibleInterface *interface =
            QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&widget))) {
        told << interface->text(QAccessible::Value) << interface->text(QAccessible::Name);
    }
    for (const QByteArray &name : widget.dynamicPropertyNames()) {
        told << widget.property(name.constData()).toString();
    }
    return told.join(u'\n').contains(text);
}

} // namespace

class TestSecretWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passphraseIsTypedAndEdited();
    void passphraseIsPastedWithoutItsLineBreak();
    void passphraseThatIsTooLongIsLeftOutAndThatIsSaid();
    void passphraseIsToldToNobody();
    void passphraseIsAPasswordForAssistiveTechnology();
    void passphraseShowsOnlyWhileHeld();
    void passphraseNeverReachesTheClipboard();
    void keyIsReadFromAFile();
    void missingKeyFileIsReported();
    void keyIsPastedAndKeptOutOfSight();
    void altGrTypes();
    void tooLongAKeyIsRefusedAloud();
    void fieldAsksForItsSecretAndForgetsIt();
    void fieldDropsAnAnswerNobodyWaitsFor();
};

void TestSecretWidgets::passphraseIsTypedAndEdited()
{
    PassphraseEdit edit;
    QSignalSpy changed(&edit, &PassphraseEdit::changed);
    QSignalSpy submitted(&edit, &PassphraseEdit::submitted);
    QTest::keyClicks(&edit, u"horsee"_s);
    QTest::keyClick(&edit, Qt::Key_Backspace);
    QCOMPARE(textOf(edit.secret()), QByteArrayLiteral("horse"));
    QCOMPARE(changed.size(), 7);
    QTest::keyClick(&edit, Qt::Key_Home);
    QTest::keyClicks(&edit, u"a "_s);
    QCOMPARE(textOf(edit.secret()), QByteArrayLiteral("a horse"));
    QTest::keyClick(&edit, Qt::Key_Return);
    QCOMPARE(submitted.size(), 1);
    QTest::keyClick(&edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&edit, Qt::Key_Delete);
    QVERIFY(edit.isEmpty());
}

void TestSecretWidgets::passphraseIsPastedWithoutItsLineBreak()
{
    PassphraseEdit edit;
    QGuiApplication::clipboard()->setText(u"pasted one\n"_s);
    QTest::keySequence(&edit, QKeySequence::Paste);
    QCOMPARE(textOf(edit.secret()), QByteArrayLiteral("pasted one"));
    QCOMPARE(textOf(edit.take()), QByteArrayLiteral("pasted one"));
    QVERIFY(edit.isEmpty());
}

void TestSecretWidgets::passphraseThatIsTooLongIsLeftOutAndThatIsSaid()
{
    PassphraseEdit edit;
    QTest::keyClicks(&edit, u"horse"_s);
    QGuiApplication::clipboard()->setText(QString(1020, u'x'));
    QTest::keySequence(&edit, QKeySequence::Paste);
    QCOMPARE(textOf(edit.secret()), QByteArrayLiteral("horse"));
    QCOMPARE(edit.warning(), u"Too long, nothing was added"_s);
    edit.selectAll(); // what it takes the place of does not count
    QTest::keySequence(&edit, QKeySequence::Paste);
    QCOMPARE(edit.secret().size(), std::size_t(1020));
    QCOMPARE(edit.warning(), QString());
    QGuiApplication::clipboard()->clear();
}

void TestSecretWidgets::passphraseIsToldToNobody()
{
    PassphraseEdit edit;
    QTest::keyClicks(&edit, u"horse"_s);
    QVERIFY(!isToldBy(edit, u"horse"_s));
}

void TestSecretWidgets::passphraseIsAPasswordForAssistiveTechnology()
{
    PassphraseEdit edit;
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&edit);
    QVERIFY(interface);
    QCOMPARE(interface->role(), QAccessible::EditableText);
    QVERIFY(interface->state().passwordEdit);
}

void TestSecretWidgets::passphraseShowsOnlyWhileHeld()
{
    PassphraseEdit edit;
    edit.show();
    auto *reveal = edit.findChild<QPushButton *>(u"revealButton"_s);
    QTest::mousePress(reveal, Qt::LeftButton);
    QVERIFY(edit.isRevealed());
    QTest::mouseRelease(reveal, Qt::LeftButton);
    QVERIFY(!edit.isRevealed());
}

void TestSecretWidgets::passphraseNeverReachesTheClipboard()
{
    PassphraseEdit edit;
    QTest::keyClicks(&edit, u"horse"_s);
    QGuiApplication::clipboard()->setText(u"before"_s);
    edit.selectAll();
    QTest::keySequence(&edit, QKeySequence::Copy);
    QTest::keySequence(&edit, QKeySequence::Cut);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    QCOMPARE(textOf(edit.secret()), QByteArrayLiteral("horse"));
}

void TestSecretWidgets::keyIsReadFromAFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"key"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("0123456789");
    file.close();
    SecretPasteEdit edit;
    QSignalSpy changed(&edit, &SecretPasteEdit::changed);
    edit.openFile(file.fileName());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(textOf(edit.secret()), QByteArrayLiteral("0123456789"));
}

void TestSecretWidgets::missingKeyFileIsReported()
{
    SecretPasteEdit edit;
    QList<Error> errors;
    connect(&edit, &SecretPasteEdit::fileFailed, this, [&errors](const Error &error) { errors << error; });
    edit.openFile(u"/nowhere/key"_s);
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors.constFirst().code, ErrorCode::FileNotFound);
}

void TestSecretWidgets::keyIsPastedAndKeptOutOfSight()
{
    SecretPasteEdit edit;
    QGuiApplication::clipboard()->setText(u"line one\nline two"_s);
    QTest::keySequence(&edit, QKeySequence::Paste);
    QCOMPARE(textOf(edit.secret()), QByteArrayLiteral("line one\nline two"));
    QVERIFY(!edit.isRevealed());
    QVERIFY(!isToldBy(edit, u"line"_s));
    edit.clear();
    QVERIFY(edit.isEmpty());
}

void TestSecretWidgets::fieldAsksForItsSecretAndForgetsIt()
{
    SecretField field;
    field.show();
    auto *reveal = field.findChild<QPushButton *>(u"revealButton"_s);
    connect(&field, &SecretField::revealRequested, &field,
            [&field] { field.reveal(SecretBytes::copyOf(bytesOf("shown"))); });
    QSignalSpy concealed(&field, &SecretField::concealed);
    QTest::mouseClick(reveal, Qt::LeftButton);
    QVERIFY(field.isRevealed()); // a click keeps it open
    QCOMPARE(reveal->accessibleName(), u"Hide"_s);
    QTest::mouseClick(reveal, Qt::LeftButton);
    QVERIFY(!field.isRevealed());
    QCOMPARE(concealed.size(), 1);
    QVERIFY(reveal->accessibleName().startsWith(u"Show"));
    QTest::mouseClick(reveal, Qt::LeftButton);
    field.hide();
    QVERIFY(!field.isRevealed());
}

void TestSecretWidgets::fieldDropsAnAnswerNobodyWaitsFor()
{
    SecretField field;
    field.reveal(SecretBytes::copyOf(bytesOf("late")));
    QVERIFY(!field.isRevealed());
}

/// On Windows AltGr is Ctrl+Alt.
void TestSecretWidgets::altGrTypes()
{
    PassphraseEdit passphrase;
    SecretPasteEdit key;
    for (QWidget *field : {static_cast<QWidget *>(&passphrase), static_cast<QWidget *>(&key)}) {
        QTest::sendKeyEvent(QTest::Click, field, Qt::Key_At, u"@"_s, Qt::ControlModifier | Qt::AltModifier);
        QTest::sendKeyEvent(QTest::Click, field, Qt::Key_B, u"b"_s, Qt::ControlModifier);
    }
    QCOMPARE(textOf(passphrase.secret()), QByteArrayLiteral("@"));
    QCOMPARE(textOf(key.secret()), QByteArrayLiteral("@"));
}

void TestSecretWidgets::tooLongAKeyIsRefusedAloud()
{
    SecretPasteEdit edit;
    QGuiApplication::clipboard()->setText(QString((1 << 20) + 1, u'x'));
    QTest::keySequence(&edit, QKeySequence::Paste);
    QGuiApplication::clipboard()->clear();
    QVERIFY(edit.isEmpty());
    const auto labels = edit.findChildren<QLabel *>();
    QVERIFY(
        std::ranges::any_of(labels, [](const QLabel *label) { return label->text().contains(u"Too long"); }));
}

QTEST_MAIN(TestSecretWidgets)
#include "tst_secretwidgets.moc"
