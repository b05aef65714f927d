#include "core/crypto/keykind_p.h"

#include "core/crypto/openssl_p.h"
#include "core/crypto/opensslhandles_p.h"
#include "core/crypto/pkeynumbers_p.h"

#include <openssl/core_names.h>

#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace countersign::crypto {

namespace {

constexpr std::array groupNames{"prime256v1", "secp384r1", "secp521r1"}; // in the order of EcCurve

constexpr int fewestRsaBits = 512; // below, not even a SHA-512 signature fits; weakness is judged elsewhere
constexpr int mostRsaBits = 16384; // OpenSSL's own bound
constexpr int mostExponentBits = 64;

Result<KeyKind> rsaKind(const EVP_PKEY *pkey)
{
    const BignumPtr modulus = numberOf(pkey, OSSL_PKEY_PARAM_RSA_N);
    const BignumPtr exponent = numberOf(pkey, OSSL_PKEY_PARAM_RSA_E);
    if (!modulus || !exponent) {
        return failure(ErrorCode::InvalidKey, u"an RSA key without its modulus or exponent"_s);
    }
    const int bits = BN_num_bits(modulus.get());
    if (bits < fewestRsaBits || bits > mostRsaBits || !BN_is_odd(modulus.get())) {
        return failure(ErrorCode::InvalidKey, u"not an RSA modulus: %1 bits, %2"_s.arg(bits).arg(
                                                  BN_is_odd(modulus.get()) ? "odd"_L1 : "even"_L1));
    }
    if (!BN_is_odd(exponent.get()) || BN_is_one(exponent.get()) ||
        BN_num_bits(exponent.get()) > mostExponentBits) {
        return failure(ErrorCode::InvalidKey,
                       u"the RSA public exponent must be odd, above 1 and at most 64 bits long"_s);
    }
    return KeyKind{KeyType::Rsa, std::nullopt};
}

Result<KeyKind> ecKind(const EVP_PKEY *pkey)
{
    int explicitParameters = 0;
    EVP_PKEY_get_int_param(pkey, OSSL_PKEY_PARAM_EC_DECODED_FROM_EXPLICIT_PARAMS, &explicitParameters);
    if (explicitParameters) {
        // A curve of the sender's choosing may have a key that anybody knows (CVE-2020-0601).
        return failure(ErrorCode::UnsupportedKey, u"an EC key whose curve is written out instead of named"_s);
    }
    char name[64] = {};
    EVP_PKEY_get_utf8_string_param(pkey, OSSL_PKEY_PARAM_GROUP_NAME, name, sizeof name, nullptr);
    for (std::size_t i = 0; i < groupNames.size(); ++i) {
        if (std::string_view(name) == groupNames[i]) {
            return KeyKind{KeyType::Ec, static_cast<EcCurve>(i)};
        }
    }
    return failure(
        ErrorCode::UnsupportedKey,
        u"an EC key on the curve %1; P-256, P-384 and P-521 are used"_s.arg(QString::fromLatin1(name)));
}

} // namespace

bool KeyKind::suits(JwsAlgorithm algorithm) const
{
    return isUsedWith(algorithm, type, curve);
}

Result<KeyKind> kindOf(const EVP_PKEY *pkey)
{
    if (EVP_PKEY_is_a(pkey, "RSA")) {
        return rsaKind(pkey);
    }
    if (EVP_PKEY_is_a(pkey, "EC")) {
        return ecKind(pkey);
    }
    if (EVP_PKEY_is_a(pkey, "ED25519")) {
        return KeyKind{KeyType::Ed25519, std::nullopt};
    }
    const char *name = EVP_PKEY_get0_type_name(pkey);
    return failure(ErrorCode::UnsupportedKey, u"a key of type %1; RSA, EC and Ed25519 are used"_s.arg(
                                                  QLatin1StringView(name ? name : "unknown")));
}

const char *groupName(EcCurve curve)
{
    return groupNames[static_cast<std::size_t>(curve)];
}

} // namespace countersign::crypto
