#include "core/verify/claimdifference.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

bool isSameButForCapitals(const QString &one, const QString &other)
{
    return !other.isEmpty() && one.compare(other, Qt::CaseInsensitive) == 0;
}

/// What can be seen without trying anything.
const char *plainDifference(const QString &found, const SubjectValues &expected)
{
    if (isSameButForCapitals(found, expected.value)) {
        return QT_TRANSLATE_NOOP("CauseValue", "capitals differ");
    }
    if (found.trimmed() == expected.value.trimmed()) {
        return QT_TRANSLATE_NOOP("CauseValue", "white space differs");
    }
    if (found.normalized(QString::NormalizationForm_C) ==
        expected.value.normalized(QString::NormalizationForm_C)) {
        return QT_TRANSLATE_NOOP("CauseValue", "the same letters in another Unicode form");
    }
    if (isSameButForCapitals(found, expected.other)) {
        return expected.kind == SubjectKind::UserId
                   ? QT_TRANSLATE_NOOP("CauseValue", "it is the customer's e-mail")
                   : QT_TRANSLATE_NOOP("CauseValue", "it is the customer's user id");
    }
    return nullptr;
}

/// What a fault does to the text: "the user id in base64".
QString changed(const Cause &fault)
{
    const QString difference = fault.values.value(u"difference"_s);
    const QString subject = fault.values.value(u"subject"_s);
    switch (fault.id) {
    case CauseId::MessageCombined:
    case CauseId::MessageShortened:
        return difference;
    case CauseId::MessageNumberSpelling:
    case CauseId::MessageUuidSpelling:
        return u"%1 %2"_s.arg(subject, difference);
    case CauseId::MessageLineBreak:
    case CauseId::MessageWhiteSpace:
        return u"%1 with %2"_s.arg(subject, difference);
    default:
        return u"%1 in %2"_s.arg(subject, difference);
    }
}

QString phraseOf(const Cause &fault)
{
    switch (fault.id) {
    case CauseId::MessageEmpty:
        return u"it is empty"_s;
    case CauseId::MessageUndefined:
        return u"it is the word \"%1\", which stands for a missing value"_s.arg(
            fault.values.value(u"word"_s));
    case CauseId::MessagePlaceholder:
        return u"it is \"%1\", which stands in samples"_s.arg(fault.values.value(u"word"_s));
    default:
        return u"it is %1"_s.arg(changed(fault));
    }
}

} // namespace

QString claimDifference(const QString &found, const SubjectValues &expected)
{
    if (const char *plain = plainDifference(found, expected)) {
        return QString::fromLatin1(plain);
    }
    const std::vector<MessageForm> forms = formsOfMessage(expected);
    const auto form = std::ranges::find(forms, found.toUtf8(), &MessageForm::bytes);
    const bool isTelling = form != forms.end() && form->faults.size() == 1;
    return isTelling ? phraseOf(form->faults.first())
                     : QString::fromLatin1(QT_TRANSLATE_NOOP("CauseValue", "it is another value"));
}

} // namespace countersign::verify
