#include "app/cli/inputs.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/recoverykeyoutput.h"
#include "app/cli/verbs/vaultcommon.h"
#include "core/vault/recoverykey.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

VerbResult create(Session &session)
{
    if (auto checked = checkRecoveryKeyOptions(session, Need::Required); !checked) {
        return std::unexpected(checked.error());
    }
    const auto opened = openWithPassphrase(session);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    // Handed out first: a key that opens the vault and that nobody has would be worth nothing.
    const SecretBytes key = vault::makeRecoveryKey();
    if (auto handed = handOutRecoveryKey(session, key); !handed) {
        return std::unexpected(handed.error());
    }
    const auto kdf = opened->vault->header().kdf;
    if (auto made = opened->vault->setRecoveryKey(opened->passphrase, key, kdf); !made) {
        return std::unexpected(made.error());
    }
    session.streams().note(
        u"This recovery key opens the vault without the passphrase; an earlier one no longer does."_s);
    if (const auto file = session.arguments().optional(recoveryKeyOutOption().name)) {
        session.print({{u"created"_s, true}, {u"file"_s, *file}},
                      {u"The recovery key is in %1, which only you can read."_s.arg(*file)});
    }
    return ExitCode::Done;
}

VerbResult remove(Session &session)
{
    const auto vault = session.vault();
    if (!vault) {
        return std::unexpected(vault.error());
    }
    if (auto removed = (*vault)->removeRecoveryKey(); !removed) {
        return std::unexpected(removed.error());
    }
    session.print({{u"removed"_s, true}}, {u"The recovery key no longer opens the vault."_s});
    return ExitCode::Done;
}

VerbResult recover(Session &session)
{
    // A line of it, so that the new passphrase may be the next one.
    const auto typed = readPassphraseFile(session, session.arguments().value(u"recovery-key-file"_s));
    if (!typed) {
        return std::unexpected(typed.error());
    }
    session.waitAfterFailures();
    auto vault = vault::Vault::openWithRecoveryKey(session.vaultPath(), *typed, session.actor(),
                                                   session.clock(), session.memory());
    if (!vault) {
        return std::unexpected(vault.error());
    }
    const auto passphrase = readNewPassphrase(session, u"new-passphrase-file"_s);
    if (!passphrase) {
        return std::unexpected(passphrase.error());
    }
    const auto kdf = crypto::calibrateScrypt(session.keyDerivationTime());
    if (auto changed = (*vault)->resetPassphrase(*typed, *passphrase, kdf); !changed) {
        return std::unexpected(changed.error());
    }
    session.print({{u"changed"_s, true}},
                  {u"The new passphrase opens the vault. So does the recovery key still."_s});
    return ExitCode::Done;
}

} // namespace

Verb vaultRecoveryKeyCreateVerb()
{
    return {.path = u"vault recovery-key create"_s,
            .summary = u"Make a key to print and lock away, which opens the vault without the passphrase"_s,
            .description =
                u"It replaces an earlier one. Keep it on paper, apart from the vault and its backups."_s,
            .options = {revealOption(), recoveryKeyOutOption()},
            .examples = {u"countersign-cli --vault my.countersign vault recovery-key create --reveal"_s},
            .jsonKeys = {u"created"_s, u"file"_s},
            .run = create};
}

Verb vaultRecoveryKeyRemoveVerb()
{
    return {.path = u"vault recovery-key remove"_s,
            .summary = u"Let the passphrase alone open the vault"_s,
            .description = u"Copies of the file made earlier still open with the recovery key."_s,
            .examples = {u"countersign-cli --vault my.countersign vault recovery-key remove"_s},
            .jsonKeys = {u"removed"_s},
            .run = remove};
}

Verb vaultRecoverVerb()
{
    return {
        .path = u"vault recover"_s,
        .summary = u"Set a new passphrase with the recovery key"_s,
        .description =
            u"Upper or lower case, hyphens and spaces make no difference; a mistyped key is noticed."_s,
        .options = {{.name = u"recovery-key-file"_s,
                     .valueName = u"FILE"_s,
                     .help = u"the recovery key is the file's first line; \"-\" is standard input"_s,
                     .kind = ValueKind::File,
                     .need = Need::Required},
                    {.name = u"new-passphrase-file"_s,
                     .valueName = u"FILE"_s,
                     .help = u"read the new passphrase from the first line"_s,
                     .kind = ValueKind::File}},
        .examples = {u"countersign-cli --vault my.countersign vault recover --recovery-key-file key.txt"_s},
        .jsonKeys = {u"changed"_s},
        .run = recover};
}

} // namespace countersign::cli
