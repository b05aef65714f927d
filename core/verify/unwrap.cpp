#include "core/verify/unwrap.h"

#include "core/verify/embeddedproof_p.h"

#include <QRegularExpression>
#include <QtGlobal>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

/// Nobody wraps a value more often; a text of nothing but quotes must not take for ever.
constexpr int mostLayers = 16;

bool isSpace(QChar character)
{
    return character.isSpace() || character == QChar(0x200B) || character == QChar(0xFEFF);
}

QString trimmed(QString text)
{
    while (!text.isEmpty() && isSpace(text.back())) {
        text.chop(1);
    }
    const auto first = std::ranges::find_if_not(text, isSpace);
    return text.sliced(std::distance(text.begin(), first));
}

bool isQuotePair(QChar first, QChar last)
{
    constexpr QStringView opening = u"\"'`“‘«<";
    constexpr QStringView closing = u"\"'`”’»>";
    const qsizetype at = opening.indexOf(first);
    return at >= 0 && closing[at] == last;
}

void note(Unwrapped &result, const char *phrase)
{
    const QString text = QString::fromUtf8(phrase);
    if (!result.removed.contains(text)) {
        result.removed.append(text);
    }
}

bool takeEnds(Unwrapped &result)
{
    const QString bare = trimmed(result.text);
    if (bare.size() == result.text.size()) {
        return false;
    }
    const bool lineBreak = result.text.contains(u'\n') || result.text.contains(u'\r');
    if (!lineBreak || bare.contains(u'\n')) {
        note(result, QT_TRANSLATE_NOOP("CauseValue", "white space around it"));
    } else if (result.text.startsWith(bare)) {
        note(result, QT_TRANSLATE_NOOP("CauseValue", "a line break at its end"));
    } else {
        note(result, QT_TRANSLATE_NOOP("CauseValue", "a line break at its start"));
    }
    result.text = bare;
    return true;
}

bool takeQuotes(Unwrapped &result)
{
    if (result.text.size() < 2 || !isQuotePair(result.text.front(), result.text.back())) {
        return false;
    }
    note(result, QT_TRANSLATE_NOOP("CauseValue", "quotes around it"));
    result.onlyWhiteSpace = false;
    result.text = result.text.sliced(1, result.text.size() - 2);
    return true;
}

/// b'…', as Python prints bytes.
bool takePythonBytes(Unwrapped &result)
{
    const bool single = result.text.startsWith("b'"_L1) && result.text.endsWith(u'\'');
    const bool isDouble = result.text.startsWith("b\""_L1) && result.text.endsWith(u'"');
    if (result.text.size() < 4 || (!single && !isDouble)) {
        return false;
    }
    note(result, QT_TRANSLATE_NOOP("CauseValue", "Python's b'…' around it"));
    result.onlyWhiteSpace = false;
    result.text = result.text.sliced(2, result.text.size() - 3);
    return true;
}

/// "SHA2-256(stdin)= ", "(stdin)= ", "HMAC-SHA256(message)= ": what openssl prints in front.
bool takeOpensslLabel(Unwrapped &result)
{
    constexpr qsizetype longestLabel = 80;
    const qsizetype at = result.text.indexOf(")= "_L1);
    const qsizetype open = result.text.indexOf(u'(');
    if (at < 0 || at > longestLabel || open < 0 || open > at) {
        return false;
    }
    note(result, QT_TRANSLATE_NOOP("CauseValue", "openssl's label in front"));
    result.onlyWhiteSpace = false;
    result.text = result.text.sliced(at + 3);
    return true;
}

struct Prefix
{
    QStringView text;
    const char *phrase;
};

constexpr Prefix prefixes[] = {
    {u"Bearer ", QT_TRANSLATE_NOOP("CauseValue", "the word Bearer in front")},
    {u"Authorization:", QT_TRANSLATE_NOOP("CauseValue", "the name of a header in front")},
    {u"JWT ", QT_TRANSLATE_NOOP("CauseValue", "the word JWT in front")},
    {u"sha256=", QT_TRANSLATE_NOOP("CauseValue", "\"sha256=\" in front")},
    {u"sha256:", QT_TRANSLATE_NOOP("CauseValue", "\"sha256:\" in front")},
    {u"\\x", QT_TRANSLATE_NOOP("CauseValue", "\"\\x\" in front")}, // PostgreSQL's bytea
    {u"0x", QT_TRANSLATE_NOOP("CauseValue", "\"0x\" in front")},
    {u"hash:", QT_TRANSLATE_NOOP("CauseValue", "a label in front")},
    {u"hash=", QT_TRANSLATE_NOOP("CauseValue", "a label in front")},
    {u"token:", QT_TRANSLATE_NOOP("CauseValue", "a label in front")},
    {u"token=", QT_TRANSLATE_NOOP("CauseValue", "a label in front")},
};

