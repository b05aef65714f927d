#pragma once

#include "core/base/bytes.h"

#include <QString>

namespace countersign::keys {

/// What a DER text holds, told from its outline alone: nothing in it is used before the crypto layer has
/// parsed it. The outlines are those of RFC 5208, 5280, 5915, 7292 and 8017.
enum class DerKind {
    NotDer,
    CutShort,      ///< announces more bytes than there are
    TrailingBytes, ///< a DER text and something behind it
    Spki,
    Pkcs1Public,
    Pkcs1Private,
    Pkcs8,
    EncryptedPkcs8,
    Sec1,
    DsaPrivate,
    Certificate,
    CertificateRequest,
    Pkcs7,
    Pkcs12,
    OtherDer, ///< well formed, and no key
};

DerKind classifyDer(ByteView der);
/// "SPKI public key", "PKCS#12 file": for messages.
QString derKindName(DerKind kind);
/// Whether it is a key that the crypto layer reads.
bool isReadableKey(DerKind kind);
/// The name of the algorithm of an SPKI or PKCS#8 key that Countersign does not use ("DSA", "X25519"), or
/// empty.
QString unusedAlgorithm(ByteView der);

} // namespace countersign::keys
