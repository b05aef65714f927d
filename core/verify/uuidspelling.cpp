#include "core/verify/uuidspelling_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

constexpr qsizetype digits = 32;
constexpr qsizetype hyphens[] = {8, 13, 18, 23}; ///< places in the written text

bool isHexDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

/// Empty when the text is no UUID.
QString digitsOf(const QString &text)
{
    QString found = text;
    found.remove(u'-').remove(u'{').remove(u'}').remove(u"urn:uuid:"_s, Qt::CaseInsensitive);
    return found.size() == digits && std::ranges::all_of(found, isHexDigit) ? found : QString();
}

QString hyphenated(QString text)
{
    for (const qsizetype at : hyphens) {
        text.insert(at, u'-');
    }
    return text;
}

} // namespace

QString uuidWithoutHyphens(const QString &text)
{
    const QString found = digitsOf(text);
    return found.isEmpty() ? text : found;
}

QString uuidWithHyphens(const QString &text)
{
    const QString found = digitsOf(text);
    return found.isEmpty() ? text : hyphenated(found.toLower());
}

QString uuidInBraces(const QString &text)
{
    const QString found = digitsOf(text);
    return found.isEmpty() ? text : u'{' + hyphenated(found) + u'}';
}

QString uuidAsUrn(const QString &text)
{
    const QString found = digitsOf(text);
    return found.isEmpty() ? text : u"urn:uuid:"_s + hyphenated(found);
}

} // namespace countersign::verify
