#include "core/vault/envelope_p.h"

#include "core/crypto/kdf.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

/// How a row is sealed. Not the format of the file, which can gain things without sealing anew.
constexpr int sealFormat = 1;

Result<SecretBytes> subkey(const SecretBytes &dataKey, const QByteArray &vaultId, QByteArrayView purpose)
{
    const QByteArray info = "countersign vault " + purpose.toByteArray();
    return crypto::hkdf(dataKey, bytesOf(vaultId), bytesOf(info), crypto::aeadKeySize);
}

Result<crypto::AeadKey> aeadKey(const SecretBytes &dataKey, const QByteArray &vaultId, QByteArrayView purpose)
{
    const auto key = subkey(dataKey, vaultId, purpose);
    if (!key) {
        return std::unexpected(key.error());
    }
    return crypto::AeadKey::create(*key);
}

Result<crypto::MacKey> macKey(const SecretBytes &dataKey, const QByteArray &vaultId, QByteArrayView purpose)
{
    const auto key = subkey(dataKey, vaultId, purpose);
    if (!key) {
        return std::unexpected(key.error());
    }
    return crypto::MacKey::create(crypto::HashAlgorithm::Sha256, key->bytes());
}

} // namespace

void appendNumber(QByteArray *bytes, qint64 number)
{
    const qint64 bigEndian = qToBigEndian(number);
    bytes->append(reinterpret_cast<const char *>(&bigEndian), sizeof bigEndian);
}

QByteArray associatedData(const QByteArray &vaultId, const RecordName &name)
{
    QByteArray data;
    data.reserve(vaultId.size() + name.id.size() + 10);
    data.append(char(sealFormat)).append(vaultId).append(char(name.kind));
    appendNumber(&data, name.revision);
    return data.append(name.id);
}

Envelope::Envelope(QByteArray vaultId, crypto::AeadKey records, crypto::AeadKey material,
                   crypto::MacKey chain, crypto::MacKey seen, QByteArray commitment)
    : m_vaultId(std::move(vaultId))
    , m_records(std::move(records))
    , m_material(std::move(material))
    , m_chain(std::move(chain))
    , m_seen(std::move(seen))
    , m_commitment(std::move(commitment))
{
}

Result<Envelope> Envelope::create(const SecretBytes &dataKey, const QByteArray &vaultId)
{
    auto records = aeadKey(dataKey, vaultId, "records");
    auto material = aeadKey(dataKey, vaultId, "material");
    auto chain = macKey(dataKey, vaultId, "chain");
    auto seen = macKey(dataKey, vaultId, "seen");
    const auto commitment = subkey(dataKey, vaultId, "commitment");
    if (!records || !material || !chain || !seen || !commitment) {
        return failure(ErrorCode::CryptoFailed, u"deriving the vault's keys"_s);
    }
    return Envelope(vaultId, std::move(*records), std::move(*material), std::move(*chain), std::move(*seen),
                    viewOf(commitment->bytes()).toByteArray());
}

const crypto::AeadKey &Envelope::keyFor(RecordKind kind) const
{
    return kind == RecordKind::Material ? m_material : m_records;
}

Result<QByteArray> Envelope::seal(ByteView plaintext, const RecordName &name) const
{
    return keyFor(name.kind).seal(plaintext, bytesOf(associatedData(m_vaultId, name)));
}

Result<SecretBytes> Envelope::open(const QByteArray &sealed, const RecordName &name) const
{
    auto opened = keyFor(name.kind).open(bytesOf(sealed), bytesOf(associatedData(m_vaultId, name)));
    if (!opened) {
        return failure(ErrorCode::VaultDamaged, opened.error().detail);
    }
    return opened;
}

QByteArray Envelope::mac(ByteView message) const
{
    return m_chain.computeMac(message);
}

QByteArray Envelope::seenMac(ByteView message) const
{
    return m_seen.computeMac(message);
}

} // namespace countersign::vault
