#include "core/crypto/keyhandle_p.h"

namespace countersign::crypto {

SecretBytes derOf(const PKCS8_PRIV_KEY_INFO *info)
{
    const int size = info ? i2d_PKCS8_PRIV_KEY_INFO(info, nullptr) : 0;
    SecretBytes der(static_cast<std::size_t>(std::max(size, 0)));
    if (size > 0) {
        unsigned char *out = der.writableBytes().data();
        i2d_PKCS8_PRIV_KEY_INFO(info, &out);
    }
    return der;
}

SecretBytes privateKeyInfoOf(const EVP_PKEY *pkey)
{
    const PrivateKeyInfoPtr info(EVP_PKEY2PKCS8(pkey)); // wiped when freed
    return derOf(info.get());
}

int keyBits(const EVP_PKEY *pkey, const KeyKind &kind)
{
    constexpr int ed25519Bits = 256; // OpenSSL says 253, which is the order of the group
    return kind.type == KeyType::Ed25519 ? ed25519Bits : EVP_PKEY_get_bits(pkey);
}

} // namespace countersign::crypto
