#include "core/verify/messageform.h"

#include <QLocale>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

using Transformation = QString (*)(const QString &text);

struct Mistake
{
    CauseId id;
    const char *difference;
    Transformation apply;
};

template<char16_t Quote>
QString quoted(const QString &text)
{
    return Quote + text + Quote;
}

QString jsonQuoted(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return quoted<u'"'>(escaped);
}

QString percentEncoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString formEncoded(const QString &text)
{
    return percentEncoded(text).replace(u"%20"_s, u"+"_s);
}

QString percentDecoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

QString capitalised(const QString &text)
{
    return text.isEmpty() ? text : text.left(1).toUpper() + text.mid(1).toLower();
}

bool isNumber(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QString withoutLeadingZeros(const QString &text)
{
    qsizetype zeros = 0;
    while (zeros + 1 < text.size() && text[zeros] == u'0') {
        ++zeros;
    }
    return isNumber(text) ? text.sliced(zeros) : text;
}

QString asDecimal(const QString &text)
{
    return isNumber(text) ? text + u".0"_s : text;
}

/// As JavaScript writes a large number: 12345678901234567890 becomes 12345678901234567000.
QString asDouble(const QString &text)
{
    if (!isNumber(text) || text.size() <= 15 || text.size() > 21) {
        return text;
    }
    const QString scientific = QString::number(text.toDouble(), 'e', QLocale::FloatingPointShortest);
    const QString digits = scientific.section(u'e', 0, 0).remove(u'.');
    return digits.leftJustified(scientific.section(u'e', 1).toInt() + 1, u'0');
}

/// What programs do to a text before they hash it. Hypotheses are data: a new mistake is a new row.
constexpr Mistake mistakes[] = {
    {CauseId::MessageLineBreak, QT_TRANSLATE_NOOP("CauseValue", "a line break (LF) at its end"),
     [](const QString &text) { return text + u'\n'; }},
    {CauseId::MessageLineBreak, QT_TRANSLATE_NOOP("CauseValue", "a Windows line break (CR LF) at its end"),
     [](const QString &text) { return text + u"\r\n"_s; }},
    {CauseId::MessageLineBreak, QT_TRANSLATE_NOOP("CauseValue", "a carriage return (CR) at its end"),
     [](const QString &text) { return text + u'\r'; }},
    {CauseId::MessageWhiteSpace, QT_TRANSLATE_NOOP("CauseValue", "a space at its end"),
     [](const QString &text) { return text + u' '; }},
    {CauseId::MessageWhiteSpace, QT_TRANSLATE_NOOP("CauseValue", "a space in front"),
     [](const QString &text) { return u' ' + text; }},
    {CauseId::MessageWhiteSpace, QT_TRANSLATE_NOOP("CauseValue", "a tab at its end"),
     [](const QString &text) { return text + u'\t'; }},
    {CauseId::MessageWhiteSpace, QT_TRANSLATE_NOOP("CauseValue", "a byte-order mark in front"),
     [](const QString &text) { return QChar(0xFEFF) + text; }},
    {CauseId::MessageWhiteSpace,
     QT_TRANSLATE_NOOP("CauseValue", "the white space at its ends, given here, taken off"),
     [](const QString &text) { return text.trimmed(); }},
    {CauseId::MessageWhiteSpace, QT_TRANSLATE_NOOP("CauseValue", "the white space within it taken out"),
     [](const QString &text) { return QString(text).remove(u' '); }},
    {CauseId::MessageOtherCase, QT_TRANSLATE_NOOP("CauseValue", "small letters"),
     [](const QString &text) { return text.toLower(); }},
    {CauseId::MessageOtherCase, QT_TRANSLATE_NOOP("CauseValue", "capital letters"),
     [](const QString &text) { return text.toUpper(); }},
    {CauseId::MessageOtherCase, QT_TRANSLATE_NOOP("CauseValue", "small letters, trimmed"),
     [](const QString &text) { return text.trimmed().toLower(); }},
    {CauseId::MessageOtherCase, QT_TRANSLATE_NOOP("CauseValue", "small letters with a capital one in front"),
     capitalised},
    {CauseId::MessageUnicodeForm, "NFC",
     [](const QString &text) { return text.normalized(QString::NormalizationForm_C); }},
    {CauseId::MessageUnicodeForm, "NFD",
     [](const QString &text) { return text.normalized(QString::NormalizationForm_D); }},
    {CauseId::MessageUnicodeForm, "NFKC",
     [](const QString &text) { return text.normalized(QString::NormalizationForm_KC); }},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "double quotes, as JSON writes it"), jsonQuoted},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "single quotes"), quoted<u'\''>},
    {CauseId::MessageUrlEncoded, QT_TRANSLATE_NOOP("CauseValue", "its URL-encoded form"), percentEncoded},
    {CauseId::MessageUrlEncoded, QT_TRANSLATE_NOOP("CauseValue", "its form-encoded form"), formEncoded},
    {CauseId::MessageUrlEncoded, QT_TRANSLATE_NOOP("CauseValue", "its URL-decoded form"), percentDecoded},
    {CauseId::MessageNumberSpelling, QT_TRANSLATE_NOOP("CauseValue", "without its leading zeros"),
     withoutLeadingZeros},
    {CauseId::MessageNumberSpelling, QT_TRANSLATE_NOOP("CauseValue", "with \".0\" at its end"), asDecimal},
    {CauseId::MessageNumberSpelling,
     QT_TRANSLATE_NOOP("CauseValue", "rounded, because it has more digits than a JavaScript number keeps"),
     asDouble},
};

