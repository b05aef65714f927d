#include "core/crypto/random.h"

#include "core/crypto/openssl_p.h"

#include <openssl/rand.h>

namespace countersign::crypto {

namespace {

/// OpenSSL's generator of the private context, seeded by the system. QCA's would be the same
/// generator behind a plugin that is otherwise not needed until a key is generated.
void fillRandom(std::span<unsigned char> memory)
{
    if (!memory.empty() && RAND_priv_bytes_ex(openssl::context(), memory.data(), memory.size(), 0) != 1) {
        qFatal("The system gives no random numbers"); // no key, nonce or salt may be made without
    }
}

} // namespace

SecretBytes randomSecret(std::size_t size)
{
    SecretBytes secret(size);
    fillRandom(secret.writableBytes());
    return secret;
}

QByteArray randomBytes(std::size_t size)
{
    QByteArray bytes(static_cast<qsizetype>(size), Qt::Uninitialized);
    fillRandom({reinterpret_cast<unsigned char *>(bytes.data()), size});
    return bytes;
}

} // namespace countersign::crypto
