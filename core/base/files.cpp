#include "core/base/files.h"

#include "core/base/nativefile_p.h"

#include <QFileInfo>
#include <QRandomGenerator>

#include <vector>

using namespace Qt::StringLiterals;

namespace countersign {

namespace {

/// Hands the content over block by block. A pipe has no size to ask for, so nothing is asked.
template<typename Consume>
Result<void> readAll(const QString &path, qsizetype maximumSize, std::span<unsigned char> block,
                     Consume consume)
{
    auto file = openInput(path);
    if (!file) {
        return naming(path, file.error());
    }
    qsizetype total = 0;
    for (;;) {
        const auto count = file->read(block);
        if (!count) {
            return naming(path, count.error());
        }
        if (*count == 0) {
            return {};
        }
        total += static_cast<qsizetype>(*count);
        if (total > maximumSize) {
            return failure(ErrorCode::FileTooLarge,
                           u"%1: more than %2 bytes"_s.arg(path, QString::number(maximumSize)));
        }
        consume(ByteView(block).first(*count));
    }
}

Result<void> writeDurably(const QString &path, ByteView content, FileAccess access)
{
    auto file = NativeFile::create(path, access);
    if (!file) {
        return std::unexpected(file.error());
    }
    if (auto written = file->write(content); !written) {
        return written;
    }
    if (auto synced = file->sync(); !synced) {
        return synced;
    }
    return file->close();
}

} // namespace

Result<NativeFile> openInput(const QString &path)
{
    return path == "-"_L1 ? Result<NativeFile>(NativeFile::standardInput()) : NativeFile::openToRead(path);
}

std::unexpected<Error> naming(const QString &path, const Error &error)
{
    return failure(error.code, error.detail.isEmpty() ? path : path + u": "_s + error.detail);
}

QString temporaryNameFor(const QString &target)
{
    const quint64 random = QRandomGenerator::system()->generate64();
    return QFileInfo(target).absolutePath() + u"/.countersign-"_s + QString::number(random, 36) + u".tmp"_s;
}

Result<void> createOwnerOnly(const QString &path)
{
    auto file = NativeFile::create(path, FileAccess::OwnerOnly);
    if (!file) {
        return naming(path, file.error());
    }
    return file->close();
}

Result<QString> targetOf(const QString &path, Overwrite overwrite)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return path;
    }
    if (overwrite == Overwrite::No) {
        return failure(ErrorCode::FileExists, path);
    }
    if (!info.isFile()) {
        return failure(ErrorCode::WriteFailed, path + u": not a regular file"_s);
    }
    return info.isSymLink() ? info.canonicalFilePath() : path;
}

Result<SecretBytes> readSecretFile(const QString &path, qsizetype maximumSize)
{
    SecretBytes content;
    SecretBytes block(4096);
    auto read =
        readAll(path, maximumSize, block.writableBytes(), [&](ByteView bytes) { content.append(bytes); });
    if (!read) {
        return std::unexpected(read.error());
    }
    return content;
}

Result<QByteArray> readFile(const QString &path, qsizetype maximumSize)
{
    QByteArray content;
    std::vector<unsigned char> block(64 * 1024);
    auto read = readAll(path, maximumSize, block, [&](ByteView bytes) { content.append(viewOf(bytes)); });
    if (!read) {
        return std::unexpected(read.error());
    }
    return content;
}

Result<void> writeFile(const QString &path, ByteView content, FileAccess access, Overwrite overwrite)
{
    const auto target = targetOf(path, overwrite);
    if (!target) {
        return std::unexpected(target.error());
    }
    const QString temporary = temporaryNameFor(*target);
    auto written = writeDurably(temporary, content, access);
    if (written) {
        written = moveIntoPlace(temporary, *target, overwrite);
    }
    if (!written) {
        removeFile(temporary);
        return naming(path, written.error());
    }
    return {};
}

} // namespace countersign
