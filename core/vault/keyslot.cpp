#include "core/vault/keyslot_p.h"

#include "core/crypto/digest.h"
#include "core/crypto/random.h"
#include "core/vault/envelope_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

constexpr std::size_t saltSize = 32;
constexpr std::size_t derivedSize = 32;

void appendSized(QByteArray *bytes, const QByteArray &part)
{
    appendNumber(bytes, part.size());
    bytes->append(part);
}

QString nameOf(SlotKind kind)
{
    switch (kind) {
    case SlotKind::Passphrase:
        return u"passphrase"_s;
    case SlotKind::RecoveryKey:
        return u"recovery-key"_s;
    case SlotKind::Keyring:
        return u"keyring"_s;
    }
    return {};
}

/// Everything but wrapped key, commitment and checksum: what the wrapping is bound to.
QByteArray parametersOf(const KeySlot &slot)
{
    QByteArray bytes;
    appendSized(&bytes, nameOf(slot.kind).toUtf8());
    appendSized(&bytes, slot.kdf.toUtf8());
    appendNumber(&bytes, static_cast<qint64>(slot.parameters.cost));
    appendNumber(&bytes, slot.parameters.blockSize);
    appendNumber(&bytes, slot.parameters.parallelization);
    appendSized(&bytes, slot.salt);
    return bytes;
}

QByteArray bindingOf(const KeySlot &slot, const QByteArray &vaultId)
{
    return associatedData(vaultId, {RecordKind::Slot, parametersOf(slot), slot.id()});
}

/// Key-encryption key and commitment, both from what scrypt made.
struct WrappingKey
{
    crypto::AeadKey key;
    QByteArray commitment;
};

Result<WrappingKey> wrappingKey(const KeySlot &slot, const QByteArray &vaultId,
                                const SlotKeyDerivation &derive)
{
    const auto derived = derive(slot.salt, slot.parameters);
    if (!derived) {
        return std::unexpected(derived.error());
    }
    const auto expand = [&](QByteArrayView purpose) {
        return crypto::hkdf(*derived, bytesOf(vaultId), bytesOf(purpose), derivedSize);
    };
    const auto keyBytes = expand("countersign slot key");
    const auto commitment = expand("countersign slot commitment");
    if (!keyBytes || !commitment) {
        return failure(ErrorCode::CryptoFailed, u"deriving the slot's key"_s);
    }
    auto key = crypto::AeadKey::create(*keyBytes);
    if (!key) {
        return std::unexpected(key.error());
    }
    return WrappingKey{std::move(*key), viewOf(commitment->bytes()).toByteArray()};
}

Result<SlotKind> kindOf(const Row &row)
{
    for (const SlotKind kind : {SlotKind::Passphrase, SlotKind::RecoveryKey, SlotKind::Keyring}) {
        if (row[0].toInt() == static_cast<int>(kind) && row[1].toString() == nameOf(kind)) {
            return kind;
        }
    }
    return damaged(u"key slot %1 is of no known kind"_s.arg(row[0].toInt()));
}

Result<KeySlot> slotFrom(const Row &row)
{
    const auto kind = kindOf(row);
    if (!kind) {
        return std::unexpected(kind.error());
    }
    KeySlot slot;
    slot.kind = *kind;
    slot.kdf = row[2].toString();
    slot.parameters = {row[3].toULongLong(), row[4].toUInt(), row[5].toUInt()};
    slot.salt = row[6].toByteArray();
    slot.wrappedKey = row[7].toByteArray();
    slot.commitment = row[8].toByteArray();
    slot.checksum = row[9].toByteArray();
    return slot;
}

Result<void> validate(const KeySlot &slot)
{
    if (slot.checksum != slot.expectedChecksum()) {
        return damaged(u"key slot %1 does not match its checksum"_s.arg(slot.id()));
    }
    if (slot.kdf != u"scrypt"_s || slot.salt.size() != saltSize) {
        return damaged(u"key slot %1 is of no known kind"_s.arg(slot.id()));
    }
    if (!crypto::isAcceptableForVault(slot.parameters)) {
        return damaged(u"key slot %1: scrypt parameters out of bounds (N=%2, r=%3, p=%4)"_s.arg(slot.id())
                           .arg(slot.parameters.cost)
                           .arg(slot.parameters.blockSize)
                           .arg(slot.parameters.parallelization));
    }
    return {};
}

} // namespace

QByteArray KeySlot::canonical() const
{
    QByteArray bytes;
    appendNumber(&bytes, id());
    bytes += parametersOf(*this);
    appendSized(&bytes, wrappedKey);
    appendSized(&bytes, commitment);
    return bytes;
}

