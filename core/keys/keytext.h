#pragma once

#include "core/base/error.h"
#include "core/base/quoted.h"
#include "core/base/secretbytes.h"

#include <QStringList>

#include <string_view>

namespace countersign::keys {

/// Views of text that may be secret, and the small repairs that every text form of a key shares.

inline std::string_view textOf(ByteView bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

inline ByteView bytesOfText(std::string_view text)
{
    return {reinterpret_cast<const unsigned char *>(text.data()), text.size()};
}

/// Without white space at either end.
std::string_view trimmed(std::string_view text);
/// Without a UTF-8 byte-order mark.
std::string_view withoutByteOrderMark(std::string_view text);

/// A copy with plain line feeds: CRLF, lone carriage returns, literal "\n" and "\r" and the "\/" of PHP's
/// json_encode are replaced, each with a note.
SecretBytes withPlainLineEnds(std::string_view text, QStringList *notes);
/// A copy without any white space.
SecretBytes withoutSpaces(std::string_view text);

/// Adds the note unless it is there.
void addNote(QStringList *notes, const QString &note);

} // namespace countersign::keys
