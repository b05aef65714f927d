#include "core/snippets/literal.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace countersign::snippets {

namespace {

QString escapeUnit(char16_t unit)
{
    return u"\\u%1"_s.arg(uint(unit), 4, 16, QChar(u'0'));
}

/// Control characters, and the two that end a line in JavaScript and nowhere else.
bool isUnsafe(char16_t unit)
{
    return unit < 0x20 || (unit >= 0x7f && unit < 0xa0) || unit == 0x2028 || unit == 0x2029 || unit == 0xfeff;
}

/// The escapes that Python and JavaScript share, between single quotes.
QByteArray quoted(const QString &text, QStringView alsoEscaped)
{
    QString literal = u"'"_s;
    for (const QChar character : text) {
        const char16_t unit = character.unicode();
        if (unit == u'\'' || unit == u'\\') {
            literal += u'\\' + character;
        } else if (unit == u'\n') {
            literal += u"\\n";
        } else if (isUnsafe(unit) || alsoEscaped.contains(character)) {
            literal += escapeUnit(unit);
        } else {
            literal += character;
        }
    }
    return (literal + u'\'').toUtf8();
}

} // namespace

QByteArray pythonLiteral(const QString &text)
{
    return quoted(text, {});
}

QByteArray javaScriptLiteral(const QString &text)
{
    // "</script>" and "<!--" would end or upset a script element, however they are quoted.
    return quoted(text, u"<>&");
}

QByteArray phpLiteral(const QString &text)
{
    QByteArray escaped = text.toUtf8();
    escaped.replace("\\", "\\\\").replace("'", "\\'");
    return "'" + escaped + "'";
}

QByteArray urlPart(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

QByteArray literalFor(QStringView language, const QString &text)
{
    if (language == u"python") {
        return pythonLiteral(text);
    }
    if (language == u"php") {
        return phpLiteral(text);
    }
    if (language == u"url") {
        return urlPart(text);
    }
    return javaScriptLiteral(text);
}

} // namespace countersign::snippets
