#include "core/vault/vaultcreation.h"

#include "core/crypto/random.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace countersign::vault {
namespace {

constexpr std::size_t vaultIdSize = 16;

Result<CreatedVault> makeKeys(const SecretBytes &passphrase, const crypto::ScryptParameters &kdf,
                              Timestamp now)
{
    const QByteArray id = crypto::randomBytes(vaultIdSize);
    VaultFileHeader file{{QString::fromLatin1(id.toHex()), vaultFormatVersion, kdf, now}, id, {}};
    SecretBytes dataKey = crypto::randomSecret(crypto::aeadKeySize);
    auto slot = sealSlot(dataKey, passphrase, kdf, file.binding());
    if (!slot) {
        return std::unexpected(slot.error());
    }
    file.slot = *std::move(slot);
    return VaultKeys::create(std::move(dataKey), id) |
           transformed([&](VaultKeys keys) { return CreatedVault{std::move(file), std::move(keys)}; });
}

/// An empty file that nobody else may read, before anything is written to it.
Result<void> reserve(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)) {
        return failure(ErrorCode::WriteFailed, u"%1: %2"_s.arg(path, file.errorString()));
    }
    return {};
}

Result<void> fill(const QString &path, const CreatedVault &vault, const Actor &actor, Timestamp now)
{
    auto database = SqlDatabase::open(path);
    if (!database) {
        return std::unexpected(database.error());
    }
    auto transaction = SqlTransaction::begin(*database, TransactionKind::Write);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    Manifest manifest{1, 0, ManifestSum::empty(), 0, {}};
    const ActivityEntry entry{0, now, actor, ActivityKind::VaultCreated, {}, {}, 0, {}};
    return createSchema(*database) | andThen([&] { return writeHeader(*database, vault.header); }) |
           andThen([&] { return vault.keys.log.append(*database, vault.keys.seal, entry, &manifest); }) |
           andThen([&] { return writeManifest(*database, vault.keys.seal, manifest); }) |
           andThen([&] { return transaction->commit(); });
}

Result<void> moveIntoPlace(const QString &from, const QString &to)
{
    // QFile::rename never overwrites: a vault made meanwhile by somebody else stays.
    if (QFile::rename(from, to)) {
        return {};
    }
    return QFileInfo::exists(to) ? failure(ErrorCode::VaultExists, to) : failure(ErrorCode::WriteFailed, to);
}

} // namespace

Result<CreatedVault> createVaultFile(const QString &path, const SecretBytes &passphrase,
                                     const crypto::ScryptParameters &kdf, const Actor &actor,
                                     const Clock &clock)
{
    if (QFileInfo::exists(path)) {
        return failure(ErrorCode::VaultExists, path);
    }
    if (passphrase.isEmpty()) {
        return failure(ErrorCode::InvalidInput, u"the passphrase is empty"_s);
    }
    if (!crypto::isAcceptableForVault(kdf)) {
        return failure(ErrorCode::InvalidInput, u"the key derivation's parameters are out of bounds"_s);
    }
    if (!QDir().mkpath(QFileInfo(path).absolutePath())) {
        return failure(ErrorCode::WriteFailed,
                       u"the folder %1 cannot be made"_s.arg(QFileInfo(path).absolutePath()));
    }
    auto vault = makeKeys(passphrase, kdf, clock.now());
    if (!vault) {
        return vault;
    }
    const QString draft = path + u".new-"_s + QString::fromLatin1(crypto::randomBytes(4).toHex());
    const auto made = reserve(draft) | andThen([&] { return fill(draft, *vault, actor, clock.now()); }) |
                      andThen([&] { return moveIntoPlace(draft, path); });
    if (!made) {
        QFile::remove(draft);
        return std::unexpected(made.error());
    }
    return vault;
}

} // namespace countersign::vault
