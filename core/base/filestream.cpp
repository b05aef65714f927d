#include "core/base/filestream.h"

#include "core/base/nativefile_p.h"

#include <optional>

namespace countersign {

struct FileReader::Private
{
    QString path;
    NativeFile file;
};

FileReader::FileReader(std::unique_ptr<Private> data)
    : d(std::move(data))
{
}
FileReader::FileReader(FileReader &&) noexcept = default;
FileReader::~FileReader() = default;

Result<FileReader> FileReader::open(const QString &path)
{
    auto file = openInput(path);
    if (!file) {
        return naming(path, file.error());
    }
    return FileReader(std::make_unique<Private>(path, *std::move(file)));
}

Result<std::size_t> FileReader::read(std::span<unsigned char> block)
{
    const auto count = d->file.read(block);
    if (!count) {
        return naming(d->path, count.error());
    }
    return *count;
}

struct FileWriter::Private
{
    QString path;
    QString target;
    QString temporary;
    Overwrite overwrite;
    NativeFile file;
    bool isCommitted = false;
};

FileWriter::FileWriter(std::unique_ptr<Private> data)
    : d(std::move(data))
{
}
FileWriter::FileWriter(FileWriter &&) noexcept = default;

FileWriter::~FileWriter()
{
    if (d && !d->isCommitted) {
        static_cast<void>(d->file.close()); // an open file cannot be removed everywhere
        removeFile(d->temporary);
    }
}

Result<FileWriter> FileWriter::create(const QString &path, FileAccess access, Overwrite overwrite)
{
    const auto target = targetOf(path, overwrite);
    if (!target) {
        return std::unexpected(target.error());
    }
    const QString temporary = temporaryNameFor(*target);
    auto file = NativeFile::create(temporary, access);
    if (!file) {
        return naming(path, file.error());
    }
    return FileWriter(
        std::make_unique<Private>(path, *target, temporary, overwrite, *std::move(file), false));
}

Result<void> FileWriter::write(ByteView bytes)
{
    if (auto written = d->file.write(bytes); !written) {
        return naming(d->path, written.error());
    }
    return {};
}

Result<void> FileWriter::commit()
{
    auto done = d->file.sync();
    if (done) {
        done = d->file.close();
    }
    if (done) {
        done = moveIntoPlace(d->temporary, d->target, d->overwrite);
    }
    if (!done) {
        return naming(d->path, done.error());
    }
    d->isCommitted = true;
    return {};
}

} // namespace countersign
