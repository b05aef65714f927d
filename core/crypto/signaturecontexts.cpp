#include "core/crypto/signaturecontexts_p.h"

#include "core/crypto/digest.h"
#include "core/crypto/ecdsasignature_p.h"
#include "core/crypto/openssl_p.h"

#include <openssl/rsa.h>

namespace countersign::crypto {

namespace {

bool isPss(JwsAlgorithm algorithm)
{
    return algorithm == JwsAlgorithm::PS256 || algorithm == JwsAlgorithm::PS384 ||
           algorithm == JwsAlgorithm::PS512;
}

/// RFC 7518 section 3.5: MGF1 with the same hash, and a salt exactly as long as the hash. OpenSSL's
/// default when verifying is a salt of any length.
bool setPadding(EVP_PKEY_CTX *context, JwsAlgorithm algorithm)
{
    if (!isPss(algorithm)) {
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1;
    }
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1 &&
           EVP_PKEY_CTX_set_rsa_mgf1_md(context, openssl::messageDigest(hashFor(algorithm))) == 1;
}

/// Of a message that is no secret, with a context that each thread keeps: to make one takes as long as to
/// hash a short token. What it goes on holding is the message's digest.
std::span<const unsigned char> digestOf(JwsAlgorithm algorithm, ByteView message,
                                        std::array<unsigned char, EVP_MAX_MD_SIZE> &room)
{
    thread_local const MdContextPtr context(EVP_MD_CTX_new());
    unsigned int size = 0;
    const bool isDone =
        context &&
        EVP_DigestInit_ex2(context.get(), openssl::messageDigest(hashFor(algorithm)), nullptr) == 1 &&
        EVP_DigestUpdate(context.get(), message.data(), message.size()) == 1 &&
        EVP_DigestFinal_ex(context.get(), room.data(), &size) == 1;
    return std::span(room).first(isDone ? size : 0);
}

bool verifyEd25519(EVP_PKEY *pkey, ByteView message, ByteView signature)
{
    const MdContextPtr context(EVP_MD_CTX_new());
    return context &&
           EVP_DigestVerifyInit_ex(context.get(), nullptr, nullptr, openssl::context(), nullptr, pkey,
                                   nullptr) == 1 &&
           EVP_DigestVerify(context.get(), signature.data(), signature.size(), message.data(),
                            message.size()) == 1;
}

std::optional<QByteArray> signEd25519(EVP_PKEY *pkey, ByteView message)
{
    std::size_t size = 64;
    QByteArray signature(64, '\0');
    const MdContextPtr context(EVP_MD_CTX_new());
    if (!context ||
        EVP_DigestSignInit_ex(context.get(), nullptr, nullptr, openssl::context(), nullptr, pkey, nullptr) !=
            1 ||
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                       message.data(), message.size()) != 1) {
        return std::nullopt;
    }
    return signature;
}

} // namespace

bool SignatureContexts::verify(EVP_PKEY *pkey, JwsAlgorithm algorithm, ByteView message, ByteView signature)
{
    if (algorithm == JwsAlgorithm::EdDSA) {
        return verifyEd25519(pkey, message, signature);
    }
    std::optional<QByteArray> der;
    if (const auto curve = curveFor(algorithm)) {
        der = derFromRawEcdsa(signature, *curve);
        if (!der) {
            return false;
        }
        signature = bytesOf(*der);
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> room;
    const ByteView input = digestOf(algorithm, message, room);
    PkeyContextPtr context = take(pkey, algorithm);
    if (!context || input.empty() ||
        EVP_PKEY_verify(context.get(), signature.data(), signature.size(), input.data(), input.size()) != 1) {
        return false; // and a context that saw a failure is not used again
    }
    giveBack(algorithm, std::move(context));
    return true;
}

std::optional<QByteArray> SignatureContexts::sign(EVP_PKEY *pkey, JwsAlgorithm algorithm, ByteView message)
{
    if (algorithm == JwsAlgorithm::EdDSA) {
        return signEd25519(pkey, message);
    }
    const QByteArray hash = digest(hashFor(algorithm), message);
    const ByteView input = bytesOf(hash);
    auto size = static_cast<std::size_t>(EVP_PKEY_get_size(pkey));
    QByteArray signature(static_cast<qsizetype>(size), '\0');
    PkeyContextPtr context = take(pkey, algorithm);
    if (!context || EVP_PKEY_sign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                                  input.data(), input.size()) != 1) {
        return std::nullopt;
    }
    giveBack(algorithm, std::move(context));
    signature.truncate(static_cast<qsizetype>(size));
    const auto curve = curveFor(algorithm);
    return curve ? rawFromDerEcdsa(bytesOf(signature), *curve) : signature;
}

PkeyContextPtr SignatureContexts::take(EVP_PKEY *pkey, JwsAlgorithm algorithm)
{
    {
        const std::scoped_lock lock(m_mutex);
        auto &idle = m_idle[static_cast<std::size_t>(algorithm)];
        if (!idle.empty()) {
            PkeyContextPtr context = std::move(idle.back());
            idle.pop_back();
            return context;
        }
    }
    return prepare(pkey, algorithm);
}

void SignatureContexts::giveBack(JwsAlgorithm algorithm, PkeyContextPtr context)
{
    const std::scoped_lock lock(m_mutex);
    auto &idle = m_idle[static_cast<std::size_t>(algorithm)];
    if (idle.size() < mostIdle) {
        idle.push_back(std::move(context));
    }
}

PkeyContextPtr SignatureContexts::prepare(EVP_PKEY *pkey, JwsAlgorithm algorithm) const
{
    PkeyContextPtr context(EVP_PKEY_CTX_new_from_pkey(openssl::context(), pkey, nullptr));
    const bool ready =
        context &&
        (m_purpose == Purpose::Sign ? EVP_PKEY_sign_init(context.get())
                                    : EVP_PKEY_verify_init(context.get())) == 1 &&
        (keyTypeFor(algorithm) != KeyType::Rsa || setPadding(context.get(), algorithm)) &&
        EVP_PKEY_CTX_set_signature_md(context.get(), openssl::messageDigest(hashFor(algorithm))) == 1;
    return ready ? std::move(context) : nullptr;
}

} // namespace countersign::crypto
