#include "app/cli/verbs/recoverykeyoutput.h"

#include "app/cli/outputs.h"
#include "core/base/files.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

CliResult<void> handOutRecoveryKey(Session &session, const SecretBytes &key)
{
    if (const auto file = session.arguments().optional(recoveryKeyOutOption().name)) {
        auto line = key.clone();
        line.append(bytesOf("\n"));
        auto written = writeFile(*file, line.bytes(), FileAccess::OwnerOnly, Overwrite::No);
        return written ? CliResult<void>() : std::unexpected(Failure(written.error()));
    }
    session.streams().write(key.bytes());
    session.streams().write(bytesOf("\n"));
    return {};
}

Option recoveryKeyOutOption()
{
    return {
        .name = u"recovery-key-out"_s,
        .valueName = u"FILE"_s,
        .help =
            u"write the recovery key to a new file that only you can read; print it and delete the file"_s,
        .kind = ValueKind::File};
}

Option revealOption()
{
    return {.name = u"reveal"_s,
            .valueName = {},
            .help = u"print the recovery key on standard output"_s,
            .kind = ValueKind::Flag};
}

CliResult<void> checkRecoveryKeyOptions(const Session &session, Need need)
{
    const bool isRevealed = session.arguments().has(u"reveal"_s);
    const bool isWritten = session.arguments().has(recoveryKeyOutOption().name);
    if (isRevealed == isWritten && (isRevealed || need == Need::Required)) {
        return usageFailure(
            u"Say where the recovery key goes: --reveal prints it, --%1 writes it to a file."_s.arg(
                recoveryKeyOutOption().name));
    }
    if (isRevealed && session.wantsJson()) {
        return usageFailure(u"--reveal prints the recovery key and nothing else. Leave out --json."_s);
    }
    return refuseStandardOutput(session.arguments().value(recoveryKeyOutOption().name),
                                u"--reveal prints the recovery key."_s);
}

} // namespace countersign::cli
