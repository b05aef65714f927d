#include "core/base/nativefile_p.h"
#include "core/crypto/random.h"
#include "core/vault/recoverykey.h"
#include "core/vault/unlockattempts.h"
#include "core/vault/vaultprivate_p.h"
#include "core/vault/vaultschema_p.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

constexpr std::size_t vaultIdSize = 16;

Result<void> writeHeader(const SqlStore &store, const QByteArray &vaultId, const Envelope &envelope,
                         Timestamp now)
{
    auto written =
        store.execute(u"INSERT INTO header(id, vault_id, created_at, key_commitment) VALUES(1, ?, ?, ?)"_s,
                      {vaultId, qint64{now.time_since_epoch().count()}, envelope.commitment()});
    if (!written) {
        return std::unexpected(written.error());
    }
    return {};
}

Result<void> fillNewFile(const SqlStore &store, const QByteArray &vaultId, const KeySlot &slot,
                         const Envelope &envelope, Timestamp now)
{
    auto transaction = Transaction::begin(store, Transaction::Kind::Write);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    Manifest manifest = emptyManifest();
    manifest.slotsDigest = slotsDigest(now, {slot});
    for (const auto &step : std::initializer_list<std::function<Result<void>()>>{
             [&] { return createSchema(store); }, [&] { return writeHeader(store, vaultId, envelope, now); },
             [&] { return writeSlot(store, slot); },
             [&] { return writeManifest(store, envelope, &manifest); },
             [&] { return transaction->commit(); }}) {
        if (auto done = step(); !done) {
            return done;
        }
    }
    return {};
}

/// Makes the file under another name first, so that a vault is there whole or not at all. Owner-only from
/// the first byte; SQLite gives its journal the mode of the file.
Result<void> writeNewFile(const QString &temporary, const QByteArray &vaultId, const KeySlot &slot,
                          const Envelope &envelope, Timestamp now)
{
    if (auto created = createOwnerOnly(temporary); !created) {
        return created;
    }
    auto store = SqlStore::open(temporary, SqlStore::Mode::ReadWrite);
    if (!store) {
        return std::unexpected(store.error());
    }
    return fillNewFile(**store, vaultId, slot, envelope, now);
}

Result<void> checkNewFile(const QString &path, const SecretBytes &passphrase)
{
    if (QFileInfo::exists(path)) {
        return failure(ErrorCode::VaultExists, path);
    }
    if (passphrase.isEmpty()) {
        return failure(ErrorCode::InvalidInput, u"the passphrase is empty"_s);
    }
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder)) {
        return failure(ErrorCode::WriteFailed, u"the folder %1 cannot be made"_s.arg(folder));
    }
    return {};
}

Result<void> createFile(const QString &path, const QByteArray &vaultId, const KeySlot &slot,
                        const Envelope &envelope, Timestamp now)
{
    const QString temporary = temporaryNameFor(path);
    auto made = writeNewFile(temporary, vaultId, slot, envelope, now);
    if (made) {
        made = moveIntoPlace(temporary, path, Overwrite::No);
    }
    if (!made) {
        removeFile(temporary);
        const Error error = made.error();
        return error.code == ErrorCode::FileExists ? failure(ErrorCode::VaultExists, path) : made;
    }
    return {};
}

Result<void> readHeaderRow(LockedVault *locked)
{
    const auto row = locked->store->selectOne(u"SELECT vault_id, created_at, key_commitment FROM header"_s);
    const auto format = locked->store->number(u"PRAGMA user_version"_s);
    if (!row || !format) {
        return std::unexpected(row ? format.error() : row.error());
    }
    locked->vaultId = (*row)[0].toByteArray();
    if (locked->vaultId.size() != qsizetype{vaultIdSize}) {
        return damaged(u"the header"_s);
    }
    locked->keyCommitment = (*row)[2].toByteArray();
    locked->header.vaultId = QString::fromLatin1(locked->vaultId.toHex());
    locked->header.formatVersion = static_cast<int>(*format);
    locked->header.createdAt = Timestamp{std::chrono::seconds{(*row)[1].toLongLong()}};
    return {};
}

