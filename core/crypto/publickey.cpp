#include "core/base/encoding.h"
#include "core/crypto/keydecoder_p.h"
#include "core/crypto/keyhandle_p.h"
#include "core/crypto/openssl_p.h"
#include "core/crypto/pem_p.h"
#include "core/crypto/pkeynumbers_p.h"

namespace countersign::crypto {

namespace {

Result<PublicKey> adoptResult(Result<PkeyPtr> pkey)
{
    if (!pkey) {
        return std::unexpected(pkey.error());
    }
    return PublicKey::Handle::adopt(*std::move(pkey));
}

} // namespace

Result<PublicKey> PublicKey::Handle::adopt(PkeyPtr pkey)
{
    const auto kind = kindOf(pkey.get());
    if (!kind) {
        return std::unexpected(kind.error());
    }
    return PublicKey(std::make_shared<const Handle>(std::move(pkey), *kind));
}

PublicKey::PublicKey(std::shared_ptr<const Handle> handle)
    : m_handle(std::move(handle))
{
}

Result<PublicKey> PublicKey::fromSpkiDer(ByteView der)
{
    return adoptResult(decodeKey(der, KeyStructure::SubjectPublicKeyInfo));
}

Result<PublicKey> PublicKey::fromPkcs1Der(ByteView der)
{
    return adoptResult(decodeKey(der, KeyStructure::Pkcs1Public));
}

Result<PublicKey> PublicKey::fromNumbers(const PublicNumbers &numbers)
{
    return adoptResult(publicKeyFromNumbers(numbers));
}

KeyType PublicKey::type() const
{
    return m_handle->kind.type;
}

int PublicKey::bits() const
{
    return keyBits(m_handle->pkey.get(), m_handle->kind);
}

std::optional<EcCurve> PublicKey::curve() const
{
    return m_handle->kind.curve;
}

PublicNumbers PublicKey::numbers() const
{
    return publicNumbersOf(m_handle->pkey.get(), m_handle->kind);
}

QByteArray PublicKey::spkiDer() const
{
    const int size = i2d_PUBKEY(m_handle->pkey.get(), nullptr);
    QByteArray der(std::max(size, 0), '\0');
    if (size > 0) {
        auto *out = reinterpret_cast<unsigned char *>(der.data());
        i2d_PUBKEY(m_handle->pkey.get(), &out);
    }
    return der;
}

QByteArray PublicKey::spkiPem() const
{
    return viewOf(toPem(bytesOf(spkiDer()), "PUBLIC KEY").bytes()).toByteArray();
}

bool PublicKey::verify(JwsAlgorithm algorithm, ByteView message, ByteView signature) const
{
    if (!m_handle->kind.suits(algorithm)) {
        return false;
    }
    const bool verified = m_handle->contexts.verify(m_handle->pkey.get(), algorithm, message, signature);
    if (!verified) {
        openssl::forgetErrors();
    }
    return verified;
}

bool PublicKey::operator==(const PublicKey &other) const
{
    return m_handle == other.m_handle || EVP_PKEY_eq(m_handle->pkey.get(), other.m_handle->pkey.get()) == 1;
}

} // namespace countersign::crypto
