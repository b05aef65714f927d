#include "core/crypto/keydecoder_p.h"

#include "core/crypto/openssl_p.h"

#include <openssl/asn1.h>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace countersign::crypto {

namespace {

constexpr std::size_t largestKey = 1 << 20;

struct Row
{
    const char *structure; ///< OpenSSL's name
    const char *type;      ///< null: any
    int selection;
    int firstTag, secondTag; ///< of what stands in the outer SEQUENCE
    QLatin1StringView name;
};

constexpr std::array rows{
    Row{"SubjectPublicKeyInfo", nullptr, EVP_PKEY_PUBLIC_KEY, V_ASN1_SEQUENCE, V_ASN1_BIT_STRING,
        "SubjectPublicKeyInfo"_L1},
    Row{"type-specific", "RSA", EVP_PKEY_PUBLIC_KEY, V_ASN1_INTEGER, V_ASN1_INTEGER,
        "RSAPublicKey (PKCS#1)"_L1},
    Row{"PrivateKeyInfo", nullptr, EVP_PKEY_KEYPAIR, V_ASN1_INTEGER, V_ASN1_SEQUENCE,
        "PrivateKeyInfo (PKCS#8)"_L1},
    Row{"type-specific", "RSA", EVP_PKEY_KEYPAIR, V_ASN1_INTEGER, V_ASN1_INTEGER,
        "RSAPrivateKey (PKCS#1)"_L1},
    Row{"type-specific", "EC", EVP_PKEY_KEYPAIR, V_ASN1_INTEGER, V_ASN1_OCTET_STRING,
        "ECPrivateKey (SEC 1)"_L1},
};

/// An element of DER: definite length, and whole.
struct Element
{
    int tag = V_ASN1_UNDEF;
    ByteView content, rest;
};

std::optional<Element> readElement(ByteView der)
{
    constexpr int indefiniteLength = 1;
    const unsigned char *data = der.data();
    long length = 0;
    int tag = V_ASN1_UNDEF;
    int tagClass = 0;
    const int flags = ASN1_get_object(&data, &length, &tag, &tagClass, static_cast<long>(der.size()));
    if ((flags & 0x80) || (flags & indefiniteLength) || tagClass != V_ASN1_UNIVERSAL) {
        return std::nullopt;
    }
    const auto header = static_cast<std::size_t>(data - der.data());
    const auto size = static_cast<std::size_t>(length);
    return Element{tag, der.subspan(header, size), der.subspan(header + size)};
}

/// OpenSSL's decoder takes other structures than the one it is told: the shape decides here.
bool hasShape(ByteView der, const Row &row)
{
    const auto outer = readElement(der);
    const auto first = outer && outer->tag == V_ASN1_SEQUENCE ? readElement(outer->content) : std::nullopt;
    const auto second = first ? readElement(first->rest) : std::nullopt;
    return second && first->tag == row.firstTag && second->tag == row.secondTag;
}

} // namespace

Result<PkeyPtr> decodeKey(ByteView der, KeyStructure structure)
{
    const Row &row = rows[static_cast<std::size_t>(structure)];
    if (der.size() > largestKey || !hasShape(der, row)) {
        openssl::forgetErrors();
        return failure(ErrorCode::InvalidKey, u"not a readable %1"_s.arg(row.name));
    }
    EVP_PKEY *pkey = nullptr;
    const DecoderContextPtr context(OSSL_DECODER_CTX_new_for_pkey(
        &pkey, "DER", row.structure, row.type, row.selection, openssl::context(), nullptr));
    const unsigned char *data = der.data();
    std::size_t rest = der.size();
    const bool decoded = context && OSSL_DECODER_from_data(context.get(), &data, &rest) == 1;
    PkeyPtr owned(pkey);
    if (!decoded || !owned) {
        openssl::forgetErrors();
        return failure(ErrorCode::InvalidKey, u"not a readable %1"_s.arg(row.name));
    }
    if (rest > 0) {
        return failure(ErrorCode::InvalidKey, u"%1 bytes after the end of the %2"_s.arg(rest).arg(row.name));
    }
    return owned;
}

} // namespace countersign::crypto
