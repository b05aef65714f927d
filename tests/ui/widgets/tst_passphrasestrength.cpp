#include "ui/widgets/passphrasestrength.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::ui;

class TestPassphraseStrength : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void estimates_data();
    void estimates();
    void longPassphraseIsEstimatedWithinAFrame();
};

void TestPassphraseStrength::estimates_data()
{
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    const int none = int(Strength::None);
    const int weak = int(Strength::Weak);
    const int strong = int(Strength::Strong);
    QTest::newRow("empty") << QByteArrayLiteral("") << none << none;
    QTest::newRow("a word") << QByteArrayLiteral("password") << int(Strength::VeryWeak)
                            << int(Strength::VeryWeak);
    QTest::newRow("a word dressed up") << QByteArrayLiteral("P@ssw0rd1") << int(Strength::VeryWeak) << weak;
    QTest::newRow("a keyboard row") << QByteArrayLiteral("qwertyuiop") << int(Strength::VeryWeak) << weak;
    QTest::newRow("four words") << QByteArrayLiteral("correct horse battery staple") << int(Strength::Fair)
                                << strong;
    QTest::newRow("random") << QByteArrayLiteral("kX9#vQ2!mZ7$pL4@wN") << strong << strong;
}

void TestPassphraseStrength::estimates()
{
    QFETCH(const QByteArray, passphrase);
    QFETCH(const int, least);
    QFETCH(const int, most);
    const auto estimate = estimateStrength(SecretBytes::copyOf(bytesOf(passphrase)));
    QVERIFY2(int(estimate.strength) >= least && int(estimate.strength) <= most,
             qPrintable(u"%1 bits"_s.arg(estimate.bits)));
}

void TestPassphraseStrength::longPassphraseIsEstimatedWithinAFrame()
{
    const SecretBytes passphrase = SecretBytes::copyOf(bytesOf(QByteArray(4096, 'a') + "tail"));
    QElapsedTimer timer;
    timer.start();
    estimateStrength(passphrase);
    QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestPassphraseStrength)
#include "tst_passphrasestrength.moc"
