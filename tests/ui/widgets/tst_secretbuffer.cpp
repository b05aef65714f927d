#include "ui/widgets/secretbuffer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using countersign::bytesOf;
using countersign::SecretBytes;
using countersign::viewOf;
using countersign::ui::SecretBuffer;

namespace {

QString textOf(const SecretBuffer &buffer)
{
    return QString::fromUtf8(viewOf(buffer.secret().bytes()));
}

} // namespace

class TestSecretBuffer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodesAsQtDoes_data();
    void encodesAsQtDoes();
    void insertsAtTheCaret();
    void removesWholeCharacters();
    void typingReplacesTheSelection();
    void takingEmptiesIt();
    void caretStopsAtTheEnds();
};

void TestSecretBuffer::encodesAsQtDoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("ascii") << u"correct horse"_s;
    QTest::newRow("latin") << u"Übergröße"_s;
    QTest::newRow("three bytes") << u"密碼€"_s;
    QTest::newRow("surrogate pair") << u"a\U0001F511b"_s;
}

void TestSecretBuffer::encodesAsQtDoes()
{
    QFETCH(const QString, text);
    SecretBuffer buffer;
    buffer.insert(text);
    QCOMPARE(viewOf(buffer.secret().bytes()).toByteArray(), text.toUtf8());
    QCOMPARE(buffer.characterCount(), int(text.toUcs4().size()));
}

void TestSecretBuffer::insertsAtTheCaret()
{
    SecretBuffer buffer;
    buffer.insert(u"aüd");
    buffer.moveBy(-1);
    buffer.insert(u"bc");
    QCOMPARE(textOf(buffer), u"aübcd"_s);
    buffer.moveToStart();
    buffer.insert(u"€");
    QCOMPARE(textOf(buffer), u"€aübcd"_s);
}

void TestSecretBuffer::removesWholeCharacters()
{
    SecretBuffer buffer;
    buffer.insert(u"aü€\U0001F511");
    QVERIFY(buffer.removeBefore());
    QCOMPARE(textOf(buffer), u"aü€"_s);
    buffer.moveBy(-2);
    QVERIFY(buffer.removeAfter());
    QCOMPARE(textOf(buffer), u"a€"_s);
    QVERIFY(buffer.removeBefore());
    QVERIFY(!buffer.removeBefore());
    QCOMPARE(textOf(buffer), u"€"_s);
}

void TestSecretBuffer::typingReplacesTheSelection()
{
    SecretBuffer buffer;
    buffer.insert(u"old");
    buffer.selectAll();
    buffer.insert(u"new");
    QCOMPARE(textOf(buffer), u"new"_s);
    buffer.selectAll();
    QVERIFY(buffer.removeBefore());
    QVERIFY(buffer.isEmpty());
}

void TestSecretBuffer::takingEmptiesIt()
{
    SecretBuffer buffer;
    buffer.insert(u"secret");
    const SecretBytes taken = buffer.take();
    QCOMPARE(viewOf(taken.bytes()).toByteArray(), QByteArrayLiteral("secret"));
    QVERIFY(buffer.isEmpty());
    QCOMPARE(buffer.caret(), std::size_t(0));
}

void TestSecretBuffer::caretStopsAtTheEnds()
{
    SecretBuffer buffer;
    buffer.insert(u"ab");
    buffer.moveBy(5);
    QCOMPARE(buffer.caret(), std::size_t(2));
    buffer.moveBy(-5);
    QCOMPARE(buffer.caret(), std::size_t(0));
}

QTEST_GUILESS_MAIN(TestSecretBuffer)
#include "tst_secretbuffer.moc"
