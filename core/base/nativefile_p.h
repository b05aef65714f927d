#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/base/files.h"

#include <QString>

namespace countersign {

/// A file of the system, closed when it dies. Unbuffered, so that no library keeps a copy of a secret.
/// Its failures say what happened; the caller says to which file.
class NativeFile final
{
public:
    static Result<NativeFile> openToRead(const QString &path);
    static NativeFile standardInput();
    /// Fails with FileExists when something of that name is there.
    static Result<NativeFile> create(const QString &path, FileAccess access);

    NativeFile(NativeFile &&other) noexcept;
    NativeFile &operator=(NativeFile &&) = delete;
    ~NativeFile();

    /// The count of bytes read; 0 at the end.
    Result<std::size_t> read(std::span<unsigned char> buffer);
    Result<void> write(ByteView bytes);
    /// Until the content is on the disk.
    Result<void> sync();
    /// Reports what the system found out only when closing.
    Result<void> close();

private:
    enum class Owned { No, Yes };
    NativeFile(int descriptor, Owned owned)
        : m_descriptor(descriptor)
        , m_owned(owned)
    {
    }

    int m_descriptor = -1;
    Owned m_owned = Owned::Yes;
};

/// "-" is standard input.
Result<NativeFile> openInput(const QString &path);
/// Until the content of a file that something else wrote is on the disk.
Result<void> syncFile(const QString &path);
/// Gives `temporary` the name `target` in one step, and makes that durable.
Result<void> moveIntoPlace(const QString &temporary, const QString &target, Overwrite overwrite);
void removeFile(const QString &path);

/// The same failure with the file's name in front.
std::unexpected<Error> naming(const QString &path, const Error &error);
/// A short name beside the target: a long one could pass the file system's limit.
QString temporaryNameFor(const QString &target);
/// An empty file for something else to write into, owner-only before its first byte. Failures name it.
Result<void> createOwnerOnly(const QString &path);
/// What a write to `path` really replaces: the file a symbolic link leads to.
Result<QString> targetOf(const QString &path, Overwrite overwrite);

/// The failure for what `errno` says now, naming the reason: the disk is full, no permission…
std::unexpected<Error> systemFailure(ErrorCode fallback);

} // namespace countersign
