#include "core/verify/messageform.h"

#include "core/verify/messagemistakes_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

using Forms = std::vector<MessageForm>;

void addBytes(Forms &forms, const QByteArray &bytes, const QList<Cause> &faults)
{
    if (std::ranges::find(forms, bytes, &MessageForm::bytes) == forms.end()) {
        forms.push_back({bytes, faults});
    }
}

void addForm(Forms &forms, const QString &text, const QList<Cause> &faults)
{
    addBytes(forms, text.toUtf8(), faults);
}

Cause causeWith(CauseId id, const char *difference, SubjectKind kind)
{
    return {
        id, {{u"difference"_s, QString::fromUtf8(difference)}, {u"subject"_s, subjectPhrase(kind)}}, {}, {}};
}

SubjectKind otherKind(SubjectKind kind)
{
    return kind == SubjectKind::UserId ? SubjectKind::Email : SubjectKind::UserId;
}

void addMistakes(Forms &forms, const QString &text, SubjectKind kind, const QList<Cause> &before)
{
    for (const MessageMistake &mistake : messageMistakes()) {
        addForm(forms, mistake.apply(text), before + QList{causeWith(mistake.id, mistake.difference, kind)});
    }
    for (const CharacterSetMistake &mistake : characterSetMistakes()) {
        const Cause cause = causeWith(CauseId::MessageCharacterSet, mistake.name, kind);
        addBytes(forms, mistake.encode(text), before + QList{cause});
    }
}

void addWords(Forms &forms, const QStringList &examples)
{
    const auto add = [&forms](CauseId id, const QString &word) {
        addForm(forms, word, {{id, {{u"word"_s, word}}, {}, {}}});
    };
    addForm(forms, {}, {{CauseId::MessageEmpty, {}, {}, {}}});
    for (const char *word : emptyWords()) {
        add(CauseId::MessageUndefined, QString::fromLatin1(word));
    }
    for (const QString &example : examples) {
        add(CauseId::MessagePlaceholder, example);
    }
    for (const char *word : placeholderWords()) {
        add(CauseId::MessagePlaceholder, QString::fromLatin1(word));
    }
}

void addCombinations(Forms &forms, const SubjectValues &subject)
{
    const bool isId = subject.kind == SubjectKind::UserId;
    for (const CombinationMistake &combination : combinationMistakes()) {
        Cause cause = causeWith(CauseId::MessageCombined, combination.difference, subject.kind);
        cause.values.insert(u"call"_s, subject.call);
        addForm(forms,
                combination.join(isId ? subject.value : subject.other, isId ? subject.other : subject.value),
                {cause});
    }
}

/// The e-mail where the user id belongs, or the reverse, also spelt in another way.
void addOtherValue(Forms &forms, const SubjectValues &subject)
{
    const CauseId id = subject.kind == SubjectKind::UserId ? CauseId::MessageEmail : CauseId::MessageUserId;
    const QList<Cause> faults{{id, {{u"call"_s, subject.call}}, {}, {}}};
    addForm(forms, subject.other, faults);
    addMistakes(forms, subject.other, otherKind(subject.kind), faults);
}

} // namespace

std::vector<MessageForm> formsOfMessage(const SubjectValues &subject)
{
    Forms forms;
    if (subject.isGiven()) {
        addForm(forms, subject.value, {});
        addMistakes(forms, subject.value, subject.kind, {});
    }
    if (!subject.other.isEmpty()) {
        addOtherValue(forms, subject);
        addCombinations(forms, subject);
    }
    addWords(forms, subject.examples); // last: what is the customer's own is no placeholder
    std::ranges::stable_sort(forms, {}, [](const MessageForm &form) { return form.faults.size(); });
    return forms;
}

QString subjectPhrase(SubjectKind kind)
{
    return QString::fromLatin1(kind == SubjectKind::UserId ? QT_TRANSLATE_NOOP("CauseValue", "the user id")
                                                           : QT_TRANSLATE_NOOP("CauseValue", "the e-mail"));
}

} // namespace countersign::verify
