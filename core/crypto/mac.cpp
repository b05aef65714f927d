#include "core/crypto/mac.h"

#include "core/crypto/digest.h"
#include "core/crypto/openssl_p.h"
#include "core/crypto/opensslhandles_p.h"

#include <array>
#include <cstring>

namespace countersign::crypto {

namespace {

constexpr std::size_t largestBlock = 128;
constexpr std::size_t largestTag = EVP_MAX_MD_SIZE;

std::size_t blockSize(HashAlgorithm hash)
{
    return hash == HashAlgorithm::Sha384 || hash == HashAlgorithm::Sha512 ? 128 : 64;
}

/// The state of a digest that has taken in `block`.
MdContextPtr stateAfter(HashAlgorithm hash, ByteView block)
{
    MdContextPtr state(EVP_MD_CTX_new());
    if (!state || !EVP_DigestInit_ex2(state.get(), openssl::messageDigest(hash), nullptr) ||
        !EVP_DigestUpdate(state.get(), block.data(), block.size())) {
        return nullptr;
    }
    return state;
}

} // namespace

/// The two halves of HMAC (RFC 2104 section 4: "the intermediate results can be computed once"). EVP_MAC
/// could be reused too, but EVP_MAC_init without a key gives a wrong tag on OpenSSL 3.0.0 to 3.0.2, and
/// copying two digest states is a third faster.
struct MacKey::State
{
    std::size_t tagSize = 0;
    MdContextPtr inner; ///< after key xor ipad
    MdContextPtr outer; ///< after key xor opad
    MdContextPtr work{EVP_MD_CTX_new()};

    bool prepare(HashAlgorithm hash, ByteView key);
    bool compute(ByteView message, unsigned char *tag) const;
};

bool MacKey::State::prepare(HashAlgorithm hash, ByteView key)
{
    std::array<unsigned char, largestBlock> block{};
    const std::span used = std::span(block).first(blockSize(hash));
    if (key.size() <= used.size()) {
        std::memcpy(used.data(), key.data(), key.size());
    } else if (!EVP_Digest(key.data(), key.size(), used.data(), nullptr, openssl::messageDigest(hash),
                           nullptr)) {
        return false;
    }
    for (unsigned char &byte : used) {
        byte ^= 0x36;
    }
    inner = stateAfter(hash, used);
    for (unsigned char &byte : used) {
        byte ^= 0x36 ^ 0x5c;
    }
    outer = stateAfter(hash, used);
    wipe(block);
    tagSize = hashSize(hash);
    return inner && outer && work;
}

bool MacKey::State::compute(ByteView message, unsigned char *tag) const
{
    std::array<unsigned char, largestTag> innerHash;
    return EVP_MD_CTX_copy_ex(work.get(), inner.get()) &&
           EVP_DigestUpdate(work.get(), message.data(), message.size()) &&
           EVP_DigestFinal_ex(work.get(), innerHash.data(), nullptr) &&
           EVP_MD_CTX_copy_ex(work.get(), outer.get()) &&
           EVP_DigestUpdate(work.get(), innerHash.data(), tagSize) &&
           EVP_DigestFinal_ex(work.get(), tag, nullptr);
}

MacKey::MacKey(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}
MacKey::MacKey(MacKey &&) noexcept = default;
MacKey &MacKey::operator=(MacKey &&) noexcept = default;
MacKey::~MacKey() = default;

Result<MacKey> MacKey::create(HashAlgorithm hash, ByteView key)
{
    if (key.empty()) {
        return failure(ErrorCode::InvalidKey, QStringLiteral("the secret is empty"));
    }
    auto state = std::make_unique<State>();
    if (!state->prepare(hash, key)) {
        return openssl::failed("preparing an HMAC key");
    }
    return MacKey(std::move(state));
}

QByteArray MacKey::computeMac(ByteView message) const
{
    QByteArray tag(static_cast<qsizetype>(m_state->tagSize), Qt::Uninitialized);
    if (!m_state->compute(message, reinterpret_cast<unsigned char *>(tag.data()))) {
        qFatal("OpenSSL could not compute a MAC: no memory"); // nothing else can fail with a prepared state
    }
    return tag;
}

bool MacKey::verifyMac(ByteView message, ByteView tag) const
{
    std::array<unsigned char, largestTag> expected;
    return tag.size() == m_state->tagSize && m_state->compute(message, expected.data()) &&
           equalConstantTime(ByteView(expected).first(m_state->tagSize), tag);
}

} // namespace countersign::crypto
