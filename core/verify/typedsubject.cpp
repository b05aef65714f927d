#include "core/verify/typedsubject_p.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

struct Form
{
    const char16_t *pattern; ///< what it captures is meant
    const char *difference;
};

constexpr Form forms[] = {
    {u"\\A(?:\"(.+)\"|'(.+)'|`(.+)`|“(.+)”|‘(.+)’|«(.+)»)[,;]?\\z",
     QT_TRANSLATE_NOOP("CauseValue", "quotes around it")},
    {u"\\A'([^']+)\\z", QT_TRANSLATE_NOOP("CauseValue", "an apostrophe in front, as in a spreadsheet")},
    {u"\\A(?i:mailto:)([^?]+)", QT_TRANSLATE_NOOP("CauseValue", "\"mailto:\" in front")},
    {u"\\A[^<>]*<([^<>\\s]+)>\\z", QT_TRANSLATE_NOOP("CauseValue", "angle brackets around it")},
    {u"\\A=\"(.+)\"\\z", QT_TRANSLATE_NOOP("CauseValue", "=\"…\" around it, as a spreadsheet keeps text")},
    {u"\\A#(.+)\\z", QT_TRANSLATE_NOOP("CauseValue", "a number sign in front")},
    {u"\\A\\((.+)\\)\\z", QT_TRANSLATE_NOOP("CauseValue", "brackets around it")},
    {u"\\A[\"']?(?i:user[ _-]?id|id|e-?mail)[\"']?\\s*[:=]\\s*[\"']?(.+?)[\"']?\\z",
     QT_TRANSLATE_NOOP("CauseValue", "a label in front")},
    {u"\\A(.+[^\\s,;.])\\s*[,;.]\\z", QT_TRANSLATE_NOOP("CauseValue", "punctuation at its end")},
};

void add(std::vector<BareSubject> &found, const QString &value, const char *difference, const QString &typed)
{
    const bool isNew = std::ranges::find(found, value, &BareSubject::value) == found.end();
    if (!value.isEmpty() && value != typed && isNew) {
        found.push_back({value, difference});
    }
}

/// Without white space, zero-width spaces and byte-order marks at its ends.
QString withoutInvisible(const QString &typed)
{
    static const QRegularExpression ends(
        u"\\A[\\s\\x{200B}-\\x{200F}\\x{2060}\\x{FEFF}]+|[\\s\\x{200B}-\\x{200F}\\x{2060}\\x{FEFF}]+\\z"_s);
    return QString(typed).remove(ends).trimmed();
}

/// "20,418"
QString withoutSeparators(const QString &text)
{
    static const QRegularExpression pattern(
        u"\\A\\d{1,3}(?:([,.'’ \\x{A0}\\x{202F}])\\d{3})(?:\\1\\d{3})*\\z"_s);
    const auto match = pattern.match(text);
    return match.hasMatch() ? QString(text).remove(match.captured(1)) : text;
}

/// "2.0418E+04", as spreadsheets show long numbers. Digits that they left out are lost.
QString outOfScientificForm(const QString &text)
{
    static const QRegularExpression pattern(u"\\A\\d(?:[.,]\\d+)?E\\+\\d{1,2}\\z"_s);
    constexpr double mostExact = 9007199254740992.0;
    const double number = pattern.match(text).hasMatch() ? QString(text).replace(u',', u'.').toDouble() : 0;
    return number >= 1 && number <= mostExact ? QString::number(static_cast<qint64>(number)) : text;
}

/// Compiled once: a list asks about each row that fails.
const std::vector<QRegularExpression> &patterns()
{
    static const std::vector<QRegularExpression> compiled = [] {
        std::vector<QRegularExpression> made;
        for (const Form &form : forms) {
            made.emplace_back(QString::fromUtf16(form.pattern));
        }
        return made;
    }();
    return compiled;
}

/// Nothing but what ids and e-mails have.
bool isBare(const QString &typed)
{
    bool isNumber = true;
    const bool isPlain = std::ranges::all_of(typed, [&isNumber](QChar c) {
        isNumber = isNumber && (c.isDigit() || c == u'.');
        return c.isLetterOrNumber() || c == u'@' || c == u'_' || c == u'-' || c == u'.';
    });
    return isPlain && !(isNumber && typed.contains(u'.'));
}

} // namespace

std::vector<BareSubject> bareSubjects(const QString &typed)
{
    std::vector<BareSubject> found;
    const bool isOneLine = !typed.contains(u'\n') && !typed.contains(u'\r'); // nobody types a line break here
    if (!isOneLine || isBare(typed)) {
        return found;
    }
    const QString text = withoutInvisible(typed);
    add(found, text, QT_TRANSLATE_NOOP("CauseValue", "white space around it"), typed);
    for (std::size_t at = 0; at < std::size(forms); ++at) {
        const QStringList captured = patterns()[at].match(text).capturedTexts().mid(1);
        add(found, captured.join(QString()).trimmed(), forms[at].difference, typed);
    }
    add(found, withoutSeparators(text), QT_TRANSLATE_NOOP("CauseValue", "separators between its thousands"),
        typed);
    add(found, outOfScientificForm(text), QT_TRANSLATE_NOOP("CauseValue", "the scientific form of a number"),
        typed);
    return found;
}

} // namespace countersign::verify
