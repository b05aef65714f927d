#include "core/keys/derkey.h"

#include "core/keys/roca.h"

using namespace Qt::StringLiterals;

namespace countersign::keys {
namespace {

std::optional<Error> faultOf(const crypto::PublicKey &key)
{
    if (key.type() != crypto::KeyType::Rsa || !hasRocaPattern(bytesOf(key.numbers().n))) {
        return std::nullopt;
    }
    return Error{ErrorCode::InvalidKey,
                 u"the RSA modulus has the ROCA pattern (CVE-2017-15361): its private key can be computed"_s};
}

Result<crypto::PrivateKey> readEncrypted(ByteView der, const SecretBytes *passphrase)
{
    if (!passphrase) {
        return failure(ErrorCode::WrongKeyPassphrase,
                       u"an encrypted private key: its passphrase is needed"_s);
    }
    return crypto::PrivateKey::fromEncryptedPkcs8Der(der, *passphrase);
}

Error refusalOf(DerKind kind, std::size_t size)
{
    switch (kind) {
    case DerKind::NotDer:
        return {ErrorCode::InvalidKey, u"not a DER structure"_s};
    case DerKind::CutShort:
        return {ErrorCode::InvalidKey,
                u"cut short: the key announces more than the %1 bytes there are"_s.arg(size)};
    case DerKind::TrailingBytes:
        return {ErrorCode::InvalidKey, u"more bytes after the end of the key"_s};
    case DerKind::OtherDer:
        return {ErrorCode::InvalidKey, u"a DER structure that is no key"_s};
    default:
        return {ErrorCode::UnsupportedKey, u"a %1, not a key Countersign can use"_s.arg(derKindName(kind))};
    }
}

} // namespace

Result<KeyMaterial> readDerKey(ByteView der, const SecretBytes *passphrase)
{
    const DerKind kind = classifyDer(der);
    const bool namesAlgorithm = kind == DerKind::Spki || kind == DerKind::Pkcs8;
    if (const QString unused = namesAlgorithm ? unusedAlgorithm(der) : QString(); !unused.isEmpty()) {
        return failure(ErrorCode::UnsupportedKey,
                       u"%1: Countersign uses RSA, EC and Ed25519 keys"_s.arg(unused));
    }
    switch (kind) {
    case DerKind::Spki:
        return checkedKey(crypto::PublicKey::fromSpkiDer(der));
    case DerKind::Pkcs1Public:
        return checkedKey(crypto::PublicKey::fromPkcs1Der(der));
    case DerKind::Pkcs8:
        return checkedKey(crypto::PrivateKey::fromPkcs8Der(der));
    case DerKind::Pkcs1Private:
        return checkedKey(crypto::PrivateKey::fromPkcs1Der(der));
    case DerKind::Sec1:
        return checkedKey(crypto::PrivateKey::fromSec1Der(der));
    case DerKind::EncryptedPkcs8:
        return checkedKey(readEncrypted(der, passphrase));
    default:
        return std::unexpected(refusalOf(kind, der.size()));
    }
}

Result<KeyMaterial> checkedKey(Result<crypto::PublicKey> key)
{
    if (!key) {
        return std::unexpected(key.error());
    }
    if (const auto fault = faultOf(*key)) {
        return std::unexpected(*fault);
    }
    return KeyMaterial(std::move(*key));
}

Result<KeyMaterial> checkedKey(Result<crypto::PrivateKey> key)
{
    if (!key) {
        return std::unexpected(key.error());
    }
    if (!key->isConsistent()) {
        return failure(ErrorCode::InvalidKey, u"the private and the public numbers do not belong together"_s);
    }
    if (const auto fault = faultOf(key->publicKey())) {
        return std::unexpected(*fault);
    }
    return KeyMaterial(std::move(*key));
}

} // namespace countersign::keys
