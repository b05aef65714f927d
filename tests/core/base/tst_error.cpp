#include "core/base/error.h"

#include <QSet>
#include <QTest>

using namespace countersign;

class TestError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsOwnSentence();
};

void TestError::everyCodeHasItsOwnSentence()
{
    QSet<QByteArray> sentences;
    for (int code = 0; code <= static_cast<int>(ErrorCode::Cancelled); ++code) {
        const QByteArray sentence = errorSentence(static_cast<ErrorCode>(code));
        QVERIFY2(sentence.size() > 20 && sentence.endsWith('.'), sentence.constData());
        QVERIFY2(!sentences.contains(sentence), sentence.constData());
        sentences.insert(sentence);
    }
}

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
