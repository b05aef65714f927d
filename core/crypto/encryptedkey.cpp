#include "core/crypto/keyhandle_p.h"
#include "core/crypto/openssl_p.h"
#include "core/crypto/pem_p.h"
#include "core/crypto/random.h"

#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/pkcs12.h>
#include <openssl/proverr.h>

#include <array>
#include <climits>

using namespace Qt::StringLiterals;

namespace countersign::crypto {

namespace {

constexpr int exportedIterations = 600000; // OWASP's figure for PBKDF2-HMAC-SHA256
constexpr long mostIterations = 5'000'000; // so that a planted file cannot hang the program
constexpr int saltSize = 16;

using Pbes2Ptr = std::unique_ptr<PBE2PARAM, FreeWith<PBE2PARAM_free>>;
using CipherPtr = std::unique_ptr<EVP_CIPHER, FreeWith<EVP_CIPHER_free>>;
using Pbkdf2Ptr = std::unique_ptr<PBKDF2PARAM, FreeWith<PBKDF2PARAM_free>>;

std::pair<const char *, int> textOf(const SecretBytes &passphrase)
{
    static const char empty = '\0'; // a null address would mean that there is no passphrase
    return {passphrase.isEmpty() ? &empty : reinterpret_cast<const char *>(passphrase.bytes().data()),
            static_cast<int>(passphrase.size())};
}

int schemeOf(const X509_ALGOR *algorithm, const void **parameters = nullptr, int *parameterType = nullptr)
{
    const ASN1_OBJECT *object = nullptr;
    X509_ALGOR_get0(&object, parameterType, parameters, algorithm);
    return OBJ_obj2nid(object);
}

template<auto ItemOf, typename Pointer>
Pointer parametersOf(const X509_ALGOR *algorithm)
{
    const void *parameters = nullptr;
    int type = V_ASN1_UNDEF;
    X509_ALGOR_get0(nullptr, &type, &parameters, algorithm);
    if (type != V_ASN1_SEQUENCE) {
        return nullptr;
    }
    const auto *text = static_cast<const ASN1_STRING *>(parameters);
    return Pointer(static_cast<typename Pointer::pointer>(ASN1_item_unpack(text, ItemOf())));
}

/// The work a file asks for, where it can be asked for: PBKDF2 within PBES2. scrypt has OpenSSL's own bound.
bool asksForNonsense(const X509_ALGOR *scheme)
{
    const auto pbes2 = parametersOf<PBE2PARAM_it, Pbes2Ptr>(scheme);
    if (!pbes2 || schemeOf(pbes2->keyfunc) != NID_id_pbkdf2) {
        return false;
    }
    const auto pbkdf2 = parametersOf<PBKDF2PARAM_it, Pbkdf2Ptr>(pbes2->keyfunc);
    std::int64_t iterations = 0;
    return !pbkdf2 || ASN1_INTEGER_get_int64(&iterations, pbkdf2->iter) != 1 || iterations < 1 ||
           iterations > mostIterations;
}

/// Asked of our own context: OpenSSL falls back to the process-wide one, into which QCA may have loaded the
/// legacy provider, and whether a key opens must not hang on what was done before.
bool hasCipher(const X509_ALGOR *cipher)
{
    const ASN1_OBJECT *object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, cipher);
    std::array<char, 80> name{};
    OBJ_obj2txt(name.data(), name.size(), object, 0);
    const CipherPtr found(EVP_CIPHER_fetch(openssl::context(), name.data(), nullptr));
    openssl::forgetErrors();
    return found != nullptr;
}

std::unexpected<Error> unsupportedScheme(int scheme)
{
    const char *name = OBJ_nid2ln(scheme);
    return failure(ErrorCode::UnsupportedKey,
                   u"a key encrypted with %1; convert it with: openssl pkcs8 -topk8 -provider legacy "
                   "-provider default -in old.pem -out new.pem"_s.arg(
                       QLatin1StringView(scheme != NID_undef && name ? name : "an unknown scheme")));
}

/// PBES2 (RFC 8018 section 6.2) is what a key is encrypted with today. Older schemes stand on DES, RC2, RC4
/// or one MD5 a guess; OpenSSL keeps them in its legacy provider, which is not loaded.
Result<void> checkScheme(const X509_ALGOR *scheme)
{
    if (schemeOf(scheme) != NID_pbes2) {
        return unsupportedScheme(schemeOf(scheme));
    }
    const auto pbes2 = parametersOf<PBE2PARAM_it, Pbes2Ptr>(scheme);
    if (pbes2 && !hasCipher(pbes2->encryption)) {
        return unsupportedScheme(schemeOf(pbes2->encryption));
    }
    if (asksForNonsense(scheme)) {
        return failure(
            ErrorCode::InvalidKey,
            u"the encrypted key asks for none or more than %1 PBKDF2 iterations"_s.arg(mostIterations));
    }
    return {};
}

/// RFC 8018: AES-256-CBC and PBKDF2-HMAC-SHA256, which every tool of the last ten years opens.
AlgorithmIdentifierPtr exportScheme()
{
    QByteArray salt = randomBytes(saltSize);
    QByteArray iv = randomBytes(EVP_MAX_IV_LENGTH);
    return AlgorithmIdentifierPtr(PKCS5_pbe2_set_iv_ex(
        EVP_aes_256_cbc(), exportedIterations, reinterpret_cast<unsigned char *>(salt.data()), saltSize,
        reinterpret_cast<unsigned char *>(iv.data()), NID_hmacWithSHA256, openssl::context()));
}

/// What is left where the last block's padding, or the structure of what was decrypted, is not as it was.
bool isWrongPassphrase(unsigned long error)
{
    const int library = ERR_GET_LIB(error);
    const int reason = ERR_GET_REASON(error);
    return (library == ERR_LIB_PROV && reason == PROV_R_BAD_DECRYPT) ||
           (library == ERR_LIB_EVP && reason == EVP_R_BAD_DECRYPT) ||
           (library == ERR_LIB_PKCS12 && reason == PKCS12_R_DECODE_ERROR);
}

bool isUnsupported(unsigned long error)
{
    const int reason = ERR_GET_REASON(error);
    return reason == ERR_R_UNSUPPORTED ||
           (ERR_GET_LIB(error) == ERR_LIB_EVP &&
            (reason == EVP_R_UNSUPPORTED_KEY_DERIVATION_FUNCTION || reason == EVP_R_UNSUPPORTED_PRF ||
             reason == EVP_R_MEMORY_LIMIT_EXCEEDED));
}

QString reasonOf(unsigned long error)
{
    const char *reason = ERR_reason_error_string(error);
    return QString::fromLatin1(reason ? reason : "no reason given");
}

/// Whoever is told of a wrong passphrase types it again, so only what a passphrase can mend is called one.
Error whyNotDecrypted()
{
    Error error{ErrorCode::InvalidKey, {}};
    while (const unsigned long code = ERR_get_error()) {
        if (isWrongPassphrase(code)) {
            openssl::forgetErrors();
            return {ErrorCode::WrongKeyPassphrase, {}};
        }
        if (error.code == ErrorCode::InvalidKey && isUnsupported(code)) {
            error = {ErrorCode::UnsupportedKey,
                     u"encrypted in a way that is not read here (%1)"_s.arg(reasonOf(code))};
        } else if (error.detail.isEmpty()) {
            error.detail = u"its encryption is malformed (%1)"_s.arg(reasonOf(code));
        }
    }
    return error;
}

Result<PrivateKeyInfoPtr> decrypt(const X509_SIG *encrypted, const SecretBytes &passphrase)
{
    const auto [text, length] = textOf(passphrase);
    openssl::forgetErrors();
    PrivateKeyInfoPtr info(PKCS8_decrypt_ex(encrypted, text, length, openssl::context(), nullptr));
    if (!info) {
        return std::unexpected(whyNotDecrypted());
    }
    openssl::forgetErrors();
    return info;
}

} // namespace

