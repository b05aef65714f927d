#pragma once

#include "core/crypto/asymmetrickey.h"

namespace countersign::crypto {

/// Reads the DigestInfo of a PKCS #1 v1.5 signature (RFC 8017 section 9.2, note 1). What is none is given as
/// it is, without a hash.
SignedDigest readDigestInfo(const QByteArray &content);

} // namespace countersign::crypto
