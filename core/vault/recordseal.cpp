#include "core/vault/recordseal.h"

#include "core/base/chain.h"
#include "core/crypto/kdf.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace countersign::vault {

Result<RecordSeal> RecordSeal::create(const SecretBytes &dataKey, const QByteArray &vaultId)
{
    return crypto::hkdf(dataKey, bytesOf(vaultId), bytesOf("countersign record"), crypto::aeadKeySize) |
           andThen([](const SecretBytes &key) { return crypto::AeadKey::create(key); }) |
           transformed([&](crypto::AeadKey key) { return RecordSeal(std::move(key), vaultId); });
}

Result<QByteArray> RecordSeal::seal(const RecordPlace &place, ByteView plaintext) const
{
    return m_key.seal(plaintext, bytesOf(associatedData(place)));
}

Result<SecretBytes> RecordSeal::open(const RecordPlace &place, const QByteArray &sealed) const
{
    if (isLongEnough(sealed)) {
        if (auto plaintext = m_key.open(bytesOf(sealed), bytesOf(associatedData(place)))) {
            return plaintext;
        }
    }
    return failure(ErrorCode::VaultDamaged, u"%1 was altered"_s.arg(describePlace(place)));
}

bool RecordSeal::isLongEnough(const QByteArray &sealed)
{
    return sealed.size() >= qsizetype(crypto::aeadNonceSize + crypto::aeadTagSize);
}

/// Fixed-size fields first and the id last, so that no two places share their bytes.
QByteArray RecordSeal::associatedData(const RecordPlace &place) const
{
    QByteArray data = "countersign vault 1" + m_vaultId;
    data.append(static_cast<char>(place.kind));
    const quint64 version = qToBigEndian(place.version);
    data.append(reinterpret_cast<const char *>(&version), sizeof version);
    return data + place.id;
}

QString describePlace(const RecordPlace &place)
{
    const QString id = QString::fromLatin1(place.id.toHex());
    switch (place.kind) {
    case RecordKind::Property:
        return u"the record of property %1"_s.arg(id);
    case RecordKind::KeyMaterial:
        return u"the key of property %1, version %2"_s.arg(id).arg(place.version);
    case RecordKind::Activity:
        return u"activity entry %1"_s.arg(place.version);
    case RecordKind::Manifest:
        return u"the manifest"_s;
    }
    return {};
}

} // namespace countersign::vault
