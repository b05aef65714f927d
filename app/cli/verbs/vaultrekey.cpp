#include "app/cli/confirmation.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/recoverykeyoutput.h"
#include "app/cli/verbs/vaultcommon.h"
#include "core/vault/recoverykey.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

VerbResult run(Session &session)
{
    if (auto sensible = checkRecoveryKeyOptions(session, Need::Optional); !sensible) {
        return std::unexpected(sensible.error());
    }
    const bool makesRecoveryKey =
        session.arguments().has(u"reveal"_s) || session.arguments().has(recoveryKeyOutOption().name);
    auto opened = openWithPassphrase(session);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    const bool losesRecoveryKey = opened->vault->header().hasRecoveryKey && !makesRecoveryKey;
    const QString warning =
        u"Every record is sealed anew. Backups made before keep the old key and open with their own passphrase.%1"_s
            .arg(losesRecoveryKey ? u" The recovery key stops working; --reveal makes a new one."_s
                                  : QString());
    if (auto meant = confirm(session, warning, u"rekey"_s); !meant) {
        return std::unexpected(meant.error());
    }
    vault::Rekeying request;
    request.kdf = opened->vault->header().kdf;
    request.passphrase = std::move(opened->passphrase);
    if (makesRecoveryKey) {
        request.newRecoveryKey = vault::makeRecoveryKey();
        if (auto handed = handOutRecoveryKey(session, request.newRecoveryKey); !handed) {
            return std::unexpected(handed.error());
        }
    }
    const auto backup = opened->vault->rekey(request);
    if (!backup) {
        return std::unexpected(backup.error());
    }
    const QString done = u"The vault has a new key. As it was before: %1"_s.arg(*backup);
    if (session.arguments().has(u"reveal"_s)) {
        session.streams().note(done); // standard output has the key and nothing else
    } else {
        session.print({{u"rekeyed"_s, true}, {u"backup"_s, *backup}}, {done});
    }
    return ExitCode::Done;
}

} // namespace

Verb vaultRekeyVerb()
{
    return {.path = u"vault rekey"_s,
            .summary =
                u"Give the vault a new key and seal everything anew, for when an old copy may have leaked"_s,
            .description =
                u"The passphrase stays. Nothing is written unless every record and key opens, and a verified "
                "backup is made first. Keys of properties that may have leaked have to be rotated as well."_s,
            .options = {yesOption(), revealOption(), recoveryKeyOutOption()},
            .examples = {u"countersign-cli --vault my.countersign vault rekey --yes"_s},
            .jsonKeys = {u"rekeyed"_s, u"backup"_s},
            .run = run};
}

} // namespace countersign::cli