constexpr const char *words[] = {"undefined", "null", "None", "nil", "NaN", "[object Object]", "false", "0"};

struct Combination
{
    const char *difference;
    QString (*join)(const QString &id, const QString &email);
};

constexpr Combination combinations[] = {
    {QT_TRANSLATE_NOOP("CauseValue", "user id, colon, e-mail"),
     [](const QString &id, const QString &email) { return id + u':' + email; }},
    {QT_TRANSLATE_NOOP("CauseValue", "e-mail, colon, user id"),
     [](const QString &id, const QString &email) { return email + u':' + id; }},
    {QT_TRANSLATE_NOOP("CauseValue", "the user id followed by the e-mail"),
     [](const QString &id, const QString &email) { return id + email; }},
    {QT_TRANSLATE_NOOP("CauseValue", "the e-mail followed by the user id"),
     [](const QString &id, const QString &email) { return email + id; }},
};

using Forms = std::vector<MessageForm>;

void addForm(Forms &forms, const QString &text, const QList<Cause> &faults)
{
    const QByteArray bytes = text.toUtf8();
    if (std::ranges::find(forms, bytes, &MessageForm::bytes) == forms.end()) {
        forms.push_back({bytes, faults});
    }
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
    for (const Mistake &mistake : mistakes) {
        addForm(forms, mistake.apply(text), before + QList{causeWith(mistake.id, mistake.difference, kind)});
    }
}

void addWords(Forms &forms)
{
    addForm(forms, {}, {{CauseId::MessageEmpty, {}, {}, {}}});
    for (const char *word : words) {
        addForm(forms, QString::fromLatin1(word),
                {{CauseId::MessageUndefined, {{u"word"_s, QString::fromLatin1(word)}}, {}, {}}});
    }
}

void addCombinations(Forms &forms, const SubjectValues &subject)
{
    const bool isId = subject.kind == SubjectKind::UserId;
    for (const Combination &combination : combinations) {
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
    if (!subject.value.isEmpty()) {
        addForm(forms, subject.value, {});
        addMistakes(forms, subject.value, subject.kind, {});
    }
    addWords(forms);
    if (!subject.other.isEmpty()) {
        addOtherValue(forms, subject);
        addCombinations(forms, subject);
    }
    std::ranges::stable_sort(forms, {}, [](const MessageForm &form) { return form.faults.size(); });
    return forms;
}

QString subjectPhrase(SubjectKind kind)
{
    return QString::fromLatin1(kind == SubjectKind::UserId ? QT_TRANSLATE_NOOP("CauseValue", "the user id")
                                                           : QT_TRANSLATE_NOOP("CauseValue", "the e-mail"));
}

} // namespace countersign::verify
