#include "core/verify/template_p.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

struct Marks
{
    QLatin1StringView opening;
    QLatin1StringView closing;
};

/// Those that begin with others come first.
constexpr Marks templateMarks[] = {
    {"{{{"_L1, "}}}"_L1}, {"{{"_L1, "}}"_L1}, {"{%"_L1, "%}"_L1}, {"{!!"_L1, "!!}"_L1}, {"${"_L1, "}"_L1},
    {"#{"_L1, "}"_L1},    {"@{"_L1, "}"_L1},  {"<%"_L1, "%>"_L1}, {"<?"_L1, "?>"_L1},   {"$("_L1, ")"_L1},
    {"[["_L1, "]]"_L1},   {"{"_L1, "}"_L1},   {"%"_L1, "%"_L1},
};

/// A name of fewer letters than a secret has.
bool isName(const QString &text)
{
    static const QRegularExpression pattern(
        u"\\A\\W{0,3}(?:php |echo |print "
        u"|user(?:s)?\\.)*[@$]?[A-Za-z_][\\w.]{0,23}(?:\\[['\"]?\\w{1,20}['\"]?\\]|"
        u"(?:->|\\.)\\w{1,20}){0,3}(?:\\(\\))?[\\s;]*\\z"_s);
    return pattern.match(text).hasMatch();
}

/// Variables as programs write them, and what samples have for the value.
bool isBareName(const QString &text)
{
    static const QRegularExpression pattern(
        u"\\A(?:process\\.env\\.\\w{1,32}|import\\.meta\\.env\\.\\w{1,32}|os\\.environ\\[['\"]\\w{1,32}['\"]"
        u"\\]|"
        u"(?:get)?env\\(['\"]\\w{1,32}['\"]\\)|\\$_?[A-Za-z]\\w{0,20}(?:->\\w{1,20}|\\[['\"]?\\w{1,20}['\"]?"
        u"\\])*|"
        u"@(?:Model|ViewBag|ViewData)\\.\\w{1,24}|<?your[ _-]?(?:user[ _-]?)?(?:hash|hmac|token|jwt)"
        u"(?:[ _-]?(?:here|value|goes[ _-]here))?>?|(?:insert|put|paste)[ _-](?:your[ "
        u"_-])?(?:hash|hmac|token|jwt)"
        u"(?:[ _-]here)?)\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(text).hasMatch();
}

} // namespace

QString shownTemplate(const QString &text)
{
    constexpr qsizetype longest = 200;
    const QString bare = text.trimmed();
    if (bare.size() > longest) {
        return {};
    }
    for (const Marks &marks : templateMarks) {
        if (bare.size() > marks.opening.size() + marks.closing.size() && bare.startsWith(marks.opening) &&
            bare.endsWith(marks.closing)) {
            const QString inner =
                bare.sliced(marks.opening.size(), bare.size() - marks.opening.size() - marks.closing.size());
            if (isName(inner)) {
                return bare;
            }
            // Braces and percent signs alone may be JSON, or anything.
            return marks.opening.size() > 1 ? marks.opening + u" … "_s + marks.closing : QString();
        }
    }
    return isBareName(bare) ? bare : QString();
}

} // namespace countersign::verify