Result<PrivateKey> PrivateKey::fromEncryptedPkcs8Der(ByteView der, const SecretBytes &passphrase)
{
    if (der.size() > INT_MAX || passphrase.size() > INT_MAX) {
        return failure(ErrorCode::InvalidKey);
    }
    const unsigned char *data = der.data();
    const EncryptedKeyInfoPtr encrypted(d2i_X509_SIG(nullptr, &data, static_cast<long>(der.size())));
    openssl::forgetErrors();
    if (!encrypted || data != der.data() + der.size()) {
        return failure(ErrorCode::InvalidKey, u"not a readable EncryptedPrivateKeyInfo (PKCS#8)"_s);
    }
    const X509_ALGOR *scheme = nullptr;
    X509_SIG_get0(encrypted.get(), &scheme, nullptr);
    if (auto checked = checkScheme(scheme); !checked) {
        return std::unexpected(checked.error());
    }
    const auto info = decrypt(encrypted.get(), passphrase);
    if (!info) {
        return std::unexpected(info.error());
    }
    return fromPkcs8Der(derOf(info->get()).bytes());
}

Result<SecretBytes> PrivateKey::encryptedPkcs8Pem(const SecretBytes &passphrase) const
{
    const PrivateKeyInfoPtr info(EVP_PKEY2PKCS8(m_handle->pkey.get()));
    AlgorithmIdentifierPtr scheme = exportScheme();
    const auto [text, length] = textOf(passphrase);
    if (!info || !scheme) {
        return openssl::failed("encrypting a private key");
    }
    const EncryptedKeyInfoPtr encrypted(
        PKCS8_set0_pbe_ex(text, length, info.get(), scheme.get(), openssl::context(), nullptr));
    if (!encrypted) {
        return openssl::failed("encrypting a private key");
    }
    static_cast<void>(scheme.release()); // belongs to `encrypted` now
    QByteArray der(i2d_X509_SIG(encrypted.get(), nullptr), Qt::Uninitialized);
    auto *out = reinterpret_cast<unsigned char *>(der.data());
    i2d_X509_SIG(encrypted.get(), &out);
    return toPem(bytesOf(der), "ENCRYPTED PRIVATE KEY");
}

} // namespace countersign::crypto