Result<void> readLocked(LockedVault *locked)
{
    auto transaction = Transaction::begin(*locked->store, Transaction::Kind::Read);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    if (auto checked = checkSchema(*locked->store); !checked) {
        return checked;
    }
    if (auto read = readHeaderRow(locked); !read) {
        return read;
    }
    auto keySlots = readSlots(*locked->store);
    if (!keySlots) {
        return std::unexpected(keySlots.error());
    }
    locked->keySlots = std::move(*keySlots);
    locked->header.kdf = findSlot(locked->keySlots, SlotKind::Passphrase)->parameters;
    locked->header.hasRecoveryKey = findSlot(locked->keySlots, SlotKind::RecoveryKey) != nullptr;
    return {};
}

Result<Envelope> openEnvelope(const LockedVault &locked, SlotKind kind, const SlotKeyDerivation &derive)
{
    const auto dataKey = unwrapWith(locked.keySlots, locked.vaultId, kind, derive);
    if (!dataKey) {
        return std::unexpected(dataKey.error());
    }
    auto envelope = Envelope::create(*dataKey, locked.vaultId);
    if (envelope && envelope->commitment() != locked.keyCommitment) {
        return damaged(u"the key does not belong to the header"_s);
    }
    return envelope;
}

Result<void> checkSlots(const LockedVault &locked, const Envelope &envelope)
{
    const auto manifest = readManifest(*locked.store, envelope);
    if (!manifest) {
        return std::unexpected(manifest.error());
    }
    // Read again: another process may have changed the passphrase meanwhile.
    const auto keySlots = readSlots(*locked.store);
    if (!keySlots) {
        return std::unexpected(keySlots.error());
    }
    if (manifest->slotsDigest != slotsDigest(locked.header.createdAt, *keySlots)) {
        return damaged(u"the header or a key slot is not the one last saved"_s);
    }
    if (manifest->format != locked.header.formatVersion) {
        return damaged(
            u"the header says format %1, and format %2 was saved last"_s.arg(locked.header.formatVersion)
                .arg(manifest->format));
    }
    return {};
}

Result<void> checkSlotsAtOnce(const LockedVault &locked, const Envelope &envelope)
{
    auto transaction = Transaction::begin(*locked.store, Transaction::Kind::Read);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    return checkSlots(locked, envelope);
}

} // namespace

Result<LockedVault> openLocked(const QString &path)
{
    if (auto checked = checkVaultFile(path); !checked) {
        return std::unexpected(checked.error());
    }
    LockedVault locked;
    locked.mode = QFileInfo(path).isWritable() ? SqlStore::Mode::ReadWrite : SqlStore::Mode::ReadOnly;
    auto store = SqlStore::open(path, locked.mode);
    if (!store) {
        return std::unexpected(store.error());
    }
    locked.store = std::move(*store);
    if (auto read = readLocked(&locked); !read) {
        return std::unexpected(read.error());
    }
    return locked;
}

Result<std::unique_ptr<Vault>> VaultOpening::open(const QString &path, const SlotKeyDerivation &derive,
                                                  Actor actor, const Clock &clock, SlotKind kind)
{
    auto locked = openLocked(path);
    if (!locked) {
        return std::unexpected(locked.error());
    }
    auto envelope = openEnvelope(*locked, kind, derive);
    if (!envelope) {
        return std::unexpected(envelope.error());
    }
    if (auto checked = checkSlotsAtOnce(*locked, *envelope); !checked) {
        return std::unexpected(checked.error());
    }
    return std::unique_ptr<Vault>(new Vault(std::make_unique<Vault::Private>(
        path, std::move(*locked), std::move(*envelope), std::move(actor), clock)));
}

void VaultOpening::setClock(Vault *vault, const Clock &clock)
{
    vault->d->clock = &clock;
}

Result<VaultHeader> Vault::readHeader(const QString &path)
{
    auto locked = openLocked(path);
    if (!locked) {
        return std::unexpected(locked.error());
    }
    return locked->header;
}

