#include "core/crypto/ecdsasignature_p.h"

#include "core/crypto/keykind_p.h"
#include "core/crypto/opensslhandles_p.h"
#include "core/crypto/pkeynumbers_p.h"

namespace countersign::crypto {

std::optional<QByteArray> derFromRawEcdsa(ByteView raw, EcCurve curve)
{
    const std::size_t size = coordinateSize(curve);
    if (raw.size() != 2 * size) {
        return std::nullopt;
    }
    BignumPtr r = bignumOf(raw.first(size));
    BignumPtr s = bignumOf(raw.last(size));
    const EcdsaSignaturePtr signature(ECDSA_SIG_new());
    // CVE-2022-21449: r = s = 0 "verified" everything where this check was forgotten.
    if (!signature || !r || !s || BN_is_zero(r.get()) || BN_is_zero(s.get()) ||
        !ECDSA_SIG_set0(signature.get(), r.get(), s.get())) {
        return std::nullopt;
    }
    static_cast<void>(r.release()); // the signature owns both now
    static_cast<void>(s.release());
    QByteArray der(i2d_ECDSA_SIG(signature.get(), nullptr), Qt::Uninitialized);
    auto *out = reinterpret_cast<unsigned char *>(der.data());
    i2d_ECDSA_SIG(signature.get(), &out);
    return der;
}

std::optional<QByteArray> rawFromDerEcdsa(ByteView der, EcCurve curve)
{
    const unsigned char *data = der.data();
    const EcdsaSignaturePtr signature(d2i_ECDSA_SIG(nullptr, &data, static_cast<long>(der.size())));
    if (!signature) {
        return std::nullopt;
    }
    const std::size_t size = coordinateSize(curve);
    return publicBytes(ECDSA_SIG_get0_r(signature.get()), size) +
           publicBytes(ECDSA_SIG_get0_s(signature.get()), size);
}

} // namespace countersign::crypto
