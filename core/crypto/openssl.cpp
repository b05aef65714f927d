#include "core/crypto/openssl_p.h"

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/provider.h>

#include <array>

using namespace Qt::StringLiterals;

namespace countersign::crypto::openssl {

namespace {

constexpr std::array digestNames{"SHA1", "SHA256", "SHA384", "SHA512"}; // in the order of HashAlgorithm

struct Library
{
    OSSL_LIB_CTX *context = OSSL_LIB_CTX_new();
    OSSL_PROVIDER *provider = OSSL_PROVIDER_load(context, "default");
    std::array<EVP_MD *, digestNames.size()> digests{};
    EVP_CIPHER *aes256Gcm = EVP_CIPHER_fetch(context, "AES-256-GCM", nullptr);
    EVP_KDF *scrypt = EVP_KDF_fetch(context, "SCRYPT", nullptr);
    EVP_KDF *hkdf = EVP_KDF_fetch(context, "HKDF", nullptr);

    Library()
    {
        bool complete = context && provider && aes256Gcm && scrypt && hkdf;
        for (std::size_t i = 0; i < digests.size(); ++i) {
            digests[i] = EVP_MD_fetch(context, digestNames[i], nullptr);
            complete = complete && digests[i];
        }
        if (!complete) {
            qFatal(
                "OpenSSL's default provider cannot be loaded: the installation of OpenSSL is not complete");
        }
    }
};

const Library &library()
{
    // Never freed: keys in static objects may outlive any order of destruction.
    static const auto *const library = new Library;
    return *library;
}

} // namespace

OSSL_LIB_CTX *context()
{
    return library().context;
}

const EVP_MD *messageDigest(HashAlgorithm hash)
{
    return library().digests[static_cast<std::size_t>(hash)];
}

const EVP_CIPHER *aes256Gcm()
{
    return library().aes256Gcm;
}

EVP_KDF *scryptKdf()
{
    return library().scrypt;
}

EVP_KDF *hkdfKdf()
{
    return library().hkdf;
}

std::unexpected<Error> failed(const char *operation)
{
    const char *reason = ERR_reason_error_string(ERR_peek_last_error());
    forgetErrors();
    return failure(ErrorCode::CryptoFailed, QString::fromLatin1(operation) +
                                                (reason ? u": "_s + QString::fromLatin1(reason) : QString()));
}

void forgetErrors()
{
    ERR_clear_error();
}

} // namespace countersign::crypto::openssl