Result<std::unique_ptr<Vault>> Vault::create(const QString &path, const SecretBytes &passphrase,
                                             const crypto::ScryptParameters &kdf, Actor actor,
                                             const Clock &clock, const VaultMemory &memory)
{
    if (auto possible = checkNewFile(path, passphrase); !possible) {
        return std::unexpected(possible.error());
    }
    const SecretBytes dataKey = crypto::randomSecret(crypto::aeadKeySize);
    const QByteArray vaultId = crypto::randomBytes(vaultIdSize);
    const auto slot = wrapDataKey(SlotKind::Passphrase, dataKey, vaultId, kdf, derivationFrom(passphrase));
    auto envelope = Envelope::create(dataKey, vaultId);
    if (!slot || !envelope) {
        return std::unexpected(slot ? envelope.error() : slot.error());
    }
    if (auto made = createFile(path, vaultId, *slot, *envelope, clock.now()); !made) {
        return std::unexpected(made.error());
    }
    auto locked = openLocked(path);
    if (!locked) {
        return std::unexpected(locked.error());
    }
    std::unique_ptr<Vault> vault(new Vault(
        std::make_unique<Private>(path, std::move(*locked), std::move(*envelope), std::move(actor), clock)));
    if (!memory.folder.isEmpty()) {
        vault->d->seen.emplace(memory.folder, vaultId);
    }
    if (auto recorded = vault->record(ActivityKind::VaultCreated, nullptr, 0, {}); !recorded) {
        return std::unexpected(recorded.error());
    }
    return vault;
}

/// Counts a try that told somebody a passphrase or a recovery key is not the one.
void VaultOpening::count(const Result<std::unique_ptr<Vault>> &opened, const QString &path,
                         const Clock &clock, const VaultMemory &memory)
{
    const UnlockAttempts attempts(memory.folder, path);
    if (opened) {
        attempts.noteSuccess();
    } else if (opened.error().code == ErrorCode::WrongPassphrase ||
               opened.error().code == ErrorCode::WrongRecoveryKey) {
        attempts.noteFailure(clock.now());
    }
}

Result<std::unique_ptr<Vault>> VaultOpening::enter(std::unique_ptr<Vault> vault, const VaultMemory &memory,
                                                   const QString &detail)
{
    if (!memory.folder.isEmpty()) {
        const SeenVault seen(memory.folder, vault->d->vaultId);
        const auto reading = vault->d->beginReading();
        if (!reading) {
            return std::unexpected(reading.error());
        }
        const auto compared = seen.compare(reading->manifest, vault->d->envelope);
        if (!compared && memory.olderCopy == OlderCopy::Refuse) {
            return std::unexpected(compared.error());
        }
        seen.remember(reading->manifest, vault->d->envelope);
        vault->d->seen = seen;
    }
    // A vault on a full disk or in a read-only folder can still be read.
    const auto recorded = vault->record(ActivityKind::VaultUnlocked, nullptr, 0, detail);
    if (!recorded && recorded.error().code == ErrorCode::VaultInUse) {
        return std::unexpected(recorded.error());
    }
    return vault;
}

Result<std::unique_ptr<Vault>> Vault::open(const QString &path, const SecretBytes &passphrase, Actor actor,
                                           const Clock &clock, const VaultMemory &memory)
{
    auto vault = VaultOpening::open(path, derivationFrom(passphrase), std::move(actor), clock);
    VaultOpening::count(vault, path, clock, memory);
    return vault ? VaultOpening::enter(std::move(*vault), memory, {}) : std::move(vault);
}

Result<std::unique_ptr<Vault>> Vault::openWithRecoveryKey(const QString &path, const SecretBytes &recoveryKey,
                                                          Actor actor, const Clock &clock,
                                                          const VaultMemory &memory)
{
    const auto key = parseRecoveryKey(recoveryKey.bytes());
    if (!key) {
        return std::unexpected(key.error());
    }
    auto vault =
        VaultOpening::open(path, derivationFrom(*key), std::move(actor), clock, SlotKind::RecoveryKey);
    VaultOpening::count(vault, path, clock, memory);
    return vault ? VaultOpening::enter(std::move(*vault), memory, u"with the recovery key"_s)
                 : std::move(vault);
}

} // namespace countersign::vault
