#include "core/crypto/aead.h"

#include "core/crypto/openssl_p.h"
#include "core/crypto/opensslhandles_p.h"
#include "core/crypto/random.h"

#include <climits>
#include <cstring>

using namespace Qt::StringLiterals;

namespace countersign::crypto {

namespace {

constexpr int tagLength = static_cast<int>(aeadTagSize);

CipherContextPtr keyedContext(const SecretBytes &key, int encrypt)
{
    CipherContextPtr context(EVP_CIPHER_CTX_new());
    if (!context || !EVP_CipherInit_ex2(context.get(), openssl::aes256Gcm(), key.bytes().data(), nullptr,
                                        encrypt, nullptr)) {
        return nullptr;
    }
    return context;
}

/// Starts a message: nonce, then what is authenticated but not encrypted.
bool begin(EVP_CIPHER_CTX *context, ByteView nonce, ByteView associatedData)
{
    int count = 0;
    return EVP_CipherInit_ex2(context, nullptr, nullptr, nonce.data(), -1, nullptr) &&
           (associatedData.empty() || EVP_CipherUpdate(context, nullptr, &count, associatedData.data(),
                                                       static_cast<int>(associatedData.size())));
}

bool transform(EVP_CIPHER_CTX *context, ByteView in, unsigned char *out)
{
    int count = 0;
    return in.empty() || EVP_CipherUpdate(context, out, &count, in.data(), static_cast<int>(in.size()));
}

bool fits(ByteView first, ByteView second)
{
    return first.size() < INT_MAX && second.size() < INT_MAX; // OpenSSL counts in int
}

} // namespace

struct AeadKey::State
{
    CipherContextPtr sealing, opening;
};

AeadKey::AeadKey(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}
AeadKey::AeadKey(AeadKey &&) noexcept = default;
AeadKey &AeadKey::operator=(AeadKey &&) noexcept = default;
AeadKey::~AeadKey() = default;

Result<AeadKey> AeadKey::create(const SecretBytes &key)
{
    if (key.size() != aeadKeySize) {
        return failure(ErrorCode::InvalidKey, u"an AES-256 key has 32 bytes, not %1"_s.arg(key.size()));
    }
    auto state = std::make_unique<State>(keyedContext(key, 1), keyedContext(key, 0));
    if (!state->sealing || !state->opening) {
        return openssl::failed("preparing an AES-256-GCM key");
    }
    return AeadKey(std::move(state));
}

Result<QByteArray> AeadKey::seal(ByteView plaintext, ByteView associatedData) const
{
    return sealWithNonce(bytesOf(randomBytes(aeadNonceSize)), plaintext, associatedData);
}

Result<QByteArray> AeadKey::sealWithNonce(ByteView nonce, ByteView plaintext, ByteView associatedData) const
{
    if (nonce.size() != aeadNonceSize || !fits(plaintext, associatedData)) {
        return failure(ErrorCode::InvalidInput, u"a nonce has 12 bytes, a message less than 2 GiB"_s);
    }
    const std::size_t size = aeadNonceSize + plaintext.size() + aeadTagSize;
    QByteArray sealed(static_cast<qsizetype>(size), Qt::Uninitialized);
    auto *out = reinterpret_cast<unsigned char *>(sealed.data());
    std::memcpy(out, nonce.data(), nonce.size());
    unsigned char *ciphertext = out + aeadNonceSize;
    unsigned char *tag = ciphertext + plaintext.size();

    EVP_CIPHER_CTX *context = m_state->sealing.get();
    int count = 0;
    if (!begin(context, nonce, associatedData) || !transform(context, plaintext, ciphertext) ||
        !EVP_CipherFinal_ex(context, tag, &count) ||
        !EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, tagLength, tag)) {
        return openssl::failed("sealing");
    }
    return sealed;
}

Result<SecretBytes> AeadKey::open(ByteView sealed, ByteView associatedData) const
{
    if (sealed.size() < aeadNonceSize + aeadTagSize || !fits(sealed, associatedData)) {
        return failure(ErrorCode::CryptoFailed, u"the sealed data is cut short"_s);
    }
    const ByteView nonce = sealed.first(aeadNonceSize);
    const ByteView tag = sealed.last(aeadTagSize);
    const ByteView ciphertext = sealed.subspan(aeadNonceSize, sealed.size() - aeadNonceSize - aeadTagSize);
    SecretBytes plaintext(ciphertext.size());

    EVP_CIPHER_CTX *context = m_state->opening.get();
    int count = 0;
    unsigned char nothing[EVP_MAX_BLOCK_LENGTH];
    if (!begin(context, nonce, associatedData) ||
        !EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, tagLength,
                             const_cast<unsigned char *>(tag.data())) ||
        !transform(context, ciphertext, plaintext.writableBytes().data()) ||
        !EVP_CipherFinal_ex(context, nothing, &count)) {
        openssl::forgetErrors();
        return failure(ErrorCode::CryptoFailed,
                       u"the sealed data was changed, or sealed under another key or name"_s);
    }
    return plaintext;
}

} // namespace countersign::crypto
