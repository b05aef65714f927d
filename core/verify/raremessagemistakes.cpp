#include "core/verify/messagemistakes_p.h"

#include "core/crypto/digest.h"
#include "core/crypto/legacydigest.h"
#include "core/verify/uuidspelling_p.h"

#include <QStringEncoder>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

template<std::size_t Size>
struct Pattern
{
    // NOLINTNEXTLINE(google-explicit-constructor): a template argument is to be written as a literal
    constexpr Pattern(const char (&from)[Size]) { std::ranges::copy(from, text); }

    char text[Size] = {};
};

/// The text where %1 stands in the pattern.
template<Pattern Around>
QString in(const QString &text)
{
    return QString::fromUtf8(Around.text).replace(u"%1"_s, text);
}

QString plusAsSpace(const QString &text)
{
    return QUrl::fromPercentEncoding(QString(text).replace(u'+', u' ').toUtf8());
}

QString encodedTwice(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(QString::fromLatin1(QUrl::toPercentEncoding(text))));
}

QString htmlEscaped(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\'', u"&#039;"_s);
}

QString withEscapedSlashes(const QString &text)
{
    return QString(text).replace(u'/', u"\\/"_s);
}

QString domainInSmallLetters(const QString &text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    return at < 0 ? text : text.left(at) + text.mid(at).toLower();
}

QString domainInAscii(const QString &text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    const QByteArray domain = QUrl::toAce(text.mid(at + 1));
    return at < 0 || domain.isEmpty() ? text : text.left(at + 1) + QString::fromLatin1(domain);
}

QString withoutTag(const QString &text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    const qsizetype plus = text.indexOf(u'+');
    return at < 0 || plus < 0 || plus > at ? text : text.left(plus) + text.mid(at);
}

QString inBase64(const QString &text)
{
    return QString::fromLatin1(text.toUtf8().toBase64());
}

QString inUnpaddedBase64(const QString &text)
{
    return QString::fromLatin1(
        text.toUtf8().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString inHex(const QString &text)
{
    return QString::fromLatin1(text.toUtf8().toHex());
}

QString md5(const QString &text)
{
    const QByteArray hash = crypto::legacyDigest(crypto::LegacyHash::Md5, bytesOf(text.toUtf8()));
    return hash.isEmpty() ? text : QString::fromLatin1(hash.toHex());
}

QString sha1(const QString &text)
{
    return QString::fromLatin1(crypto::digest(crypto::HashAlgorithm::Sha1, bytesOf(text.toUtf8())).toHex());
}

QString withoutAccents(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (!c.isMark()) {
            plain += c;
        }
    }
    return plain;
}

constexpr MessageMistake mistakes[] = {
    {CauseId::MessageUrlEncoded,
     QT_TRANSLATE_NOOP("CauseValue", "its form-decoded form, in which a plus is a space"), plusAsSpace},
    {CauseId::MessageUrlEncoded, QT_TRANSLATE_NOOP("CauseValue", "its form URL-encoded twice"), encodedTwice},
    {CauseId::MessageEncoded, QT_TRANSLATE_NOOP("CauseValue", "HTML's escapes, such as &amp; and &#039;"),
     htmlEscaped},
    {CauseId::MessageEncoded, QT_TRANSLATE_NOOP("CauseValue", "HTML's escapes, such as &amp; and &#39;"),
     [](const QString &text) { return htmlEscaped(text).replace(u"&#039;"_s, u"&#39;"_s); }},
    {CauseId::MessageEncoded, QT_TRANSLATE_NOOP("CauseValue", "a form with backslashes before its slashes"),
     withEscapedSlashes},
    {CauseId::MessageEncoded, QT_TRANSLATE_NOOP("CauseValue", "base64"), inBase64},
    {CauseId::MessageEncoded, QT_TRANSLATE_NOOP("CauseValue", "base64url"), inUnpaddedBase64},
    {CauseId::MessageEncoded, QT_TRANSLATE_NOOP("CauseValue", "hex"), inHex},
    {CauseId::MessageEncoded, QT_TRANSLATE_NOOP("CauseValue", "the form of its MD5, in hex"), md5},
    {CauseId::MessageEncoded, QT_TRANSLATE_NOOP("CauseValue", "the form of its SHA-1, in hex"), sha1},
    {CauseId::MessageEncoded,
     QT_TRANSLATE_NOOP("CauseValue", "the form in which its domain is written in ASCII (punycode)"),
     domainInAscii},
    {CauseId::MessageOtherCase, QT_TRANSLATE_NOOP("CauseValue", "small letters behind the @"),
     domainInSmallLetters},
    {CauseId::MessageOtherCase, QT_TRANSLATE_NOOP("CauseValue", "plain letters without accents"),
     withoutAccents},
    {CauseId::MessageShortened, QT_TRANSLATE_NOOP("CauseValue", "what stands in front of the @"),
     [](const QString &text) { return text.contains(u'@') ? text.section(u'@', 0, -2) : text; }},
    {CauseId::MessageShortened, QT_TRANSLATE_NOOP("CauseValue", "the address without its +tag"), withoutTag},
    {CauseId::MessageUuidSpelling, QT_TRANSLATE_NOOP("CauseValue", "without hyphens"), uuidWithoutHyphens},
    {CauseId::MessageUuidSpelling, QT_TRANSLATE_NOOP("CauseValue", "in capitals without hyphens"),
     [](const QString &text) { return uuidWithoutHyphens(text).toUpper(); }},
    {CauseId::MessageUuidSpelling, QT_TRANSLATE_NOOP("CauseValue", "with hyphens"), uuidWithHyphens},
    {CauseId::MessageUuidSpelling, QT_TRANSLATE_NOOP("CauseValue", "in braces"), uuidInBraces},
    {CauseId::MessageUuidSpelling, QT_TRANSLATE_NOOP("CauseValue", "with urn:uuid: in front"), uuidAsUrn},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "a JSON array"), in<"[%1]">},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "a JSON object"), in<"{\"id\":%1}">},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "a JSON object"), in<"{\"id\": %1}">},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "a JSON object"), in<"{\"id\": \"%1\"}">},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "a JSON object"), in<"{\"userId\":%1}">},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "a JSON object"), in<"{\"user_id\":%1}">},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "a JSON object"), in<"{\"userId\": \"%1\"}">},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "a JSON object"), in<"{\"user_id\": \"%1\"}">},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "a JSON object"), in<"{\"email\": \"%1\"}">},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "Optional(…), as Swift prints it"),
     in<"Optional(\"%1\")">},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "Optional(…), as Swift prints it"),
     in<"Optional(%1)">},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "Optional[…], as Java prints it"),
     in<"Optional[%1]">},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "ObjectId(…), as MongoDB prints it"),
     in<"ObjectId(\"%1\")">},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "ObjectId(…), as MongoDB prints it"),
     in<"ObjectId('%1')">},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "a Python tuple"), in<"('%1',)">},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "a Python tuple"), in<"(%1,)">},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "a Python list"), in<"['%1']">},
    {CauseId::MessageQuoted, QT_TRANSLATE_NOOP("CauseValue", "angle brackets"), in<"<%1>">},
    {CauseId::MessageCombined, QT_TRANSLATE_NOOP("CauseValue", "\"user_\" and the value"), in<"user_%1">},
    {CauseId::MessageCombined, QT_TRANSLATE_NOOP("CauseValue", "\"user-\" and the value"), in<"user-%1">},
    {CauseId::MessageCombined, QT_TRANSLATE_NOOP("CauseValue", "\"user:\" and the value"), in<"user:%1">},
    {CauseId::MessageCombined, QT_TRANSLATE_NOOP("CauseValue", "\"id:\" and the value"), in<"id:%1">},
    {CauseId::MessageCombined, QT_TRANSLATE_NOOP("CauseValue", "\"id=\" and the value"), in<"id=%1">},
    {CauseId::MessageCombined, QT_TRANSLATE_NOOP("CauseValue", "\"userId=\" and the value"), in<"userId=%1">},
    {CauseId::MessageCombined, QT_TRANSLATE_NOOP("CauseValue", "\"user_id=\" and the value"),
     in<"user_id=%1">},
    {CauseId::MessageCombined, QT_TRANSLATE_NOOP("CauseValue", "\"email=\" and the value"), in<"email=%1">},
    {CauseId::MessageCombined, QT_TRANSLATE_NOOP("CauseValue", "\"mailto:\" and the value"), in<"mailto:%1">},
};

