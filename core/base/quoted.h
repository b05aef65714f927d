#pragma once

#include <QString>

namespace countersign {

/// Text from a file for a message: in quotes, and cut, because a message is a sentence and not a document.
QString quoted(const QString &text);

} // namespace countersign
