#include "core/crypto/algorithm.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace countersign::crypto {

namespace {

struct Row
{
    JwsAlgorithm algorithm;
    QLatin1StringView name;
    KeyType keyType;
    HashAlgorithm hash;
    std::optional<EcCurve> curve = std::nullopt;
};

// RFC 7518 section 3.1 and RFC 8037 section 3.1, in the order of JwsAlgorithm.
constexpr std::array rows{
    Row{JwsAlgorithm::HS256, "HS256"_L1, KeyType::Secret, HashAlgorithm::Sha256},
    Row{JwsAlgorithm::HS384, "HS384"_L1, KeyType::Secret, HashAlgorithm::Sha384},
    Row{JwsAlgorithm::HS512, "HS512"_L1, KeyType::Secret, HashAlgorithm::Sha512},
    Row{JwsAlgorithm::RS256, "RS256"_L1, KeyType::Rsa, HashAlgorithm::Sha256},
    Row{JwsAlgorithm::RS384, "RS384"_L1, KeyType::Rsa, HashAlgorithm::Sha384},
    Row{JwsAlgorithm::RS512, "RS512"_L1, KeyType::Rsa, HashAlgorithm::Sha512},
    Row{JwsAlgorithm::PS256, "PS256"_L1, KeyType::Rsa, HashAlgorithm::Sha256},
    Row{JwsAlgorithm::PS384, "PS384"_L1, KeyType::Rsa, HashAlgorithm::Sha384},
    Row{JwsAlgorithm::PS512, "PS512"_L1, KeyType::Rsa, HashAlgorithm::Sha512},
    Row{JwsAlgorithm::ES256, "ES256"_L1, KeyType::Ec, HashAlgorithm::Sha256, EcCurve::P256},
    Row{JwsAlgorithm::ES384, "ES384"_L1, KeyType::Ec, HashAlgorithm::Sha384, EcCurve::P384},
    Row{JwsAlgorithm::ES512, "ES512"_L1, KeyType::Ec, HashAlgorithm::Sha512, EcCurve::P521},
    Row{JwsAlgorithm::EdDSA, "EdDSA"_L1, KeyType::Ed25519, HashAlgorithm::Sha512},
};

constexpr std::array curveNames{"P-256"_L1, "P-384"_L1, "P-521"_L1}; // in the order of EcCurve

constexpr const Row &rowFor(JwsAlgorithm algorithm)
{
    return rows[static_cast<std::size_t>(algorithm)];
}

constexpr bool inOrder()
{
    return std::ranges::all_of(rows, [](const Row &row) { return &rowFor(row.algorithm) == &row; });
}
static_assert(inOrder());

} // namespace

std::size_t hashSize(HashAlgorithm hash)
{
    constexpr std::array<std::size_t, 4> sizes{20, 32, 48, 64};
    return sizes[static_cast<std::size_t>(hash)];
}

QString hashName(HashAlgorithm hash)
{
    constexpr std::array names{"SHA-1"_L1, "SHA-256"_L1, "SHA-384"_L1, "SHA-512"_L1};
    return names[static_cast<std::size_t>(hash)];
}

QString macName(HashAlgorithm hash)
{
    return u"HMAC-"_s + hashName(hash).remove(u'-');
}

QString macAlgorithmName(HashAlgorithm hash)
{
    return hash == HashAlgorithm::Sha1 ? macName(hash) : hashName(hash).replace("SHA-"_L1, "HS"_L1);
}

QString algorithmName(JwsAlgorithm algorithm)
{
    return rowFor(algorithm).name;
}

std::optional<JwsAlgorithm> algorithmNamed(QStringView name)
{
    const auto row = std::ranges::find_if(rows, [&](const Row &each) { return name == each.name; });
    return row == rows.end() ? std::nullopt : std::optional(row->algorithm);
}

KeyType keyTypeFor(JwsAlgorithm algorithm)
{
    return rowFor(algorithm).keyType;
}

HashAlgorithm hashFor(JwsAlgorithm algorithm)
{
    return rowFor(algorithm).hash;
}

std::optional<EcCurve> curveFor(JwsAlgorithm algorithm)
{
    return rowFor(algorithm).curve;
}

bool isUsedWith(JwsAlgorithm algorithm, KeyType type, std::optional<EcCurve> curve)
{
    return keyTypeFor(algorithm) == type && curveFor(algorithm) == curve;
}

bool isPkcs1v15(JwsAlgorithm algorithm)
{
    return algorithm == JwsAlgorithm::RS256 || algorithm == JwsAlgorithm::RS384 ||
           algorithm == JwsAlgorithm::RS512;
}

QString curveName(EcCurve curve)
{
    return curveNames[static_cast<std::size_t>(curve)];
}

std::optional<EcCurve> curveNamed(QStringView name)
{
    const auto found = std::ranges::find_if(curveNames, [&](QLatin1StringView each) { return name == each; });
    return found == curveNames.end() ? std::nullopt
                                     : std::optional(static_cast<EcCurve>(found - curveNames.begin()));
}

std::size_t coordinateSize(EcCurve curve)
{
    constexpr std::array<std::size_t, 3> sizes{32, 48, 66};
    return sizes[static_cast<std::size_t>(curve)];
}

} // namespace countersign::crypto
