#include "app/cli/inputs.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/vaultcommon.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

VerbResult run(Session &session)
{
    const auto opened = openWithPassphrase(session);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    const auto after = readNewPassphrase(session, u"new-passphrase-file"_s);
    if (!after) {
        return std::unexpected(after.error());
    }
    const auto kdf = crypto::calibrateScrypt(session.keyDerivationTime());
    if (auto changed = opened->vault->changePassphrase(opened->passphrase, *after, kdf); !changed) {
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
