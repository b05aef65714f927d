#pragma once

#include "core/base/error.h"
#include "core/keys/keymaterial.h"

namespace countersign::keys {

QByteArray publicKeyPem(const crypto::PublicKey &key); ///< SPKI
/// The public JWK (RFC 7517), with `kid` set to the thumbprint unless given.
QByteArray publicKeyJwk(const crypto::PublicKey &key, const QString &keyId = {},
                        std::optional<crypto::JwsAlgorithm> algorithm = {});
/// PKCS#8 PEM; encrypted when a passphrase is given.
Result<SecretBytes> privateKeyPem(const crypto::PrivateKey &key, const SecretBytes *passphrase = nullptr);

} // namespace countersign::keys
