#include "core/crypto/keyhandle_p.h"
#include "core/crypto/openssl_p.h"
#include "core/crypto/qcaruntime_p.h"

using namespace Qt::StringLiterals;

namespace countersign::crypto {

namespace {

template<typename... Parameters>
Result<PrivateKey> generate(const char *type, Parameters... parameters)
{
    PkeyPtr pkey(EVP_PKEY_Q_keygen(openssl::context(), nullptr, type, parameters...));
    if (!pkey) {
        return openssl::failed("generating a key");
    }
    return PrivateKey::Handle::adopt(std::move(pkey));
}

} // namespace

Result<PrivateKey> PrivateKey::generateRsa(int bits)
{
    if (bits != 2048 && bits != 3072 && bits != 4096) {
        return failure(ErrorCode::InvalidInput, u"an RSA key has 2048, 3072 or 4096 bits"_s);
    }
    const SecretBytes made = generateRsaWithQca(bits);
    if (made.isEmpty()) {
        return generate("RSA", static_cast<std::size_t>(bits));
    }
    auto key = fromPkcs8Der(made.bytes());
    if (key && key->publicKey().bits() != bits) {
        return failure(ErrorCode::CryptoFailed, u"QCA made a key of another size"_s);
    }
    return key;
}

Result<PrivateKey> PrivateKey::generateEc(EcCurve curve)
{
    return generate("EC", groupName(curve));
}

Result<PrivateKey> PrivateKey::generateEd25519()
{
    return generate("ED25519");
}

} // namespace countersign::crypto
