#include "core/crypto/openssl_p.h"
#include "core/crypto/pkeynumbers_p.h"

#include <openssl/core_names.h>
#include <openssl/params.h>

#include <algorithm>
#include <bit>
#include <vector>

using namespace Qt::StringLiterals;

namespace countersign::crypto {

namespace {

constexpr std::size_t largestNumber = 16384 / 8;

/// The list of parameters OpenSSL makes a key from. OSSL_PARAM_BLD would copy private numbers into
/// memory that is not wiped; here they stay in SecretBytes.
class KeyParameters
{
public:
    void addNumber(const char *name, ByteView bigEndian)
    {
        SecretBytes &native = m_bytes.emplace_back(SecretBytes::copyOf(bigEndian));
        if constexpr (std::endian::native == std::endian::little) {
            std::ranges::reverse(native.writableBytes());
        }
        m_list.push_back(OSSL_PARAM_construct_BN(name, native.writableBytes().data(), native.size()));
    }

    void addOctets(const char *name, ByteView octets)
    {
        SecretBytes &copy = m_bytes.emplace_back(SecretBytes::copyOf(octets));
        m_list.push_back(OSSL_PARAM_construct_octet_string(name, copy.writableBytes().data(), copy.size()));
    }

    void addText(const char *name, const char *text)
    {
        m_list.push_back(OSSL_PARAM_construct_utf8_string(name, const_cast<char *>(text), 0));
    }

