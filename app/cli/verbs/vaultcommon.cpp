#include "app/cli/verbs/vaultcommon.h"

#include "app/cli/inputs.h"

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
            {u"kdf"_s, kdf},
            {u"recoveryKey"_s, header.hasRecoveryKey}};
}

CliResult<OpenedVault> openWithPassphrase(Session &session)
{
    // Before asking: whoever mistyped the path should not have to type a passphrase first.
    if (auto header = vault::Vault::readHeader(session.vaultPath()); !header) {
        return std::unexpected(header.error());
    }
    auto passphrase = readVaultPassphrase(session);
    if (!passphrase) {
        return std::unexpected(passphrase.error());
    }
    auto vault = session.openVault(*passphrase);
    if (!vault) {
        return std::unexpected(vault.error());
    }
    session.backUpWhenDue(**vault);
    return OpenedVault{*std::move(vault), *std::move(passphrase)};
}

QStringList headerJsonKeys()
{
    return {u"file"_s, u"vaultId"_s, u"formatVersion"_s, u"createdAt"_s, u"kdf"_s, u"recoveryKey"_s};
}

} // namespace countersign::cli
