#include "core/verify/messagemistakes_p.h"

#include "core/verify/numberspelling_p.h"

#include <QStringEncoder>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

template<char16_t... Characters>
QString behind(const QString &text)
{
    constexpr char16_t characters[] = {Characters..., u'\0'};
    return text + QString::fromUtf16(characters);
}

template<char16_t Character>
QString inFront(const QString &text)
{
    return Character + text;
}

template<char16_t Quote>
QString quoted(const QString &text)
{
    return Quote + text + Quote;
}

template<char16_t Separator>
QString grouped(const QString &text)
{
    return groupedBy(text, Separator);
}

template<int Digits>
QString padded(const QString &text)
{
    return paddedTo(text, Digits);
}

template<char16_t Separator>
QString idFirst(const QString &id, const QString &email)
{
    return id + Separator + email;
}

template<char16_t Separator>
QString emailFirst(const QString &id, const QString &email)
{
    return email + Separator + id;
}

QString jsonQuoted(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return quoted<u'"'>(escaped);
}

/// As Python and PHP write it unless told otherwise.
QString jsonQuotedInAscii(const QString &text)
{
    QString escaped;
    for (const QChar c : jsonQuoted(text)) {
        escaped += c.unicode() < 128 ? QString(c)
                                     : u"\\u"_s + QString::number(c.unicode(), 16).rightJustified(4, u'0');
    }
    return escaped;
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

QString withoutSpaces(const QString &text)
{
    return QString(text).remove(u' ');
}

constexpr MessageMistake mistakes[] = {
    {CauseId::MessageLineBreak, QT_TRANSLATE_NOOP("CauseValue", "a line break (LF) at its end"),
     behind<u'\n'>},
    {CauseId::MessageLineBreak, QT_TRANSLATE_NOOP("CauseValue", "a Windows line break (CR LF) at its end"),
     behind<u'\r', u'\n'>},
    {CauseId::MessageLineBreak, QT_TRANSLATE_NOOP("CauseValue", "a carriage return (CR) at its end"),
     behind<u'\r'>},
    {CauseId::MessageLineBreak, QT_TRANSLATE_NOOP("CauseValue", "the characters \\n at its end"),
     behind<u'\\', u'n'>},
    {CauseId::MessageWhiteSpace, QT_TRANSLATE_NOOP("CauseValue", "a space at its end"), behind<u' '>},
    {CauseId::MessageWhiteSpace, QT_TRANSLATE_NOOP("CauseValue", "a space in front"), inFront<u' '>},
    {CauseId::MessageWhiteSpace, QT_TRANSLATE_NOOP("CauseValue", "spaces around it"), quoted<u' '>},
    {CauseId::MessageWhiteSpace, QT_TRANSLATE_NOOP("CauseValue", "a tab at its end"), behind<u'\t'>},
    {CauseId::MessageWhiteSpace, QT_TRANSLATE_NOOP("CauseValue", "a no-break space at its end"),
     behind<u'\u00A0'>},
    {CauseId::MessageWhiteSpace, QT_TRANSLATE_NOOP("CauseValue", "a zero-width space at its end"),
     behind<u'\u200B'>},
    {CauseId::MessageWhiteSpace, QT_TRANSLATE_NOOP("CauseValue", "a byte-order mark in front"),
     inFront<u'\uFEFF'>},
    {CauseId::MessageWhiteSpace,
     QT_TRANSLATE_NOOP("CauseValue", "the white space at its ends, given here, taken off"),
     [](const QString &text) { return text.trimmed(); }},
    {CauseId::MessageWhiteSpace, QT_TRANSLATE_NOOP("CauseValue", "the white space within it taken out"),
     withoutSpaces},
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
    {CauseId::MessageUnicodeForm, "NFKD",
     [](const QString &text) { return text.normalized(QString::NormalizationForm_KD); }},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "double quotes, as JSON writes it"), jsonQuoted},
    {CauseId::MessageQuoted,
     QT_TRANSLATE_NOOP("CauseValue", "double quotes, as JSON in plain ASCII writes it"), jsonQuotedInAscii},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "single quotes"), quoted<u'\''>},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "b'…', as Python prints bytes"),
     [](const QString &text) { return u"b'"_s + text + u'\''; }},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "a JSON array"),
     [](const QString &text) { return u'[' + jsonQuoted(text) + u']'; }},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "a JSON object"),
     [](const QString &text) { return u"{\"userId\":"_s + jsonQuoted(text) + u'}'; }},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "a JSON object"),
     [](const QString &text) { return u"{\"user_id\":"_s + jsonQuoted(text) + u'}'; }},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "a JSON object"),
     [](const QString &text) { return u"{\"id\":"_s + jsonQuoted(text) + u'}'; }},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "a JSON object"),
     [](const QString &text) { return u"{\"email\":"_s + jsonQuoted(text) + u'}'; }},
    {CauseId::MessageUrlEncoded, QT_TRANSLATE_NOOP("CauseValue", "its URL-encoded form"), percentEncoded},
    {CauseId::MessageUrlEncoded, QT_TRANSLATE_NOOP("CauseValue", "its form-encoded form"), formEncoded},
    {CauseId::MessageUrlEncoded, QT_TRANSLATE_NOOP("CauseValue", "its URL-decoded form"), percentDecoded},
    {CauseId::MessageNumberSpelling, QT_TRANSLATE_NOOP("CauseValue", "without its leading zeros"),
     withoutLeadingZeros},
    {CauseId::MessageNumberSpelling, QT_TRANSLATE_NOOP("CauseValue", "as a plain whole number"), asInteger},
    {CauseId::MessageNumberSpelling, QT_TRANSLATE_NOOP("CauseValue", "with \".0\" at its end"),
     withOneDecimal},
    {CauseId::MessageNumberSpelling, QT_TRANSLATE_NOOP("CauseValue", "with \".00\" at its end"),
     withTwoDecimals},
    {CauseId::MessageNumberSpelling, QT_TRANSLATE_NOOP("CauseValue", "with a plus in front"), withPlus},
    {CauseId::MessageNumberSpelling, QT_TRANSLATE_NOOP("CauseValue", "in scientific form"), inScientificForm},
    {CauseId::MessageNumberSpelling, QT_TRANSLATE_NOOP("CauseValue", "in scientific form"),
     inShortScientificForm},
    {CauseId::MessageNumberSpelling, QT_TRANSLATE_NOOP("CauseValue", "in scientific form"),
     inSixDecimalScientificForm},
    {CauseId::MessageNumberSpelling,
     QT_TRANSLATE_NOOP("CauseValue", "rounded, because it has more digits than a JavaScript number keeps"),
     asDouble},
    {CauseId::MessageNumberSpelling, QT_TRANSLATE_NOOP("CauseValue", "with commas between the thousands"),
     grouped<u','>},
    {CauseId::MessageNumberSpelling, QT_TRANSLATE_NOOP("CauseValue", "with points between the thousands"),
     grouped<u'.'>},
    {CauseId::MessageNumberSpelling, QT_TRANSLATE_NOOP("CauseValue", "with spaces between the thousands"),
     grouped<u' '>},
    {CauseId::MessageNumberSpelling, QT_TRANSLATE_NOOP("CauseValue", "filled up with zeros in front"),
     padded<2>},
    {CauseId::MessageNumberSpelling, QT_TRANSLATE_NOOP("CauseValue", "filled up with zeros in front"),
     padded<3>},
    {CauseId::MessageNumberSpelling, QT_TRANSLATE_NOOP("CauseValue", "filled up with zeros in front"),
     padded<4>},
    {CauseId::MessageNumberSpelling, QT_TRANSLATE_NOOP("CauseValue", "filled up with zeros in front"),
     padded<5>},
    {CauseId::MessageNumberSpelling, QT_TRANSLATE_NOOP("CauseValue", "filled up with zeros in front"),
     padded<6>},
    {CauseId::MessageNumberSpelling, QT_TRANSLATE_NOOP("CauseValue", "filled up with zeros in front"),
     padded<8>},
    {CauseId::MessageNumberSpelling, QT_TRANSLATE_NOOP("CauseValue", "filled up with zeros in front"),
     padded<10>},
};

