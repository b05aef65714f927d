#include "core/crypto/legacydigest.h"

#include "core/crypto/openssl_p.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>

#include <array>

using namespace Qt::StringLiterals;

namespace countersign::crypto {

namespace {

struct Names
{
    const char *openssl;
    const char *shown;
    const char *mac;
};

constexpr Names names[] = {
    {"MD5", "MD5", "HMAC-MD5"},
    {"SHA2-224", "SHA-224", "HMAC-SHA224"},
    {"SHA3-256", "SHA3-256", "HMAC-SHA3-256"},
};

const Names &namesOf(LegacyHash hash)
{
    return names[static_cast<std::size_t>(hash)];
}

} // namespace

QString legacyHashName(LegacyHash hash)
{
    return QString::fromLatin1(namesOf(hash).shown);
}

QString legacyMacName(LegacyHash hash)
{
    return QString::fromLatin1(namesOf(hash).mac);
}

QByteArray legacyDigest(LegacyHash hash, ByteView message)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> value{};
    std::size_t size = 0;
    if (EVP_Q_digest(openssl::context(), namesOf(hash).openssl, nullptr, message.data(), message.size(),
                     value.data(), &size) != 1) {
        openssl::forgetErrors();
        return {};
    }
    return {reinterpret_cast<const char *>(value.data()), static_cast<qsizetype>(size)};
}

QByteArray legacyMac(LegacyHash hash, ByteView key, ByteView message)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> value{};
    std::size_t size = 0;
    if (!EVP_Q_mac(openssl::context(), "HMAC", nullptr, namesOf(hash).openssl, nullptr, key.data(),
                   key.size(), message.data(), message.size(), value.data(), value.size(), &size)) {
        openssl::forgetErrors();
        return {};
    }
    return {reinterpret_cast<const char *>(value.data()), static_cast<qsizetype>(size)};
}

} // namespace countersign::crypto
