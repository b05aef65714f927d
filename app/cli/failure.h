#pragma once

#include "app/cli/exitcode.h"
#include "core/verify/cause.h"

namespace countersign::cli {

/// Why a verb did not do its work: what the person is told and what the caller is.
struct Failure
{
    ExitCode exitCode;
    QString code;                ///< "WrongPassphrase", "WrongUsage": for JSON
    QString message;             ///< what happened, where, what to do
    QList<verify::Cause> causes; ///< of a token that could not be read

    Failure(ExitCode failedWith, QString name, QString text);
    /// From the core: its sentence with the detail in brackets.
    Failure(
        const Error &error); // NOLINT(google-explicit-constructor): lets `return std::unexpected(error)` work
};

/// What a verb returns.
using VerbResult = std::expected<ExitCode, Failure>;
template<typename T>
using CliResult = std::expected<T, Failure>;

/// The arguments are wrong; the caller's message gets a pointer to the help.
std::unexpected<Failure> usageFailure(const QString &message);

} // namespace countersign::cli
