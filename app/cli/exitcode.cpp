#include "app/cli/exitcode.h"

#include <array>

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

struct Row
{
    ErrorCode code;
    QLatin1StringView name;
    ExitCode exitCode;
};

constexpr std::array rows{
    Row{ErrorCode::InvalidInput, "InvalidInput"_L1, ExitCode::WrongUsage},
    Row{ErrorCode::InvalidEncoding, "InvalidEncoding"_L1, ExitCode::UnreadableInput},
    Row{ErrorCode::InvalidJson, "InvalidJson"_L1, ExitCode::UnreadableInput},
    Row{ErrorCode::DuplicateJsonMember, "DuplicateJsonMember"_L1, ExitCode::UnreadableInput},
    Row{ErrorCode::InvalidToken, "InvalidToken"_L1, ExitCode::UnreadableInput},
    Row{ErrorCode::InvalidKey, "InvalidKey"_L1, ExitCode::UnreadableInput},
    Row{ErrorCode::WrongKeyPassphrase, "WrongKeyPassphrase"_L1, ExitCode::UnreadableInput},
    Row{ErrorCode::UnsupportedKey, "UnsupportedKey"_L1, ExitCode::UnreadableInput},
    Row{ErrorCode::WeakKey, "WeakKey"_L1, ExitCode::NothingDecided},
    Row{ErrorCode::InvalidRecipe, "InvalidRecipe"_L1, ExitCode::UnreadableInput},
    Row{ErrorCode::UnsupportedAlgorithm, "UnsupportedAlgorithm"_L1, ExitCode::NothingDecided},
    Row{ErrorCode::VaultNotFound, "VaultNotFound"_L1, ExitCode::VaultProblem},
    Row{ErrorCode::VaultExists, "VaultExists"_L1, ExitCode::VaultProblem},
    Row{ErrorCode::WrongPassphrase, "WrongPassphrase"_L1, ExitCode::VaultProblem},
    Row{ErrorCode::WrongRecoveryKey, "WrongRecoveryKey"_L1, ExitCode::VaultProblem},
    Row{ErrorCode::WrongBackupPassphrase, "WrongBackupPassphrase"_L1, ExitCode::VaultProblem},
    Row{ErrorCode::VaultDamaged, "VaultDamaged"_L1, ExitCode::VaultProblem},
    Row{ErrorCode::VaultTooNew, "VaultTooNew"_L1, ExitCode::VaultProblem},
    Row{ErrorCode::VaultInUse, "VaultInUse"_L1, ExitCode::VaultProblem},
    Row{ErrorCode::VaultConflict, "VaultConflict"_L1, ExitCode::VaultProblem},
    Row{ErrorCode::VaultOlder, "VaultOlder"_L1, ExitCode::VaultProblem},
    Row{ErrorCode::NotAVault, "NotAVault"_L1, ExitCode::VaultProblem},
    Row{ErrorCode::BackupOfAnotherVault, "BackupOfAnotherVault"_L1, ExitCode::VaultProblem},
    Row{ErrorCode::BackupOverVault, "BackupOverVault"_L1, ExitCode::WrongUsage},
    Row{ErrorCode::NoRecoveryKey, "NoRecoveryKey"_L1, ExitCode::VaultProblem},
    Row{ErrorCode::UnknownProperty, "UnknownProperty"_L1, ExitCode::VaultProblem},
    Row{ErrorCode::AmbiguousProperty, "AmbiguousProperty"_L1, ExitCode::VaultProblem},
    Row{ErrorCode::UnknownKeyVersion, "UnknownKeyVersion"_L1, ExitCode::VaultProblem},
    Row{ErrorCode::UnknownRecipe, "UnknownRecipe"_L1, ExitCode::WrongUsage},
    Row{ErrorCode::IllegalKeyTransition, "IllegalKeyTransition"_L1, ExitCode::VaultProblem},
    Row{ErrorCode::PublicKeyAlone, "PublicKeyAlone"_L1, ExitCode::VaultProblem},
    Row{ErrorCode::KeyExists, "KeyExists"_L1, ExitCode::VaultProblem},
    Row{ErrorCode::FileNotFound, "FileNotFound"_L1, ExitCode::InputOutputFailed},
    Row{ErrorCode::ReadFailed, "ReadFailed"_L1, ExitCode::InputOutputFailed},
    Row{ErrorCode::WriteFailed, "WriteFailed"_L1, ExitCode::InputOutputFailed},
    Row{ErrorCode::FileExists, "FileExists"_L1, ExitCode::InputOutputFailed},
    Row{ErrorCode::FileTooLarge, "FileTooLarge"_L1, ExitCode::UnreadableInput},
    Row{ErrorCode::CryptoFailed, "CryptoFailed"_L1, ExitCode::NothingDecided},
    Row{ErrorCode::Cancelled, "Cancelled"_L1, ExitCode::Cancelled},
};

// The table is indexed by the code, so a code added to the enumeration without a row stops the build.
static_assert(rows.size() == static_cast<std::size_t>(ErrorCode::Cancelled) + 1);
static_assert([] {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (static_cast<std::size_t>(rows.at(i).code) != i) {
            return false;
        }
    }
    return true;
}());

} // namespace

ExitCode exitCodeFor(ErrorCode code)
{
    return rows.at(static_cast<std::size_t>(code)).exitCode;
}

ExitCode exitCodeFor(verify::VerdictKind kind)
{
    switch (kind) {
    case verify::VerdictKind::Verified:
        return ExitCode::Done;
    case verify::VerdictKind::Failed:
        return ExitCode::VerificationFailed;
    case verify::VerdictKind::NotVerified:
    case verify::VerdictKind::Unsupported:
        return ExitCode::NothingDecided;
    }
    Q_UNREACHABLE();
}

QString errorCodeName(ErrorCode code)
{
    return rows.at(static_cast<std::size_t>(code)).name;
}

} // namespace countersign::cli
