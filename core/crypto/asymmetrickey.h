#pragma once

#include "core/base/error.h"
#include "core/base/secretbytes.h"
#include "core/crypto/algorithm.h"

#include <QByteArray>

#include <memory>

namespace countersign::crypto {

/// Big-endian numbers of a public key, as a JWK writes them (RFC 7518 section 6, RFC 8037).
struct PublicNumbers
{
    KeyType type = KeyType::Rsa;
    std::optional<EcCurve> curve;
    QByteArray n, e; ///< RSA
    QByteArray x, y; ///< EC: padded to the curve's size; Ed25519: x alone
};

/// The private numbers of a JWK.
struct PrivateNumbers
{
    SecretBytes d;                ///< every type
    SecretBytes p, q, dp, dq, qi; ///< RSA; all or none
};

/// Whether the bytes can be an ECDSA signature as a JWS carries it (RFC 7518 section 3.4): r and s in full
/// length, above zero and below the order of the curve.
bool isEcdsaSignature(ByteView raw, EcCurve curve);

/// What an RSA signature of PKCS #1 v1.5 holds.
struct SignedDigest
{
    std::optional<HashAlgorithm> hash; ///< none where the bytes were signed without the name of a hash
    QByteArray bytes;
};

/// An RSA, EC or Ed25519 public key: parsed once, shared, immutable, usable from any thread.
class PublicKey final
{
public:
    /// SubjectPublicKeyInfo (RFC 5280); trailing bytes are refused.
    static Result<PublicKey> fromSpkiDer(ByteView der);
    static Result<PublicKey> fromPkcs1Der(ByteView der);
    static Result<PublicKey> fromNumbers(const PublicNumbers &numbers);

    KeyType type() const;
    int bits() const;
    std::optional<EcCurve> curve() const;
    PublicNumbers numbers() const;
    QByteArray spkiDer() const;
    /// PEM byte-identical with `openssl pkey -pubout`.
    QByteArray spkiPem() const;

    /// Whether `signature` (as a JWS carries it: ECDSA is r||s) is this key's over `message`.
    /// False also when the algorithm is not one of this key's type and curve.
    bool verify(JwsAlgorithm algorithm, ByteView message, ByteView signature) const;

    /// What a PKCS #1 v1.5 signature of this key was made over (RFC 8017 section 8.2.2), whatever the message
    /// was; nothing when another key made it, and of keys other than RSA. Tells a changed message from
    /// another key, and names the hash that was used.
    std::optional<SignedDigest> signedDigest(ByteView signature) const;

    bool operator==(const PublicKey &other) const;

    struct Handle;
    explicit PublicKey(std::shared_ptr<const Handle> handle);

private:
    std::shared_ptr<const Handle> m_handle;
};

/// The private half. Its DER leaves only as SecretBytes.
class PrivateKey final
{
public:
    static Result<PrivateKey> generateRsa(int bits); ///< 2048, 3072 or 4096, through QCA
    static Result<PrivateKey> generateEc(EcCurve curve);
    static Result<PrivateKey> generateEd25519();
    static Result<PrivateKey> fromPkcs8Der(ByteView der);
    static Result<PrivateKey> fromPkcs1Der(ByteView der); ///< RSAPrivateKey (RFC 8017)
    static Result<PrivateKey> fromSec1Der(ByteView der);  ///< ECPrivateKey (RFC 5915)
    /// EncryptedPrivateKeyInfo; fails with WrongKeyPassphrase when another passphrase may open it, with
    /// UnsupportedKey or InvalidKey when none can.
    static Result<PrivateKey> fromEncryptedPkcs8Der(ByteView der, const SecretBytes &passphrase);
    /// RSA without p…qi is given its CRT values, so it signs at full speed.
    static Result<PrivateKey> fromNumbers(const PublicNumbers &publicNumbers,
                                          const PrivateNumbers &privateNumbers);

    KeyType type() const;
    PublicKey publicKey() const;
    PrivateNumbers numbers() const;
    SecretBytes pkcs8Der() const;
    /// PEM byte-identical with `openssl pkey`.
    SecretBytes pkcs8Pem() const;
    /// PBES2, AES-256-CBC, PBKDF2-HMAC-SHA256 with at least 600,000 iterations.
    Result<SecretBytes> encryptedPkcs8Pem(const SecretBytes &passphrase) const;
    /// Whether public and private numbers belong together.
    bool isConsistent() const;

    /// A signature as a JWS carries it. RS* is deterministic and made by QCA, the rest by OpenSSL.
    Result<QByteArray> sign(JwsAlgorithm algorithm, ByteView message) const;

    struct Handle;
    explicit PrivateKey(std::shared_ptr<const Handle> handle);

private:
    std::shared_ptr<const Handle> m_handle;
};

} // namespace countersign::crypto