template<QStringConverter::Encoding Encoding>
QByteArray encodedAs(const QString &text)
{
    QStringEncoder encoder(Encoding);
    return encoder(text);
}

constexpr CharacterSetMistake characterSets[] = {
    {"Latin-1", encodedAs<QStringConverter::Latin1>},
    {"UTF-16 (little-endian)", encodedAs<QStringConverter::Utf16LE>},
};

constexpr CombinationMistake combinations[] = {
    {QT_TRANSLATE_NOOP("CauseValue", "user id, colon, e-mail"), idFirst<u':'>},
    {QT_TRANSLATE_NOOP("CauseValue", "e-mail, colon, user id"), emailFirst<u':'>},
    {QT_TRANSLATE_NOOP("CauseValue", "the user id followed by the e-mail"),
     [](const QString &id, const QString &email) { return id + email; }},
    {QT_TRANSLATE_NOOP("CauseValue", "the e-mail followed by the user id"),
     [](const QString &id, const QString &email) { return email + id; }},
    {QT_TRANSLATE_NOOP("CauseValue", "user id, bar, e-mail"), idFirst<u'|'>},
    {QT_TRANSLATE_NOOP("CauseValue", "e-mail, bar, user id"), emailFirst<u'|'>},
    {QT_TRANSLATE_NOOP("CauseValue", "user id, comma, e-mail"), idFirst<u','>},
    {QT_TRANSLATE_NOOP("CauseValue", "user id, hyphen, e-mail"), idFirst<u'-'>},
    {QT_TRANSLATE_NOOP("CauseValue", "user id, underscore, e-mail"), idFirst<u'_'>},
    {QT_TRANSLATE_NOOP("CauseValue", "user id, space, e-mail"), idFirst<u' '>},
};

