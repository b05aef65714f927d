#include "ui/models/texts.h"

#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace countersign;

namespace {

/// A catalogue that knows texts and no values, as every catalogue does.
class Catalogue final : public QTranslator
{
public:
    explicit Catalogue(QMap<QByteArray, QString> texts)
        : m_texts(std::move(texts))
    {
    }

    QString translate(const char *context, const char *text, const char *, int) const override
    {
        return m_texts.value(QByteArray(context) + '/' + text);
    }
    bool isEmpty() const override { return false; }

private:
    QMap<QByteArray, QString> m_texts;
};

} // namespace

class TestTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void translatesProblemsThatHoldAValue();
    void translatesWarningsOfTheKeysForm();
};

void TestTexts::translatesProblemsThatHoldAValue()
{
    Catalogue catalogue({{"FieldProblem/Expected: %1.", u"Erwartet: %1."_s}});
    QVERIFY(QCoreApplication::installTranslator(&catalogue));
    recipes::FieldRule rule;
    rule.pattern = u"[0-9a-f]{4}"_s;
    rule.patternHint = u"0-9, a-f"_s;
    QCOMPARE(ui::problemText(*recipes::validateField(rule, u"x"_s)), u"Erwartet: 0-9, a-f."_s);
    QCoreApplication::removeTranslator(&catalogue);
    QCOMPARE(ui::problemText(*recipes::validateField(rule, u"x"_s)), u"Expected: 0-9, a-f."_s);
}

void TestTexts::translatesWarningsOfTheKeysForm()
{
    Catalogue catalogue({{"KeyForm/Keys of this vendor were seen as %1. This one has %2 characters.",
                          u"Gesehen: %1. Dieser: %2."_s}});
    QVERIFY(QCoreApplication::installTranslator(&catalogue));
    recipes::KeyRule rule;
    rule.pattern = u"[0-9a-f]{4}"_s;
    rule.patternHint = u"%2"_s; // a value is not taken for a place
    QCOMPARE(ui::keyFormText(*recipes::keyFormWarning(rule, bytesOf("abc"))), u"Gesehen: %2. Dieser: 3."_s);
    QCoreApplication::removeTranslator(&catalogue);
}

QTEST_GUILESS_MAIN(TestTexts)
#include "tst_texts.moc"
