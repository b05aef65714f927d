#include "core/crypto/keyhandle_p.h"
#include "core/crypto/openssl_p.h"

namespace countersign::crypto {

namespace {

std::optional<QByteArray> recover(EVP_PKEY *pkey, JwsAlgorithm algorithm, ByteView signature)
{
    const PkeyContextPtr context(EVP_PKEY_CTX_new_from_pkey(openssl::context(), pkey, nullptr));
    if (!context || EVP_PKEY_verify_recover_init(context.get()) != 1 ||
        EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) != 1 ||
        EVP_PKEY_CTX_set_signature_md(context.get(), openssl::messageDigest(hashFor(algorithm))) != 1) {
        return std::nullopt;
    }
    QByteArray digest(EVP_PKEY_get_size(pkey), '\0');
    auto size = static_cast<std::size_t>(digest.size());
    if (EVP_PKEY_verify_recover(context.get(), reinterpret_cast<unsigned char *>(digest.data()), &size,
                                signature.data(), signature.size()) != 1 ||
        size != hashSize(hashFor(algorithm))) {
        return std::nullopt;
    }
    digest.truncate(static_cast<qsizetype>(size));
    return digest;
}

} // namespace

std::optional<QByteArray> PublicKey::signedDigest(JwsAlgorithm algorithm, ByteView signature) const
{
    if (!isPkcs1v15(algorithm) || !m_handle->kind.suits(algorithm)) {
        return std::nullopt;
    }
    auto digest = recover(m_handle->pkey.get(), algorithm, signature);
    if (!digest) {
        openssl::forgetErrors();
    }
    return digest;
}

} // namespace countersign::crypto
