#include "core/verify/wording.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

constexpr auto context = "Verdict";

/// Values are phrases ("a space at its end"), translated in a context of their own. What is no phrase
/// (a claim's name, a number) is not in the catalogue and stays as it is.
QString filledText(const char *text, const Cause &cause, const Translate &translate)
{
    Cause translated = cause;
    for (QString &value : translated.values) {
        value = translate("CauseValue", value.toUtf8().constData());
    }
    return fillIn(translate("Cause", text), translated);
}

const char *openingOf(VerdictKind kind)
{
    switch (kind) {
    case VerdictKind::Verified:
        return QT_TRANSLATE_NOOP("Verdict", "Verified");
    case VerdictKind::Failed:
        return QT_TRANSLATE_NOOP("Verdict", "Failed: %1");
    case VerdictKind::NotVerified:
        return QT_TRANSLATE_NOOP("Verdict", "Not verified: %1");
    case VerdictKind::Unsupported:
        return QT_TRANSLATE_NOOP("Verdict", "Unsupported: %1");
    }
    Q_UNREACHABLE();
}

/// The cause that names another property's key.
const Cause *foreignKeyOf(const Verdict &verdict)
{
    const auto isForeign = [](const Cause &cause) {
        return cause.id == CauseId::KeyOtherProperty || cause.id == CauseId::KeyOtherEnvironment ||
               cause.id == CauseId::KeyOtherPlatform;
    };
    const auto found = std::ranges::find_if(verdict.causes, isForeign);
    return found == verdict.causes.end() ? nullptr : &*found;
}

/// One whole sentence for each case, because pieces cannot be put together in every language.
const char *madeWithText(const Verdict &verdict)
{
    if (verdict.has(CauseId::KeyRevoked)) {
        return QT_TRANSLATE_NOOP("Verdict", "It was made with key version %1 of %2, which is revoked.");
    }
    if (verdict.has(CauseId::KeyPrevious)) {
        return QT_TRANSLATE_NOOP("Verdict",
                                 "It was made with key version %1 of %2, which is no longer current.");
    }
    if (verdict.has(CauseId::KeyStandby)) {
        return QT_TRANSLATE_NOOP("Verdict",
                                 "It was made with key version %1 of %2, which is not in use yet.");
    }
    return QT_TRANSLATE_NOOP("Verdict", "It was made with key version %1 of %2.");
}

} // namespace

QString inEnglish(const char *, const char *text)
{
    return QString::fromUtf8(text);
}

QString capitalised(QString text)
{
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    return text;
}

QString causePhrase(const Cause &cause, const Translate &translate)
{
    return filledText(textsOf(cause.id).title, cause, translate);
}

QString groupedNumber(qint64 number)
{
    return QLocale(QLocale::English).toString(number);
}

QString causeTitle(const Cause &cause, const Translate &translate)
{
    return capitalised(causePhrase(cause, translate));
}

QString causeSentence(const Cause &cause, const Translate &translate)
{
    return capitalised(filledText(textsOf(cause.id).sentence, cause, translate));
}

QString causeRemedy(const Cause &cause, const Translate &translate)
{
    return capitalised(filledText(textsOf(cause.id).remedy, cause, translate));
}

QString headline(const Verdict &verdict, const Translate &translate)
{
    const QString opening = translate(context, openingOf(verdict.kind));
    if (verdict.kind == VerdictKind::Verified) {
        return opening;
    }
    if (verdict.causes.isEmpty()) {
        return opening.section(u':', 0, 0);
    }
    const Cause &first = verdict.causes.first();
    return opening.arg(causePhrase(first, translate));
}

QString madeWith(const Verdict &verdict, const Translate &translate)
{
    if (verdict.keyVersion) {
        return translate(context, madeWithText(verdict)).arg(*verdict.keyVersion).arg(verdict.property);
    }
    if (const Cause *cause = foreignKeyOf(verdict)) {
        return translate(context, QT_TRANSLATE_NOOP("Verdict", "It was made with key version %1 of %2."))
            .arg(cause->keyVersion.value_or(0))
            .arg(cause->property);
    }
    if (verdict.has(CauseId::KeyUnknown) ||
        (verdict.has(CauseId::TokenSignature) && verdict.hypothesesTried > 1)) {
        return translate(context,
                         QT_TRANSLATE_NOOP("Verdict", "None of %1 combinations of keys and known mistakes "
                                                      "gives this value."))
            .arg(groupedNumber(verdict.hypothesesTried));
    }
    return {};
}

QStringList remedies(const Verdict &verdict, const Translate &translate)
{
    QStringList texts;
    for (const Cause &cause : verdict.causes) {
        texts.append(causeRemedy(cause, translate));
    }
    texts.removeDuplicates();
    return texts;
}

QString searchSummary(const Verdict &verdict, const Translate &translate)
{
    if (verdict.hypothesesTried == 0) {
        return {};
    }
    const char *combinations = verdict.hypothesesTried == 1 ? QT_TRANSLATE_NOOP("Verdict", "%1 combination")
                                                            : QT_TRANSLATE_NOOP("Verdict", "%1 combinations");
    const char *versions = verdict.keyVersionsTried == 1 ? QT_TRANSLATE_NOOP("Verdict", "%1 key version")
                                                         : QT_TRANSLATE_NOOP("Verdict", "%1 key versions");
    // Found before the known mistakes were gone through: their count would contradict that of the
    // combinations.
    const bool triedAllMistakes = verdict.hypothesesTried >= verdict.mistakesTried;
    const QString summary =
        translate(context, triedAllMistakes
                               ? QT_TRANSLATE_NOOP("Verdict", "%1 in %2 ms: %3, %4 known mistakes")
                               : QT_TRANSLATE_NOOP("Verdict", "%1 in %2 ms: %3"))
            .arg(translate(context, combinations).arg(groupedNumber(verdict.hypothesesTried)))
            .arg(std::max<qint64>(1, verdict.searchTime.count() / 1000))
            .arg(translate(context, versions).arg(verdict.keyVersionsTried + verdict.otherKeyVersionsTried));
    return triedAllMistakes ? summary.arg(verdict.mistakesTried) : summary;
}

QString clockSummary(const Verdict &verdict, const Translate &translate)
{
    const QString time = QLocale::c().toString(toDateTime(verdict.checkedAt), u"d MMM yyyy, HH:mm:ss"_s);
    if (verdict.claims) {
        if (verdict.clockSkew.count() == 0) {
            return translate(context, QT_TRANSLATE_NOOP("Verdict", "%1 UTC, no clock skew allowed."))
                .arg(time);
        }
        return translate(context, QT_TRANSLATE_NOOP("Verdict", "%1 UTC, %2 s of clock skew allowed."))
            .arg(time)
            .arg(verdict.clockSkew.count());
    }
    return translate(context, QT_TRANSLATE_NOOP("Verdict", "%1 UTC. A hash does not expire.")).arg(time);
}

} // namespace countersign::verify
