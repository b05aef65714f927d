#pragma once

#include <QByteArray>
#include <QString>

namespace countersign::snippets {

/// `text` as a string literal with its quotes, so that a program in that language holds exactly `text`,
/// whatever is in it. A JavaScript literal is also safe inside a <script> element.
QByteArray pythonLiteral(const QString &text);
QByteArray javaScriptLiteral(const QString &text);
QByteArray phpLiteral(const QString &text);

/// Percent-encoded for one part of an address; what is left needs no quoting in HTML or code either.
QByteArray urlPart(const QString &text);

/// The literal of a snippet's language ("python", "javascript", "html", "php"); percent-encoded for "url".
QByteArray literalFor(QStringView language, const QString &text);

} // namespace countersign::snippets
