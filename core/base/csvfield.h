#pragma once

#include <QByteArray>
#include <QStringList>

namespace countersign {

/// A field as RFC 4180 writes it, in UTF-8. What a spreadsheet would run as a formula, because it begins with
/// = + - @ or a control character, gets an apostrophe in front; plain numbers are left alone.
QByteArray csvField(const QString &text, char delimiter);
QByteArray csvRow(const QStringList &fields, char delimiter); ///< with CR LF at its end

} // namespace countersign
