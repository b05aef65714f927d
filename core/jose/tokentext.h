#pragma once

#include "core/jose/jwt.h"

namespace countersign::jose {

/// The characters of a token without what came along when it was copied.
struct TokenText
{
    QByteArray repaired; ///< used when something had to be cut out of the middle
    QByteArrayView view;
};

/// Cuts off an HTTP header's name and `Bearer`, quotes and white space, and adds a finding for each.
TokenText unwrapToken(QByteArrayView token, QList<TokenFinding> *findings);

struct TokenParts
{
    QByteArrayView header, payload, signature;
    QByteArrayView signingInput;
};

/// Splits at the dots of a compact JWS (RFC 7515 section 7.1). What has not three parts is named in a
/// finding; of two parts, whose signature is missing, both are returned.
std::optional<TokenParts> splitToken(QByteArrayView token, QList<TokenFinding> *findings);

} // namespace countersign::jose
