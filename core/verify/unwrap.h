#pragma once

#include <QString>
#include <QStringList>

namespace countersign::verify {

/// A pasted proof without what mail clients, shells and headers put around it.
struct Unwrapped
{
    QString text;
    QStringList removed; ///< "quotes", "the word Bearer": phrases marked for translation in "CauseValue"
    bool onlyWhiteSpace = true; ///< whether nothing but white space was taken away

    bool isUnchanged() const { return removed.isEmpty(); }
};

/// Takes away white space anywhere, quotes, a "Bearer", "sha256=" or "hash:" in front, and the line of code,
/// JSON or address that a proof stands in. Only for finding a cause: a proof that needed it has failed.
Unwrapped unwrap(const QString &proof);

} // namespace countersign::verify
