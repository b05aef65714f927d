#pragma once

#include "core/base/files.h"

#include <memory>

namespace countersign {

/// A file read block by block, for what does not fit into memory.
class FileReader final
{
public:
    /// "-" is standard input. Fails with FileNotFound or ReadFailed, naming the file.
    static Result<FileReader> open(const QString &path);
    FileReader(FileReader &&) noexcept;
    FileReader &operator=(FileReader &&) = delete;
    ~FileReader();

    /// The count of bytes read; 0 at the end.
    Result<std::size_t> read(std::span<unsigned char> block);

private:
    struct Private;
    explicit FileReader(std::unique_ptr<Private> data);
    std::unique_ptr<Private> d;
};

/// A file written block by block, all or nothing like writeFile(): under another name until commit(), which
/// syncs it and gives it its own. Without commit() it leaves nothing behind and the old file as it was.
class FileWriter final
{
public:
    static Result<FileWriter> create(const QString &path, FileAccess access, Overwrite overwrite);
    FileWriter(FileWriter &&) noexcept;
    FileWriter &operator=(FileWriter &&) = delete;
    ~FileWriter();

    Result<void> write(ByteView bytes);
    Result<void> commit();

private:
    struct Private;
    explicit FileWriter(std::unique_ptr<Private> data);
    std::unique_ptr<Private> d;
};

} // namespace countersign
