#pragma once

#include "core/crypto/asymmetrickey.h"
#include "core/crypto/keykind_p.h"
#include "core/crypto/opensslhandles_p.h"

namespace countersign::crypto {

/// A number of a key by OpenSSL's name for it; null when the key has none.
BignumPtr numberOf(const EVP_PKEY *pkey, const char *name);
BignumPtr bignumOf(ByteView bigEndian);

QByteArray publicBytes(const BIGNUM *number, std::size_t size = 0); ///< padded to `size` when given
SecretBytes secretBytes(const BIGNUM *number, std::size_t size = 0);

PublicNumbers publicNumbersOf(const EVP_PKEY *pkey, const KeyKind &kind);
PrivateNumbers privateNumbersOf(const EVP_PKEY *pkey, const KeyKind &kind);
/// The public numbers that belong to the private number of an EC or Ed25519 key.
std::optional<PublicNumbers> publicNumbersFor(const SecretBytes &d, const KeyKind &kind);

Result<PkeyPtr> publicKeyFromNumbers(const PublicNumbers &numbers);
/// RSA wants all of p…qi here.
Result<PkeyPtr> privateKeyFromNumbers(const PublicNumbers &publicNumbers,
                                      const PrivateNumbers &privateNumbers);

} // namespace countersign::crypto
