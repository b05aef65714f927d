#include "app/cli/inputs.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/vaultcommon.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

VerbResult run(Session &session)
{
    if (auto room = makeRoomForVault(session.vaultPath()); !room) {
        return std::unexpected(room.error());
    }
    const auto passphrase = readNewPassphrase(session, u"passphrase-file"_s);
    if (!passphrase) {
        return std::unexpected(passphrase.error());
    }
    const auto kdf = crypto::calibrateScrypt(session.keyDerivationTime());
    const auto vault =
        vault::Vault::create(session.vaultPath(), *passphrase, kdf, session.actor(), session.clock());
    if (!vault) {
        return std::unexpected(vault.error());
    }
    session.print(headerToJson((*vault)->path(), (*vault)->header()),
                  {u"Created %1 (scrypt, N = %2)."_s.arg((*vault)->path(), QString::number(kdf.cost)),
                   u"Whoever forgets the passphrase cannot open it any more; nobody else can either."_s});
    return ExitCode::Done;
}

} // namespace

Verb vaultCreateVerb()
{
    return {.path = u"vault create"_s,
            .summary = u"Make a new, empty vault"_s,
            .description =
                u"The passphrase is asked for twice, or read from --passphrase-file. The key derivation is "
                "set so that unlocking takes about a second here. An existing vault is never touched."_s,
            .examples = {u"countersign-cli --vault my.countersign vault create"_s},
            .jsonKeys = headerJsonKeys(),
            .run = run};
}

} // namespace countersign::cli
