#include "core/base/files.h"
#include "core/snippets/snippet.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace countersign::snippets {

Result<QStringList> exportSnippets(const QList<Snippet> &snippets, const QString &folder)
{
    const QDir directory(folder);
    if (!QDir().mkpath(folder)) {
        return failure(ErrorCode::WriteFailed, folder);
    }
    // Looked at first, so that a clash leaves no half of an export behind.
    for (const Snippet &snippet : snippets) {
        if (snippet.missing.isEmpty() && QFileInfo::exists(directory.filePath(snippet.fileName))) {
            return failure(ErrorCode::FileExists, directory.filePath(snippet.fileName));
        }
    }
    QStringList written;
    for (const Snippet &snippet : snippets) {
        if (!snippet.missing.isEmpty()) {
            continue;
        }
        const QString path = directory.filePath(snippet.fileName);
        const Result<void> result =
            writeFile(path, bytesOf(snippet.text.toUtf8()), FileAccess::Ordinary, Overwrite::No);
        if (!result) {
            return std::unexpected(result.error());
        }
        written.append(path);
    }
    return written;
}

} // namespace countersign::snippets
