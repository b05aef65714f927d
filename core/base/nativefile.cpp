#include "core/base/nativefile_p.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace countersign {

namespace {

// The C runtime of Windows has the same calls under its own names.
#ifdef _WIN32
int openNative(const QString &path, int flags, int mode)
{
    return _wopen(reinterpret_cast<const wchar_t *>(path.utf16()), flags | _O_BINARY | _O_NOINHERIT, mode);
}
auto readNative(int descriptor, void *buffer, std::size_t size)
{
    return _read(descriptor, buffer, static_cast<unsigned>(size));
}
auto writeNative(int descriptor, const void *buffer, std::size_t size)
{
    return _write(descriptor, buffer, static_cast<unsigned>(size));
}
int syncNative(int descriptor)
{
    return _commit(descriptor);
}
int closeNative(int descriptor)
{
    return _close(descriptor);
}
int modeFor(FileAccess)
{
    return _S_IREAD | _S_IWRITE; // a profile's folders are the owner's alone by their inherited ACL
}
#else
int openNative(const QString &path, int flags, mode_t mode)
{
    return ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, mode);
}
auto readNative(int descriptor, void *buffer, std::size_t size)
{
    return ::read(descriptor, buffer, size);
}
auto writeNative(int descriptor, const void *buffer, std::size_t size)
{
    return ::write(descriptor, buffer, size);
}
int syncNative(int descriptor)
{
    return ::fsync(descriptor);
}
int closeNative(int descriptor)
{
    return ::close(descriptor);
}
mode_t modeFor(FileAccess access)
{
    return access == FileAccess::OwnerOnly ? 0600 : 0666;
}
#endif

ErrorCode codeForErrno(int number, ErrorCode fallback)
{
    switch (number) {
    case ENOENT:
        return fallback == ErrorCode::ReadFailed ? ErrorCode::FileNotFound : fallback;
    case EEXIST:
        return ErrorCode::FileExists;
    default:
        return fallback;
    }
}

QString describeErrno(int number)
{
    switch (number) {
    case ENOSPC:
#ifdef EDQUOT
    case EDQUOT:
#endif
    case EFBIG:
        return u"the disk is full"_s;
    case EACCES:
    case EPERM:
        return u"permission denied"_s;
    case EROFS:
        return u"the disk is read-only"_s;
    case ENOENT:
        return u"no such file or folder"_s;
    case EISDIR:
        return u"it is a folder"_s;
    default:
        return QString::fromLocal8Bit(std::strerror(number));
    }
}

} // namespace

std::unexpected<Error> systemFailure(ErrorCode fallback)
{
    const int number = errno;
    return failure(codeForErrno(number, fallback), describeErrno(number));
}

Result<void> syncFile(const QString &path)
{
    const int descriptor = openNative(path, O_RDWR, 0);
    if (descriptor < 0) {
        return systemFailure(ErrorCode::WriteFailed);
    }
    const bool isSynced = syncNative(descriptor) == 0;
    auto result = isSynced ? Result<void>() : systemFailure(ErrorCode::WriteFailed);
    closeNative(descriptor);
    return result;
}

Result<NativeFile> NativeFile::openToRead(const QString &path)
{
    const int descriptor = openNative(path, O_RDONLY, 0);
    if (descriptor < 0) {
        return systemFailure(ErrorCode::ReadFailed);
    }
    return NativeFile(descriptor, Owned::Yes);
}

NativeFile NativeFile::standardInput()
{
#ifdef _WIN32
    _setmode(0, _O_BINARY);
#endif
    return {0, Owned::No};
}

Result<NativeFile> NativeFile::create(const QString &path, FileAccess access)
{
    const int descriptor = openNative(path, O_WRONLY | O_CREAT | O_EXCL, modeFor(access));
    if (descriptor < 0) {
        return systemFailure(ErrorCode::WriteFailed);
    }
    return NativeFile(descriptor, Owned::Yes);
}

NativeFile::NativeFile(NativeFile &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_owned(other.m_owned)
{
}

NativeFile::~NativeFile()
{
    if (m_descriptor >= 0 && m_owned == Owned::Yes) {
        closeNative(m_descriptor);
    }
}

Result<std::size_t> NativeFile::read(std::span<unsigned char> buffer)
{
    const std::size_t size = std::min<std::size_t>(buffer.size(), INT_MAX);
    for (;;) {
        if (const auto count = readNative(m_descriptor, buffer.data(), size); count >= 0) {
            return static_cast<std::size_t>(count);
        }
        if (errno != EINTR) {
            return systemFailure(ErrorCode::ReadFailed);
        }
    }
}

Result<void> NativeFile::write(ByteView bytes)
{
    while (!bytes.empty()) {
        const auto count =
            writeNative(m_descriptor, bytes.data(), std::min<std::size_t>(bytes.size(), INT_MAX));
        if (count < 0 && errno != EINTR) {
            return systemFailure(ErrorCode::WriteFailed);
        }
        bytes = bytes.subspan(static_cast<std::size_t>(std::max<decltype(count)>(count, 0)));
    }
    return {};
}

Result<void> NativeFile::sync()
{
    if (syncNative(m_descriptor) != 0) {
        return systemFailure(ErrorCode::WriteFailed);
    }
    return {};
}

Result<void> NativeFile::close()
{
    if (m_descriptor >= 0 && closeNative(std::exchange(m_descriptor, -1)) != 0) {
        return systemFailure(ErrorCode::WriteFailed);
    }
    return {};
}

} // namespace countersign
