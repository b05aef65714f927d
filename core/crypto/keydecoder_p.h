#pragma once

#include "core/base/error.h"
#include "core/base/secretbytes.h"
#include "core/crypto/opensslhandles_p.h"

namespace countersign::crypto {

/// The ASN.1 structures a key comes in.
enum class KeyStructure {
    SubjectPublicKeyInfo, ///< RFC 5280
    Pkcs1Public,          ///< RSAPublicKey, RFC 8017
    PrivateKeyInfo,       ///< PKCS#8, RFC 5958
    Pkcs1Private,         ///< RSAPrivateKey, RFC 8017
    Sec1Private,          ///< ECPrivateKey, RFC 5915
};

/// Reads exactly one structure of the stated kind: trailing bytes fail with InvalidKey.
Result<PkeyPtr> decodeKey(ByteView der, KeyStructure structure);

} // namespace countersign::crypto
