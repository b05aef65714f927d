#include "core/crypto/keydecoder_p.h"

#include "core/crypto/derreader_p.h"
#include "core/crypto/keyencoding_p.h"
#include "core/crypto/openssl_p.h"

using namespace Qt::StringLiterals;

namespace countersign::crypto {

namespace {

/// OpenSSL's decoder takes other structures than the one it is told, and what is not DER: the shape decides.
bool isRsaPublicKey(DerReader &outer)
{
    DerReader reader(outer.take(DerTag::Sequence));
    reader.takeNumber();
    reader.takeNumber();
    return reader.isComplete() && outer.isGood();
}

bool isPublicKeyInfo(DerReader &outer)
{
    DerReader reader(outer.take(DerTag::Sequence));
    DerReader algorithm(reader.take(DerTag::Sequence));
    const ByteView identifier = algorithm.take(DerTag::ObjectIdentifier);
    DerReader key(reader.takeBits());
    const bool isRsa = viewOf(identifier) == rsaEncryption;
    return reader.isComplete() && outer.isGood() && (!isRsa || (isRsaPublicKey(key) && key.isComplete()));
}

Result<void> checkShape(ByteView der, KeyStructure structure, QLatin1StringView name)
{
    DerReader outer(der);
    const bool fits = structure == KeyStructure::Pkcs1Public ? isRsaPublicKey(outer) : isPublicKeyInfo(outer);
    if (der.size() > largestKey || !fits) {
        return failure(ErrorCode::InvalidKey, u"not a readable %1"_s.arg(name));
    }
    if (!outer.isComplete()) {
        return failure(ErrorCode::InvalidKey,
                       u"%1 bytes after the end of the %2"_s.arg(outer.rest().size()).arg(name));
    }
    return {};
}

} // namespace

Result<PkeyPtr> decodeKey(ByteView der, KeyStructure structure)
{
    const bool isPkcs1 = structure == KeyStructure::Pkcs1Public;
    const auto name = isPkcs1 ? "RSAPublicKey (PKCS#1)"_L1 : "SubjectPublicKeyInfo"_L1;
    if (auto checked = checkShape(der, structure, name); !checked) {
        return std::unexpected(checked.error());
    }
    EVP_PKEY *pkey = nullptr;
    const DecoderContextPtr context(OSSL_DECODER_CTX_new_for_pkey(
        &pkey, "DER", isPkcs1 ? "type-specific" : "SubjectPublicKeyInfo", isPkcs1 ? "RSA" : nullptr,
        EVP_PKEY_PUBLIC_KEY, openssl::context(), nullptr));
    const unsigned char *data = der.data();
    std::size_t rest = der.size();
    const bool decoded = context && OSSL_DECODER_from_data(context.get(), &data, &rest) == 1;
    PkeyPtr owned(pkey);
    if (!decoded || !owned || rest > 0) {
        openssl::forgetErrors();
        return failure(ErrorCode::InvalidKey, u"not a readable %1"_s.arg(name));
    }
    return owned;
}

} // namespace countersign::crypto
