#include "core/crypto/kdf.h"

#include "core/crypto/openssl_p.h"
#include "core/crypto/opensslhandles_p.h"

#include <openssl/core_names.h>
#include <openssl/params.h>

#include <bit>

using namespace Qt::StringLiterals;

namespace countersign::crypto {

namespace {

/// OpenSSL takes a null address for a missing parameter.
OSSL_PARAM octets(const char *name, ByteView bytes)
{
    static unsigned char empty = 0;
    auto *data = bytes.empty() ? &empty : const_cast<unsigned char *>(bytes.data());
    return OSSL_PARAM_construct_octet_string(name, data, bytes.size());
}

Result<SecretBytes> derive(EVP_KDF *kdf, const OSSL_PARAM *parameters, std::size_t size)
{
    const KdfContextPtr context(EVP_KDF_CTX_new(kdf));
    SecretBytes derived(size);
    if (!context || EVP_KDF_derive(context.get(), derived.writableBytes().data(), size, parameters) != 1) {
        return openssl::failed("deriving a key");
    }
    return derived;
}

/// OpenSSL refuses more than 32 MiB unless told. What scrypt takes (RFC 7914 section 2), and some room.
std::uint64_t memoryFor(const ScryptParameters &parameters)
{
    const std::uint64_t block = 128ULL * parameters.blockSize;
    return block * (parameters.cost + parameters.parallelization + 4) + (1U << 20);
}

bool isUsable(const ScryptParameters &parameters)
{
    constexpr std::uint64_t mostMemory = 4ULL << 30;
    return std::has_single_bit(parameters.cost) && parameters.cost > 1 && parameters.cost <= 1U << 24 &&
           parameters.blockSize >= 1 && parameters.blockSize <= 64 && parameters.parallelization >= 1 &&
           parameters.parallelization <= 64 && memoryFor(parameters) <= mostMemory;
}

} // namespace

bool isAcceptableForVault(const ScryptParameters &parameters)
{
    return std::has_single_bit(parameters.cost) && parameters.cost >= minimumVaultScryptCost &&
           parameters.cost <= maximumVaultScryptCost && parameters.blockSize == 8 &&
           parameters.parallelization >= 1 && parameters.parallelization <= 4;
}

Result<SecretBytes> scrypt(ByteView passphrase, ByteView salt, const ScryptParameters &parameters,
                           std::size_t size)
{
    if (!isUsable(parameters) || size == 0) {
        return failure(ErrorCode::InvalidInput, u"scrypt parameters out of range"_s);
    }
    ScryptParameters used = parameters;
    std::uint64_t memory = memoryFor(parameters);
    const OSSL_PARAM list[] = {
        octets(OSSL_KDF_PARAM_PASSWORD, passphrase),
        octets(OSSL_KDF_PARAM_SALT, salt),
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_N, &used.cost),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_R, &used.blockSize),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_P, &used.parallelization),
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_MAXMEM, &memory),
        OSSL_PARAM_construct_end(),
    };
    return derive(openssl::scryptKdf(), list, size);
}

ScryptParameters calibrateScrypt(std::chrono::milliseconds target)
{
    // Time grows with N: an eighth of the smallest tells enough and is not felt.
    ScryptParameters parameters{.cost = minimumVaultScryptCost / 8};
    const auto start = std::chrono::steady_clock::now();
    const auto derived = scrypt(bytesOf("calibration"), bytesOf("salt"), parameters, 32);
    auto expected = std::chrono::steady_clock::now() - start;
    parameters.cost = minimumVaultScryptCost;
    expected *= 8;
    while (derived && parameters.cost < maximumCalibratedScryptCost && expected * 2 <= target) {
        parameters.cost *= 2;
        expected *= 2;
    }
    return parameters;
}

Result<SecretBytes> hkdf(const SecretBytes &key, ByteView salt, ByteView info, std::size_t size)
{
    constexpr std::size_t largest = 255 * 32; // RFC 5869 section 2.3
    if (key.isEmpty() || size == 0 || size > largest) {
        return failure(ErrorCode::InvalidInput, u"HKDF needs a key and gives 1 to 8160 bytes"_s);
    }
    char digestName[] = "SHA256";
    OSSL_PARAM list[5] = {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digestName, 0),
        octets(OSSL_KDF_PARAM_KEY, key.bytes()),
        octets(OSSL_KDF_PARAM_INFO, info),
        OSSL_PARAM_construct_end(),
        OSSL_PARAM_construct_end(),
    };
    if (!salt.empty()) { // without one, RFC 5869 section 2.2 takes zeros
        list[3] = octets(OSSL_KDF_PARAM_SALT, salt);
    }
    return derive(openssl::hkdfKdf(), list, size);
}

} // namespace countersign::crypto