QByteArray utf8Twice(const QString &text)
{
    return QString::fromLatin1(text.toUtf8()).toUtf8();
}

QByteArray asciiWithQuestionMarks(const QString &text)
{
    QByteArray bytes;
    for (const QChar c : text) {
        bytes += c.unicode() < 128 ? c.toLatin1() : '?';
    }
    return bytes;
}

QByteArray utf16BigEndian(const QString &text)
{
    QStringEncoder encoder(QStringConverter::Utf16BE);
    return encoder(text);
}

constexpr CharacterSetMistake characterSets[] = {
    {QT_TRANSLATE_NOOP("CauseValue", "UTF-8, encoded twice"), utf8Twice},
    {QT_TRANSLATE_NOOP("CauseValue", "ASCII, with \"?\" for every letter beyond it"), asciiWithQuestionMarks},
    {"UTF-16 (big-endian)", utf16BigEndian},
};

constexpr const char *words[] = {"(null)", "NULL ", "undefined undefined", "Optional(nil)", "{}", "[]"};
constexpr const char *placeholders[] = {"1",
                                        "123",
                                        "1234",
                                        "12345",
                                        "123456",
                                        "admin",
                                        "root",
                                        "demo",
                                        "user",
                                        "USER",
                                        "foo",
                                        "john",
                                        "user@test.com",
                                        "admin@example.com",
                                        "john@example.com",
                                        "john.doe@example.com",
                                        "test@test.com",
                                        "<%= user.id %>",
                                        "#{user.id}",
                                        "{$user_id}",
                                        "$user->id",
                                        "{{ user_id }}"};

} // namespace

std::span<const MessageMistake> rareMessageMistakes()
{
    return mistakes;
}

std::span<const CharacterSetMistake> rareCharacterSetMistakes()
{
    return characterSets;
}

std::span<const char *const> rareEmptyWords()
{
    return words;
}

std::span<const char *const> rarePlaceholderWords()
{
    return placeholders;
}

} // namespace countersign::verify
