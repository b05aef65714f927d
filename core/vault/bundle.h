#pragma once

#include "core/crypto/kdf.h"
#include "core/vault/vault.h"

#include <QSet>

namespace countersign::vault {

/// A bundle: chosen properties with all their key versions, statuses and dates as one encrypted file, for
/// moving them to another vault. Without the activity, which is the vault's own.
///
/// The file, format 1; numbers are big-endian:
///
///     offset  bytes
///          0      8  "CSBUNDLE"
///          8      4  the format
///         12      8  scrypt (RFC 7914): N, within the bounds of a vault's own
///         20      4  scrypt: r
///         24      4  scrypt: p
///         28     32  scrypt: salt
///         60     32  commitment to the key: tells a wrong passphrase, and lets only one open the file
///         92      n  AES-256-GCM: nonce (12), ciphertext, tag (16); all of the above is associated data
///       92+n     32  SHA-256 of all of the above: tells an accident from a wrong passphrase
///
/// scrypt makes 32 bytes of the passphrase; HKDF-SHA256 (RFC 5869) makes the key and the commitment of them.
/// Inside the seal: the length of a JSON text (8 bytes), the text, and then each key in the vault's own form,
/// one after the other. The text says what the properties are and how many bytes each key has; no secret is
/// in it.
inline constexpr int bundleFormatVersion = 1;
inline constexpr qsizetype maximumBundleSize = qsizetype{256} << 20;

struct Bundle
{
    Timestamp madeAt{};
    std::vector<PropertyWithKeys> properties;
};

/// The bundle as a file's bytes. InvalidInput for an empty passphrase or parameters out of bounds.
Result<QByteArray> sealBundle(const Bundle &bundle, const SecretBytes &passphrase,
                              const crypto::ScryptParameters &kdf);

/// Why a file does not open as a bundle. All but the last are told before anything is derived.
enum class BundleProblem {
    NotABundle, ///< another kind of file
    TooNew,     ///< of a format this program does not know
    Damaged,    ///< changed or cut off
    WrongPassphrase,
};

struct BundleError
{
    BundleProblem problem{};
    QString detail; ///< English; never holds a secret
};

/// What happened and what to do, in English and marked for translation in the context "Bundle".
const char *bundleSentence(BundleProblem problem);

std::expected<Bundle, BundleError> openBundle(ByteView file, const SecretBytes &passphrase);

/// The chosen properties with every key they still have. Recorded before it is handed out. UnknownProperty
/// for one that is not there or lies in the bin.
Result<Bundle> takeForBundle(const Vault &vault, const QList<recipes::PropertyId> &ids);

/// What importing a bundle does about one property of it.
enum class ImportEffect {
    New,     ///< it is added as it is
    Same,    ///< it, or a copy that an earlier import made, is here already; nothing is to be done
    Differs, ///< it is here already with something else about it; kept beside it where that is chosen
    InBin,   ///< it lies in the bin; kept beside it where that is chosen
};

struct ImportStep
{
    ImportEffect effect{};
    recipes::PropertyId propertyId;
    QString name;
    int keyVersions = 0;
    bool isNameTaken = false; ///< by another property, which is no conflict
    QString copyName{};       ///< the name of the copy, where that is what is the same

    bool operator==(const ImportStep &) const = default;
};

/// What importing each property of the bundle would do, in its order.
Result<QList<ImportStep>> previewImport(const Vault &vault, const Bundle &bundle);
/// Adds the chosen ones with their versions, statuses and dates, in one transaction, and returns what was
/// added. Nothing is overwritten: one that conflicts gets an id and a name of its own beside what is here,
/// "Shop (imported)", then "Shop (imported 2)".
Result<QList<recipes::Property>> importBundle(const Vault &vault, const Bundle &bundle,
                                              const QSet<recipes::PropertyId> &chosen);

} // namespace countersign::vault
