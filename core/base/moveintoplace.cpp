#include "core/base/nativefile_p.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>

#ifdef _WIN32
#include <windows.h>
#else
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace countersign {

#ifdef _WIN32

namespace {

const wchar_t *wide(const QString &path)
{
    return reinterpret_cast<const wchar_t *>(path.utf16());
}

} // namespace

Result<void> moveIntoPlace(const QString &temporary, const QString &target, Overwrite overwrite)
{
    const DWORD flags =
        MOVEFILE_WRITE_THROUGH | (overwrite == Overwrite::Yes ? MOVEFILE_REPLACE_EXISTING : 0);
    if (MoveFileExW(wide(temporary), wide(target), flags)) {
        return {};
    }
    switch (const DWORD error = GetLastError()) {
    case ERROR_FILE_EXISTS:
    case ERROR_ALREADY_EXISTS:
        return failure(ErrorCode::FileExists);
    case ERROR_ACCESS_DENIED:
    case ERROR_SHARING_VIOLATION:
        return failure(ErrorCode::WriteFailed, u"permission denied, or another program has it open"_s);
    default:
        return failure(ErrorCode::WriteFailed, u"Windows error %1"_s.arg(error));
    }
}

void removeFile(const QString &path)
{
    DeleteFileW(wide(path));
}

#else

namespace {

/// A name that does not replace another: link() refuses an existing target in one step, which
/// rename() cannot. A file system without hard links gets a check and a rename.
int renameWithoutReplacing(const char *temporary, const char *target)
{
    if (link(temporary, target) == 0) {
        unlink(temporary);
        return 0;
    }
    if (errno == EEXIST) {
        return -1;
    }
    struct stat status;
    if (lstat(target, &status) == 0) {
        errno = EEXIST;
        return -1;
    }
    return std::rename(temporary, target);
}

/// Makes the new name last. Some file systems cannot sync a folder; the content is safe already.
void syncFolderOf(const QString &path)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    if (const int descriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        descriptor >= 0) {
        fsync(descriptor);
        ::close(descriptor);
    }
}

} // namespace

Result<void> moveIntoPlace(const QString &temporary, const QString &target, Overwrite overwrite)
{
    const QByteArray from = QFile::encodeName(temporary);
    const QByteArray to = QFile::encodeName(target);
    const int moved = overwrite == Overwrite::Yes ? std::rename(from.constData(), to.constData())
                                                  : renameWithoutReplacing(from.constData(), to.constData());
    if (moved != 0) {
        return systemFailure(ErrorCode::WriteFailed);
    }
    syncFolderOf(target);
    return {};
}

void removeFile(const QString &path)
{
    unlink(QFile::encodeName(path).constData());
}

#endif

} // namespace countersign
