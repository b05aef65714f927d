#include "core/crypto/ecdsasignature_p.h"

#include "core/crypto/keykind_p.h"
#include "core/crypto/opensslhandles_p.h"
#include "core/crypto/pkeynumbers_p.h"

#include <algorithm>

namespace countersign::crypto {

namespace {

/// SEC 2 version 2.0, sections 2.4.2, 2.5.1 and 2.6.1.
constexpr const char *orderOf(EcCurve curve)
{
    switch (curve) {
    case EcCurve::P256:
        return "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551";
    case EcCurve::P384:
        return "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196A"
               "CCC52973";
    case EcCurve::P521:
        return "01FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFA51868783BF2F966B"
               "7FCC0148F709A5D03BB5C9B8899C47AEBB6FB71E91386409";
    }
    return "";
}

bool isInRange(ByteView number, const QByteArray &order)
{
    const bool isZero = std::ranges::all_of(number, [](unsigned char byte) { return byte == 0; });
    return !isZero && std::ranges::lexicographical_compare(number, bytesOf(order)); // of equal length
}

} // namespace

bool isEcdsaSignature(ByteView raw, EcCurve curve)
{
    const QByteArray order = QByteArray::fromHex(orderOf(curve));
    const std::size_t size = coordinateSize(curve);
    return raw.size() == 2 * size && isInRange(raw.first(size), order) && isInRange(raw.last(size), order);
}

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