bool takePrefix(Unwrapped &result)
{
    for (const Prefix &prefix : prefixes) {
        if (result.text.startsWith(prefix.text, Qt::CaseInsensitive)) {
            note(result, prefix.phrase);
            result.onlyWhiteSpace = false;
            result.text = result.text.sliced(prefix.text.size());
            return true;
        }
    }
    return false;
}

bool takeTrailing(Unwrapped &result)
{
    if (result.text.endsWith(" -"_L1)) { // sha256sum names its input
        note(result, QT_TRANSLATE_NOOP("CauseValue", "a hyphen at its end"));
        result.onlyWhiteSpace = false;
        result.text.chop(2);
        return true;
    }
    if (!result.text.endsWith(u',') && !result.text.endsWith(u';')) {
        return false;
    }
    note(result, QT_TRANSLATE_NOOP("CauseValue", "punctuation at its end"));
    result.onlyWhiteSpace = false;
    result.text.chop(1);
    return true;
}

bool hasLineBreaks(const QString &text)
{
    return text.contains(u'\n') || text.contains(u'\r');
}

/// Cuts the proof out of a longer text. Where the text without its white space is one, it was broken up.
bool takeOut(Unwrapped &result)
{
    QString joined = result.text;
    joined.removeIf(isSpace);
    const bool isWhole = isWholeProof(joined);
    if (isWhole && joined.size() == result.text.size()) {
        return false;
    }
    const auto inside = embeddedProof(result.text);
    const bool isBrokenUp = isWhole && inside && (hasLineBreaks(result.text) || !isSignedToken(inside->text));
    if (!inside || isBrokenUp) {
        return false;
    }
    result = {inside->text, {QString::fromLatin1(inside->around)}, false};
    return true;
}

/// "> " in front of every line, as mail programs quote; "=" or a backslash where a line was broken, as
/// quoted-printable and shells do.
void takeLineMarks(Unwrapped &result)
{
    static const QRegularExpression quoted(u"\\A(?:[ \\t]*>[^\\n]*(?:\\n|\\z))+\\z"_s);
    static const QRegularExpression quote(u"^[ \\t]*(?:>[ \\t]?)+"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression softBreak(u"[=\\\\]\\r?\\n(?=\\S)"_s);
    const qsizetype before = result.text.size();
    if (quoted.match(result.text).hasMatch()) {
        result.text.remove(quote);
    }
    result.text.remove(softBreak);
    if (result.text.size() != before) {
        note(result, QT_TRANSLATE_NOOP("CauseValue", "the marks of a mail or a shell at its lines"));
        result.onlyWhiteSpace = false;
    }
}

void takeInner(Unwrapped &result)
{
    const bool lineBreaks = hasLineBreaks(result.text);
    const qsizetype before = result.text.size();
    result.text.removeIf(isSpace);
    if (result.text.size() != before) {
        note(result, lineBreaks ? QT_TRANSLATE_NOOP("CauseValue", "line breaks in it")
                                : QT_TRANSLATE_NOOP("CauseValue", "white space in it"));
    }
}

bool takeLayer(Unwrapped &result)
{
    return takeEnds(result) || takeTrailing(result) || takeQuotes(result) || takePythonBytes(result) ||
           takeOpensslLabel(result) || takePrefix(result);
}

} // namespace

Unwrapped unwrap(const QString &proof)
{
    Unwrapped result{proof, {}, true};
    if (hasLineBreaks(proof)) {
        takeLineMarks(result);
    }
    for (int layer = 0; layer < mostLayers && takeLayer(result); ++layer) {
    }
    if (!takeOut(result)) {
        takeInner(result);
    }
    return result;
}

} // namespace countersign::verify
