#pragma once

#include "core/base/bytes.h"

#include <QByteArray>
#include <QString>

namespace countersign::crypto {

/// Hash functions that no vendor asks for and that programs choose by mistake: for recognising, never for
/// making a proof.
enum class LegacyHash { Md5, Sha224, Sha3_256 };

QString legacyHashName(LegacyHash hash); ///< "MD5"
QString legacyMacName(LegacyHash hash);  ///< "HMAC-MD5"
/// Empty where OpenSSL is built or configured without the hash.
QByteArray legacyDigest(LegacyHash hash, ByteView message);
QByteArray legacyMac(LegacyHash hash, ByteView key, ByteView message);

} // namespace countersign::crypto
