#pragma once

#include "core/base/error.h"
#include "core/base/secretbytes.h"

#include <QByteArray>
#include <QString>

namespace countersign {

inline constexpr qsizetype maximumKeyFileSize = 1 << 20;

/// Reads a whole file into secret memory. `path` "-" is standard input.
Result<SecretBytes> readSecretFile(const QString &path, qsizetype maximumSize = maximumKeyFileSize);
/// Reads a whole file that holds no secret.
Result<QByteArray> readFile(const QString &path, qsizetype maximumSize);

enum class Overwrite { No, Yes };
enum class FileAccess {
    OwnerOnly, ///< 0600 from the first byte on
    Ordinary,  ///< as the umask says
};

/// Writes all or nothing: a temporary file beside the target, synced, renamed, the folder synced.
/// Fails with FileExists unless told to overwrite; on failure the old file is untouched.
Result<void> writeFile(const QString &path, ByteView content, FileAccess access, Overwrite overwrite);

} // namespace countersign