QByteArray KeySlot::expectedChecksum() const
{
    return crypto::digest(crypto::HashAlgorithm::Sha256, bytesOf(canonical()));
}

SlotKeyDerivation derivationFrom(const SecretBytes &passphrase)
{
    return [&passphrase](const QByteArray &salt, const crypto::ScryptParameters &parameters) {
        return crypto::scrypt(passphrase.bytes(), bytesOf(salt), parameters, derivedSize);
    };
}

Result<KeySlot> wrapDataKey(SlotKind kind, const SecretBytes &dataKey, const QByteArray &vaultId,
                            const crypto::ScryptParameters &parameters, const SlotKeyDerivation &derive)
{
    if (!crypto::isAcceptableForVault(parameters)) {
        return failure(ErrorCode::InvalidInput, u"scrypt parameters out of bounds"_s);
    }
    KeySlot slot;
    slot.kind = kind;
    slot.parameters = parameters;
    slot.salt = crypto::randomBytes(saltSize);
    auto wrapping = wrappingKey(slot, vaultId, derive);
    if (!wrapping) {
        return std::unexpected(wrapping.error());
    }
    auto wrapped = wrapping->key.seal(dataKey.bytes(), bytesOf(bindingOf(slot, vaultId)));
    if (!wrapped) {
        return std::unexpected(wrapped.error());
    }
    slot.wrappedKey = std::move(*wrapped);
    slot.commitment = std::move(wrapping->commitment);
    slot.checksum = slot.expectedChecksum();
    return slot;
}

Result<SecretBytes> unwrapDataKey(const KeySlot &slot, const QByteArray &vaultId,
                                  const SlotKeyDerivation &derive)
{
    const auto wrapping = wrappingKey(slot, vaultId, derive);
    if (!wrapping) {
        return std::unexpected(wrapping.error());
    }
    if (!equalConstantTime(bytesOf(wrapping->commitment), bytesOf(slot.commitment))) {
        return failure(ErrorCode::WrongPassphrase);
    }
    auto dataKey = wrapping->key.open(bytesOf(slot.wrappedKey), bytesOf(bindingOf(slot, vaultId)));
    if (!dataKey || dataKey->size() != crypto::aeadKeySize) {
        return damaged(u"key slot %1 was changed"_s.arg(slot.id()));
    }
    return dataKey;
}

Result<std::vector<KeySlot>> readSlots(const SqlStore &store)
{
    const auto rows = store.select(u"SELECT id, kind, kdf, cost, block_size, parallelization, salt, "
                                   "wrapped_key, commitment, checksum FROM key_slot ORDER BY id"_s);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    std::vector<KeySlot> keySlots;
    for (const Row &row : *rows) {
        auto slot = slotFrom(row);
        if (!slot) {
            return std::unexpected(slot.error());
        }
        if (auto valid = validate(*slot); !valid) {
            return std::unexpected(valid.error());
        }
        keySlots.push_back(std::move(*slot));
    }
    if (!findSlot(keySlots, SlotKind::Passphrase)) {
        return damaged(u"there is no key slot for a passphrase"_s);
    }
    return keySlots;
}

const KeySlot *findSlot(const std::vector<KeySlot> &keySlots, SlotKind kind)
{
    const auto found = std::ranges::find(keySlots, kind, &KeySlot::kind);
    return found == keySlots.end() ? nullptr : &*found;
}

Result<void> writeSlot(const SqlStore &store, const KeySlot &slot)
{
    const Row values{slot.id(),
                     nameOf(slot.kind),
                     slot.kdf,
                     static_cast<qint64>(slot.parameters.cost),
                     slot.parameters.blockSize,
                     slot.parameters.parallelization,
                     slot.salt,
                     slot.wrappedKey,
                     slot.commitment,
                     slot.checksum};
    auto written = store.execute(u"INSERT OR REPLACE INTO key_slot(id, kind, kdf, cost, block_size, "
                                 "parallelization, salt, wrapped_key, commitment, checksum) "
                                 "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                                 values);
    if (!written) {
        return std::unexpected(written.error());
    }
    return {};
}

Result<void> removeSlot(const SqlStore &store, SlotKind kind)
{
    auto removed = store.execute(u"DELETE FROM key_slot WHERE id = ?"_s, {static_cast<int>(kind)});
    return removed ? Result<void>() : std::unexpected(removed.error());
}

QByteArray slotsDigest(Timestamp createdAt, const std::vector<KeySlot> &keySlots)
{
    QByteArray all;
    appendNumber(&all, createdAt.time_since_epoch().count());
    for (const KeySlot &slot : keySlots) {
        appendSized(&all, slot.canonical());
    }
    return crypto::digest(crypto::HashAlgorithm::Sha256, bytesOf(all));
}

} // namespace countersign::vault
