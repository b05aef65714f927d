#pragma once

#include "core/base/bytes.h"
#include "core/crypto/asymmetrickey.h"

#include <QString>

namespace countersign::keys {

/// "SHA256:" and the lower-case hex of SHA-256 over the SubjectPublicKeyInfo.
QString publicKeyFingerprint(const crypto::PublicKey &key);
/// "SHA256:" and the first 16 hex digits of SHA-256 over a label and the secret: enough to tell two
/// secrets apart, cut so that it cannot stand for the secret.
QString secretFingerprint(ByteView secret);
/// RFC 7638 thumbprint, SHA-256, base64url.
QString thumbprint(const crypto::PublicKey &key);
/// "SHA256:9f3a 71c0 … 5d18" for a table cell.
QString shortFingerprint(const QString &fingerprint);

} // namespace countersign::keys
