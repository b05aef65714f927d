#pragma once

#include "core/crypto/asymmetrickey.h"

namespace countersign::crypto {

/// A private key as its numbers. RSA: p…qi are empty where the file has zeros for them.
struct KeyNumbers
{
    PublicNumbers publicNumbers;
    PrivateNumbers privateNumbers;
};

// Strict readers of our own: OpenSSL's decoder frees copies of the private numbers without wiping them, and
// takes what is not DER. Exactly one structure, in DER, with numbers that are not negative; everything else
// fails with InvalidKey, and with UnsupportedKey a key that is well formed and of a kind that is not used
// here.

/// PrivateKeyInfo, PKCS#8 (RFC 5208), and OneAsymmetricKey (RFC 5958): RSA, EC, Ed25519.
Result<KeyNumbers> readPrivateKeyInfo(ByteView der);
/// RSAPrivateKey, PKCS#1 (RFC 8017 appendix A.1.2), of two primes whose product is the modulus.
Result<KeyNumbers> readPkcs1PrivateKey(ByteView der);
/// ECPrivateKey, SEC 1 (RFC 5915), with its curve named.
Result<KeyNumbers> readSec1PrivateKey(ByteView der);

} // namespace countersign::crypto
