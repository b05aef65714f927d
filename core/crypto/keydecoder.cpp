#include "core/crypto/keydecoder_p.h"

#include "core/crypto/openssl_p.h"

#include <array>

using namespace Qt::StringLiterals;

namespace countersign::crypto {

namespace {

struct Row
{
    const char *structure; ///< OpenSSL's name
    const char *type;      ///< null: any
    int selection;
    QLatin1StringView name;
};

constexpr std::array rows{
    Row{"SubjectPublicKeyInfo", nullptr, EVP_PKEY_PUBLIC_KEY, "SubjectPublicKeyInfo"_L1},
    Row{"type-specific", "RSA", EVP_PKEY_PUBLIC_KEY, "RSAPublicKey (PKCS#1)"_L1},
    Row{"PrivateKeyInfo", nullptr, EVP_PKEY_KEYPAIR, "PrivateKeyInfo (PKCS#8)"_L1},
    Row{"type-specific", "RSA", EVP_PKEY_KEYPAIR, "RSAPrivateKey (PKCS#1)"_L1},
    Row{"type-specific", "EC", EVP_PKEY_KEYPAIR, "ECPrivateKey (SEC 1)"_L1},
};

} // namespace

Result<PkeyPtr> decodeKey(ByteView der, KeyStructure structure)
{
    const Row &row = rows[static_cast<std::size_t>(structure)];
    EVP_PKEY *pkey = nullptr;
    const DecoderContextPtr context(OSSL_DECODER_CTX_new_for_pkey(
        &pkey, "DER", row.structure, row.type, row.selection, openssl::context(), nullptr));
    const unsigned char *data = der.data();
    std::size_t rest = der.size();
    const bool decoded = context && !der.empty() && OSSL_DECODER_from_data(context.get(), &data, &rest) == 1;
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