constexpr const char *words[] = {
    "undefined", "null", "None", "nil",  "NaN", "[object Object]", "false",
    "true",      "0",    "NULL", "Null", "nan", "<nil>",           "[object Promise]"};

constexpr const char *placeholders[] = {"user123",
                                        "user_123",
                                        "USER_ID",
                                        "user_id",
                                        "userId",
                                        "userid",
                                        "user.id",
                                        "{{user_id}}",
                                        "{{ user.id }}",
                                        "{{user.id}}",
                                        "{user_id}",
                                        "${userId}",
                                        "${user.id}",
                                        "$userId",
                                        "YOUR_USER_ID",
                                        "your_user_id",
                                        "UNIQUE_USER_ID",
                                        "<user_id>",
                                        "<USER_ID>",
                                        "id",
                                        "email",
                                        "EMAIL",
                                        "user.email",
                                        "user@example.com",
                                        "USER_EMAIL",
                                        "{{user.email}}",
                                        "test@example.com",
                                        "email@example.com",
                                        "user@company.com",
                                        "user1@company.com",
                                        "test",
                                        "guest",
                                        "anonymous",
                                        "message",
                                        "Message"};

} // namespace

std::span<const MessageMistake> messageMistakes()
{
    return mistakes;
}

std::span<const MessageMistake> endMistakes()
{
    constexpr std::size_t count = 5; // the line breaks and the space, which come first
    return std::span(mistakes).first<count>();
}

std::span<const CharacterSetMistake> characterSetMistakes()
{
    return characterSets;
}

std::span<const CombinationMistake> combinationMistakes()
{
    return combinations;
}

std::span<const char *const> emptyWords()
{
    return words;
}

std::span<const char *const> placeholderWords()
{
    return placeholders;
}

} // namespace countersign::verify
