#include "app/cli/verbs/vaultcommon.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace countersign::cli {

CliResult<void> makeRoomForVault(const QString &path)
{
    const QFileInfo file(path);
    if (file.exists() || file.isSymLink()) {
        return std::unexpected(Error{ErrorCode::VaultExists, path});
    }
    if (!QDir().mkpath(file.absolutePath())) {
        return std::unexpected(
            Error{ErrorCode::WriteFailed, file.absolutePath() + u": the folder cannot be made"_s});
    }
    return {};
}

JsonObject headerToJson(const QString &path, const vault::VaultHeader &header)
{
    const JsonObject kdf{{u"name"_s, u"scrypt"_s},
                         {u"cost"_s, static_cast<std::int64_t>(header.kdf.cost)},
                         {u"blockSize"_s, static_cast<std::int64_t>(header.kdf.blockSize)},
                         {u"parallelization"_s, static_cast<std::int64_t>(header.kdf.parallelization)}};
    return {{u"file"_s, path},
            {u"vaultId"_s, header.vaultId},
            {u"formatVersion"_s, header.formatVersion},
            {u"createdAt"_s, toRfc3339(header.createdAt)},
            {u"kdf"_s, kdf}};
}

QStringList headerJsonKeys()
{
    return {u"file"_s, u"vaultId"_s, u"formatVersion"_s, u"createdAt"_s, u"kdf"_s};
}

} // namespace countersign::cli
