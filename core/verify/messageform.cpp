#include "core/verify/messageform.h"

#include "core/verify/messagemistakes_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

using Forms = std::vector<MessageForm>;

void addBytes(Forms &forms, const QByteArray &bytes, const QList<Cause> &faults,
              Rarity rarity = Rarity::Usual)
{
    if (std::ranges::find(forms, bytes, &MessageForm::bytes) == forms.end()) {
        forms.push_back({bytes, faults, rarity});
    }
}

void addForm(Forms &forms, const QString &text, const QList<Cause> &faults, Rarity rarity = Rarity::Usual)
{
    addBytes(forms, text.toUtf8(), faults, rarity);
}

Cause causeWith(CauseId id, const QByteArray &difference, SubjectKind kind)
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

Cause causeWithCall(CauseId id, const QString &difference, const SubjectValues &subject)
{
    Cause cause = causeWith(id, difference.toUtf8(), subject.kind);
    cause.values.insert(u"call"_s, subject.call);
    return cause;
}

void addRareMistakes(Forms &forms, const SubjectValues &subject)
{
    for (const MessageMistake &mistake : rareMessageMistakes()) {
        addForm(forms, mistake.apply(subject.value),
                {causeWithCall(mistake.id, QString::fromUtf8(mistake.difference), subject)}, Rarity::Rare);
    }
    for (const CharacterSetMistake &mistake : rareCharacterSetMistakes()) {
        addBytes(forms, mistake.encode(subject.value),
                 {causeWith(CauseId::MessageCharacterSet, mistake.name, subject.kind)}, Rarity::Rare);
    }
}

/// Two mistakes with one text that happen together: the letters changed, then something left behind.
void addPairs(Forms &forms, const SubjectValues &subject)
{
    for (const MessageMistake &one : messageMistakes()) {
        const bool changesLetters = one.id == CauseId::MessageOtherCase ||
                                    one.id == CauseId::MessageUnicodeForm ||
                                    one.id == CauseId::MessageUrlEncoded;
        const QString text = changesLetters ? one.apply(subject.value) : subject.value;
        if (text == subject.value) {
            continue;
        }
        for (const MessageMistake &other : endMistakes()) {
            addForm(forms, other.apply(text),
                    {causeWith(one.id, one.difference, subject.kind),
                     causeWith(other.id, other.difference, subject.kind)});
        }
    }
}

/// The property's own ids in place of the customer's, or beside it.
void addPropertyFields(Forms &forms, const SubjectValues &subject)
{
    for (const auto &[label, field] : subject.propertyFields.asKeyValueRange()) {
        addForm(forms, field, {{CauseId::MessagePropertyField, {{u"field"_s, label}}, {}, {}}}, Rarity::Rare);
        const QString before = u"the %1 and the value"_s.arg(label);
        const QString behind = u"the value and the %1"_s.arg(label);
        for (const QString &separator : {QString(), u":"_s, u"-"_s, u"_"_s, u"|"_s}) {
            addForm(forms, field + separator + subject.value,
                    {causeWithCall(CauseId::MessageCombined, before, subject)}, Rarity::Rare);
            addForm(forms, subject.value + separator + field,
                    {causeWithCall(CauseId::MessageCombined, behind, subject)}, Rarity::Rare);
        }
    }
}

void addWords(Forms &forms, std::span<const char *const> words, CauseId id, Rarity rarity)
{
    for (const char *word : words) {
        const QString text = QString::fromLatin1(word);
        addForm(forms, text, {{id, {{u"word"_s, text}}, {}, {}}}, rarity);
    }
}

/// What is the same for every customer.
void addEverybodys(Forms &forms, const QStringList &examples)
{
    addForm(forms, {}, {{CauseId::MessageEmpty, {}, {}, {}}});
    addWords(forms, emptyWords(), CauseId::MessageUndefined, Rarity::Usual);
    for (const QString &example : examples) {
        addForm(forms, example, {{CauseId::MessagePlaceholder, {{u"word"_s, example}}, {}, {}}});
    }
    addWords(forms, placeholderWords(), CauseId::MessagePlaceholder, Rarity::Usual);
    addWords(forms, rareEmptyWords(), CauseId::MessageUndefined, Rarity::Rare);
    addWords(forms, rarePlaceholderWords(), CauseId::MessagePlaceholder, Rarity::Rare);
}

void addCombinations(Forms &forms, const SubjectValues &subject)
{
    const bool isId = subject.kind == SubjectKind::UserId;
    for (const CombinationMistake &combination : combinationMistakes()) {
        addForm(
            forms,
            combination.join(isId ? subject.value : subject.other, isId ? subject.other : subject.value),
            {causeWithCall(CauseId::MessageCombined, QString::fromUtf8(combination.difference), subject)});
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
    if (subject.isGiven()) {
        addRareMistakes(forms, subject);
        addPairs(forms, subject);
        addPropertyFields(forms, subject);
    }
    addEverybodys(forms, subject.examples); // last: what is the customer's own is no placeholder
    std::ranges::stable_sort(forms, {}, &MessageForm::weight);
    return forms;
}

QString subjectPhrase(SubjectKind kind)
{
    return QString::fromLatin1(kind == SubjectKind::UserId ? QT_TRANSLATE_NOOP("CauseValue", "the user id")
                                                           : QT_TRANSLATE_NOOP("CauseValue", "the e-mail"));
}

} // namespace countersign::verify
