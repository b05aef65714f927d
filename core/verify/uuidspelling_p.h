#pragma once

#include <QString>

namespace countersign::verify {

// Other ways to write a UUID (RFC 9562 section 4). Whatever is none comes back as it is.

QString uuidWithoutHyphens(const QString &text);
QString uuidWithHyphens(const QString &text); ///< small letters, as it is usually written
QString uuidInBraces(const QString &text);    ///< as the Windows registry and C#'s "B" write it
QString uuidAsUrn(const QString &text);       ///< "urn:uuid:…"

} // namespace countersign::verify
