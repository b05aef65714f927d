#include "core/crypto/pkeynumbers_p.h"

#include "core/crypto/openssl_p.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/objects.h>

namespace countersign::crypto {

namespace {

using GroupPtr = std::unique_ptr<EC_GROUP, FreeWith<EC_GROUP_free>>;
using PointPtr = std::unique_ptr<EC_POINT, FreeWith<EC_POINT_free>>;

std::size_t sizeFor(const BIGNUM *number, std::size_t size)
{
    return size > 0 ? size : static_cast<std::size_t>(BN_num_bytes(number));
}

QByteArray rawPublicKey(const EVP_PKEY *pkey)
{
    std::size_t size = 0;
    EVP_PKEY_get_raw_public_key(pkey, nullptr, &size);
    QByteArray key(static_cast<qsizetype>(size), '\0');
    EVP_PKEY_get_raw_public_key(pkey, reinterpret_cast<unsigned char *>(key.data()), &size);
    return key;
}

SecretBytes rawPrivateKey(const EVP_PKEY *pkey)
{
    std::size_t size = 0;
    EVP_PKEY_get_raw_private_key(pkey, nullptr, &size);
    SecretBytes key(size);
    EVP_PKEY_get_raw_private_key(pkey, key.writableBytes().data(), &size);
    return key;
}

std::optional<PublicNumbers> multiplyBasePoint(const SecretBytes &d, EcCurve curve)
{
    const GroupPtr group(
        EC_GROUP_new_by_curve_name_ex(openssl::context(), nullptr, OBJ_sn2nid(groupName(curve))));
    const PointPtr point(group ? EC_POINT_new(group.get()) : nullptr);
    const BignumPtr scalar = bignumOf(d.bytes());
    const BignumPtr x(BN_new()), y(BN_new());
    if (!point || !EC_POINT_mul(group.get(), point.get(), scalar.get(), nullptr, nullptr, nullptr) ||
        !EC_POINT_get_affine_coordinates(group.get(), point.get(), x.get(), y.get(), nullptr)) {
        return std::nullopt;
    }
    const std::size_t size = coordinateSize(curve);
    return PublicNumbers{KeyType::Ec, curve, {}, {}, publicBytes(x.get(), size), publicBytes(y.get(), size)};
}

} // namespace

std::optional<PublicNumbers> publicNumbersFor(const SecretBytes &d, const KeyKind &kind)
{
    if (kind.type == KeyType::Ec) {
        return multiplyBasePoint(d, *kind.curve);
    }
    const PkeyPtr pkey(
        EVP_PKEY_new_raw_private_key_ex(openssl::context(), "ED25519", nullptr, d.bytes().data(), d.size()));
    return pkey ? std::optional(publicNumbersOf(pkey.get(), kind)) : std::nullopt;
}

BignumPtr numberOf(const EVP_PKEY *pkey, const char *name)
{
    BIGNUM *number = nullptr;
    return BignumPtr(EVP_PKEY_get_bn_param(pkey, name, &number) ? number : nullptr);
}

BignumPtr bignumOf(ByteView bigEndian)
{
    return BignumPtr(BN_bin2bn(bigEndian.data(), static_cast<int>(bigEndian.size()), nullptr));
}

QByteArray publicBytes(const BIGNUM *number, std::size_t size)
{
    if (!number) {
        return {};
    }
    QByteArray bytes(static_cast<qsizetype>(sizeFor(number, size)), '\0');
    BN_bn2binpad(number, reinterpret_cast<unsigned char *>(bytes.data()), static_cast<int>(bytes.size()));
    return bytes;
}

SecretBytes secretBytes(const BIGNUM *number, std::size_t size)
{
    if (!number) {
        return {};
    }
    SecretBytes bytes(sizeFor(number, size));
    BN_bn2binpad(number, bytes.writableBytes().data(), static_cast<int>(bytes.size()));
    return bytes;
}

PublicNumbers publicNumbersOf(const EVP_PKEY *pkey, const KeyKind &kind)
{
    PublicNumbers numbers{.type = kind.type, .curve = kind.curve, .n = {}, .e = {}, .x = {}, .y = {}};
    switch (kind.type) {
    case KeyType::Rsa:
        numbers.n = publicBytes(numberOf(pkey, OSSL_PKEY_PARAM_RSA_N).get());
        numbers.e = publicBytes(numberOf(pkey, OSSL_PKEY_PARAM_RSA_E).get());
        break;
    case KeyType::Ec:
        numbers.x = publicBytes(numberOf(pkey, OSSL_PKEY_PARAM_EC_PUB_X).get(), coordinateSize(*kind.curve));
        numbers.y = publicBytes(numberOf(pkey, OSSL_PKEY_PARAM_EC_PUB_Y).get(), coordinateSize(*kind.curve));
        break;
    case KeyType::Ed25519:
        numbers.x = rawPublicKey(pkey);
        break;
    case KeyType::Secret:
        break;
    }
    return numbers;
}

PrivateNumbers privateNumbersOf(const EVP_PKEY *pkey, const KeyKind &kind)
{
    PrivateNumbers numbers;
    if (kind.type == KeyType::Ed25519) {
        numbers.d = rawPrivateKey(pkey);
    } else if (kind.type == KeyType::Ec) {
        numbers.d = secretBytes(numberOf(pkey, OSSL_PKEY_PARAM_PRIV_KEY).get(), coordinateSize(*kind.curve));
    } else {
        numbers.d = secretBytes(numberOf(pkey, OSSL_PKEY_PARAM_RSA_D).get());
        numbers.p = secretBytes(numberOf(pkey, OSSL_PKEY_PARAM_RSA_FACTOR1).get());
        numbers.q = secretBytes(numberOf(pkey, OSSL_PKEY_PARAM_RSA_FACTOR2).get());
        numbers.dp = secretBytes(numberOf(pkey, OSSL_PKEY_PARAM_RSA_EXPONENT1).get());
        numbers.dq = secretBytes(numberOf(pkey, OSSL_PKEY_PARAM_RSA_EXPONENT2).get());
        numbers.qi = secretBytes(numberOf(pkey, OSSL_PKEY_PARAM_RSA_COEFFICIENT1).get());
    }
    return numbers;
}

} // namespace countersign::crypto
