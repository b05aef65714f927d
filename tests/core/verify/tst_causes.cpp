#include "core/verify/cause.h"
#include "core/verify/wording.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <set>

using namespace countersign::verify;
using namespace Qt::StringLiterals;

class CausesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCauseHasARow();
    void codesAreStableInFormAndUnique();
    void everyTextSaysSomething();
    void aValueIsNeverReadAsAPlaceholder();
    void aMissingValueLeavesNoPlaceholder();
    void valuesAreTranslatedToo();
};

void CausesTest::everyCauseHasARow()
{
    const QList<CauseId> causes = allCauses();
    QCOMPARE(causes.size(), static_cast<qsizetype>(CauseId::NothingToCheck) + 1);
    QCOMPARE(std::set<CauseId>(causes.begin(), causes.end()).size(), static_cast<std::size_t>(causes.size()));
}

void CausesTest::codesAreStableInFormAndUnique()
{
    static const QRegularExpression form(u"\\AIDV(-[A-Z0-9]+)+\\z"_s);
    QSet<QString> codes;
    for (const CauseId id : allCauses()) {
        QVERIFY2(form.match(causeCode(id)).hasMatch(), qPrintable(causeCode(id)));
        codes.insert(causeCode(id));
    }
    QCOMPARE(codes.size(), allCauses().size());
}

void CausesTest::everyTextSaysSomething()
{
    for (const CauseId id : allCauses()) {
        const CauseTexts &texts = textsOf(id);
        QVERIFY2(qstrlen(texts.title) > 5 && qstrlen(texts.remedy) > 10, texts.code);
        QVERIFY2(!QByteArrayView(texts.title).endsWith('.'), texts.code);
        const QByteArrayView remedy(texts.remedy);
        QVERIFY2(remedy.endsWith('.') || remedy.endsWith(".{hint}") || remedy.endsWith(".{advice}"),
                 texts.code);
        QVERIFY2(QByteArrayView(texts.sentence).endsWith('.') || id == CauseId::KeyWeak, texts.code);
    }
}

void CausesTest::aValueIsNeverReadAsAPlaceholder()
{
    const Cause cause{CauseId::ClaimMissing, {{u"claim"_s, u"{property} {claim}"_s}}, 2, u"Shop"_s};
    QCOMPARE(fillIn(u"<{claim}> {keyVersion} {property} {"_s, cause), u"<{property} {claim}> 2 Shop {"_s);
}

void CausesTest::aMissingValueLeavesNoPlaceholder()
{
    QCOMPARE(fillIn(u"[{claim}] {keyVersion}"_s, {CauseId::ClaimMissing, {}, {}, {}}), u"[] ?"_s);
}

void CausesTest::valuesAreTranslatedToo()
{
    const Translate german = [](const char *context, const char *text) {
        return QByteArrayView(context) == "CauseValue" && QByteArrayView(text) == "a space at its end"
                   ? u"einem Leerzeichen am Ende"_s
                   : QString::fromUtf8(text);
    };
    const Cause cause{CauseId::KeyWhiteSpace, {{u"difference"_s, u"a space at its end"_s}}, 2, u"Shop"_s};
    QCOMPARE(causeSentence(cause, german), u"The server's key has einem Leerzeichen am Ende."_s);
}

QTEST_APPLESS_MAIN(CausesTest)
#include "tst_causes.moc"
