#include "core/crypto/digestinfo_p.h"
#include "core/crypto/keyhandle_p.h"
#include "core/crypto/openssl_p.h"

namespace countersign::crypto {

namespace {

/// What stands within the padding of PKCS #1 v1.5; nothing where there is no such padding, as under any other
/// key.
std::optional<QByteArray> recover(EVP_PKEY *pkey, ByteView signature)
{
    const PkeyContextPtr context(EVP_PKEY_CTX_new_from_pkey(openssl::context(), pkey, nullptr));
    if (!context || EVP_PKEY_verify_recover_init(context.get()) != 1 ||
        EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) != 1) {
        return std::nullopt;
    }
    QByteArray content(EVP_PKEY_get_size(pkey), '\0');
    auto size = static_cast<std::size_t>(content.size());
    if (EVP_PKEY_verify_recover(context.get(), reinterpret_cast<unsigned char *>(content.data()), &size,
                                signature.data(), signature.size()) != 1) {
        return std::nullopt;
    }
    content.truncate(static_cast<qsizetype>(size));
    return content;
}

} // namespace

std::optional<SignedDigest> PublicKey::signedDigest(ByteView signature) const
{
    if (m_handle->kind.type != KeyType::Rsa) {
        return std::nullopt;
    }
    const auto content = recover(m_handle->pkey.get(), signature);
    if (!content) {
        openssl::forgetErrors();
        return std::nullopt;
    }
    return readDigestInfo(*content);
}

} // namespace countersign::crypto
