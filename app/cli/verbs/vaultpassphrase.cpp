#include "app/cli/inputs.h"
#include "app/cli/verbs.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

VerbResult run(Session &session)
{
    // Opened with a passphrase of its own reading: changing it needs the old one a second time.
    if (auto header = vault::Vault::readHeader(session.vaultPath()); !header) {
        return std::unexpected(header.error());
    }
    const auto before = readVaultPassphrase(session);
    if (!before) {
        return std::unexpected(before.error());
    }
    const auto vault = vault::Vault::open(session.vaultPath(), *before, session.actor(), session.clock());
    if (!vault) {
        return std::unexpected(vault.error());
    }
    const auto after = readNewPassphrase(session, u"new-passphrase-file"_s);
    if (!after) {
        return std::unexpected(after.error());
    }
    const auto kdf = crypto::calibrateScrypt(session.keyDerivationTime());
    if (auto changed = (*vault)->changePassphrase(*before, *after, kdf); !changed) {
        return std::unexpected(changed.error());
    }
    session.print({{u"changed"_s, true}}, {u"The passphrase was changed."_s});
    return ExitCode::Done;
}

} // namespace

Verb vaultPassphraseVerb()
{
    return {
        .path = u"vault passphrase"_s,
        .summary = u"Change the passphrase"_s,
        .description = u"Copies of the file made earlier still open with the old one."_s,
        .options = {{.name = u"new-passphrase-file"_s,
                     .valueName = u"FILE"_s,
                     .help =
                         u"read the new passphrase from the first line; with \"-\" for both, the second line "
                         "of standard input is the new one"_s,
                     .kind = ValueKind::File}},
        .examples = {u"countersign-cli --vault my.countersign vault passphrase"_s},
        .jsonKeys = {u"changed"_s},
        .run = run};
}

} // namespace countersign::cli