    Result<PkeyPtr> makeKey(const char *type, int selection)
    {
        m_list.push_back(OSSL_PARAM_construct_end());
        const PkeyContextPtr context(EVP_PKEY_CTX_new_from_name(openssl::context(), type, nullptr));
        EVP_PKEY *pkey = nullptr;
        if (!context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
            EVP_PKEY_fromdata(context.get(), &pkey, selection, m_list.data()) != 1) {
            openssl::forgetErrors();
            return failure(ErrorCode::InvalidKey,
                           u"the numbers are not a key of type %1"_s.arg(QLatin1StringView(type)));
        }
        return PkeyPtr(pkey);
    }

private:
    std::vector<SecretBytes> m_bytes;
    std::vector<OSSL_PARAM> m_list;
};

Result<void> checkSize(ByteView bytes, std::size_t size, QLatin1StringView name)
{
    if (bytes.size() != size) {
        return failure(ErrorCode::InvalidKey,
                       u"%1 has %2 bytes and must have %3"_s.arg(name).arg(bytes.size()).arg(size));
    }
    return {};
}

Result<void> checkNumber(ByteView bytes, QLatin1StringView name)
{
    if (bytes.empty() || bytes.size() > largestNumber) {
        return failure(ErrorCode::InvalidKey, u"%1 is missing or too long"_s.arg(name));
    }
    return {};
}

Result<void> addRsaPublic(KeyParameters &parameters, const PublicNumbers &numbers)
{
    if (auto n = checkNumber(bytesOf(numbers.n), "n"_L1); !n) {
        return n;
    }
    if (auto e = checkNumber(bytesOf(numbers.e), "e"_L1); !e) {
        return e;
    }
    parameters.addNumber(OSSL_PKEY_PARAM_RSA_N, bytesOf(numbers.n));
    parameters.addNumber(OSSL_PKEY_PARAM_RSA_E, bytesOf(numbers.e));
    return {};
}

/// RFC 7518 section 6.2.1.2: a coordinate has the full size of the curve's field.
Result<void> addEcPublic(KeyParameters &parameters, const PublicNumbers &numbers)
{
    if (!numbers.curve) {
        return failure(ErrorCode::InvalidKey, u"an EC key without a curve"_s);
    }
    const std::size_t size = coordinateSize(*numbers.curve);
    if (auto x = checkSize(bytesOf(numbers.x), size, "x"_L1); !x) {
        return x;
    }
    if (auto y = checkSize(bytesOf(numbers.y), size, "y"_L1); !y) {
        return y;
    }
    const QByteArray point = '\x04' + numbers.x + numbers.y; // SEC 1 section 2.3.3, uncompressed
    parameters.addText(OSSL_PKEY_PARAM_GROUP_NAME, groupName(*numbers.curve));
    parameters.addOctets(OSSL_PKEY_PARAM_PUB_KEY, bytesOf(point));
    return {};
}

Result<void> addPublic(KeyParameters &parameters, const PublicNumbers &numbers)
{
    switch (numbers.type) {
    case KeyType::Rsa:
        return addRsaPublic(parameters, numbers);
    case KeyType::Ec:
        return addEcPublic(parameters, numbers);
    case KeyType::Ed25519:
        if (auto x = checkSize(bytesOf(numbers.x), ed25519KeySize, "x"_L1); !x) {
            return x;
        }
        parameters.addOctets(OSSL_PKEY_PARAM_PUB_KEY, bytesOf(numbers.x));
        return {};
    case KeyType::Secret:
        break;
    }
    return failure(ErrorCode::InvalidKey, u"a secret has no public numbers"_s);
}

Result<void> addRsaPrivate(KeyParameters &parameters, const PrivateNumbers &numbers)
{
    const std::pair<const char *, const SecretBytes &> list[] = {
        {OSSL_PKEY_PARAM_RSA_D, numbers.d},          {OSSL_PKEY_PARAM_RSA_FACTOR1, numbers.p},
        {OSSL_PKEY_PARAM_RSA_FACTOR2, numbers.q},    {OSSL_PKEY_PARAM_RSA_EXPONENT1, numbers.dp},
        {OSSL_PKEY_PARAM_RSA_EXPONENT2, numbers.dq}, {OSSL_PKEY_PARAM_RSA_COEFFICIENT1, numbers.qi},
    };
    for (const auto &[name, number] : list) {
        if (auto checked = checkNumber(number.bytes(), QLatin1StringView(name)); !checked) {
            return checked;
        }
        parameters.addNumber(name, number.bytes());
    }
    return {};
}

Result<void> addPrivate(KeyParameters &parameters, const PublicNumbers &publicNumbers,
                        const PrivateNumbers &numbers)
{
    if (publicNumbers.type == KeyType::Rsa) {
        return addRsaPrivate(parameters, numbers);
    }
    const std::size_t size =
        publicNumbers.type == KeyType::Ec ? coordinateSize(*publicNumbers.curve) : ed25519KeySize;
    if (auto d = checkSize(numbers.d.bytes(), size, "d"_L1); !d) {
        return d;
    }
    if (publicNumbers.type == KeyType::Ec) {
        parameters.addNumber(OSSL_PKEY_PARAM_PRIV_KEY, numbers.d.bytes());
    } else {
        parameters.addOctets(OSSL_PKEY_PARAM_PRIV_KEY, numbers.d.bytes());
    }
    return {};
}

const char *typeName(KeyType type)
{
    return type == KeyType::Rsa ? "RSA" : type == KeyType::Ec ? "EC" : "ED25519";
}

} // namespace

Result<PkeyPtr> publicKeyFromNumbers(const PublicNumbers &numbers)
{
    KeyParameters parameters;
    if (auto added = addPublic(parameters, numbers); !added) {
        return std::unexpected(added.error());
    }
    return parameters.makeKey(typeName(numbers.type), EVP_PKEY_PUBLIC_KEY);
}

Result<PkeyPtr> privateKeyFromNumbers(const PublicNumbers &publicNumbers,
                                      const PrivateNumbers &privateNumbers)
{
    KeyParameters parameters;
    if (auto added = addPublic(parameters, publicNumbers); !added) {
        return std::unexpected(added.error());
    }
    if (auto added = addPrivate(parameters, publicNumbers, privateNumbers); !added) {
        return std::unexpected(added.error());
    }
    return parameters.makeKey(typeName(publicNumbers.type), EVP_PKEY_KEYPAIR);
}

} // namespace countersign::crypto
