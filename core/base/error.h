#pragma once

#include <QString>

#include <expected>

namespace countersign {

/// Why an operation failed. Stable: exit codes, translations and tests key on these.
enum class ErrorCode {
    InvalidInput,        ///< a value a person typed does not fit its field
    InvalidEncoding,     ///< not hex, base64 or base64url as the standard writes it
    InvalidJson,         ///< refused by the strict JSON reader
    DuplicateJsonMember, ///< JSON in which an object has two members of one name
    InvalidToken,        ///< not a compact JWS
    InvalidKey,          ///< a key file that cannot be read
    WrongKeyPassphrase,  ///< an encrypted private key and a passphrase that does not open it
    UnsupportedKey,      ///< a key of a kind Countersign does not use
    WeakKey,             ///< refused for making proofs; verifying with it still works
    InvalidRecipe,       ///< a recipe file that does not fit the schema
    UnsupportedAlgorithm,
    VaultNotFound,
    VaultExists,
    WrongPassphrase,
    WrongRecoveryKey,      ///< well-formed, and not the one made last
    WrongBackupPassphrase, ///< none or not the one of a backup made before the vault was given a new key
    VaultDamaged,
    VaultTooNew,
    VaultInUse,    ///< another process is writing to it
    VaultConflict, ///< the record was changed by someone else since it was read
    VaultOlder,    ///< this machine has seen a newer state of it
    NotAVault,     ///< a file of something else
    BackupOfAnotherVault,
    BackupOverVault, ///< the file a backup should be written to is the vault's own
    NoRecoveryKey,
    UnknownProperty,
    AmbiguousProperty,
    UnknownKeyVersion,
    UnknownRecipe,
    IllegalKeyTransition, ///< for example promoting a destroyed version
    PublicKeyAlone,       ///< in the place of a key that makes proofs
    KeyExists,            ///< the property has the very same key already, or had it
    FileNotFound,
    ReadFailed,
    WriteFailed,
    FileExists,
    FileTooLarge,
    CryptoFailed, ///< the crypto library refused; never expected with valid input
    Cancelled,
};

/// A failure as a value. `detail` is a plain English fragment that says where and what
/// ("line 3, column 7: the member \"alg\" occurs twice"); it never holds a secret.
struct Error
{
    ErrorCode code;
    QString detail;

    bool operator==(const Error &) const = default;
};

template<typename T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> failure(ErrorCode code, QString detail = {})
{
    return std::unexpected(Error{code, std::move(detail)});
}

/// The sentence for a code, in English and marked for translation in the context "Error":
/// what happened and what to do. One table; the console translates it, the CLI prints it.
const char *errorSentence(ErrorCode code);

} // namespace countersign
