#include "core/base/error.h"

#include <QtGlobal>

namespace countersign {

// A switch without a default, so that the compiler names a code that has no sentence.
const char *errorSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return QT_TRANSLATE_NOOP("Error", "A value does not fit its field. Correct it and try again.");
    case ErrorCode::InvalidEncoding:
        return QT_TRANSLATE_NOOP("Error",
                                 "The text is not in the encoding that was chosen. Check that it was copied "
                                 "whole and that the encoding is the right one.");
    case ErrorCode::InvalidJson:
        return QT_TRANSLATE_NOOP("Error", "The text is not valid JSON. Correct it where the details say.");
    case ErrorCode::DuplicateJsonMember:
        return QT_TRANSLATE_NOOP("Error",
                                 "The JSON text names a member twice, so programs disagree about its "
                                 "value. Leave one of the two out.");
    case ErrorCode::InvalidToken:
        return QT_TRANSLATE_NOOP("Error",
                                 "The text is not a signed token. Paste the whole token: three parts "
                                 "joined by dots.");
    case ErrorCode::InvalidKey:
        return QT_TRANSLATE_NOOP("Error",
                                 "The key could not be read. Check that the whole key was pasted and that "
                                 "it is of the kind that was asked for.");
    case ErrorCode::WrongKeyPassphrase:
        return QT_TRANSLATE_NOOP(
            "Error", "The private key is encrypted, and the passphrase does not open it. Give the one it was "
                     "encrypted with.");
    case ErrorCode::UnsupportedKey:
        return QT_TRANSLATE_NOOP("Error",
                                 "Countersign does not use keys of this kind. Convert it or choose another.");
    case ErrorCode::WeakKey:
        return QT_TRANSLATE_NOOP("Error",
                                 "The key is too weak to make proofs with. Rotate to a stronger one; "
                                 "verifying with it still works.");
    case ErrorCode::InvalidRecipe:
        return QT_TRANSLATE_NOOP(
            "Error", "A recipe file does not fit its schema. Correct it or reinstall Countersign.");
    case ErrorCode::UnsupportedAlgorithm:
        return QT_TRANSLATE_NOOP("Error",
                                 "The algorithm cannot be used with this key. Choose one of the key's own.");
    case ErrorCode::VaultNotFound:
        return QT_TRANSLATE_NOOP("Error",
                                 "There is no vault at this place. Check the path or create a vault.");
    case ErrorCode::VaultExists:
        return QT_TRANSLATE_NOOP("Error",
                                 "There is already a vault at this place. Open it or choose another path.");
    case ErrorCode::WrongPassphrase:
        return QT_TRANSLATE_NOOP("Error", "The passphrase does not open the vault. Type it again.");
    case ErrorCode::WrongRecoveryKey:
        return QT_TRANSLATE_NOOP("Error",
                                 "This recovery key does not open the vault. Use the one that was made last, "
                                 "or the passphrase.");
    case ErrorCode::WrongBackupPassphrase:
        return QT_TRANSLATE_NOOP(
            "Error", "The backup was made before the vault was given a new key, and only the passphrase it "
                     "had then opens it. Give that one to the command line's \"vault restore\".");
    case ErrorCode::VaultDamaged:
        return QT_TRANSLATE_NOOP("Error",
                                 "The vault file is damaged or was changed by something else. Nothing was "
                                 "written to it. Restore a backup.");
    case ErrorCode::VaultTooNew:
        return QT_TRANSLATE_NOOP("Error",
                                 "The vault was written by a newer Countersign. Update this one to open it.");
    case ErrorCode::VaultInUse:
        return QT_TRANSLATE_NOOP("Error",
                                 "Another program is using the vault. Close it there and try again.");
    case ErrorCode::VaultConflict:
        return QT_TRANSLATE_NOOP("Error",
                                 "Somebody else changed the same thing meanwhile. Nothing was written. Look "
                                 "at what is there now and repeat the change.");
    case ErrorCode::VaultOlder:
        return QT_TRANSLATE_NOOP(
            "Error", "This is an older copy of the vault: a newer state was open on this computer. "
                     "Find the newer file, or accept this copy and lose what was changed since.");
    case ErrorCode::NotAVault:
        return QT_TRANSLATE_NOOP("Error",
                                 "The file is not a vault of Countersign. Check the path; if a vault was "
                                 "there, move this file away and restore a backup.");
    case ErrorCode::BackupOfAnotherVault:
        return QT_TRANSLATE_NOOP("Error",
                                 "The file is a backup of another vault. Choose a backup of this one.");
    case ErrorCode::BackupOverVault:
        return QT_TRANSLATE_NOOP(
            "Error", "A backup cannot be written over the vault it is made of. Choose another file.");
    case ErrorCode::NoRecoveryKey:
        return QT_TRANSLATE_NOOP("Error",
                                 "The vault has no recovery key. Use its passphrase; while the vault is "
                                 "open, a recovery key can be made.");
    case ErrorCode::UnknownProperty:
        return QT_TRANSLATE_NOOP("Error", "There is no such property in the vault. Check its name.");
    case ErrorCode::AmbiguousProperty:
        return QT_TRANSLATE_NOOP("Error", "Several properties have this name. Say which one by its id.");
    case ErrorCode::UnknownKeyVersion:
        return QT_TRANSLATE_NOOP("Error", "The property has no such key version. Choose one that it has.");
    case ErrorCode::UnknownRecipe:
        return QT_TRANSLATE_NOOP("Error",
                                 "There is no recipe for this vendor. Check its name or update Countersign.");
    case ErrorCode::IllegalKeyTransition:
        return QT_TRANSLATE_NOOP("Error",
                                 "A key version with this status cannot be moved that way. Nothing was "
                                 "changed.");
    case ErrorCode::PublicKeyAlone:
        return QT_TRANSLATE_NOOP(
            "Error", "This is only the public half of a key. It verifies proofs but makes none, so it "
                     "cannot take the place of a key that does. Use the private key. Nothing was "
                     "changed.");
    case ErrorCode::KeyExists:
        return QT_TRANSLATE_NOOP("Error",
                                 "This key is a version of the property's already. Nothing was changed. Use "
                                 "another key.");
    case ErrorCode::FileNotFound:
        return QT_TRANSLATE_NOOP("Error", "The file does not exist. Check the path.");
    case ErrorCode::ReadFailed:
        return QT_TRANSLATE_NOOP("Error", "The file could not be read. Check its permissions and the disk.");
    case ErrorCode::WriteFailed:
        return QT_TRANSLATE_NOOP("Error",
                                 "The file could not be written; what was there before is unchanged. Check "
                                 "the folder's permissions and the free space.");
    case ErrorCode::FileExists:
        return QT_TRANSLATE_NOOP("Error", "A file of this name exists already and was left as it is. Choose "
                                          "another name.");
    case ErrorCode::FileTooLarge:
        return QT_TRANSLATE_NOOP(
            "Error", "The file is larger than it can sensibly be. Check that it is the right one.");
    case ErrorCode::CryptoFailed:
        return QT_TRANSLATE_NOOP("Error",
                                 "The cryptographic library refused an operation that should succeed. Check "
                                 "the installation of OpenSSL and report this.");
    case ErrorCode::Cancelled:
        return QT_TRANSLATE_NOOP("Error", "The work was cancelled. Nothing was changed.");
    }
    return "";
}

} // namespace countersign
