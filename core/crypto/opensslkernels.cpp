// The low-level calls are deprecated for new code because they go around the providers. Here they are the one
// way to OpenSSL's bare compression function, which a saved state needs; the self-test holds them against
// EVP.
#define OPENSSL_SUPPRESS_DEPRECATED

#include "core/crypto/hashkernel_p.h"

#include <openssl/sha.h>

#include <cstring>

namespace countersign::crypto {

namespace {

/// A context of OpenSSL begins with the words of the state.
template<typename Context, std::size_t StateSize, auto Transform>
void compressOne(void *const *states, const unsigned char *const *blocks)
{
    Context context;
    std::memcpy(&context, states[0], StateSize);
    Transform(&context, blocks[0]);
    std::memcpy(states[0], &context, StateSize);
}

constexpr HashKernel sha1{"OpenSSL, one stream", 1, compressOne<SHA_CTX, 20, SHA1_Transform>};
constexpr HashKernel sha256{"OpenSSL, one stream", 1, compressOne<SHA256_CTX, 32, SHA256_Transform>};
constexpr HashKernel sha512{"OpenSSL, one stream", 1, compressOne<SHA512_CTX, 64, SHA512_Transform>};

} // namespace

const HashKernel &opensslKernel(HashAlgorithm hash)
{
    switch (hash) {
    case HashAlgorithm::Sha1:
        return sha1;
    case HashAlgorithm::Sha256:
        return sha256;
    case HashAlgorithm::Sha384:
    case HashAlgorithm::Sha512:
        break;
    }
    return sha512;
}

} // namespace countersign::crypto
