#pragma once

#include "core/base/bytes.h"
#include "core/crypto/algorithm.h"

#include <QByteArray>

#include <optional>

namespace countersign::crypto {

/// A JWS carries r||s, each as long as the curve's order (RFC 7518 section 3.4); OpenSSL wants DER.
/// Nothing when the length is not exact or r or s is zero; beyond the order OpenSSL refuses them.
std::optional<QByteArray> derFromRawEcdsa(ByteView raw, EcCurve curve);
std::optional<QByteArray> rawFromDerEcdsa(ByteView der, EcCurve curve);

} // namespace countersign::crypto
