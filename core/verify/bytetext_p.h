#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace countersign::verify {

/// Bytes as a program shows them to a developer.
struct ByteText
{
    QByteArray bytes;
    const char *found; ///< "Node's <Buffer …>": marked for translation in "CauseValue"
};

/// `<Buffer 1a 2b …>`, `[26, 43, …]`, `[26, -101, …]` and Python's `b'\x1a+…'`; nothing for any other text.
std::optional<ByteText> readByteText(const QString &text);

/// What a program writes for bytes without showing them: Java's `[B@1a2b3c`, `System.Byte[]`.
bool isNameOfBytes(const QString &text);

} // namespace countersign::verify
