#pragma once

#include "core/base/error.h"
#include "core/keys/der.h"
#include "core/keys/keymaterial.h"

namespace countersign::keys {

/// Reads the key a DER text holds. Fails with UnsupportedKey, naming what it is, for certificates, PKCS#12
/// files and algorithms Countersign does not use; with WrongKeyPassphrase for an encrypted key whose
/// passphrase is missing or wrong; with InvalidKey for everything else that is no key.
Result<KeyMaterial> readDerKey(ByteView der, const SecretBytes *passphrase);

/// The key as material, unless no signature proves anything with it: an RSA modulus anybody can factor (ROCA,
/// CVE-2017-15361), private numbers that do not belong to the public ones.
Result<KeyMaterial> checkedKey(Result<crypto::PublicKey> key);
Result<KeyMaterial> checkedKey(Result<crypto::PrivateKey> key);

} // namespace countersign::keys
