#pragma once

#include "core/base/error.h"
#include "core/keys/keymaterial.h"

#include <QStringList>

#include <vector>

namespace countersign::keys {

/// What a key file turned out to hold.
struct ReadKey
{
    KeyMaterial material;
    QString keyId;                                 ///< a JWK's `kid`
    std::optional<crypto::JwsAlgorithm> algorithm; ///< a JWK's `alg`: the only one it may be used with
    bool mayVerify = true; ///< false when `use`, `key_ops` or `alg` of the JWK forbid it
    bool maySign = true;   ///< likewise; says nothing about whether there is a private part
    QString form;          ///< "PKCS#8 private key (PEM)", "JWK", "Secret (text)"
    QStringList notes;     ///< what was put right: "Windows line ends", "literal \n instead of line ends"
};

/// Reads an asymmetric key: PEM (PKCS#1, PKCS#8, encrypted PKCS#8, SPKI, SEC1), the same with CRLF, with
/// literal "\n", indented, quoted or without armour; DER; a JWK; a JWK Set (one entry per key).
/// Certificates, OpenSSH and PGP files fail with UnsupportedKey and a detail that names what they are;
/// everything else with InvalidKey.
Result<std::vector<ReadKey>> readKeyFile(ByteView content, const SecretBytes *passphrase = nullptr);
/// The same where exactly one key is expected.
Result<ReadKey> readSingleKey(ByteView content, const SecretBytes *passphrase = nullptr);

/// Reads a shared secret in a stated encoding. One trailing line break is dropped with a note; any other
/// white space at an end is kept and noted. Content that is a key file (PEM, DER, JWK, SSH) fails with
/// InvalidKey, so that a public key can never become a secret; so does an empty secret.
Result<ReadKey> readSecret(ByteView content, SecretEncoding encoding);

/// Whether the content, white space aside, is some kind of key file rather than a secret.
bool looksLikeKeyFile(ByteView content);
/// Whether the content is an encrypted private key, so a passphrase must be asked for.
bool needsPassphrase(ByteView content);

} // namespace countersign::keys
