#include "core/vault/keyslot.h"

#include "core/base/chain.h"
#include "core/crypto/aead.h"
#include "core/crypto/digest.h"
#include "core/crypto/random.h"

#include <QDataStream>
#include <QIODevice>

using namespace Qt::StringLiterals;

namespace countersign::vault {
namespace {

constexpr std::size_t saltSize = 32;
constexpr std::size_t commitmentSize = 32;

/// What a passphrase becomes: a key that wraps, and a value that tells whether it is the right one.
struct DerivedKeys
{
    SecretBytes wrapping;
    SecretBytes commitment;
};

Result<DerivedKeys> deriveKeys(const SecretBytes &passphrase, const QByteArray &salt,
                               const crypto::ScryptParameters &kdf)
{
    auto master = crypto::scrypt(passphrase.bytes(), bytesOf(salt), kdf, crypto::aeadKeySize);
    if (!master) {
        return std::unexpected(master.error());
    }
    auto wrapping =
        crypto::hkdf(*master, bytesOf(salt), bytesOf("countersign slot wrap"), crypto::aeadKeySize);
    auto commitment =
        crypto::hkdf(*master, bytesOf(salt), bytesOf("countersign slot commitment"), commitmentSize);
    if (!wrapping || !commitment) {
        return std::unexpected(wrapping ? commitment.error() : wrapping.error());
    }
    return DerivedKeys{*std::move(wrapping), *std::move(commitment)};
}

QByteArray associatedData(const SlotBinding &binding, const KeySlot &slot)
{
    QByteArray data;
    QDataStream stream(&data, QIODevice::WriteOnly);
    stream << QByteArray("countersign slot 1") << binding.vaultId << binding.createdAt
           << quint64{slot.kdf.cost} << quint32{slot.kdf.blockSize} << quint32{slot.kdf.parallelization}
           << slot.salt << slot.commitment;
    return data;
}

QByteArray checksumOf(const SlotBinding &binding, const KeySlot &slot)
{
    return crypto::digest(crypto::HashAlgorithm::Sha256,
                          bytesOf(associatedData(binding, slot) + slot.wrappedKey));
}

QByteArray copyOf(const SecretBytes &bytes)
{
    return viewOf(bytes.bytes()).toByteArray();
}

} // namespace

Result<KeySlot> sealSlot(const SecretBytes &dataKey, const SecretBytes &passphrase,
                         const crypto::ScryptParameters &kdf, const SlotBinding &binding)
{
    KeySlot slot{kdf, crypto::randomBytes(saltSize), {}, {}, {}};
    const auto derived = deriveKeys(passphrase, slot.salt, kdf);
    if (!derived) {
        return std::unexpected(derived.error());
    }
    slot.commitment = copyOf(derived->commitment); // public by design: it commits, it does not unlock
    auto wrapped = crypto::AeadKey::create(derived->wrapping) | andThen([&](const crypto::AeadKey &key) {
                       return key.seal(dataKey.bytes(), bytesOf(associatedData(binding, slot)));
                   });
    if (!wrapped) {
        return std::unexpected(wrapped.error());
    }
    slot.wrappedKey = *std::move(wrapped);
    slot.checksum = checksumOf(binding, slot);
    return slot;
}

Result<SecretBytes> openSlot(const KeySlot &slot, const SecretBytes &passphrase, const SlotBinding &binding)
{
    if (!crypto::isAcceptableForVault(slot.kdf) || slot.salt.size() != qsizetype(saltSize) ||
        slot.commitment.size() != qsizetype(commitmentSize)) {
        return failure(ErrorCode::VaultDamaged, u"the key derivation's parameters are out of bounds"_s);
    }
    if (slot.checksum != checksumOf(binding, slot)) {
        return failure(ErrorCode::VaultDamaged, u"the key slot was altered"_s);
    }
    const auto derived = deriveKeys(passphrase, slot.salt, slot.kdf);
    if (!derived) {
        return std::unexpected(derived.error());
    }
    if (!equalConstantTime(derived->commitment.bytes(), bytesOf(slot.commitment))) {
        return failure(ErrorCode::WrongPassphrase);
    }
    auto dataKey = crypto::AeadKey::create(derived->wrapping) | andThen([&](const crypto::AeadKey &key) {
                       return key.open(bytesOf(slot.wrappedKey), bytesOf(associatedData(binding, slot)));
                   });
    if (!dataKey || dataKey->size() != crypto::aeadKeySize) {
        return failure(ErrorCode::VaultDamaged, u"the key slot was altered"_s);
    }
    return dataKey;
}

} // namespace countersign::vault
