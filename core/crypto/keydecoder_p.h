#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/crypto/opensslhandles_p.h"

namespace countersign::crypto {

/// The ASN.1 structures a public key comes in. For private keys see privatekeyreader_p.h.
enum class KeyStructure {
    SubjectPublicKeyInfo, ///< RFC 5280
    Pkcs1Public,          ///< RSAPublicKey, RFC 8017
};

/// Reads exactly one structure of the stated kind, in DER: trailing bytes, lengths and numbers longer than
/// they need to be, and negative numbers fail with InvalidKey.
Result<PkeyPtr> decodeKey(ByteView der, KeyStructure structure);

} // namespace countersign::crypto
